"""Build: everything is read, planned, written into a staging folder, verified and exchanged.

Reads   the settings, content/, theme/, the plugins' features
Gives   Handbill: output/, changed in one step; then the build notes
Stops   exit code 2 with problems for staff; 1 with one sentence when the fault is ours;
        130 for Ctrl-C; output/ stays as it was
Source  Pelican 4.12: PELICAN_CLASS
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined
from pelican import Pelican
from pelican.plugins import signals
from pelican.plugins._utils import get_plugin_name
from pelican.writers import Writer

from plugins.build import cli
from plugins.build.host import host
from plugins.build.incremental import fast_start, manifest
from plugins.build.incremental.fingerprint import Inputs, Where, key
from plugins.build.incremental.record import Built, leave
from plugins.build.incremental.shortcut import Done, at_once, attempt
from plugins.build.output.os_errors import in_plain_words, plain_words
from plugins.build.output.staging import staging
from plugins.build.plugin_loading import load
from plugins.build.read.clock import instant
from plugins.build.read.reader import read
from plugins.build.read.text_checks import looked
from plugins.build.render.finish import finish, verify
from plugins.build.render.fragments import Once
from plugins.build.render.pelican_adapter import PLAN, DocumentReader, SiteGenerator, SiteWriter
from plugins.build.render.plan import Plan, plan
from plugins.build.report import build_notes
from plugins.build.report.outcome import Result
from plugins.build.report.pelican_log import logged_errors, nothing_swallowed, quiet
from plugins.build.settings import site_url
from plugins.core.cache.store import sweep
from plugins.core.model.site import Site
from plugins.core.model.text_usage import recording, unrecorded
from plugins.core.problems import ContentError, Problem
from plugins.core.reading.source_files import shown

# What a disk refuses while pages are written and pictures are copied.
DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}


@contextmanager
def refusals(target: Path, folder: Path) -> Iterator[None]:
    """What the disk refuses to a block that writes into a folder, in plain words."""
    try:
        yield
    except OSError as error:
        if error.errno not in DISK and not Path(str(error.filename)).is_relative_to(folder):
            raise
        raise in_plain_words(error.errno or 0, shown(target)) from error


# Nothing reaches a page unescaped, and a name that a template misspells stops the build. Templates
# are those of its beginning: whether a file has changed is not asked for each use of it.
TEMPLATES = {"autoescape": True, "undefined": StrictUndefined, "auto_reload": False}


class Handbill(Pelican):  # type: ignore[misc]
    """Pelican, all or nothing."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.wanted = list(settings["PLUGINS"])
        # Fixed for every site: what reads files, and how templates treat what they are given.
        settings["READERS"] = {"rst": None, "html": None, "htm": None, "md": DocumentReader}
        settings["JINJA_ENVIRONMENT"] = settings["JINJA_ENVIRONMENT"] | TEMPLATES
        self.target = Path(settings["OUTPUT_PATH"])
        super().__init__(settings)
        self.given = deepcopy(self.settings)  # a build changes them

    def init_plugins(self) -> None:
        found = load(self.wanted, self.settings)
        self.plugins, self.features, self.broken = found.loaded, found.features, found.problems
        self.settings["PLUGINS"] = [get_plugin_name(plugin) for plugin in self.plugins]

    def run(self) -> None:
        """Build and say how it went; Pelican's command calls this."""
        checking, debug = bool(self.settings.get("CHECK_ONLY")), bool(self.settings["DEBUG"])
        cli.carry_out(self.make, self.target, debug=debug, checking=checking)

    def make(self) -> Result:
        """Build and exchange. Raises ContentError, ExchangeError, OSError."""
        if self.broken:
            raise ContentError(self.broken)
        made_with, tried = self.key(), fast_start.key  # before Pelican was loaded
        if made_with and not tried and (done := attempt(self.where, made_with)):
            return self.noted(done)
        return self.whole(Inputs.of(made_with, self.where.content))

    def saved(self, name: str) -> Result | None:
        """Show one text below content/ that was saved, in a preview; None when it takes make(),
        which must follow in any case."""
        done = at_once(self.where, self.key(), name)
        return self.noted(done) if done else None

    def noted(self, done: Done | Built) -> Result:
        """The result of a build, its notes left."""
        # A check, and a look at another moment, leave none.
        passing = self.settings.get("CHECK_ONLY") or self.settings.get("AT")
        path = None if passing else self.settings.get("BUILD_NOTES")
        return build_notes.with_notes(done.result, path, done.notes)

    def whole(self, inputs: Inputs | None) -> Result:
        """Make everything, and exchange. Alone from the first to the last: a build that was held
        up would else put what it read before over what another has built meanwhile."""
        durable = not self.settings["PREVIEW"]
        with (
            nothing_swallowed() as swallowed,
            staging(self.target, durable=durable, protect=self.where.protect) as stage,
        ):
            built = self.built(stage.folder)
            for error in swallowed:
                raise error
            if not self.settings.get("CHECK_ONLY"):
                with plain_words(self.target):
                    manifest.drop(stage.place.state)
                stage.exchange()
                if inputs:
                    with suppress(OSError):  # the next build is a whole one, then
                        leave(built, inputs, stage.place)
        sweep()
        return self.noted(built)

    def built(self, folder: Path) -> Built:
        """Read, plan, write into a folder, verify."""
        with recording() as log:
            with unrecorded():
                site, found, flagged = self.read()
            made = plan(site, Path(self.theme))
            with refusals(self.target, folder):
                self.write(made, folder)
                finished = finish(made, folder)
                verify(made, finished, folder, found)
        due = (one for feature in site.features for one in feature.due_builds(site))
        return Built(made, log, flagged, result(made, found), build_notes.noted(site, due))

    @property
    def where(self) -> Where:
        return Where.of(Path(self.path), self.target, Path(self.theme))

    def key(self) -> str:
        return key(self.given, Path(self.theme))

    def read(self) -> tuple[Site, list[Problem], set[str]]:
        """The site, every problem that does not stop the build, and the files in which something
        that looks at texts found one."""
        found: list[Problem] = []
        flagged: set[str] = set()
        preview = bool(self.settings["PREVIEW"])

        def furnish(site: Site) -> tuple[Site, list[Problem]]:
            for feature in self.features:
                site, problems = feature.extend_site(site)
                found.extend(problems)
            seen = looked(site)
            flagged.update(one.path for one in seen)
            found.extend(seen)
            for feature in site.features:
                found.extend(feature.site_problems(site))
            return site, found

        site = read(
            Path(self.path),
            self.features,
            now=partial(instant, at=str(self.settings.get("AT") or ""), preview=preview),
            url=site_url(self.settings),
            preview=preview,
            furnish=furnish,
            theme=Path(self.theme),
            host=host(self.settings),
        )
        return site, found, flagged

    def write(self, made: Plan, folder: Path) -> None:
        """Let Pelican write the plan into `folder`. Raises ContentError for what it only logs."""
        self.output_path = self.settings["OUTPUT_PATH"] = str(folder)
        self.settings |= {
            PLAN: made,
            "ARTICLE_PATHS": made.article_paths,
            "STATIC_PATHS": [],
            "THEME_STATIC_PATHS": [],  # the plan has them
            "JINJA_GLOBALS": {
                **self.settings["JINJA_GLOBALS"],
                "words": made.site.words,
                "once": Once(),
            },
            "TIMEZONE": made.site.practice.time_zone.key,
        }
        signals.get_generators.connect(generators, sender=self)
        signals.get_writer.connect(writer, sender=self)
        with logged_errors() as errors, quiet():
            super().run()
        if errors:
            raise ContentError(
                Problem(
                    "theme/", 0, "", error, "a build without errors", "show this to a developer"
                )
                for error in errors
            )


def result(made: Plan, found: Iterable[Problem]) -> Result:
    """What the build did, and what staff should know all the same."""
    return Result(
        len(made.pages),
        tuple((one.title, one.source) for one in made.site.left_out if one.starter),
        tuple(one for one in found if one.level == "warning"),
        tuple(one for one in found if one.level == "note"),
    )


def generators(_handbill: Handbill) -> type[SiteGenerator]:
    return SiteGenerator


def writer(_handbill: Handbill) -> type[Writer]:
    return SiteWriter
