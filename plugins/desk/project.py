"""Project: the site as commands read it, without building it.

Reads   content/, the settings file
Gives   load_project(): the build, its plugins loaded; print_about(): the run of a command that
        prints a text about the site; time_zone(), UTC when practice.yaml names no known one
Stops   ContentError: no content folder, a plugin that does not work, an unreadable practice.yaml
Note    only functions import Pelican: the preview's server needs the time zone alone
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from textwrap import TextWrapper
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from plugins.core.dates.time_zones import zone_named
from plugins.core.problems import raise_for_errors
from plugins.core.reading.front_matter import read_yaml
from plugins.core.reading.source_files import read_source
from plugins.desk.console import say

if TYPE_CHECKING:
    from plugins.build.pelican_class import Handbill
    from plugins.core.i18n.locale import Locale
    from plugins.core.model.site import Site

# File names stay whole: people copy them.
LINES = TextWrapper(80, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--content", default="content", metavar="FOLDER")
    parser.add_argument("--settings", default="pelicanconf.py", metavar="FILE")


def load_project(settings: str, content: Path) -> Handbill:
    from pelican.settings import read_settings  # noqa: PLC0415

    from plugins.build.pelican_class import Handbill  # noqa: PLC0415
    from plugins.build.read.folders import no_content  # noqa: PLC0415

    if not content.is_dir():
        raise no_content(content)
    handbill = Handbill(read_settings(settings, override={"PATH": str(content.absolute())}))
    raise_for_errors(handbill.plugin_problems)
    return handbill


def print_about(options: Namespace, describe: Callable[[Site], str]) -> int:
    """Print a text about the site, or its problems; the exit code."""
    from plugins.build.pipeline import read_model  # noqa: PLC0415
    from plugins.build.report.outcome import Outcome, outcome_of  # noqa: PLC0415

    texts = []

    def read() -> Outcome:
        project = load_project(options.settings, Path(options.content))
        texts.append(describe(read_model(project.build_settings()).site))
        return Outcome()

    outcome = outcome_of(read)
    say("\n".join([outcome.text, *texts]).strip("\n"))
    return outcome.code


def time_zone(content: Path) -> ZoneInfo:
    """The zone of the practice with this content. Raises ContentError."""
    name = facts(content).get("time_zone")
    return (zone_named(name.strip()) if isinstance(name, str) else None) or ZoneInfo("UTC")


def home_locale(content: Path) -> Locale:
    """How the practice with this content writes money and days. Raises ContentError."""
    from plugins.core.i18n.locale import home  # noqa: PLC0415

    return home(facts(content), time_zone(content).key)


def languages_of(content: Path) -> list[str]:
    """The languages of a site, its own first; none when it has no other. Raises ContentError."""
    from plugins.build.read.translations import tags  # noqa: PLC0415
    from plugins.core.i18n.catalog import languages  # noqa: PLC0415

    others = tags(content, languages())
    return [str(facts(content).get("language") or "en"), *others] if others else []


def facts(content: Path) -> dict[str, Any]:
    """practice.yaml as it is. Raises ContentError."""
    path = content / "practice.yaml"
    return read_yaml(read_source(path, content), path).values


def city(zone: ZoneInfo) -> str:
    """`Denver`, as people call a zone."""
    return zone.key.rpartition("/")[2].replace("_", " ")
