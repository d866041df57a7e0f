"""What a disk refuses, in the words that staff read."""

from __future__ import annotations

import errno
import os
import pickle
from pathlib import Path

import pytest

from plugins.build.output.os_errors import ExchangeError, plain_words


def said(number: int) -> str:
    with pytest.raises(ExchangeError) as caught, plain_words(Path("output")):
        raise OSError(number, os.strerror(number))
    return str(caught.value)


NO_PERMISSION = """\
output
  Found   a folder that your account may not change
  Needed  permission to change "output" and the folder around it
  To fix  ask whoever set up this computer, or choose another output folder"""
NO_ROOM = """\
output
  Found   a full disk
  Needed  room for the new site beside the old one
  To fix  delete files that nobody needs, then build again"""
SOMEBODY_ELSE = """\
output
  Found   files that appeared during the build
  Needed  nobody else writing there
  To fix  build again"""


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, NO_PERMISSION),
        (errno.EPERM, NO_PERMISSION),
        (errno.ENOSPC, NO_ROOM),
        (errno.EDQUOT, NO_ROOM),
        (errno.EEXIST, SOMEBODY_ELSE),
        (errno.ENOTEMPTY, SOMEBODY_ELSE),
        (
            errno.EWOULDBLOCK,
            """\
output
  Found   another build of it, still running
  Needed  one build at a time
  To fix  wait until it has finished, then build again""",
        ),
        (
            errno.EROFS,
            """\
output
  Found   a disk that can only be read
  Needed  a disk that can be changed
  To fix  choose another output folder, on another disk""",
        ),
        (
            errno.EBUSY,
            """\
output
  Found   a place where a disk is attached
  Needed  a folder that can be renamed
  To fix  choose a folder inside it as output folder, such as "output/site\"""",
        ),
        (
            errno.EXDEV,
            """\
output
  Found   a folder on another disk than the folder around it
  Needed  both on one disk
  To fix  delete "output", or choose another output folder, then build again""",
        ),
        (
            errno.EIO,
            """\
output
  Found   a disk that reports a fault
  Needed  a disk that works
  To fix  copy your work to another disk and have this one checked""",
        ),
    ],
    ids=lambda value: errno.errorcode[value] if isinstance(value, int) else "",
)
def test_a_known_refusal_says_what_to_do(number: int, words: str) -> None:
    """Whoever edits the site has never heard of errno."""
    assert said(number) == words


def test_an_unknown_refusal_quotes_the_computer() -> None:
    """The person who is asked for help needs the original words."""
    assert (
        said(errno.ENAMETOOLONG)
        == """\
output
  Found   a refusal of the computer: "File name too long"
  Needed  a folder that can be made, renamed and deleted
  To fix  choose another output folder; if that does not help, \
send this message to who looks after the site"""
    )


def test_the_place_is_what_a_person_would_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pelican makes every path absolute; nobody types /home/anna/site/output."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ExchangeError) as caught, plain_words(tmp_path / "output"):
        raise OSError(errno.EIO, "")
    assert caught.value.place == "output"


def test_what_is_no_refusal_of_the_system_passes_through() -> None:
    """A fault of the program must not be shown as a fault of the disk."""
    with pytest.raises(ValueError, match="ours"), plain_words(Path("output")):
        raise ValueError("ours")


def test_the_error_survives_the_way_between_two_processes() -> None:
    """Builds may run in a pool of processes, which pickles what they raise."""
    error = ExchangeError("output", "a", "b", "c")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 our own bytes
