"""Faults that are not the writer's: a theme or a plugin that fails. One sentence, no call stack."""

from __future__ import annotations

import shutil
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pelicanconf import PLUGINS
from plugins.build.read.clock import instant
from plugins.build.read.links import Links
from plugins.build.render.plan import Plan
from plugins.build.report.outcome import Outcome, outcome_of
from plugins.core.feature import Feature
from plugins.core.model.pages import Page
from plugins.core.problems import ContentError
from tests.build.conftest import Project, plugin
from tests.sites import ROOT, tree

STAGES = ["site_problems", "pages", "page_values", "files", "output_problems"]
UNCHANGED = "\n\nNothing was changed: the site is as it was."


@pytest.fixture
def themed(bare: Project) -> Project:
    """A project with a theme of its own, to break."""
    shutil.copytree(ROOT / "theme", bare.folder / "theme")
    return bare


def failed(project: Project) -> str:
    """Build with the project's theme, which must fail without touching output/."""
    project.output.mkdir()
    outcome = project.build(THEME=str(project.folder / "theme"))
    assert (outcome.code, tree(project.output)) == (1, {})
    return outcome.text


def template(project: Project, name: str, text: str) -> None:
    (project.folder / "theme/templates" / name).write_text(text)


def test_a_template_that_cannot_be_read_is_named_with_its_line(themed: Project) -> None:
    """Whoever mends the theme opens the right file."""
    template(themed, "404.html", "<p>\n{% if page %}\n</p>\n")
    assert (
        failed(themed)
        == f"""\
theme/templates/404.html:3
  Found   a fault of the theme, not of your text: Unexpected end of template. Jinja was looking \
for the following tags: 'elif' or 'else' or 'endif'. The innermost block that needs to be closed \
is 'if'.
  To fix  show this to a developer; DEBUG=1 adds the details{UNCHANGED}"""
    )


def test_a_name_that_a_template_misspells_is_a_fault(themed: Project) -> None:
    """Without care the page would have a gap, and nobody would see it."""
    template(themed, "404.html", "<p>\n{{ practise.name }}\n</p>\n")
    assert (
        failed(themed)
        == f"""\
theme/templates/404.html:2
  Found   a fault of the theme, not of your text: 'practise' is undefined
  To fix  show this to a developer; DEBUG=1 adds the details{UNCHANGED}"""
    )


def test_a_template_that_divides_by_zero_is_a_fault(themed: Project) -> None:
    """Any exception inside a template, named with the template."""
    template(themed, "404.html", "{{ 1 / 0 }}\n")
    assert failed(themed).startswith(
        "theme/templates/404.html:1\n  Found   a fault of the generator, not of your text: division"
    )


def test_a_template_that_is_not_there_is_not_taken_from_another_theme(themed: Project) -> None:
    """Pelican has a page.html of its own, which knows nothing of this practice."""
    (themed.folder / "theme/templates/404.html").unlink()
    theme = str(themed.folder / "theme")
    assert (
        themed.refused(THEME=theme)
        == """\
theme/templates/404.html
  Found   no such file
  Needed  the template of /404.html
  To fix  restore the file, or show this to a developer

1 problem to fix. Nothing was changed: the site is as it was."""
    )


def test_a_page_without_words_is_not_published(themed: Project) -> None:
    """An empty template writes an empty file."""
    template(themed, "404.html", "")
    assert (
        themed.refused(THEME=str(themed.folder / "theme"))
        == """\
content/pages/404.md
  Found   no page at /404.html after the build
  Needed  a page for every source
  To fix  run the build again; if it stays so, tell a developer

1 problem to fix. Nothing was changed: the site is as it was."""
    )


def test_what_pelican_logs_and_forgets_stops_the_build(
    full: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article that it cannot process is missing, and Pelican exits with 0."""

    def fail(*_: object) -> None:
        raise ValueError("a bad day")

    monkeypatch.setattr(Plan, "date_of", fail)
    assert (
        full.refused()
        == """\
theme/
  Found   Could not process news/new-table.md: a bad day
  Needed  a build without errors
  To fix  show this to a developer

theme/
  Found   Could not process news/open-day.md: a bad day
  Needed  a build without errors
  To fix  show this to a developer

2 problems to fix. Nothing was changed: the site is as it was."""
    )


def test_the_details_are_for_developers() -> None:
    """DEBUG=1 adds the call stack; nobody else sees one."""

    def fail() -> Outcome:
        raise ZeroDivisionError

    assert "Traceback" not in outcome_of(fail).text
    assert "Traceback" in outcome_of(fail, debug=True).text


def test_a_fault_without_words_has_the_name_of_its_kind() -> None:
    """ "a fault of the generator: " with nothing after it would help nobody."""

    def fail() -> Outcome:
        raise ZeroDivisionError

    line = fail.__code__.co_firstlineno + 1
    assert (
        outcome_of(fail).text
        == f"""\
{Path(__file__).relative_to(Path.cwd())}:{line}
  Found   a fault of the generator, not of your text: ZeroDivisionError
  To fix  show this to a developer; DEBUG=1 adds the details{UNCHANGED}"""
    )


def test_a_refusal_of_the_system_names_the_file() -> None:
    """No words of the program around what the system says."""

    def fail() -> Outcome:
        raise PermissionError(13, "Permission denied", "theme/templates/page.html")

    assert outcome_of(fail).text == (
        f"theme/templates/page.html\n  Found   Permission denied{UNCHANGED}"
    )


def broken_feature(stage: str) -> Feature:
    def fail(*_: object) -> list[Page]:
        raise RuntimeError("a broken feature")

    return Feature("broken", **{stage: fail})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "stage", ["site_problems", "pages", "page_values", "files", "output_problems"]
)
def test_a_feature_that_fails_at_any_stage_changes_nothing(bare: Project, stage: str) -> None:
    """A plugin of somebody else may fail in any way."""
    bare.output.mkdir()
    outcome = bare.build(PLUGINS=[*PLUGINS, plugin(broken_feature(stage))])
    assert (outcome.code, tree(bare.output)) == (1, {})
    assert "a fault of the generator, not of your text: a broken feature\n" in outcome.text
    assert "Traceback" not in outcome.text


def test_what_a_call_from_c_swallows_stops_the_build(
    bare: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sanitizer only prints what its filter raises, and drops the link."""

    def fail(*_: object) -> None:
        raise RuntimeError("inside the filter")

    monkeypatch.setattr(Links, "published", fail)
    bare.output.mkdir()
    outcome = bare.build()
    assert (outcome.code, tree(bare.output)) == (1, {})


def test_nothing_is_told_of_a_build_that_said_nothing() -> None:
    """No news is good news."""
    assert outcome_of(lambda: Outcome(pages=2)).text == ""


def test_a_wrong_instant_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A date in SOURCE_DATE_EPOCH is an easy mistake."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2030-05-15")
    with pytest.raises(ContentError) as caught:
        instant(ZoneInfo("UTC"))
    assert (
        str(caught.value)
        == """\
SOURCE_DATE_EPOCH
  Found   "2030-05-15"
  Needed  the seconds since the beginning of 1970, a whole number
  To fix  correct it, or take it away to build for the present"""
    )
