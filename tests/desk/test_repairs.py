"""Repairs, carried out to the letter: the problem goes, no other comes, and no fact is lost."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.build.plugin_loading import load
from plugins.build.read.reader import read
from plugins.build.read.text_checks import check_texts
from plugins.core.feature import Feature
from plugins.core.paths import PROJECT
from plugins.core.problems import ContentError, Problem, Repair
from plugins.desk.repairs import Edit, EditError, edits, patch, shown

FULL = PROJECT / "tests/sites/full"
HEAD = "---\ntitle: Cupping\nsummary: Cups.\n---\n\nText.\n"
# File, a text in it ("" adds a file with the new text), and what somebody has typed instead.
SLIPS = [
    ("offers/spring.md", "headline: Spring", "headlin: Spring"),
    ("offers/spring.md", "headline: Spring", "headline:Spring"),
    ("offers/spring.md", "headline: Spring", "headline = Spring"),
    ("offers/spring.md", "starts: 2030-05-01", "starts: 05/31/2030"),
    ("offers/spring.md", "starts: 2030-05-01", "starts: May 1, 2030"),
    ("offers/spring.md", "starts: 2030-05-01", "starts: 2030-5-1   # first day"),
    ("offers/spring.md", "priority: 10", "priority: 10 min"),
    ("offers/spring.md", "  - hot-stones", "  - Hot Stones"),
    ("modalities/swedish-massage.md", "- sore-shoulders", "- sore-shoulder"),
    ("offers/spring.md", "  - hot-stones", "  - hot-stone"),
    ("offers/spring.md", "  - hot-stones", "  -hot-stones"),
    ("offers/spring.md", "  - hot-stones", "\t- hot-stones"),
    ("offers/spring.md", "terms: One session", "terms: Note: one session"),
    ("offers/spring.md", "terms: One session", "terms: @home, one session"),
    ("offers/spring.md", "---\nheadline", "headline"),
    ("offers/spring.md", "---\nheadline", "----\nheadline"),
    ("offers/spring.md", "saving: 25\n---", "saving: 25\n—"),
    ("offers/spring.md", "saving: 25\n---", "saving: 25"),
    ("offers/spring.md", "Call and say", "\u2022 Call\n\u2022 say"),
    ("offers/spring.md", "Call and say", "Words:\n\u2705 Call\n\u2705 and say"),
    ("offers/spring.md", "Call and say", "1)Call\n2)say"),
    ("offers/spring.md", "Call and say", "##Call\n\nand say"),
    ("offers/spring.md", "Call and say", "#Call and say"),
    ("offers/spring.md", "Call and say", "[Call]: free\n\nSay"),
    ("offers/spring.md", "terms: One session", "terms: One session &amp; one talk"),
    ("practice.yaml", "telephone:", "telefone:"),
    ("practice.yaml", "tagline: Unhurried", 'tagline: "Unhurried'),
    ("practice.yaml", "  provider: buttondown", "  provider: butondown"),
    ("practice.yaml", 'monday: "09:00-18:00"', "monday: 9am-6pm"),
    ("practice.yaml", "longitude: -105.25", "longitude: -105,25"),
    ("modalities/swedish-massage.md", "\n---\n\n", "\n---\n\n[Ours](www.example.com)\n\n"),
    ("modalities/swedish-massage.md", "\n---\n\n", "\n---\n\n[Write](mailto: a@b.example)\n\n"),
    ("modalities/swedish-massage.md", "---\ntitle", "---\nstatus: draft\ntitle"),
    ("modalities/Cupping.md", "", HEAD),
    ("modalities/cupping.txt", "", HEAD),
    ("modalities/cupping.md.txt", "", HEAD),
    ("modalities/cupping.MD", "", HEAD),
    ("modalities/María's cups.md", "", HEAD),
    ("images/Ada's photo.jpg", "", "not read"),
]


@pytest.fixture(scope="module")
def features() -> tuple[Feature, ...]:
    from pelican.settings import read_settings  # noqa: PLC0415  (loads Pelican)

    settings = read_settings(str(PROJECT / "pelicanconf.py"))
    return load(settings["PLUGINS"], settings).features


def problems_of(content: Path, features: tuple[Feature, ...]) -> list[Problem]:
    """The problems that a build finds before it writes a page."""
    now = datetime(2030, 5, 2, 18, tzinfo=UTC)
    try:
        found = read(content, features, now=lambda _: now)
    except ContentError as error:
        return error.problems
    return [*found.problems, *check_texts(found.site)]


def slipped(folder: Path, name: str, right: str, wrong: str) -> Path:
    """A copy of the practice with one slip."""
    content = folder / "content"
    shutil.copytree(FULL, content)
    path = content / name
    if right:
        text = path.read_text()
        assert right in text
        path.write_text(text.replace(right, wrong, 1))
    else:
        path.write_text(wrong)
    return content


def scalars(content: Path) -> Counter[str]:
    """Every word of every file, without the signs between them; names of files, too."""
    words: Counter[str] = Counter()
    for path in content.rglob("*"):
        if path.suffix.lower() in (".md", ".yaml", ".txt"):
            words.update(re.findall(r"\w+", path.read_text()))
    return words


def without_lines(problem: Problem) -> tuple[str, ...]:
    return (problem.path, problem.found, problem.needed)


def repairs(problems: list[Problem]) -> Iterator[tuple[Problem, Repair]]:
    yield from ((problem, problem.repair) for problem in problems if problem.repair)


@pytest.mark.parametrize(("name", "right", "wrong"), SLIPS)
def test_a_repair_solves_its_problem_and_brings_no_other(
    tmp_path: Path, features: tuple[Feature, ...], name: str, right: str, wrong: str
) -> None:
    content = slipped(tmp_path, name, right, wrong)
    before = problems_of(content, features)
    assert before, "the slip is no slip"
    found = list(repairs(before))
    assert found, f"no repair: {before[0]}"
    for problem, repair in found:
        again = tmp_path / "again/content"
        shutil.copytree(content, again)
        moved = Repair(**{**vars(repair), **moved_paths(repair, content, again)})
        (edit,) = edits([moved], again)
        words = scalars(again)
        others = {path: path.read_bytes() for path in again.rglob("*.*") if path != edit.path}
        edit.apply()
        after = [
            tuple(part.replace(str(again), str(content)) for part in without_lines(one))
            for one in problems_of(again, features)
        ]
        assert without_lines(problem) not in after
        lost = words - scalars(again)
        assert set(lost) <= set(re.findall(r"\w+", repair.old)), "a fact is lost"
        assert all(path.read_bytes() == data for path, data in others.items())
        if repair.safe:
            assert not set(after) - {without_lines(one) for one in before}
        assert repair.new.strip().rpartition("/")[2].split("\n")[0] in problem.fix or (
            repair.kind != "rename" and problem.fix
        )
        shutil.rmtree(tmp_path / "again")


def moved_paths(repair: Repair, content: Path, again: Path) -> dict[str, str]:
    path = repair.path.replace(str(content), str(again))
    new = repair.new.replace(str(content), str(again))
    return {"path": path, "new": new}


def one_repair(content: Path) -> Repair:
    return Repair("replace", str(content / "practice.yaml"), 1, 0, "nome", "name")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "practice.yaml").write_bytes(b"\xef\xbb\xbfnome: Example\r\ntown: X")
    return folder


def test_byte_order_mark_line_ends_and_permissions_stay(content: Path) -> None:
    """The editor of the person who wrote the file wants them so."""
    (content / "practice.yaml").chmod(0o640)
    (edit,) = edits([one_repair(content)], content)
    edit.apply()
    path = content / "practice.yaml"
    assert path.read_bytes() == b"\xef\xbb\xbfname: Example\r\ntown: X"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in content.iterdir()] == ["practice.yaml"]


def test_a_file_that_reads_otherwise_is_left(content: Path) -> None:
    """Somebody has saved it since the problem was found."""
    (content / "practice.yaml").write_text("# New\nnome: Example\n")
    assert edits([one_repair(content)], content) == []


def test_a_file_that_changes_after_the_look_is_left(content: Path) -> None:
    (edit,) = edits([one_repair(content)], content)
    (content / "practice.yaml").write_text("name: Mine\n")
    with pytest.raises(EditError):
        edit.apply()
    assert (content / "practice.yaml").read_text() == "name: Mine\n"


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/hostname", "linked.md", "linked/a.md"])
def test_nothing_outside_the_folder_is_touched(content: Path, name: str) -> None:
    """A repair is data, and data can be forged."""
    outside = content.parent / "secret.txt"
    outside.write_text("nome")
    (content.parent / "elsewhere").mkdir()
    (content.parent / "elsewhere/a.md").write_text("nome")
    (content / "linked.md").symlink_to(outside)
    (content / "linked").symlink_to(content.parent / "elsewhere")
    repair = Repair("replace", str(content / name), 1, 0, "nome", "name")
    assert edits([repair], content) == []
    away = Repair("rename", str(content / "practice.yaml"), new=str(content / name))
    assert edits([away], content) == []


def test_a_file_is_never_moved_onto_another(content: Path) -> None:
    (content / "about.md").write_text("mine")
    rename = Repair("rename", str(content / "practice.yaml"), new=str(content / "about.md"))
    assert edits([rename], content) == []


def test_the_changed_lines_are_shown_with_their_numbers(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(content.parent)
    (edit,) = edits([Repair("replace", "content/practice.yaml", 1, 0, "nome", "name")], content)
    assert (
        shown(edit)
        == """\
content/practice.yaml
     1 - nome: Example
     1 + name: Example"""
    )
    assert patch([Edit(Path("a"), Path("a"), b"x", b"y\n")]).splitlines() == [
        *("diff --git a/a b/a", "--- a/a", "+++ b/a", "@@ -1 +1 @@"),
        *("-x", "\\ No newline at end of file", "+y"),
    ]
