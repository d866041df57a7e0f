"""Slips of every kind in every line of a practice: whatever repair they get is carried out.

A repair must solve its problem and lose no word. One that may be applied without being asked brings
no other problem, and no file but its own changes.
"""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.core.feature import Feature
from plugins.core.problems import Problem, Repair
from plugins.desk.repairs import edits
from tests.desk.test_repairs import features, problems_of, scalars, without_lines
from tests.sites import FULL
from tests.torture.counts import tell, times

__all__ = ["features"]  # a fixture

pytestmark = pytest.mark.counts

KEY = re.compile(r"(?P<lead> *(?:- )?)(?P<key>[a-z_]+):(?: +(?P<value>\S.*))?")
ITEM = re.compile(r"(?P<lead> *)- (?P<value>.*)")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True)
class Slip:
    """One line of a file as somebody mistyped it; rows count from 0."""

    kind: str
    name: str
    row: int
    line: str


def keys(lead: str, key: str, value: str) -> Iterator[tuple[str, str]]:
    """Slips in a key."""
    rest = f": {value}".rstrip()
    yield "a letter less", f"{lead}{key[:-1]}{rest}"
    if len(key) > 3:
        yield "two letters the other way round", f"{lead}{key[0]}{key[2]}{key[1]}{key[3:]}{rest}"
    yield "a capital", f"{lead}{key.capitalize()}{rest}"
    if "_" in key:
        yield "a blank for the line below", f"{lead}{key.replace('_', ' ')}{rest}"
        yield "a hyphen for the line below", f"{lead}{key.replace('_', '-')}{rest}"


def values(lead: str, key: str, value: str) -> Iterator[tuple[str, str]]:
    """Slips in a value, and between it and its key."""
    yield "no blank", f"{lead}{key}:{value}"
    yield "an equals sign", f"{lead}{key} = {value}"
    yield "a blank before the colon", f"{lead}{key} : {value}"
    yield "one quotation mark", f'{lead}{key}: "{value}'
    yield "quotation marks of a word processor", f"{lead}{key}: \u201c{value}\u201d"
    yield "a colon in it", f"{lead}{key}: Note: {value}"
    yield "%", f"{lead}{key}: %{value}"
    if " " in value:
        yield "@", f"{lead}{key}: @{value}"
        yield "*", f"{lead}{key}: *{value}"
        yield "a code of HTML", f"{lead}{key}: {value} &amp; more"
    if NUMBER.fullmatch(value):
        yield "a dollar sign", f"{lead}{key}: ${value}"
        yield "a unit", f"{lead}{key}: {value} min"
        yield "a comma", f"{lead}{key}: {value.replace('.', ',')}"
        yield "about", f"{lead}{key}: about {value}"
    if day := DAY.fullmatch(value):
        year, month, number = day.groups()
        yield "month first", f"{lead}{key}: {month}/{number}/{year}"
        yield "day first", f"{lead}{key}: {number}.{month}.{year}"
        yield "short numbers", f"{lead}{key}: {year}-{int(month)}-{int(number)}"
        yield "a time in words", f"{lead}{key}: {value} 6pm"


def items(lead: str, value: str) -> Iterator[tuple[str, str]]:
    """Slips in an item of a list."""
    yield "no blank after the hyphen", f"{lead}-{value}"
    yield "a star for a hyphen", f"{lead}* {value}"
    yield "a typed bullet", f"{lead}\u2022 {value}"
    yield "a tab before an item", f"\t- {value}"
    yield "a letter less in an item", f"{lead}- {value[:-1]}"
    yield "a title for an address", f"{lead}- {value.replace('-', ' ').title()}"


def fences() -> Iterator[tuple[str, str]]:
    """Slips in the lines around the fields."""
    for line in ("----", "\u2014", "--", " ---", ""):
        yield "a line of three hyphens", line


def in_line(line: str) -> Iterator[tuple[str, str]]:
    """A kind of slip, and the line with it."""
    if match := KEY.fullmatch(line):
        lead, key, value = match["lead"], match["key"], match["value"] or ""
        yield from keys(lead, key, value)
        if value:
            yield from values(lead, key, value)
        yield "a tab in front", f"\t{line}"
        yield "a blank in front", f" {line}"
        yield "a bullet in front", f"\u2022 {line.strip()}"
    elif match := ITEM.fullmatch(line):
        yield from items(match["lead"], match["value"])
    elif line == "---":
        yield from fences()


def slips() -> Iterator[Slip]:
    """Every slip in every line that YAML reads."""
    for path in sorted(FULL.rglob("*")):
        if path.suffix in (".md", ".yaml"):
            lines = path.read_text().split("\n")
            last = lines.index("---", 1) if path.suffix == ".md" else len(lines)
            for row, line in enumerate(lines[: last + 1]):
                for kind, wrong in in_line(line):
                    if wrong != line:
                        yield Slip(kind, path.relative_to(FULL).as_posix(), row, wrong)


def faults(
    problem: Problem,
    repair: Repair,
    before: list[Problem],
    content: Path,
    all_of: tuple[Feature, ...],
) -> Iterator[str]:
    """What is wrong with a repair, once it is carried out; the folder is as it was afterwards."""
    (edit,) = edits([repair], content)
    words = scalars(content)
    others = {path: path.read_bytes() for path in content.rglob("*.*") if path != edit.path}
    edit.apply()
    after = {without_lines(one) for one in problems_of(content, all_of)}
    if without_lines(problem) in after:
        yield "the problem is still there"
    if repair.safe and (more := after - {without_lines(one) for one in before}):
        yield f"another comes: {more}"
    if lost := set(words - scalars(content)) - set(re.findall(r"\w+", repair.old)):
        yield f"a fact is lost: {lost}"
    if any(path.read_bytes() != data for path, data in others.items()):
        yield "another file has changed"
    if edit.target != edit.path:
        edit.target.rename(edit.path)
    edit.path.write_bytes(edit.before or b"")


@pytest.mark.torture
def test_every_repair_solves_its_problem(
    tmp_path: Path, features: tuple[Feature, ...], request: pytest.FixtureRequest
) -> None:
    """Staff press "Fix it" and trust it."""
    content = tmp_path / "content"
    shutil.copytree(FULL, content)
    usual = {without_lines(one) for one in problems_of(content, features)}
    every = list(slips())
    random.Random(8).shuffle(every)  # noqa: S311  (an order, not a secret)
    counts, wrong = Counter[str](), []
    for slip in every[: times(60, len(every))]:
        path = content / slip.name
        lines = path.read_text().split("\n")
        path.write_text("\n".join([*lines[: slip.row], slip.line, *lines[slip.row + 1 :]]))
        found = problems_of(content, features)
        fresh = [one for one in found if without_lines(one) not in usual]
        counts["slips"] += 1
        counts["problems"] += bool(fresh)
        for problem in fresh:
            if problem.repair:
                counts["repairs"] += 1
                told = list(faults(problem, problem.repair, found, content, features))
                wrong += [f"{slip}: {one}. {problem.found}: {problem.fix}" for one in told]
        path.write_text("\n".join(lines))
    assert wrong == []
    assert counts["repairs"] > counts["problems"] / 2
    tell(request, ", ".join(f"{number:,} {name}" for name, number in counts.items()))
