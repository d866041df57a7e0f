"""Repairs: carries out the edits that problems name, a whole file at a time.

Reads   the files that repairs name, below the content folder
Gives   edits(): each file before and after; shown(): the changed lines, for people; patch(): for
        git apply; Edit.apply()
Units   repairs of one file are applied from its end on, so that lines keep their numbers
Stops   nothing: a repair is left out when its file is not below the folder, or reads otherwise than
        the repair says, since somebody else has changed it. EditError when that happens before
        the file is written
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.core.problems import ContentError, Repair
from plugins.core.reading.source_files import check_path, display_path
from plugins.core.system.whole_files import write_whole

LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
BYTE_ORDER_MARK = "\ufeff"


class EditError(Exception):
    """A file was changed meanwhile; the message names it."""


@dataclass(frozen=True)
class Edit:
    """A file before and after. `target` is its new path, and `before` is None for a new file."""

    path: Path
    target: Path
    before: bytes | None
    after: bytes

    def apply(self) -> None:
        """Exchange the whole file. Raises EditError when it is no longer as `before` says."""
        now = self.path.read_bytes() if self.path.exists() else None
        if now != self.before or (self.target != self.path and self.target.exists()):
            raise EditError(display_path(self.path))
        if self.after != self.before:
            write_whole(self.path, self.after)
        if self.target != self.path:
            self.path.rename(self.target)

    def then(self, later: Edit) -> Edit:
        """This edit and a later one of the same file, as one."""
        return Edit(self.path, later.target, self.before, later.after)


def edits(repairs: Iterable[Repair], content: Path) -> list[Edit]:
    """What the repairs make of the files, one edit a file."""
    files: dict[str, list[Repair]] = {}
    for repair in repairs:
        files.setdefault(repair.path, []).append(repair)
    found = (edit(Path(path), group, content) for path, group in sorted(files.items()))
    return [one for one in found if one]


def edit(path: Path, repairs: Sequence[Repair], content: Path) -> Edit | None:
    """The edit of one file; None when no repair fits it as it is."""
    if not inside(path, content):
        return None
    new = [repair for repair in repairs if repair.kind == "create"]
    if new:
        return None if path.exists() else Edit(path, path, None, new[0].new.encode())
    try:
        before = path.read_bytes()
        text = before.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    lines = [list(line) for line in LINE.findall(text.removeprefix(BYTE_ORDER_MARK))]
    end = next((end for _, end in lines if end), "\n")
    within = {repair for repair in repairs if repair.kind != "rename"}
    fits = [carry_out(one, lines, end) for one in sorted(within, key=position, reverse=True)]
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    after = (mark + "".join(part for line in lines for part in line)).encode()
    targets = [Path(repair.new) for repair in repairs if repair.kind == "rename"][:1]
    target = targets[0] if targets and not within else path
    if not inside(target, content) or (target != path and target.exists()):
        return None
    return Edit(path, target, before, after) if any(fits) or target != path else None


def position(repair: Repair) -> tuple[int, int]:
    return repair.line, repair.column


def inside(path: Path, content: Path) -> bool:
    """Whether a file lies below the content folder, and not by way of a link."""
    path, content = path.absolute(), content.absolute()
    if not path.is_relative_to(content) or path == content:
        return False
    try:
        check_path(path, content)
    except ContentError:
        return False
    return True


def carry_out(repair: Repair, lines: list[list[str]], end: str) -> bool:
    """Change the lines, each a text and its end; whether they read as the repair says."""
    row, column, old = repair.line - 1, repair.column, repair.old.split("\n")
    if not 0 <= row < len(lines):
        return False
    texts = [text for text, _ in lines[row : row + len(old)]]
    if repair.kind == "replace":
        whole = "\n".join(texts)
        if not whole.startswith(repair.old, column):
            return False
        rest, last = whole[column + len(repair.old) :], lines[row + len(texts) - 1][1]
        *others, final = (whole[:column] + repair.new + rest).split("\n")
        lines[row : row + len(texts)] = [*([line, end] for line in others), [final, last]]
        return True
    if texts != old:
        return False
    if repair.kind == "insert":
        lines[row:row] = [[line, end] for line in repair.new.split("\n")]
    else:
        del lines[row : row + len(old)]
    return True


def shown(edit: Edit) -> str:
    """The lines that change, with their numbers, and a new name."""
    name, new = display_path(edit.path), display_path(edit.target)
    rows = [name if name == new else f"{name} becomes {new}"]
    before, after = read(edit.before), read(edit.after)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, stop in matcher.get_opcodes():
        if kind != "equal":
            rows += [f"  {number + 1:>4} - {before[number]}" for number in range(first, last)]
            rows += [f"  {number + 1:>4} + {after[number]}" for number in range(start, stop)]
    return "\n".join(rows)


def read(data: bytes | None) -> list[str]:
    return (data or b"").decode("utf-8-sig", "replace").splitlines()


def patch(changes: Iterable[Edit]) -> str:
    """The edits in the form that Git reads: `git apply --reverse` takes them back."""
    return "".join(map(git_diff, changes))


def git_diff(edit: Edit) -> str:
    old, new = display_path(edit.path), display_path(edit.target)
    head = [f"diff --git a/{old} b/{new}"]
    if old != new:
        head += [f"rename from {old}", f"rename to {new}"]
    if edit.before is None:
        head.append("new file mode 100644")
    if edit.before == edit.after:
        return "\n".join(["\n".join(head[:1]), "similarity index 100%", *head[1:], ""])
    before = LINE_ENDS.findall((edit.before or b"").decode("utf-8"))
    after = LINE_ENDS.findall(edit.after.decode("utf-8"))
    source = "/dev/null" if edit.before is None else f"a/{old}"
    rows = difflib.unified_diff(before, after, source, f"b/{new}")
    body = [row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n" for row in rows]
    return "\n".join([*head, ""]) + "".join(body)


# Only a line feed ends a line for Git.
LINE_ENDS = re.compile(r"[^\n]*\n|[^\n]+")
