"""Bring the pages of an old site into content/, each as a starter.

Reads   from the environment FILE, an export of WordPress, or FOLDER, pages that a browser saved;
        UPLOADS, a copy of the folder with the pictures; each of these as a ZIP, too; the content,
        which has to be in order
Gives   content/pages/ and content/news/, a file for each published page and post that is not there
        yet; a report of what came, and of what was left and why; exit code 0, or 2 and a sentence
Stops   at an export that is none, or hostile. What a build would refuse is left out paragraph by
        paragraph, and in the end the file: nothing is written that does not build

saved_pages    a folder of HTML
wordpress      the export, as pages and posts       page_builders  Divi and shortcodes as HTML
menus          the order of the pages               elementor      Elementor as HTML
archives       ZIP files
to_markdown    HTML as Markdown                     pruning        leaves out what builds refuse
uploads        pictures                             starter_files  the files that are written
"""

from __future__ import annotations

import os
import shutil
import tempfile
from argparse import Namespace
from pathlib import Path
from zipfile import is_zipfile

from plugins.build.report.outcome import counted
from plugins.core.problems import ContentError, Problem, report
from plugins.core.reading.source_files import display_path
from plugins.desk.console import say
from plugins.desk.import_site.archives import export_in, opened, uploads_in
from plugins.desk.import_site.pruning import pruned, refused
from plugins.desk.import_site.saved_pages import read_pages
from plugins.desk.import_site.starter_files import Left, starter_files
from plugins.desk.import_site.uploads import Uploads
from plugins.desk.import_site.wordpress import Export, read_export
from plugins.desk.project import arguments

__all__ = ["arguments", "run"]

USAGE = """\
Which site? In WordPress: Tools, Export, All content. Then type: make import FILE=export.xml
From any other: save its pages with a browser. Then type: make import FOLDER=saved-pages"""
MOST = 60


def run(options: Namespace) -> int:
    file, folder, uploads = (
        os.environ.get(name, "").strip() for name in ("FILE", "FOLDER", "UPLOADS")
    )
    content = Path(options.content)
    if not file and not folder:
        say(USAGE)
        return 2
    with tempfile.TemporaryDirectory() as stage:
        try:
            old_site = read(file, folder, uploads, Path(stage))
            say(brought(*old_site, content, options.settings))
        except ContentError as error:
            # Nobody knows the folder into which an archive was unpacked.
            say(report(error.problems).replace(f"{stage}/pages", file or folder))
            return 2
    return 0


def read(file: str, folder: str, uploads: str, stage: Path) -> tuple[Export, Uploads]:
    """The pages of the old site, and its pictures; stage: where to unpack. Raises ContentError."""
    pages = opened(Path(file or folder), stage / "pages")
    pictures = opened(folder_of(uploads), stage / "uploads", pictures=True) if uploads else None
    if file and pages.is_dir():  # a ZIP of both
        pictures = pictures or uploads_in(pages)
        pages = export_in(pages) or pages
    if pictures == stage / "uploads":
        pictures = uploads_in(pictures)
    if file and not pages.is_dir():
        return read_export(pages), Uploads(pictures)
    return read_pages(pages), Uploads(pictures, saved=pages)


def brought(export: Export, uploads: Uploads, content: Path, settings: str) -> str:
    """Write what builds; a report of it. Raises ContentError."""
    before = refused(content, settings)
    if before:
        raise ContentError(before)
    uploads.there = {path.name: path for path in (content / "images").glob("*")}
    new, left = starter_files(export, content, uploads)
    new, more = checked(new, uploads.taken, content, settings)
    for name, text in new.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as opened_file:
            opened_file.write(text)
    shown = "\n".join(new.values())
    pictures = [name for name in uploads.taken if f"(../images/{name}" in shown]
    for name in pictures:
        (content / "images").mkdir(exist_ok=True)
        shutil.copyfile(uploads.taken[name], content / "images" / name)
    return summary([*new, *(f"images/{name}" for name in pictures)], [*left, *more], content)


def checked(
    new: dict[str, str], pictures: dict[str, Path], content: Path, settings: str
) -> tuple[dict[str, str], list[Left]]:
    """The files without what a build refuses beside the content that is there."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(content, Path(folder) / "content"))
        return pruned(new, pictures, copy, settings)


def folder_of(name: str) -> Path:
    """Raises ContentError for a folder that is not there."""
    if not Path(name).is_dir() and not is_zipfile(name):
        needed = "a copy of the folder wp-content/uploads of the old site, or a ZIP of it"
        raise ContentError([Problem(name, 0, "", "no such folder", needed, "correct UPLOADS=")])
    return Path(name)


def summary(new: list[str], left: list[Left], content: Path) -> str:
    """What came, what was left and why."""
    files = f"{counted(len(new), 'file')} into {display_path(content)}:" if new else "nothing."
    lines = [f"Wrote {files}", *(f"  {name}" for name in new)]
    # The preview and the live site may refuse the same.
    rows = list(dict.fromkeys(f"  {one}" for one in left))
    if rows:
        lines += ["", "Left out:", *rows[:MOST]]
        lines += [f"  and {len(rows) - MOST} more"] if len(rows) > MOST else []
    if new:
        last = 'The live site leaves starters out. Read each, and delete its line "starter: yes".'
        lines += ["", last]
    return "\n".join(lines)
