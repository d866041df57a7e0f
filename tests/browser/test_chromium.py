"""Where the browser of the tests comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import chromium


def test_the_browser_on_the_machine_is_taken_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing is downloaded that is there already."""
    mine = tmp_path / "chrome"
    mine.write_text("#!/bin/sh\n")
    mine.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert chromium.ensure(ways=()) == str(mine)


def test_a_browser_without_windows_is_taken_before_one_with_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Windows that nobody sees take half of the time of all tests in a browser."""
    for name in ("chromium", chromium.WITHOUT_WINDOWS):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chromium.find() == str(tmp_path / chromium.WITHOUT_WINDOWS)
    assert chromium.find(chromium.WHOLE) == chromium.ensure() == str(tmp_path / "chromium")


@pytest.mark.parametrize(("chosen", "asked"), [("", [chromium.WITHOUT_WINDOWS]), ("mine", [])])
def test_the_one_without_windows_is_asked_for_unless_a_browser_was_chosen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, chosen: str, asked: list[str]
) -> None:
    """Where there is none, as on Ubuntu, the other one does it all."""
    packages: list[str] = []
    monkeypatch.setenv("CHROMIUM", chosen)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "ensure", lambda: "chromium")
    monkeypatch.setattr(chromium, "find", lambda: "chromium")
    monkeypatch.setattr(chromium, "system_package", packages.append)
    assert (chromium.main(), packages) == (0, asked)


def test_each_way_is_tried_until_one_gives_a_browser(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A machine without the network of one way may have that of the next."""
    tried: list[str] = []
    found: list[str] = []

    def failing() -> bool:
        tried.append("download")
        return False

    def working() -> bool:
        tried.append("package")
        found.append(str(tmp_path))
        return True

    monkeypatch.setattr(chromium, "find", lambda _names: found[0] if found else None)
    monkeypatch.setattr(chromium, "starts", lambda _: True)
    assert chromium.ensure((failing, working)) == str(tmp_path)
    assert tried == ["download", "package"]


def test_a_browser_that_does_not_start_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Downloaded onto a small system it lacks libraries, and every test ends in a call stack."""
    broken, whole = tmp_path / "broken", tmp_path / "whole"
    broken.write_text("#!/bin/sh\nexit 127\n")
    whole.write_text("#!/bin/sh\n")
    broken.chmod(0o755)
    whole.chmod(0o755)
    paths = [broken, whole]
    monkeypatch.setattr(chromium, "find", lambda _names: str(paths.pop(0)))
    assert chromium.ensure((lambda: True,)) == str(whole)


def test_where_no_way_works_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The next step is to be typed, not to be guessed."""
    monkeypatch.setattr(chromium, "ensure", lambda: None)
    assert chromium.main() == 2
    assert capsys.readouterr().out == (
        "The tests need the browser Chromium or Google Chrome, and none could be installed.\n"
        "Install one (on Debian or Ubuntu: sudo apt-get install chromium) and run the command "
        "again,\nor name yours: CHROMIUM=/path/to/chrome make test\n"
    )
