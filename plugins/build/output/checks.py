"""Checks of the output: no file is lost, published twice, cut short, or has code of others in it.

Gives   unportable(): problems for names that Windows or most file systems do not take
        strange(): problems for code in a page that no template wrote
        Owners: problems where two sources claim one address, claim by claim; owners(), at once;
        problems for a page that was not written, for a copy that differs from its original
Units   addresses are compared as careless hosts compare them: without case, in Unicode NFC
"""

from __future__ import annotations

import filecmp
import re
import unicodedata
from collections.abc import Iterable, Mapping, Set
from pathlib import Path

from plugins.core.model.finished_pages import FinishedPage
from plugins.core.model.inline_code import InlineCode
from plugins.core.model.page_code import strange_code
from plugins.core.problems import Problem, quoted
from plugins.core.reading.source_files import DEVICES, display_path

LONGEST = 255  # bytes in the name of a file or folder
FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')


class Owners:
    """Who has which address of a site, as far as it is known."""

    def __init__(self) -> None:
        self.first: dict[str, tuple[str, str]] = {}

    def claim(self, claims: Iterable[tuple[str, str]]) -> list[Problem]:
        """Problems for every file of the site that two sources claim, these among all so far.

        claims: pairs of the file below output/ and who wants to write it
        """
        problems = []
        for name, source in claims:
            mine = (name, source)
            first = self.first.setdefault(alike(name), mine)
            if first is not mine:  # equal is not enough: one source may claim it twice
                problems.append(taken(name, source, *first))
        return problems


def owners(claims: Iterable[tuple[str, str]]) -> list[Problem]:
    """Problems for every file of a site that two sources claim."""
    return Owners().claim(claims)


def unportable(claims: Iterable[tuple[str, str]]) -> list[Problem]:
    """Problems for every file of a site that could not be unpacked or uploaded everywhere."""
    return [
        Problem(
            source,
            found=f"the file /{name}, {why}",
            needed="a name that every system and every host takes",
            fix="rename the file",
        )
        for name, source in claims
        if (why := next(filter(None, map(unportable_part, name.split("/"))), ""))
    ]


def unportable_part(part: str) -> str:
    """Why a name of a file or folder is not taken everywhere; "" when it is."""
    if len(part.encode()) > LONGEST:
        return f"whose name has {len(part.encode())} bytes, and most disks take {LONGEST}"
    if part.partition(".")[0].lower() in DEVICES:
        return "whose name Windows keeps for a device"
    if part.endswith((".", " ")) or FORBIDDEN.search(part):
        return "whose name Windows does not take"
    return ""


def alike(name: str) -> str:
    """The same for names that a careless host takes for one."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()


def taken(name: str, source: str, other_name: str, other: str) -> Problem:
    same = "" if other_name == name else f" (as {other_name})"
    return Problem(
        source,
        found=f"the address /{name.removesuffix('index.html')}, which {other} has too{same}",
        needed="an address of its own for every page and every picture",
        fix="rename one of the two files",
    )


def unwritten(folder: Path, expected: Iterable[tuple[str, str]]) -> list[Problem]:
    """Problems for every expected file that is not there, or is empty.

    expected: pairs of the file below `folder` and the source that it comes from
    """
    problems = []
    for name, source in expected:
        written = folder / name
        if not written.is_file() or not written.stat().st_size:
            problems.append(
                Problem(
                    source,
                    found=f"no page at /{name.removesuffix('index.html')} after the build",
                    needed="a page for every source",
                    fix="run the build again; if it stays so, tell a developer",
                )
            )
    return problems


def damaged(copies: Mapping[Path, Path]) -> list[Problem]:
    """Problems for every copy that is not its original, byte for byte (a full disk cuts files).

    copies: original to copy
    """
    return [
        Problem(
            display_path(original),
            found="a copy that is missing or cut short",
            needed="an exact copy; the disk may be full",
            fix="free some space on the disk and run the build again",
        )
        for original, copy in copies.items()
        if not copy.is_file() or not filecmp.cmp(original, copy, shallow=False)
    ]


def strange(
    pages: Mapping[str, FinishedPage], sources: Mapping[str, str], known: Set[InlineCode]
) -> list[Problem]:
    """Problems for every script, style or handler in a page that no template wrote.

    pages    what is in each finished page, by its name, like "/about/index.html"
    sources  what each page, like "about/index.html", is made from
    """
    return [
        Problem(
            sources.get(name[1:]) or name,
            found=f"{quoted(code)} in the finished page {name.removesuffix('index.html')}",
            needed="no code but that of the theme: browsers would obey it",
            fix="delete the folder .cache/ and build again; if it stays, ask a developer",
        )
        for name, page in pages.items()
        for code in dict.fromkeys(strange_code(page.code, known))
    ]
