"""Ledger: nothing is lost, nothing is published twice, nothing is cut.

Gives   problems: two owners of one address, a page that was not written, a copy that differs
        from its original
Units   addresses are compared as careless hosts compare them: without case, in Unicode NFC
"""

from __future__ import annotations

import filecmp
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.core.problems import Problem
from plugins.core.sources import shown


def owners(claims: Iterable[tuple[str, str]]) -> list[Problem]:
    """Problems for every file of the site that two sources claim.

    claims: pairs of the file below output/ and who wants to write it
    """
    first: dict[str, tuple[str, str]] = {}
    problems = []
    for name, source in claims:
        key = unicodedata.normalize("NFC", name).casefold()
        if key in first:
            other_name, other = first[key]
            same = "" if other_name == name else f" (as {other_name})"
            problems.append(
                Problem(
                    source,
                    found=f"the address /{name.removesuffix('index.html')}, "
                    f"which {other} has too{same}",
                    needed="an address of its own for every page and every picture",
                    fix="rename one of the two files",
                )
            )
        else:
            first[key] = (name, source)
    return problems


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
            shown(original),
            found="a copy that is missing or cut short",
            needed="an exact copy; the disk may be full",
            fix="free some space on the disk and run the build again",
        )
        for original, copy in copies.items()
        if not copy.is_file() or not filecmp.cmp(original, copy, shallow=False)
    ]
