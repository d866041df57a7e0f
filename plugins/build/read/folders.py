"""Folders: what lies in the content folder, and what may not lie there.

Gives   entries() of a folder, image() for a picture, download() for a file to download, twins()
        among their names, strangers() beside the known folders
Stops   ContentError: a link to another place, a folder or a device where a file is needed,
        another type of file, a picture or a file to download whose name or size is none for a web
        site, or whose name is none on Windows
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from fnmatch import translate
from pathlib import Path
from urllib.parse import quote

from plugins.core.markdown.urls import DOWNLOADS
from plugins.core.model.downloads import FILE_TYPES
from plugins.core.problems import ContentError, Problem, Repair, listed, quoted
from plugins.core.reading.source_files import (
    DEVICES,
    TYPES,
    check_path,
    display_path,
    renaming,
    slug_of,
)

IMAGES = "images"
IMAGE_TYPES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
IMAGE_LIMIT = 25 * 1024 * 1024
FILE_LIMIT = 10 * 1024 * 1024  # a minute on a slow phone
LONGEST_NAME = 120  # a size and a hash come behind it; file systems take 255 bytes
SMALLER = "export the picture smaller: 2400 pixels on its long side are enough"
SMALLER_FILE = "save it smaller: a form or a price list takes less than 1 MB"
# What to do with a picture of another type.
PHONE = "export it as a JPEG; iPhones save HEIC, which most browsers do not show"
EXPORT = {
    **dict.fromkeys((".heic", ".heif"), PHONE),
    **dict.fromkeys((".tif", ".tiff", ".bmp", ".dng", ".psd"), "export it as a JPEG"),
    ".svg": "export it as a PNG, 1200 pixels wide or more; an SVG can carry programs",
}
# What editors and desktops leave behind, and README.md, which GitHub shows above the files of a
# folder: nobody means to publish these.
LITTER = (".*", "*~", "#*#", "*.swp", "*.tmp", "~$*", "Thumbs.db", "desktop.ini", "README.md")
is_litter = re.compile("|".join(map(translate, LITTER))).match
# What people open in a program of its own.
DOWNLOADED = (*FILE_TYPES, ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ics", ".vcf", ".zip")
ELSEWHERE = "move it out of the content folder, or delete it"
# What an office program keeps beside a file while it has it open.
LOCK = "~$"
# `about 2.md`, `about copy.md`, `about (1).md`, `about (Ada's conflicted copy 2026-11-30).md`,
# `about.sync-conflict-20261130.md`, `about.md.bak`.
COPY = re.compile(
    r"(?ix)(?P<original>.+?)"
    r"([ _-]+(\d{1,2}|copy([ _-]*\d+)?|\(\d+\)|kopie|copie|copia)"
    r"|[ _-]*\([^()]*conflict[^()]*\)|\.sync-conflict-.+?)"
    r"(?P<type>\.[a-z]+)"
    r"|(?P<saved>.+\.[a-z]+)\.(bak|backup|old|orig|save)"
)


def no_content(content: Path) -> ContentError:
    needed = "a folder with practice.yaml and pages/"
    fix = "correct the name (CONTENT=...), or restore the folder"
    return ContentError([Problem(display_path(content), 0, "", "no such folder", needed, fix)])


def no_theme(theme: Path) -> ContentError:
    needed = "the folder of a theme, with templates/"
    fix = "correct the name (THEME, or -t), or restore the folder"
    return ContentError([Problem(display_path(theme), 0, "", "no such folder", needed, fix)])


def unexpected(
    path: Path, found: str, needed: str, fix: str = ELSEWHERE, repair: Repair | None = None
) -> ContentError:
    words = "" if repair else fix
    return ContentError([Problem(display_path(path), 0, "", found, needed, words, repair=repair)])


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
    check_original(path)
    known = path.suffix.lower() in types
    if not known or not (capitals or path.suffix in types):
        found = f"a file ending in {quoted(path.suffix)}" if path.suffix else "a file without type"
        raise unexpected(path, found, needed, *instead(path, root, types))
    if not path.is_file():
        raise unexpected(path, "something that is no file", needed)


def check_original(path: Path) -> None:
    """Refuse a copy that a program has made of a file beside it."""
    match = COPY.fullmatch(path.name)
    if not match:
        return
    original = path.with_name(match["saved"] or f"{match['original']}{match['type']}")
    if original.exists():
        fix = f"compare it with {original.name}, keep there what is right, then delete this file"
        raise unexpected(path, f"a copy of {original.name}", "one file for each page", fix)


def instead(path: Path, root: Path, types: tuple[str, ...]) -> tuple[str, Repair | None]:
    """What to do with a file of another type, in words and as an edit."""
    kind = path.suffix.lower()
    if kind in types:
        return "", renaming(path, f"{path.stem}{kind}")
    if types == IMAGE_TYPES and kind in EXPORT:
        return EXPORT[kind], None
    if kind in IMAGE_TYPES:
        where = f"move it into {display_path(root)}/images/, where pages find it"
        return where, None
    if types == (".md",) and TYPES.search(path.name):
        return "", renaming(path, f"{slug_of(TYPES.sub('', path.name)) or 'page'}.md")
    return to_download(path, there=types == FILE_TYPES) if kind in DOWNLOADED else ELSEWHERE, None


def image(path: Path, root: Path) -> Path:
    """A picture that may be published under its own name."""
    check_file(path, root, IMAGE_TYPES, capitals=True)
    return published(path, "picture", IMAGE_LIMIT, SMALLER)


def download(path: Path, root: Path) -> Path:
    """A file to download, under its own name."""
    check_file(path, root, FILE_TYPES, capitals=True)
    return published(path, "file", FILE_LIMIT, SMALLER_FILE)


def published(path: Path, kind: str, limit: int, smaller: str) -> Path:
    """Refuse a name that is no address, and a size that visitors cannot fetch."""
    if not path.name.isascii() or any(c.isspace() or c in "%?#&\"'<>\\{}|^`" for c in path.name):
        name = f"{slug_of(path.stem) or kind}{path.suffix.lower()}"
        needed = "a name of letters, digits and hyphens: it becomes an address"
        # Pages may name it: nobody but a person changes both.
        repair = replace(renaming(path, name), safe=False)
        raise unexpected(path, f'a {kind} named "{path.name}"', needed, repair=repair)
    if path.name.partition(".")[0].lower() in DEVICES:
        needed = "another name: Windows keeps this one for a device"
        repair = replace(renaming(path, f"{kind}-{path.name.lower()}"), safe=False)
        raise unexpected(path, f"a {kind} named {quoted(path.name)}", needed, repair=repair)
    if len(path.name) > LONGEST_NAME:
        found = f"a {kind} whose name has {len(path.name)} characters"
        fix = "rename the file, and where pages name it"
        raise unexpected(path, found, f"at most {LONGEST_NAME}", fix)
    size = path.stat().st_size
    if not size:
        raise unexpected(path, "an empty file", f"a {kind}", f"put the {kind} there once more")
    if size > limit:
        raise unexpected(path, f"{size:,} bytes", f"at most {limit:,} bytes", smaller)
    return path


def twins(files: Iterable[Path]) -> Iterator[Problem]:
    """Pictures, or files to download, whose names other systems take for one."""
    first: dict[str, Path] = {}
    for path in files:
        other = first.setdefault(path.name.lower(), path)
        if other is not path:
            yield Problem(
                display_path(path),
                found=f"the name {quoted(path.name)}, and {quoted(other.name)} beside it",
                needed="names that differ in more than capitals: on Windows and macOS they are one "
                "file, and one of the two would be lost",
                fix="rename one of the two, and where pages name it",
            )


def strangers(content: Path, known: Collection[str]) -> Iterator[Problem]:
    """Whatever lies beside the known folders is a problem: nothing is left out in silence."""
    for path in entries(content, content):
        if path.name not in known:
            needed = f"only {listed(sorted(known), 'and')} in {display_path(content)}/"
            fix, repair = ELSEWHERE, facts_file(path, known)
            if TYPES.search(path.name):
                fix = "move it into the folder of its kind, or delete it"
            elif path.suffix.lower() in IMAGE_TYPES:
                fix = f"move it into {display_path(content)}/images/"
            elif files := downloads(path):
                fix = to_download(files[0])
            words = "" if repair else fix
            yield Problem(
                display_path(path), 0, "", quoted(path.name), needed, words, repair=repair
            )


def downloads(path: Path) -> list[Path]:
    """The files that people download, in a folder, or the file itself."""
    return [one for one in (path, *sorted(path.glob("*"))) if one.suffix.lower() in DOWNLOADED]


def to_download(path: Path, *, there: bool = False) -> str:
    """How a file that is neither a page nor a picture gets on the site. there: it is in the folder
    of such files."""
    folder, address = DOWNLOADS
    if path.suffix.lower() in FILE_TYPES:
        name, save = path.name, "move them into"
    else:
        name = f"{slug_of(path.stem) or 'file'}.pdf"
        save = "save them as PDF, which every phone opens, in"
    if there:
        return f"save it as {name}, which every phone opens, and delete this file"
    return (
        f'to offer files for download, {save} {folder}/ and link to "{address}/'
        f'{quote(name)}"; otherwise {ELSEWHERE}'
    )


def facts_file(path: Path, known: Collection[str]) -> Repair | None:
    """The edit for `Practice.yaml`, `practice.yml` and `practice.yaml.txt`."""
    stem = path.name.lower().partition(".")[0]
    named = [name for name in known if name == f"{stem}.yaml"]
    text = re.fullmatch(r"(?i)(\.ya?ml)+(\.txt)?", "".join(path.suffixes))
    return renaming(path, named[0]) if named and text and path.is_file() else None


def open_files(content: Path) -> Iterator[Problem]:
    """A warning for each file that an office program has open."""
    for path in sorted([*content.glob(f"{LOCK}*"), *content.glob(f"*/{LOCK}*")]):
        name = path.name.removeprefix(LOCK)
        yield Problem(
            display_path(path),
            found=f"the mark that a program has {name} open",
            needed="a file that its last reader has closed: what is not saved is not on the site",
            fix="close the file in that program; the mark then goes by itself",
            level="warning",
        )
