"""Pruning: new files without what a build refuses.

Gives   pruned(): the files that build beside a content folder, and what was left out of them, each
        with the reason that the build gives; refused(): the errors of a content folder
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from plugins.build.pipeline import read_model
from plugins.core.problems import ContentError, Problem
from plugins.core.reading.source_files import display_path
from plugins.desk.import_site.starter_files import Left
from plugins.desk.project import load_project

ROUNDS = 12
END = "\n---\n"


def refused(content: Path, settings: str) -> list[Problem]:
    """The errors in a content folder, as a site to publish and as a preview."""
    project = load_project(settings, content).build_settings()
    found: list[Problem] = []
    for preview in (True, False):
        try:
            read_model(replace(project, preview=preview, at=""))
        except ContentError as error:
            found += [one for one in error.problems if one.level == "error"]
    return sorted(set(found))


def pruned(
    files: dict[str, str], pictures: Mapping[str, Path], content: Path, settings: str
) -> tuple[dict[str, str], list[Left]]:
    """pictures: by their name in images/; content: a copy, into which all are written."""
    (content / "images").mkdir(exist_ok=True)
    for name, file in pictures.items():
        shutil.copyfile(file, content / "images" / name)
    beside = {f"images/{name}" for name in pictures}
    files = dict(files)
    left: list[Left] = []
    for round_ in range(ROUNDS + 1):
        for name, text in files.items():
            (content / name).parent.mkdir(parents=True, exist_ok=True)
            (content / name).write_text(text, encoding="utf-8", newline="\n")
        problems = refused(content, settings)
        if not problems:
            return files, left
        named = {name_in(one, content) for one in problems}
        # The paragraphs that show them are refused next.
        broken = named & beside
        for name in sorted(broken):
            own = [one for one in problems if name_in(one, content) == name]
            left += [Left(name, one.found, one.needed) for one in own]
            (content / name).unlink()
            beside.remove(name)
        wrong = named & set(files)
        if not wrong and not broken:
            break
        for name in sorted(wrong):
            own = [one for one in problems if name_in(one, content) == name]
            text = without(files[name], own) if round_ < ROUNDS else ""
            here, there = display_path(content), content.name
            left += [Left(name, one.found.replace(here, there), one.needed) for one in own]
            files[name] = text
            if not text:
                del files[name]
                (content / name).unlink()
    # What is wrong is said of a file that was there before, and only because of the new ones.
    return {}, [*left, *(Left(one.path, one.found, one.needed) for one in problems)]


def without(text: str, problems: list[Problem]) -> str:
    """The text without the paragraphs and the optional fields of the problems; "" when a problem is
    about more than those."""
    head, mark, body = text.partition(END)
    first = head.count("\n") + 3
    lines = body.split("\n")
    kept = set(range(len(lines)))
    fields = {re.split(r"\W", one.field)[0] for one in problems if one.line < first}
    if any(without_field(head, key) == head for key in fields):
        return ""
    for key in fields:
        head = without_field(head, key)
    for problem in problems:
        place = problem.line - first
        if place >= len(lines):
            return ""
        kept -= paragraph(lines, place) if place >= 0 else set()
    rest = "\n".join(lines[number] for number in sorted(kept))
    return head + mark + "\n" + re.sub(r"\n{3,}", "\n\n", rest).strip() + "\n"


def without_field(head: str, key: str) -> str:
    """Without the aliases or the place in the menu; with the title for a summary."""
    if key == "summary":
        title = re.search(r"(?m)^title: (.*)$", head)
        return re.sub(r"(?m)^summary: .*$", lambda _: f"summary: {title[1] if title else ''}", head)
    return re.sub(rf"\n{key}:(?:\n  .*)*", "", head) if key in ("aliases", "navigation") else head


def paragraph(lines: list[str], place: int) -> set[int]:
    """The lines around a place, up to empty ones."""
    start = end = place
    while start > 0 and lines[start - 1].strip():
        start -= 1
    while end < len(lines) and lines[end].strip():
        end += 1
    return set(range(start, max(end, place + 1)))


def name_in(problem: Problem, content: Path) -> str:
    return problem.path.removeprefix(f"{display_path(content)}/")
