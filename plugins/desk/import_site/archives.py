"""Archives: a ZIP of an export with its pictures, or of saved pages, unpacked.

Reads   ZIP files
Gives   opened(): the folder of what was in it; a path that is no archive stays as it is
Stops   ContentError: too much in it, damaged, or with a password. Only pages and pictures are
        unpacked, and each stays below the folder, whatever its name says
Why     a ZIP of kilobytes can hold terabytes: what its list says counts before anything is read,
        and nothing is read beyond it
"""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo, is_zipfile

from plugins.core.problems import ContentError, Problem
from plugins.core.reading.source_files import display_path
from plugins.desk.import_site.uploads import TYPES

PAGES = (".xml", ".html", ".htm")
WANTED = (*PAGES, *TYPES)
MOST, LARGEST = 20_000, 2_000  # files; MB, unpacked
LINK = 0o120000
# Damaged, with a password, packed in an unknown way, or with names that no disk takes.
UNREADABLE = (
    BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    zlib.error,
)


def opened(path: Path, folder: Path, *, pictures: bool = False) -> Path:
    """Unpack an archive of pages, or of pictures alone, into a folder. Raises ContentError."""
    if not path.is_file() or not is_zipfile(path):
        return path
    try:
        with ZipFile(path) as archive:
            wanted = list(members(archive))
            size = sum(member.file_size for member, _ in wanted) // 1_000_000
            if size > LARGEST or len(wanted) > MOST:
                found = f"{len(wanted):,} files of {size:,} MB, unpacked"
                raise refusal(path, found, "export or save fewer pages at a time")
            if not any(name.suffix.lower() in (TYPES if pictures else PAGES) for _, name in wanted):
                found = "no pictures" if pictures else "no export and no pages"
                raise refusal(path, found, "look into it, and name another one")
            for member, name in wanted:
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(member) as packed, target.open("wb") as file:
                    shutil.copyfileobj(packed, file)
    except UNREADABLE as error:
        found = f"an archive that cannot be unpacked: {error}"
        raise refusal(path, found, "unpack it yourself, and name the folder or the file") from None
    return folder


def members(archive: ZipFile) -> Iterator[tuple[ZipInfo, PurePosixPath]]:
    """What is wanted of an archive, and where below the folder it goes."""
    for member in archive.infolist():
        name = PurePosixPath(member.filename.replace("\\", "/"))
        parts = [part for part in name.parts if part not in ("/", ".")]
        hidden = not parts or ".." in parts or parts[0] == "__MACOSX" or ":" in parts[0]
        link = (member.external_attr >> 16) & 0o170000 == LINK
        if not (hidden or link or member.is_dir()) and name.suffix.lower() in WANTED:
            yield member, PurePosixPath(*parts)


def export_in(folder: Path) -> Path | None:
    """The export in an unpacked archive; None where there are only pages."""
    files = sorted(folder.rglob("*.xml"), key=lambda path: (len(path.parts), path))
    return files[0] if files else None


def uploads_in(folder: Path) -> Path:
    """The folder with the pictures in an unpacked archive: the one named uploads, or all of it."""
    named = (path for path in folder.rglob("uploads") if path.is_dir())
    return min(named, key=lambda path: len(path.parts), default=folder)


def refusal(path: Path, found: str, fix: str) -> ContentError:
    needed = f"a ZIP with at most {MOST:,} pages and pictures of together {LARGEST:,} MB"
    return ContentError([Problem(display_path(path), 0, "", found, needed, fix)])
