"""Saved pages: a folder of pages that a browser saved, from any site.

Gives   read_pages(): Export; of each page its main part, without menus, header and footer; its
        pictures are in the folder that the browser saved beside it
Stops   ContentError: no such folder, none with pages, too many
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from plugins.core.problems import ContentError, Problem
from plugins.core.reading.source_files import display_path
from plugins.desk.import_site.elementor import marked
from plugins.desk.import_site.wordpress import SUMMARY, Export, Item

MOST = 500
LARGEST = 5_000_000
AROUND = ("header", "nav", "footer", "aside")
# What holds the words of a page; Elementor has an element of its own.
MAIN = ("main, [role=main]", "[data-elementor-type^=wp-]", "article", "body")
# What stands between the title of a page and the name of the site.
BETWEEN = re.compile(r"\s+[|\u2013\u2014\u00b7-]\s+")


def read_pages(folder: Path) -> Export:
    """Raises ContentError."""
    # A browser puts what a page needs into a folder beside it, other pages among that.
    files = sorted(
        path
        for path in folder.rglob("*.htm*")
        if path.is_file() and not path.is_symlink() and not path.parent.name.endswith("_files")
    )
    if not folder.is_dir() or not files or len(files) > MOST:
        found = "no such folder" if not folder.is_dir() else f"{len(files)} pages"
        needed = f"a folder with 1 to {MOST} pages that a browser saved (.html)"
        fix = "open each page of the old site, save it there, and correct FOLDER="
        raise ContentError([Problem(display_path(folder), 0, "", found, needed, fix)])
    large = sum(path.stat().st_size > LARGEST for path in files)
    pages = [page(path, folder) for path in files if path.stat().st_size <= LARGEST]
    named = (urlsplit(item.fields["link"]).hostname for item in pages)
    hosts = [host for host in named if host]
    host = max(set(hosts), key=hosts.count) if hosts else ""
    return Export(host, tuple(pages), {"page of more than 5 MB": large} if large else {}, {})


def page(path: Path, folder: Path) -> Item:
    soup = BeautifulSoup(path.read_bytes(), "html.parser")
    link = attribute(soup, "link[rel=canonical]", "href")
    heading = soup.select_one("h1")
    title = heading.get_text(" ", strip=True) if heading else ""
    if not title and soup.title:
        title = BETWEEN.split(soup.title.get_text(" ", strip=True))[0]
    if heading:
        heading.decompose()
    main = next(filter(None, map(soup.select_one, MAIN)), soup)
    left = marked(main)
    for tag in main.find_all(AROUND):
        tag.decompose()
    # about/index.html is the page "about".
    whole = path.relative_to(folder).as_posix()
    address = (unquote(urlsplit(link).path).strip("/") if link else whole).rpartition("/")
    name = re.sub(r"\.\w{2,5}$", "", address[2]) or "home"
    name = (address[0].rpartition("/")[2] or "home") if name == "index" else name
    fields = {
        "title": title,
        "link": link,
        "post_name": name,
        "post_type": "page",
    }
    summary = attribute(soup, "meta[name=description]", "content")
    meta = {SUMMARY: summary} if summary else {}
    return Item(fields, contents(main), "", meta, path.parent, left)


def contents(tag: Tag) -> str:
    try:
        return tag.decode_contents()
    except RecursionError:
        return ""


def attribute(soup: BeautifulSoup, selector: str, name: str) -> str:
    tag = soup.select_one(selector)
    return str(tag.get(name) or "") if tag else ""
