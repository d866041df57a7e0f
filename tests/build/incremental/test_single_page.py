"""The shortcut: the text of one page changed, so that page is made, and nothing else is."""

from __future__ import annotations

import hashlib
import shutil
import signal
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from pkgutil import resolve_name

import pytest

from plugins.build.incremental import manifest
from plugins.build.incremental.manifest import NAME
from plugins.build.output.staging import state_of
from plugins.core.feature import Feature
from plugins.core.reading.source_files import slug_of
from tests.build.conftest import Project
from tests.sites import PRACTICE, ROOT, tree
from tests.torture.counts import first

PAGE = "---\ntitle: {title}\nsummary: About it.\n---\n{text}\n"
OVERVIEW = "---\ntitle: Symptoms\nsummary: What hurts.\n---\nChoose one.\n"
FILES = {
    "practice.yaml": PRACTICE,
    "pages/home.md": PAGE.format(title="Home", text="Welcome."),
    "pages/404.md": PAGE.format(title="Not found", text="Gone."),
    "pages/symptoms.md": OVERVIEW,
    "symptoms/knee.md": PAGE.format(title="Knee", text="It may ease. See [hips](hip.md)."),
    "symptoms/hip.md": PAGE.format(title="Hip", text="Many find that rest helps."),
}
KNEE = "symptoms/knee/index.html"


@pytest.fixture
def built(project: Project) -> Project:
    """A preview that was built whole."""
    project.write(FILES)
    project.built(live=False)
    return project


def inodes(project: Project) -> dict[str, int]:
    """Which file each file of the site is."""
    return {name: (project.output / name).stat().st_ino for name in tree(project.output)}


def remade(project: Project) -> set[str]:
    """Build again; the files that are others now. The site is what a clean build gives."""
    before = inodes(project)
    project.built(live=False)
    after = inodes(project)
    clean = replace(project, out="clean")
    clean.built(live=False)
    assert tree(project.output) == tree(clean.output)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def everything(project: Project) -> set[str]:
    return set(tree(project.output))


@pytest.mark.parametrize(
    "text",
    first(
        2,
        [
            "Other words.",
            "## A heading\n\nA [link](../pages/home.md), [one more](https://example.org/a?b=c#d).",
            "It may ease. See [hips](hip.md), *today*.",
            "A table:\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |",
            "Quotes 'like' \"these\", dashes -- and &amp; <!-- a remark -->.",
        ],
    ),
    ids=slug_of,
)
def test_one_text_changes_one_page(built: Project, text: str) -> None:
    """A practice of a thousand pages waits no longer than one of ten."""
    built.write({"symptoms/knee.md": PAGE.format(title="Knee", text=text)})
    assert remade(built) == {KNEE}


def test_texts_change_one_after_another(built: Project) -> None:
    """The second edit begins where the first one ended."""
    for text in ("One.", "Two, and more of it.", "3.", "One."):
        for name in ("knee", "hip"):
            built.write({f"symptoms/{name}.md": PAGE.format(title=name.title(), text=text)})
            assert remade(built) <= {f"symptoms/{name}/index.html"}


def test_nothing_changes_when_nothing_changed(built: Project) -> None:
    """Touching a file, or saving it as it was, is no change."""
    (built.content / "symptoms/knee.md").touch()
    assert remade(built) == set()


@pytest.mark.parametrize("name", first(1, ["symptoms/README.md", "README.md"]))
def test_a_readme_changes_nothing(built: Project, name: str) -> None:
    """It is a note to people, so a build after an edit of it has nothing to do."""
    for text in ("# How to write", "# How to write, in other words"):
        built.write({name: text})
        assert remade(built) == set()


@pytest.mark.parametrize(
    ("name", "text"),
    first(
        2,
        [
            ("symptoms/knee.md", PAGE.format(title="Knees", text="It may ease.")),
            ("symptoms/knee.md", PAGE.format(title="Knee", text="It may ease the Łódź walk.")),
            ("symptoms/knee.md", PAGE.format(title="Knee", text="## A\n\n## B\n\n## C")),
            ("symptoms/back.md", PAGE.format(title="Back", text="It may ease.")),
            ("practice.yaml", PRACTICE + "tagline: Hands\n"),
        ],
    ),
    ids=["its title", "a letter that the typeface has not", "contents", "a new page", "a fact"],
)
def test_what_shows_elsewhere_changes_everything(built: Project, name: str, text: str) -> None:
    """Overviews, menus and the typeface follow."""
    built.write({name: text})
    assert remade(built) >= everything(built)


def test_two_texts_are_a_whole_build(built: Project) -> None:
    """Two files cannot be replaced in one step; a site is the old or the new one."""
    for name in ("knee", "hip"):
        built.write({f"symptoms/{name}.md": PAGE.format(title=name.title(), text="New.")})
    assert remade(built) >= everything(built)


def test_a_site_that_somebody_changed_is_built_whole(built: Project) -> None:
    """What was added goes, what was changed comes back."""
    (built.output / "stray.html").write_text("Hello")
    (built.output / "symptoms/hip/index.html").write_text("Hello")
    built.write({"symptoms/knee.md": PAGE.format(title="Knee", text="New.")})
    assert remade(built) == everything(built) | {"stray.html"}


def test_a_new_day_is_a_whole_build(built: Project) -> None:
    """Offers, hours and news may have changed."""
    built.write({"symptoms/knee.md": PAGE.format(title="Knee", text="New.")})
    assert remade(replace(built, now=built.now + timedelta(days=1))) >= everything(built)


def test_an_earlier_time_is_a_whole_build(built: Project) -> None:
    """A clock that was set back."""
    assert remade(replace(built, now=built.now - timedelta(seconds=1))) >= everything(built)


def test_a_manifest_that_another_machine_wrote_is_none(built: Project) -> None:
    """It says where in a page a text goes. A hash that anybody can compute is no seal."""
    path = state_of(built.output) / NAME
    content = path.read_text().partition("\n")[2]
    assert manifest.load(path.parent)
    path.write_text(f"{hashlib.sha256(content.encode()).hexdigest()}\n{content}")
    assert manifest.load(path.parent) is None


def test_a_damaged_manifest_is_none(built: Project) -> None:
    """A flipped bit, or half a file."""
    path = state_of(built.output) / NAME
    path.write_bytes(path.read_bytes().replace(b"Knee", b"Kneb", 1)[:-1])
    assert remade(built) >= everything(built)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("See [nothing](/symptoms/nothing/).", "a page, picture or file that exists"),
        ("It cures sciatica.", "nobody can promise a cure"),
        ("Call 303-555-0199.", "the telephone number"),
        ('<b onclick="x()">bold</b>', "text and Markdown only"),
    ],
)
def test_what_is_wrong_with_a_text_is_said(built: Project, text: str, said: str) -> None:
    """As in every build; the site stays as it was."""
    before = inodes(built)
    built.write({"symptoms/knee.md": PAGE.format(title="Knee", text=text)})
    outcome = built.build()
    assert (outcome.code, inodes(built)) == (2, before)
    assert said in outcome.text


def test_a_warning_stays_until_its_cause_is_gone(built: Project) -> None:
    """Staff read it at every build, also when another text was saved."""
    built.write({"symptoms/hip.md": PAGE.format(title="Hip", text="We see patients.")})
    first = built.built(live=False).text
    built.write({"symptoms/knee.md": PAGE.format(title="Knee", text="New.")})
    assert "patients" in first
    assert built.built(live=False).text == first
    built.write({"symptoms/hip.md": PAGE.format(title="Hip", text="We see clients.")})
    assert built.built(live=False).text == ""


@pytest.mark.parametrize(
    "code",
    first(
        1,
        [
            "{{ symptoms[1].prose | striptags | truncate(20) }}",
            "{% for one in symptoms %}{{ one.body | length }}{% endfor %}",
            "{{ prose(symptoms[1]) }}",
        ],
    ),
)
def test_a_theme_that_shows_a_text_elsewhere_is_heeded(built: Project, code: str) -> None:
    """Somebody's own theme: the beginning of each text on the overview, say."""
    theme = copied_theme(built, code)
    built.built(live=False, THEME=str(theme))
    built.write({"symptoms/knee.md": PAGE.format(title="Knee", text="Quite another text.")})
    built.built(live=False, THEME=str(theme))
    clean = replace(built, out="clean")
    clean.built(live=False, THEME=str(theme))
    assert tree(built.output) == tree(clean.output)


def copied_theme(project: Project, code: str) -> Path:
    """The theme, with something more on the overview of symptoms."""
    theme = project.folder / "theme"
    shutil.copytree(ROOT / "theme", theme)
    path = theme / "templates/symptoms.html"
    mark = "{% block content %}"
    path.write_text(path.read_text().replace(mark, mark + code))
    time.sleep(0.1)  # a build trusts nothing that was written right before it
    return theme


def asked(project: Project, **environment: str) -> set[str]:
    """Build by the command; the files that are others now."""
    before = inodes(project)
    done = project.run(project.command(), **environment)
    assert done.returncode == 0, done.stdout
    after = inodes(project)
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


@pytest.fixture
def by_command(project: Project) -> Project:
    """A preview that the command built whole."""
    project.write(FILES)
    asked(project)
    return project


def test_the_command_changes_one_page_as_well(by_command: Project) -> None:
    """Again and again; the site is what a clean build gives, and nothing is said to be wrong."""
    for text in ("One.", "Two, and more of it.", "It may ease. See [hips](hip.md)."):
        by_command.write({"symptoms/knee.md": PAGE.format(title="Knee", text=text)})
        assert asked(by_command) == {KNEE}
    clean = replace(by_command, out="clean")
    assert tree(by_command.output).keys() == asked(clean)
    assert tree(by_command.output) == tree(clean.output)


def test_what_takes_long_to_load_is_not_loaded_for_one_text(by_command: Project) -> None:
    """Pelican, its models and ours take several times as long as the page."""
    by_command.write({"symptoms/knee.md": PAGE.format(title="Knee", text="New.")})
    program = "import sys, runpy; runpy.run_module('plugins.build', run_name='__main__'); "
    told = "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    command = by_command.command()
    done = by_command.run([command[0], "-c", program + told, *command[3:]])
    loaded = set(done.stdout.splitlines()[-1].split())
    slow = {"babel", "pelican", "pydantic", "jinja2", "phonenumbers"}
    assert loaded & {*slow, "markdown"} == {"markdown"}


@pytest.mark.parametrize(
    "environment", first(1, [{"SITEURL": "http://127.0.0.1:9000"}, {"AT": "2030-05-16 09:00"}])
)
def test_another_wish_of_the_command_is_a_whole_build(
    by_command: Project, environment: dict[str, str]
) -> None:
    """What a setting reads from the environment counts as what stands in it."""
    assert asked(by_command, **environment) >= everything(by_command)


def test_what_the_command_finds_wrong_is_said(by_command: Project) -> None:
    """As in every build; the site stays as it was."""
    before = inodes(by_command)
    by_command.write({"symptoms/knee.md": PAGE.format(title="Knee", text="It cures sciatica.")})
    done = by_command.pelican()
    assert (done.returncode, inodes(by_command)) == (2, before)
    assert "nobody can promise a cure" in done.stdout


def test_a_look_that_no_other_process_finds_is_a_whole_build(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plugin of somebody's own may make the function that looks at texts while it runs."""
    monkeypatch.setattr("plugins.checks.FEATURE", Feature("checks", text_problems=lambda *_: ()))
    built.write({"practice.yaml": PRACTICE + "tagline: Hands\n"})
    built.built(live=False)
    built.write({"symptoms/knee.md": PAGE.format(title="Knee", text="New.")})
    assert remade(built) >= everything(built)


def test_a_site_to_publish_is_built_whole(built: Project) -> None:
    """The index of the search has all texts in it."""
    built.built()
    assert remade(built) >= {KNEE, "index.html"}


@pytest.mark.parametrize(
    ("step", "replaced"),
    [
        ("plugins.build.output.staging.LockedOutput.replace_file", False),
        ("pathlib.Path.replace", True),
        ("plugins.build.incremental.manifest.save", True),
    ],
    ids=["before", "while the page is replaced", "after"],
)
def test_ctrl_c_leaves_the_old_page_or_the_new_one(
    built: Project, monkeypatch: pytest.MonkeyPatch, step: str, *, replaced: bool
) -> None:
    """And a site that the next build completes."""
    act = resolve_name(step)

    def press(*arguments: object) -> object:
        signal.raise_signal(signal.SIGINT)
        return act(*arguments)

    before = inodes(built)
    built.write({"symptoms/knee.md": PAGE.format(title="Knee", text="New.")})
    with monkeypatch.context() as context:
        context.setattr(step, press)
        outcome = built.build()
    changed = {name for name, inode in inodes(built).items() if inode != before[name]}
    assert (outcome.code, changed) == (130, {KNEE} if replaced else set())
    assert remade(built)


def test_a_theme_with_links_to_other_files_is_followed(built: Project) -> None:
    """What lies behind a link may change while the link stays what it was."""
    theme = copied_theme(built, "<p>first</p>")
    template, behind = theme / "templates/symptoms.html", built.folder / "elsewhere.html"
    template.rename(behind)
    template.symlink_to(behind)
    time.sleep(0.1)  # a build trusts nothing that was written right before it
    built.built(live=False, THEME=str(theme))
    behind.write_text(behind.read_text().replace("first", "second"))
    built.built(live=False, THEME=str(theme))
    assert "<p>second</p>" in (built.output / "symptoms/index.html").read_text()
