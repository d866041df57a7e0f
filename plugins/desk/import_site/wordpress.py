"""WordPress: an export (WXR) as pages and posts.

Gives   read_export(): Export, its published pages and posts, their HTML as the editor wrote it, and
        the entries of its menus
Stops   ContentError: no file, too large, no XML, no export, or one that declares entities
Source  WXR 1.2; Yoast SEO's _yoast_wpseo_metadesc
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from plugins.build.report.outcome import counted
from plugins.core.problems import ContentError, Problem
from plugins.core.reading.source_files import display_path
from plugins.desk.import_site.menus import Entry

LARGEST = 100  # MB
TAKEN = ("page", "post")
# What belongs to the look of the old site, or to no page.
MENU = "nav_menu_item"
SILENT = ("revision", "custom_css", "customize_changeset", "wp_global_styles")
LONGEST_NUMBER = 9
ALT = "_wp_attachment_image_alt"
SUMMARY = "_yoast_wpseo_metadesc"
NEEDED = "an export of WordPress: an .xml file from Tools, Export, All content"


@dataclass
class Item:
    """A page, a post, or anything else that WordPress keeps like one.

    folder  that of a saved page, to which its addresses are relative
    left    what was left out of it already
    """

    fields: dict[str, str] = field(default_factory=dict)
    html: str = ""
    excerpt: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    folder: Path | None = None
    left: list[str] = field(default_factory=list)

    @property
    def kind(self) -> str:
        return self.fields.get("post_type", "")

    @property
    def path(self) -> str:
        """Where it was, on its host."""
        return unquote(urlsplit(self.fields.get("link", "")).path)


@dataclass(frozen=True)
class Export:
    """What an export holds.

    host    of the old site
    others  how many of each other kind
    alts    what pictures show, by their address
    menu    the entries of all menus
    """

    host: str
    items: tuple[Item, ...]
    others: dict[str, int]
    alts: dict[str, str]
    menu: tuple[Entry, ...] = ()


def read_export(path: Path) -> Export:
    """Raises ContentError."""
    try:
        size = path.stat().st_size
        if size > LARGEST * 1_000_000:
            found = f"{size // 1_000_000} MB"
            raise refusal(path, found, f"at most {LARGEST} MB", "export pages and posts alone")
        with path.open("rb") as file:
            return export_of(iterparse(file, ("start", "end"), forbid_dtd=True))
    except OSError as error:
        raise refusal(path, (error.strerror or "no file").lower(), NEEDED) from None
    except DefusedXmlException:
        found = "a document type or entities, which no export has"
        raise refusal(path, found, NEEDED, "do not use this file; export again") from None
    except (ParseError, ValueError, LookupError) as error:
        found = str(error) if type(error) is ValueError else f"no whole XML: {error}"
        raise refusal(path, found, NEEDED, "export again, and copy the whole file") from None


def refusal(path: Path, found: str, needed: str, fix: str = "correct FILE=") -> ContentError:
    return ContentError([Problem(display_path(path), 0, "", found, needed, fix)])


def export_of(events: Iterator[tuple[str, Element]]) -> Export:
    """Raises ValueError for another kind of XML."""
    host, items = "", []
    others: dict[str, int] = {}
    alts: dict[str, str] = {}
    menu: list[Entry] = []
    root = None
    for event, element in events:
        root = element if root is None else root
        name = local(element)
        if event == "end" and name == "base_site_url":
            host = urlsplit(element.text or "").hostname or ""
        if event == "end" and name == "item":
            item = item_of(element)
            # Nothing of it is needed any more, and the next may be as large.
            element.clear()
            if ALT in item.meta:
                alts[item.fields.get("attachment_url", "")] = item.meta[ALT]
            if item.kind == MENU:
                menu.append(entry(item))
            elif item.kind in TAKEN and item.fields.get("status") == "publish":
                items.append(item)
            elif item.kind and item.kind not in SILENT:
                others[item.kind] = others.get(item.kind, 0) + 1
    if root is None or local(root) != "rss" or not (items or others):
        raise ValueError("another kind of file")
    return Export(host, tuple(items), others, alts, tuple(menu))


def item_of(element: Element) -> Item:
    item = Item()
    for child in element:
        name, text = local(child), (child.text or "").strip()
        if name == "encoded":
            attribute = "excerpt" if "excerpt" in child.tag else "html"
            setattr(item, attribute, text)
        elif name == "postmeta":
            pair = {local(one): one.text or "" for one in child}
            item.meta[pair.get("meta_key", "")] = pair.get("meta_value", "")
        elif child.get("domain") == "nav_menu":
            item.fields["menu"] = child.get("nicename", "")
        else:
            item.fields.setdefault(name, text)
    return item


def entry(item: Item) -> Entry:
    """An entry of a menu, which WordPress keeps like a page."""
    order, kind = item.fields.get("menu_order", ""), item.meta.get("_menu_item_type", "")
    return Entry(
        menu=item.fields.get("menu", ""),
        order=int(order) if order.isdecimal() and len(order) < LONGEST_NUMBER else 0,
        label=item.fields.get("title", ""),
        page=item.meta.get("_menu_item_object_id", "") if kind == "post_type" else "",
        link=item.meta.get("_menu_item_url", ""),
        inner=item.meta.get("_menu_item_menu_item_parent", "0") not in ("", "0"),
    )


def local(element: Element) -> str:
    """The name of an element, whatever the version of its namespace."""
    return element.tag.rpartition("}")[2]


def others_in_words(others: dict[str, int]) -> list[str]:
    called = {"attachment": "picture or other file", "page": "unpublished page"}
    called |= {"post": "unpublished post"}
    return [counted(number, called.get(kind, kind)) for kind, number in sorted(others.items())]
