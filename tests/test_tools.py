"""Tools that are missing, or are had from npm."""

from __future__ import annotations

import re

import pytest

from tests import tools
from tests.tools import (
    ALL,
    CHECKER,
    EXAMPLES,
    FIREFOX,
    GENERATORS,
    HOSTS,
    LINTER,
    SERVERS,
    WEBKIT,
    Tools,
)

LACKING = Tools("The test of this", {"python3": "python3", "no-such-a": "a", "no-such-b": "b"})


def test_where_tools_are_missing_a_sentence_says_what_to_install() -> None:
    """The next step is to be typed, not to be guessed."""
    assert LACKING.advice() == (
        "The test of this needs no-such-a and no-such-b, which this machine does not have.\n"
        "Install it (on Debian or Ubuntu: sudo apt-get install a b) and run the command again."
    )


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 2)])
def test_missing_tools_are_a_failure_where_tests_decide(
    monkeypatch: pytest.MonkeyPatch, ci: str, code: int
) -> None:
    """A check that is skipped everywhere checks nothing."""
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(tools, "install", lambda *_: None)
    monkeypatch.setattr(tools, "ALL", [LACKING])
    assert tools.main() == code


@pytest.mark.parametrize(("ci", "wanted"), [("", []), ("true", ["a", "b"])])
def test_where_tests_decide_who_may_become_root_gets_the_tools(
    monkeypatch: pytest.MonkeyPatch, ci: str, wanted: list[str]
) -> None:
    """GitHub's machines run as somebody else; nobody else's machine is changed unasked."""
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr(tools, "may_become_root", lambda: True)
    assert LACKING.wanted() == wanted


@pytest.mark.parametrize("ci", ["", "true"])
def test_a_test_without_its_tools_is_skipped_or_fails(
    monkeypatch: pytest.MonkeyPatch, ci: str
) -> None:
    """Skipped for who writes content; never in silence where tests decide."""
    monkeypatch.setenv("CI", ci)
    with pytest.raises(AssertionError if ci else pytest.skip.Exception, match="no-such-a"):
        LACKING.ready()


def test_all_tools_are_got_by_one_command() -> None:
    """make test runs it first."""
    assert [one for one in (CHECKER, SERVERS, HOSTS, WEBKIT, FIREFOX) if one not in ALL] == []


@pytest.mark.parametrize("one", [CHECKER, HOSTS, EXAMPLES, LINTER, GENERATORS], ids=str)
def test_the_lock_file_of_npm_pins_with_hashes_and_names_no_address(one: Tools) -> None:
    """The same packages everywhere, whichever registry a machine uses."""
    assert one.folder
    text = (one.folder / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in text
    assert text.count('"integrity": "sha512-') == len(re.findall(r'"node_modules/[^"]+": {', text))
