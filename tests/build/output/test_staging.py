"""A build is all or nothing: the block, what it refuses, what it sweeps, and not being alone."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from plugins.build.output.staging import ExchangeError, locked
from tests.build.output import staging
from tests.build.output.builder import build, read_site, site, write_site
from tests.build.output.builds import left_over, run, start


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A site of version 1."""
    output = tmp_path / "output"
    output.mkdir()
    write_site(output, "1")
    return output


def refusal(output: Path, version: str = "2") -> str:
    with pytest.raises(ExchangeError) as caught:
        build(output, version)
    return str(caught.value)


# The block


def test_a_first_build_makes_output(tmp_path: Path) -> None:
    """Also below folders that do not exist yet."""
    build(tmp_path / "sites" / "output", "1")
    assert read_site(tmp_path / "sites" / "output") == site("1")
    assert left_over(tmp_path / "sites" / "output") == []


def test_a_build_replaces_an_empty_folder(tmp_path: Path) -> None:
    """As an unpacked project or a host provides it."""
    (tmp_path / "output").mkdir()
    build(tmp_path / "output", "1")
    assert read_site(tmp_path / "output") == site("1")


def test_a_build_replaces_the_whole_site(output: Path) -> None:
    """A page that was deleted from the content is not on the site any more."""
    (output / "deleted.html").write_text("1")
    build(output, "2")
    assert read_site(output) == site("2")
    assert left_over(output) == []


def test_output_is_as_before_until_the_exchange(output: Path) -> None:
    """Visitors see the old site while the new one is built."""
    with staging(output) as stage:
        write_site(stage.folder, "2")
        assert read_site(output) == site("1")
        stage.exchange()
        assert read_site(output) == site("2")


def test_a_block_without_exchange_changes_nothing(output: Path) -> None:
    """A build that only checks."""
    with staging(output) as stage:
        write_site(stage.folder, "2")
    assert read_site(output) == site("1")
    assert left_over(output) == []


@pytest.mark.parametrize("error", [ValueError, OSError, SystemExit, KeyboardInterrupt])
def test_what_the_block_raises_passes_through(output: Path, error: type[BaseException]) -> None:
    """A problem of the content, a full disk while writing, an end, Ctrl-C."""
    with pytest.raises(error), staging(output) as stage:
        write_site(stage.folder, "2")
        raise error
    assert read_site(output) == site("1")
    assert left_over(output) == []


def test_an_error_after_the_exchange_leaves_the_new_site(output: Path) -> None:
    """What follows an exchange, such as a report, cannot bring back the old site."""
    with pytest.raises(ValueError, match="later"), staging(output) as stage:
        write_site(stage.folder, "2")
        stage.exchange()
        raise ValueError("later")
    assert read_site(output) == site("2")
    assert left_over(output) == []


def test_a_second_exchange_is_a_mistake(output: Path) -> None:
    """It would bring back the old site."""
    with staging(output) as stage:
        write_site(stage.folder, "2")
        stage.exchange()
        with pytest.raises(RuntimeError, match="a second exchange would bring the old site back"):
            stage.exchange()
    assert read_site(output) == site("2")


def test_a_build_may_change_the_current_folder(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The output folder is the one that was meant when the build began."""
    monkeypatch.chdir(output.parent)
    with staging(Path("output")) as stage:
        monkeypatch.chdir("/")
        write_site(stage.folder, "2")
        stage.exchange()
    assert read_site(output) == site("2")


@pytest.mark.parametrize("umask", [0o022, 0o027, 0o077])
def test_the_web_server_may_read_the_new_site(output: Path, umask: int) -> None:
    """mkdtemp would make a folder that only its owner may enter, and some accounts let nobody else
    read what they write; the site would be gone. So would a page that an edit replaced."""
    before = os.umask(umask)
    try:
        with staging(output) as stage:
            write_site(stage.folder, "2")
            (stage.folder / "about").mkdir()
            (stage.folder / "about/index.html").touch()
            (stage.folder / "index.html").chmod(0o600)  # as a copy of a theme's file may be
            stage.exchange()
        with locked(output) as folder:
            folder.replace_file("about/index.html", b"new")
    finally:
        os.umask(before)
    paths = (output, *output.rglob("*"))
    assert {(path.is_dir(), path.stat().st_mode & 0o777) for path in paths} == {
        (True, 0o755),
        (False, 0o644),
    }


# What is refused


def test_a_folder_that_somebody_filled_is_not_touched(tmp_path: Path) -> None:
    """OUTPUT=~/Documents, once."""
    documents = tmp_path / "documents"
    documents.mkdir()
    for number in range(20):
        (documents / f"letter-{number:02}.txt").write_text("mine")
    assert (
        refusal(documents)
        == f"""\
{documents}
  Found   files that Handbill did not make, such as "letter-00.txt"
  Needed  an empty folder, or a site that Handbill made: a build replaces all of it
  To fix  choose another output folder, or move these files to another place"""
    )
    assert read_site(documents) == {f"letter-{number:02}.txt": "mine" for number in range(20)}
    assert list(tmp_path.iterdir()) == [documents]


def test_protected_folders_are_not_touched(tmp_path: Path) -> None:
    """Sources that lie in an empty place are sources all the same."""
    (tmp_path / "site" / "content").mkdir(parents=True)
    content = tmp_path / "site" / "content"
    with (
        pytest.raises(ExchangeError, match=f'a folder that holds "{content}"'),
        staging(tmp_path / "site", protect=[content]),
    ):
        pass
    assert list(tmp_path.iterdir()) == [tmp_path / "site"]


def test_files_that_appear_during_the_build_are_kept(tmp_path: Path) -> None:
    """Somebody makes the folder that they think is missing, and saves a letter in it."""
    output = tmp_path / "output"
    with (
        pytest.raises(ExchangeError, match=r'did not make, such as "letter.txt"'),
        staging(output) as stage,
    ):
        write_site(stage.folder, "1")
        output.mkdir()
        (output / "letter.txt").write_text("mine")
        stage.exchange()
    assert read_site(output) == {"letter.txt": "mine"}
    assert left_over(output) == []


def test_a_new_site_without_the_mark_stays_out(output: Path) -> None:
    """No later build would replace it; and a site without a home page is a broken build."""
    with pytest.raises(ExchangeError) as caught, staging(output) as stage:
        (stage.folder / "index.html").write_text("<!doctype html>")
        stage.exchange()
    assert (
        str(caught.value)
        == """\
index.html
  Found   no home page with the mark by which a build knows its own site
  Needed  a page with <meta name="generator" content="Handbill"> in its first 4096 bytes
  To fix  put that line first in the head of the base template"""
    )
    assert read_site(output) == site("1")


def test_the_hidden_folder_is_never_a_link(output: Path) -> None:
    """Sweeping would delete what the link leads to."""
    elsewhere = output.parent / "elsewhere"
    (elsewhere / "site-12345678").mkdir(parents=True)
    state = output.parent / ".output.building"
    state.symlink_to(elsewhere)
    assert (
        refusal(output)
        == f"""\
{state}
  Found   a link to "{elsewhere}"
  Needed  a folder, or nothing yet
  To fix  delete the link, or choose the folder that it leads to as output folder"""
    )
    assert list(elsewhere.iterdir()) == [elsewhere / "site-12345678"]


# What a kill left


def test_left_overs_are_swept_before_the_build_begins(output: Path) -> None:
    """They take the room that the new site needs."""
    for name in ("site-01234567", "site-89abcdef"):
        (output.parent / ".output.building" / name / "images").mkdir(parents=True)
    with staging(output) as stage:
        assert left_over(output) == [stage.folder.name]


def test_a_site_that_was_left_aside_is_back_before_the_build_begins(output: Path) -> None:
    """Visitors must not wait for the whole build; and it may fail."""
    (output.parent / ".output.building").mkdir()
    output.rename(output.parent / ".output.building" / "aside")
    with staging(output):
        assert read_site(output) == site("1")


def test_a_site_that_was_left_aside_is_swept_when_there_is_a_newer_one(output: Path) -> None:
    """The kill came after the second step."""
    aside = output.parent / ".output.building" / "aside"
    aside.mkdir(parents=True)
    write_site(aside, "0")
    with staging(output) as stage:
        assert left_over(output) == [stage.folder.name]
    assert read_site(output) == site("1")


def test_only_what_a_build_left_is_swept(output: Path) -> None:
    """Whatever else somebody keeps in the hidden folder is theirs."""
    (output.parent / ".output.building" / "site-backup-of-2024").mkdir(parents=True)
    build(output, "2")
    assert left_over(output) == ["site-backup-of-2024"]


# Two builds at once


def test_a_second_build_says_that_the_first_is_running(output: Path) -> None:
    """Two people, or a person and a timer, press the button at once."""
    first, said = start(output, "2", "hold")
    try:
        assert said == "building"
        assert run(output, "3") == (
            2,
            """\
output
  Found   another build of it, still running
  Needed  one build at a time
  To fix  wait until it has finished, then build again""",
        )
        assert len(left_over(output)) == 1  # the first is not swept
    finally:
        first.kill()
        first.communicate()
    assert read_site(output) == site("1")
    assert run(output, "3") == (0, "")
    assert read_site(output) == site("3")
    assert left_over(output) == []


def test_one_output_has_one_lock_under_any_name(output: Path) -> None:
    """A link to the project is another way to it."""
    (output.parent / "alias").symlink_to(output.parent)
    with (
        staging(output),
        pytest.raises(ExchangeError, match="another build of it, still running"),
        staging(output.parent / "alias" / "output"),
    ):
        pass


def test_two_outputs_are_built_at_once(tmp_path: Path) -> None:
    """The live site and a preview share a project."""
    with staging(tmp_path / "live") as live, staging(tmp_path / "preview") as preview:
        for stage in (live, preview):
            write_site(stage.folder, "1")
            stage.exchange()
    assert read_site(tmp_path / "live") == read_site(tmp_path / "preview") == site("1")


def test_a_process_that_outlives_its_build_does_not_keep_the_lock(output: Path) -> None:
    """A worker that hangs must not stop every later build."""
    first, worker = start(output, "2", "worker")
    try:
        assert first.wait() == 0
        build(output, "3")
    finally:
        os.kill(int(worker), signal.SIGKILL)
        first.communicate()
    assert read_site(output) == site("3")
