"""Build after build, as the console and the events tell it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.core.problems import UNCHANGED
from plugins.desk.preview import crash_report
from plugins.desk.preview.style_guide import MADE_NOW
from tests.desk.conftest import HOME, Start
from tests.desk.preview_process import ROOT, Events, Preview, ask, plain, until

BUILT = "Built in 0.42 s · 1 page"
PROBLEM = """content/offers/acupuncture.md:5, ends
  Found   "31/12/2026"
  Needed  a date like 2026-12-31, or a date and time like 2026-12-31 18:00
  To fix  write "ends: 2026-12-31"

1 problem to fix. Nothing was changed: the site is as it was."""
NO_PRACTICE = """{content}/practice.yaml
  Found   no such file
  Needed  the facts of the practice: name, telephone, time_zone
  To fix  write them into {content}/practice.yaml"""


def test_the_console_tells_of_each_build(project: Path, start: Start) -> None:
    """Problems come word for word: they say what to type."""
    preview = start()
    first = preview.line()
    assert first.startswith("Your site is at http://127.0.0.1:")
    assert first.endswith("/ and follows every save. Ctrl-C stops it.")
    assert preview.told() == BUILT
    (project / "content" / "about.html").write_text(HOME)
    assert preview.told() == "Built in 0.42 s · 2 pages"
    (project / "content" / "problems.txt").write_text(PROBLEM)
    assert preview.told() == PROBLEM
    (project / "content" / "problems.txt").unlink()
    assert preview.told() == "Built in 0.42 s · 2 pages"


def test_warnings_do_not_stop_a_build(project: Path, start: Start) -> None:
    """They are for whoever saved; the pages reload all the same."""
    (project / "content" / "warning.txt").write_text("One thing to look at.")
    preview = start()
    events = Events(preview.port())
    assert preview.told() == f"One thing to look at.\n{BUILT}"
    until(lambda: events.next()["build"], "a state")


def test_pages_name_the_address_of_the_preview(project: Path, start: Start) -> None:
    """A link to the live site would take the person out of the preview."""
    (project / "content" / "index.html").write_text("<a href=SITEURL/>")
    preview = start()
    port = preview.port()
    preview.told()
    assert plain(ask(port, "/").text) == f"<a href=http://127.0.0.1:{port}/>"


def test_the_style_guide_is_made_when_somebody_opens_it(project: Path, start: Start) -> None:
    """It takes a third of each build, and staff, who save all day, never look at it."""
    (project / "content" / "index.html").write_text("WITHOUT_PLUGINS")
    preview = start()
    port = preview.port()
    preview.told()
    assert plain(ask(port, "/").text) == "('plugins.guide',)"
    answer = ask(port, "/style-guide/")
    assert (answer.status, MADE_NOW in answer.text) == (503, True)
    preview.told()
    assert plain(ask(port, "/").text) == "WITHOUT_PLUGINS"  # as it stands in the file
    assert ask(port, "/style-guide/").status == 404  # this builder has none


def test_output_holds_nothing_of_the_preview(project: Path, start: Start) -> None:
    """What is in output/ may be published as it is."""
    preview = start()
    port = preview.port()
    preview.told()
    assert "/_preview/" in ask(port, "/").text
    assert {file.name: file.read_text() for file in (project / "output").iterdir()} == {
        "index.html": HOME
    }


def test_events_tell_the_state_then_each_change(project: Path, start: Start) -> None:
    """A page that connects late knows at once whether it is the newest."""
    preview = start()
    port = preview.port()
    preview.told()
    events = Events(port)
    first = events.next()
    server = str(first["build"]).partition("-")[0]
    token = first["token"]
    rest: dict[str, object] = {"shown": [], "waiting": "", "token": token}
    assert first == {"build": f"{server}-1", "problems": None} | rest
    (project / "content" / "problems.txt").write_text(PROBLEM)
    assert events.next() == {"build": f"{server}-2", "problems": PROBLEM} | rest
    (project / "content" / "problems.txt").unlink()
    assert events.next() == {"build": f"{server}-3", "problems": None} | rest


def test_content_is_built_by_the_same_process(project: Path, start: Start) -> None:
    """Loading Pelican takes longer than a build: edits must not pay for it."""
    (project / "content" / "index.html").write_text("PROCESS")
    preview = start()
    port = preview.port()
    preview.told()
    first = plain(ask(port, "/").text)
    (project / "theme" / "base.html").write_text("new")
    preview.told()
    assert plain(ask(port, "/").text) == first


def test_changed_code_is_built_by_a_new_process(project: Path, start: Start) -> None:
    """Python keeps what it has imported; the person who changed a plugin wants the new one."""
    (project / "content" / "index.html").write_text("VERSION PROCESS")
    preview = start()
    port = preview.port()
    preview.told()
    version, first = plain(ask(port, "/").text).split()
    plugin = project / "plugins" / "fake_site.py"
    plugin.write_text(plugin.read_text().replace('"first"', '"second"'))
    preview.told()
    assert (version, plain(ask(port, "/").text).split()[0]) == ("first", "second")
    until(lambda: int(first) not in preview.processes(), "the end of the first worker")


def test_a_changed_settings_file_starts_a_new_process(project: Path, start: Start) -> None:
    """Settings are Python: what they import would stay as it was."""
    (project / "content" / "index.html").write_text("PROCESS")
    preview = start()
    port = preview.port()
    preview.told()
    seen = {plain(ask(port, "/").text)}
    for name in ("pelicanconf.py", "publishconf.py"):
        saved = project / "beside"
        saved.write_text("NEW = True")
        saved.replace(project / name)  # as editors save
        preview.told()
        seen.add(plain(ask(port, "/").text))
    assert len(seen) == 3


def test_a_syntax_error_in_a_plugin_is_a_problem_like_others(project: Path, start: Start) -> None:
    """The preview outlives it: who mends the file must not have to start it again."""
    preview = start()
    preview.port()
    preview.told()
    plugin = project / "plugins" / "fake_site.py"
    good = plugin.read_text()
    plugin.write_text("def build(:\n")
    assert preview.told() == (
        "plugins/fake_site.py:1\n"
        '  Found   "def build(:"\n'
        "  Needed  valid Python (invalid syntax)\n"
        "  To fix  correct the file and save it; the preview builds again by itself\n\n"
        "Nothing was changed: the site is as it was."
    )
    plugin.write_text(good)
    assert preview.told() == BUILT


def test_an_exception_in_a_build_is_told_with_its_place(project: Path, start: Start) -> None:
    """A call stack of Pelican helps nobody find the line of the plugin."""
    preview = start()
    preview.port()
    preview.told()
    plugin = project / "plugins" / "fake_site.py"
    plugin.write_text(
        "class Builder:\n    def build(self, saved): raise KeyError('title')\n"
        "    def __init__(self, **words): pass\n"
    )
    assert preview.told() == (
        "plugins/fake_site.py:2\n"
        "  Found   KeyError: 'title'\n"
        "  Needed  code that runs\n"
        "  To fix  correct the file and save it; the preview builds again by itself\n\n"
        "Nothing was changed: the site is as it was."
    )


def test_a_save_during_a_build_is_not_lost(project: Path, start: Start) -> None:
    """pelican -r loses it, and shows the sentence before last until the next save."""
    content = project / "content"
    preview = start()
    port = preview.port()
    preview.told()
    (content / "wait.txt").touch()
    until((project / "started").exists, "the build")
    (content / "index.html").write_text("saved during the build")
    (content / "wait.txt").unlink()
    until(lambda: plain(ask(port, "/").text) == "saved during the build", "the second build")


def test_changed_code_does_not_wait_for_a_build_that_hangs(project: Path, start: Start) -> None:
    """An endless loop in a plugin is mended by saving the plugin."""
    preview = start()
    preview.port()
    preview.told()
    (project / "content" / "wait.txt").touch()
    until((project / "started").exists, "the build")
    (project / "started").unlink()
    plugin = project / "plugins" / "fake_site.py"
    plugin.write_text(plugin.read_text().replace("if wait(self.content):", "if False:"))
    assert preview.told() == BUILT


def test_many_saves_at_once_are_few_builds(project: Path, start: Start) -> None:
    """git switch saves hundreds of files; the person waits for one build, not for hundreds."""
    preview = start()
    port = preview.port()
    preview.told()
    events = Events(port)
    for number in range(200):
        (project / "content" / f"{number}.html").write_text(HOME)
    builds = 1
    while preview.told() != "Built in 0.42 s · 201 pages":
        builds += 1
    assert builds < 20
    assert events.next()["problems"] is None


def test_files_that_nobody_saved_do_not_build(project: Path, start: Start) -> None:
    """Swap files, byte code and output/ itself change all the time."""
    preview = start()
    preview.port()
    preview.told()
    for name in ("output/x.html", "content/.index.html.swp", "content/index.html~", ".cache/x"):
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).touch()
    (project / "plugins" / "__pycache__").mkdir(exist_ok=True)
    (project / "plugins" / "__pycache__" / "x.pyc").touch()
    (project / "content" / "last.html").write_text(HOME)
    assert preview.told() == "Built in 0.42 s · 2 pages"
    assert preview.rest() == ""


def test_a_folder_that_is_exchanged_is_still_watched(project: Path, start: Start) -> None:
    """git switch and unpacking put another folder of the same name in the place."""
    preview = start()
    preview.port()
    preview.told()
    shutil.copytree(project / "content", project / "new")
    (project / "new" / "second.html").write_text(HOME)
    (project / "content").rename(project / "old")
    (project / "new").rename(project / "content")
    while preview.told() != "Built in 0.42 s · 2 pages":
        pass
    (project / "content" / "third.html").write_text(HOME)
    while preview.told() != "Built in 0.42 s · 3 pages":
        pass


def test_a_worker_that_dies_is_started_again(project: Path, start: Start) -> None:
    """The system ends processes when memory is short; the preview goes on."""
    preview = start()
    preview.port()
    preview.told()
    (project / "content" / "die-once.txt").touch()
    assert preview.told() == (
        f"The build process ended by itself (SIGKILL); it is started again.\n{BUILT}"
    )


def test_a_worker_that_dies_twice_is_a_problem(project: Path, start: Start) -> None:
    """Starting it for ever would heat the laptop and say nothing."""
    preview = start()
    preview.port()
    preview.told()
    (project / "content" / "die.txt").touch()
    assert preview.told() == (
        "The build process ended by itself (SIGKILL); it is started again.\n"
        "The build process ended by itself (SIGKILL), twice. Save a file to build again.\n\n"
        "Nothing was changed: the site is as it was."
    )
    (project / "content" / "die.txt").unlink()
    assert preview.told() == BUILT


def test_a_slow_build_says_that_it_is_building(project: Path, start: Start) -> None:
    """Silence after a save looks like a save that was not seen."""
    preview = start()
    preview.port()
    preview.told()
    (project / "content" / "wait.txt").touch()
    assert preview.line() == "Building…"
    (project / "content" / "wait.txt").unlink()
    assert preview.told() == BUILT


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("plugins.desk.devserver", {"pelican", "jinja2", "plugins.build.api"}),
        ("plugins.desk.preview.worker", {"starlette", "uvicorn", "watchfiles"}),
        ("plugins.desk.__main__", {"starlette", "uvicorn", "watchfiles"}),
    ],
)
def test_a_process_loads_only_what_it_needs(module: str, unwanted: set[str]) -> None:
    """Server and worker start side by side, and the server must not hold old code of plugins."""
    code = f"import sys, {module}; sys.stdout.write(' '.join(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(loaded.stdout.split()) & unwanted == set()


def test_a_real_build_that_fails_says_once_that_nothing_was_changed(tmp_path: Path) -> None:
    """The command and the preview end with the same line; said in two ways it worries people."""
    settings, content = str(ROOT / "pelicanconf.py"), tmp_path / "content"
    command = [sys.executable, "-m", "pelican", str(content), "-s", settings]
    content.mkdir()
    done = subprocess.run(
        [*command, "-o", str(tmp_path / "output")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    preview = Preview(
        ROOT, "devserver", "--content", str(content), "--output", str(tmp_path / "output"),
        "--settings", settings, "--port", "0",
    )  # fmt: skip
    port = preview.port()
    said = preview.told()
    shown = Events(port).next()["problems"]  # what the browser shows over the page
    preview.finish()
    assert shown == f"{NO_PRACTICE.format(content=content)}\n\n1 problem to fix. {UNCHANGED}"
    assert said == shown
    assert done.stdout == f"{said}\n"


def test_faults_and_builds_end_with_the_same_sentence() -> None:
    """The preview must load when core cannot be loaded, so it keeps the sentence itself."""
    assert crash_report.UNCHANGED == UNCHANGED
