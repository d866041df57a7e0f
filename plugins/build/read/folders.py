"""Folders: what lies in the content folder, and what may not lie there.

Gives   entries() of a folder, image() for a picture, strangers() beside the known folders
Stops   ContentError: a link to another place, a folder or a device where a file is needed,
        another type of file, a picture whose name or size is none for a web site
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fnmatch import translate
from pathlib import Path

from plugins.core.problems import ContentError, Problem, listed, quoted
from plugins.core.reading.source_files import check_path, display_path

IMAGE_TYPES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
IMAGE_LIMIT = 25 * 1024 * 1024
# What to do with a picture of another type.
PHONE = "export it as a JPEG; iPhones save HEIC, which most browsers do not show"
EXPORT = {
    **dict.fromkeys((".heic", ".heif"), PHONE),
    **dict.fromkeys((".tif", ".tiff", ".bmp", ".dng", ".psd", ".pdf"), "export it as a JPEG"),
    ".svg": "export it as a PNG, 1200 pixels wide or more; an SVG can carry programs",
}
# What editors and desktops leave behind, and README.md, which GitHub shows above the files of a
# folder: nobody means to publish these.
LITTER = (".*", "*~", "#*#", "*.swp", "*.tmp", "Thumbs.db", "desktop.ini", "README.md")
is_litter = re.compile("|".join(map(translate, LITTER))).match
ELSEWHERE = "move it out of the content folder, or delete it"


def no_content(content: Path) -> ContentError:
    needed = "a folder with practice.yaml and pages/"
    fix = "correct the name (CONTENT=...), or restore the folder"
    return ContentError([Problem(display_path(content), 0, "", "no such folder", needed, fix)])


def no_theme(theme: Path) -> ContentError:
    needed = "the folder of a theme, with templates/"
    fix = "correct the name (THEME, or -t), or restore the folder"
    return ContentError([Problem(display_path(theme), 0, "", "no such folder", needed, fix)])


def unexpected(path: Path, found: str, needed: str, fix: str = ELSEWHERE) -> ContentError:
    return ContentError([Problem(display_path(path), 0, "", found, needed, fix)])


def entries(folder: Path, root: Path) -> list[Path]:
    """What lies in a folder, sorted, without what editors leave there; no link is followed."""
    check_path(folder, root)
    if not folder.exists():
        return []
    if not folder.is_dir():
        raise unexpected(folder, "a file", "a folder of this name, or nothing")
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        needed, fix = "a folder that may be read", "change its permissions, or copy it anew"
        raise unexpected(folder, "a folder that may not be opened", needed, fix) from None
    return [path for path in paths if not is_litter(path.name)]


def check_file(path: Path, root: Path, types: tuple[str, ...], *, capitals: bool = False) -> None:
    """Refuse what is no file of one of these types; capitals: their letters may be large."""
    check_path(path, root)
    needed = f"files ending in {listed(types)} in {path.parent.name}/"
    if path.is_dir():
        raise unexpected(path, "a folder", needed)
    known = path.suffix.lower() in types
    if not known or not (capitals or path.suffix in types):
        found = f"a file ending in {quoted(path.suffix)}" if path.suffix else "a file without type"
        rename = f'rename the file to "{path.stem}{path.suffix.lower()}"'
        instead = EXPORT.get(path.suffix.lower(), ELSEWHERE) if types == IMAGE_TYPES else ELSEWHERE
        raise unexpected(path, found, needed, rename if known else instead)
    if not path.is_file():
        raise unexpected(path, "something that is no file", needed)


def image(path: Path, root: Path) -> Path:
    """A picture that may be published under its own name."""
    check_file(path, root, IMAGE_TYPES, capitals=True)
    if not path.name.isascii() or any(c.isspace() or c in "%?#&\"'<>\\{}|^`" for c in path.name):
        words = "".join(c if c.isalnum() and c.isascii() else " " for c in path.stem).split()
        fix = f'rename the file to "{"-".join(words) or "picture"}{path.suffix}"'
        needed = "a name of letters, digits and hyphens: it becomes an address"
        raise unexpected(path, f'a picture named "{path.name}"', needed, fix)
    size = path.stat().st_size
    if not size:
        raise unexpected(path, "an empty file", "a picture", "put the picture there once more")
    if size > IMAGE_LIMIT:
        fix = "export the picture smaller: 2400 pixels on its long side are enough"
        raise unexpected(path, f"{size:,} bytes", f"at most {IMAGE_LIMIT:,} bytes", fix)
    return path


def strangers(content: Path, known: Iterable[str]) -> Iterator[Problem]:
    """Whatever lies beside the known folders is a problem: nothing is left out in silence."""
    names = set(known)
    for path in entries(content, content):
        if path.name not in names:
            needed = f"only {listed(sorted(names), 'and')} in {display_path(content)}/"
            yield Problem(display_path(path), 0, "", quoted(path.name), needed, ELSEWHERE)
