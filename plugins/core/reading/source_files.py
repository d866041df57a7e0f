"""Source files: content as staff deliver it, read safely and refused by name.

Reads   any file below the content folder, at most LIMIT bytes, UTF-8
Gives   its text without byte order mark, every line ending in a line feed
Stops   ContentError: a symbolic link, a path that leaves the folder, another encoding,
        NUL or control characters, a carriage return alone in a field, a file that is too large or
        cannot be read
"""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from plugins.core.problems import ContentError, Problem, Repair, quoted

LIMIT = 256 * 1024
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_LENGTH = 80
# Names that Windows keeps for devices; such a file or folder could not be unpacked there.
DEVICES = {"con", "prn", "aux", "nul"} | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)
}
RESERVED = DEVICES | {"index"}
# Also line ends that editors do not show as such, and a byte order mark inside the text.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# A line end of old machines among others: editors show the line as one, YAML reads two. In a text
# it is a line end like any other.
FIELDS = re.compile(r"\s*---[ \t]*\n.*?^---[ \t]*$", re.DOTALL | re.MULTILINE)
# A type that is there twice: about.md.md
TYPES = re.compile(r"(?i)(\.(md|markdown|mdown|txt|text|yaml|yml))+$")
# Where Git could not join two versions. A lone ======= makes a heading of the line above.
MERGE = re.compile(r"(?m)^(<{7} .*|>{7} .*|<{7}|>{7})$")
SAVE_AS_UTF8 = 'save the file again with the encoding "UTF-8"'


def display_path(path: Path) -> str:
    """The path as a person in the current folder would type it, with forward slashes."""
    name, here = path.as_posix(), f"{Path.cwd()}/"
    if name.startswith(here) and ".." not in name:
        return name.removeprefix(here)  # what the rest gives, sooner
    relative = os.path.relpath(path)
    return Path(path).as_posix() if relative.startswith("..") else Path(relative).as_posix()


def refuse(  # noqa: PLR0913  (the parts of a problem)
    path: Path,
    found: str,
    needed: str,
    fix: str = "",
    *,
    line: int = 0,
    repair: Repair | None = None,
) -> ContentError:
    return ContentError([Problem(display_path(path), line, "", found, needed, fix, repair=repair)])


def renaming(path: Path, name: str) -> Repair:
    """The repair that gives a file another name, in its folder or elsewhere: ../images/name."""
    target = Path(os.path.normpath(path.parent / name))
    safe = not target.exists()
    return Repair("rename", display_path(path), new=display_path(target), safe=safe)


def check_path(path: Path, root: Path) -> None:
    """Refuse a symbolic link at or above `path`, and a path that is not below `root`."""
    inside = path.relative_to(root)
    for part in (path, *path.parents[: len(inside.parts) - 1]):
        if part.is_symlink():
            raise refuse(
                part,
                "a link to another place",
                "the file itself: a link can publish what lies outside the content folder",
                "delete the link and copy the file here",
            )
    if ".." in inside.parts:
        raise refuse(
            path, "a path that leaves the content folder", "a file inside it", "move the file here"
        )


def read_source(path: Path, root: Path, limit: int = LIMIT) -> str:
    """The text of one content file. Raises ContentError with what to do."""
    check_path(path, root)
    try:
        if not path.is_file() and path.exists():
            raise refuse(path, "something that is no file", "a file", "move it elsewhere")
        size = path.stat().st_size
        data = path.read_bytes() if size <= limit else b""
    except OSError as error:
        raise refuse(
            path,
            f"a file that cannot be read ({(error.strerror or 'unknown').lower()})",
            "a file that you may open",
            "change its permissions, or copy it anew",
        ) from None
    if size > limit:
        raise refuse(
            path,
            f"{size:,} bytes",
            f"at most {limit:,} bytes",
            "split the text into several pages, or remove what was pasted by mistake",
        )
    return decoded(data, path)


def decoded(data: bytes, path: Path) -> str:
    """Bytes to text: UTF-8 with or without a byte order mark, line ends made one."""
    half = data[:200].count(0) * 2 >= len(data[:200]) > 1
    if half or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise refuse(path, 'a file saved as "UTF-16"', "UTF-8", SAVE_AS_UTF8, line=1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refuse(
            path,
            "a character that is not UTF-8 (often a file saved by an older program)",
            "UTF-8",
            SAVE_AS_UTF8,
            line=line,
        ) from None
    check_line_ends(text, path)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if mark := MERGE.search(text):
        raise refuse(
            path,
            f"{quoted(mark[1])}, a mark between two versions that Git could not join",
            "one text: what stands between <<<<<<< and ======= is one version, what follows the "
            "other",
            "keep the lines that are right, and delete the others with the lines of the marks",
            line=text.count("\n", 0, mark.start()) + 1,
        )
    if bad := CONTROL.search(text):
        raise refuse(
            path,
            f"an invisible control character (number {ord(bad.group())})",
            "plain text",
            "delete that line and type it again; if all of the file looks strange, it is not text",
            line=text.count("\n", 0, bad.start()) + 1,
        )
    return text


def check_line_ends(text: str, path: Path) -> None:
    """Refuse a carriage return alone in a field, unless all lines of the file end so."""
    if "\r" not in text or "\n" not in text:
        return
    text = text.replace("\r\n", "\n")
    fields = text if path.suffix == ".yaml" else (FIELDS.match(text) or [""])[0]
    if "\r" in fields:
        raise refuse(
            path,
            "an invisible sign, CARRIAGE RETURN (U+000D)",
            "line ends that show",
            "delete that line and type it again",
            line=fields.count("\n", 0, fields.index("\r")) + 1,
        )


def check_slug(path: Path) -> str:
    """The slug that the file's name gives. Raises ContentError when it cannot be an address."""
    slug = path.stem
    if SLUG.fullmatch(slug) and len(slug) <= SLUG_LENGTH and slug not in RESERVED:
        return slug
    better = slug_of(TYPES.sub("", slug)) or "page"
    better = f"{better}-page" if better in RESERVED else better
    raise refuse(
        path,
        f"a file named {quoted(path.name)}",
        f"a name of small letters, digits and single hyphens, at most {SLUG_LENGTH} characters: "
        "it becomes the address of the page",
        repair=renaming(path, f"{better}{path.suffix.lower()}"),
    )


def slug_of(text: str) -> str:
    """The slug that is nearest to a text; empty when it has no letter or digit of a-z, 0-9."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:SLUG_LENGTH].strip("-")
