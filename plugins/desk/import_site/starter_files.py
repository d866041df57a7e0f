"""Starter files: the pages and posts of an export as content files.

Gives   starter_files(): the text of each new file by its path in the content folder, and what was
        left; a file that is there already stays, whatever its suffix
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

from plugins.core.reading.front_matter import doubled
from plugins.core.reading.source_files import RESERVED, slug_of
from plugins.desk.import_site.elementor import DATA, elementor_html
from plugins.desk.import_site.menus import main_menu, places
from plugins.desk.import_site.page_builders import as_html
from plugins.desk.import_site.to_markdown import to_markdown
from plugins.desk.import_site.uploads import SIZE, Uploads
from plugins.desk.import_site.wordpress import SUMMARY, Export, Item, others_in_words

FOLDERS = {"page": "pages", "post": "news"}
LINE, SHORT = 300, 155
WEB = ("http", "https", "mailto", "tel")


@dataclass(frozen=True)
class Left:
    """What did not come: where it was, what it is, why."""

    where: str
    what: str
    why: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f" ({self.why})" if self.why else "")


def starter_files(
    export: Export, content: Path, uploads: Uploads
) -> tuple[dict[str, str], list[Left]]:
    names = {id(item): name_of(item) for item in export.items}
    addresses = {key(item.path): address(names[id(item)]) for item in export.items if item.path}
    for name in names.values():
        addresses.setdefault(Path(name).stem, address(name))
    addresses[""] = "/"
    menu, elsewhere = menu_of(export, names)
    files: dict[str, str] = {}
    left = [Left("export", what) for what in others_in_words(export.others)]
    left += [Left("menu", plain(label), why) for label, why in elsewhere]
    for item in export.items:
        name = names[id(item)]
        if (content / name).exists() or name in files:
            left.append(Left(name, plain(item.fields.get("title", "")), "there is such a file"))
            continue
        try:
            html, missing = html_of(item)
            text, more = to_markdown(
                html,
                lambda link: new_link(link, export.host, addresses),
                lambda source, item=item: (  # type: ignore[misc]
                    uploads.name(source, item.folder),
                    export.alts.get(SIZE.sub("", source), ""),
                ),
            )
        except RecursionError:
            left.append(Left(name, "the page", "too many tags inside others"))
            continue
        left += [Left(name, what) for what in [*item.left, *missing, *more]]
        head = front_matter(item, name, text, menu.get(name))
        files[name] = "\n".join(["---", *head, "---", "", text])
    return files, left


def menu_of(
    export: Export, names: Mapping[int, str]
) -> tuple[dict[str, tuple[str, int]], list[tuple[str, str]]]:
    """The label and the order of each file in the menu, and what else was in it."""
    pages: dict[str, str] = {}
    for item in export.items:
        if item.kind == "page":
            number, link = item.fields.get("post_id", ""), item.fields.get("link", "")
            pages |= {number: names[id(item)], link: names[id(item)], item.path: names[id(item)]}
    pages.pop("", None)
    return places(main_menu(export.menu), pages)


def html_of(item: Item) -> tuple[str, list[str]]:
    """The HTML of a page, and what was left out of it."""
    with suppress(ValueError, RecursionError):
        html, left = elementor_html(item.meta.get(DATA, ""))
        if html:
            return html, left
    return as_html(item.html)


def name_of(item: Item) -> str:
    fields = item.fields
    names = (unquote(fields.get("post_name", "")), plain(fields.get("title", "")))
    name = next(filter(None, map(slug_of, names)), "page")
    return f"{FOLDERS[item.kind]}/{f'{name}-page' if name in RESERVED else name}.md"


def address(name: str) -> str:
    folder, slug = name.removesuffix(".md").split("/")
    return (
        "/" if name == "pages/home.md" else f"/{slug}/" if folder == "pages" else f"/news/{slug}/"
    )


def front_matter(
    item: Item, name: str, text: str, place: tuple[str, int] | None = None
) -> list[str]:
    """place: the label and the order in the menu."""
    title = plain(item.fields.get("title", ""))[:LINE] or Path(name).stem.replace("-", " ")
    said = plain(item.meta.get(SUMMARY, "")) or plain(item.excerpt) or first_paragraph(text)
    lines = [f"title: {doubled(title)}", f"summary: {doubled(shortened(said) or title)}"]
    lines.append("starter: yes")
    if item.kind == "post":
        lines.append(f"date: {item.fields.get('post_date', '')[:10]}")
    if item.path and key(item.path) not in ("", key(address(name))):
        lines += ["aliases:", f"  - {doubled(item.path)}"]
    if place:
        label, order = plain(place[0]) or title, place[1]
        lines += ["navigation:", f"  label: {doubled(label)}", f"  order: {order}"]
    return lines


def new_link(link: str, host: str, addresses: Mapping[str, str]) -> str:
    """Where a link leads now; "" for nowhere."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    if parts.scheme not in ("", *WEB) or link.startswith("#"):
        return ""
    if parts.scheme in ("mailto", "tel"):
        return link
    own = not parts.hostname or parts.hostname.removeprefix("www.") == host.removeprefix("www.")
    return addresses.get(key(parts.path), "") if own else link


def key(path: str) -> str:
    return path.strip("/").casefold()


def plain(html: str) -> str:
    """Text without tags, in one line."""
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def first_paragraph(markdown: str) -> str:
    """Its words, without marks."""
    for paragraph in markdown.split("\n\n"):
        if re.match(r"\s*[\w*]", paragraph):
            words = re.sub(r"!\[.*?\]\([^)]*\)|\]\([^)]*\)|[\[\]*`\\]", "", paragraph)
            return " ".join(words.split())
    return ""


def shortened(text: str) -> str:
    if len(text) <= SHORT:
        return text
    return text[:SHORT].rpartition(" ")[0].rstrip(" ,;:") + "\u2026"
