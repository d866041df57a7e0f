"""Elementor: what that page builder keeps beside the text of a page, as plain HTML.

Reads   the field _elementor_data of a page: JSON, sections that hold columns that hold widgets
Gives   elementor_html(): headings, texts, pictures, buttons, lists and questions in their order,
        and the names of what has no words for a page; marked(): a page that Elementor has written,
        with its questions as headings
Source  Elementor 3: elType, widgetType, settings, elements
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from bs4 import Tag

from plugins.desk.import_site.page_builders import LEFT, button

DATA = "_elementor_data"
# The words of a widget, in the order that it shows them, and what they are.
WORDS = {
    **{"title": "h2", "title_text": "h3", "editor": "div", "blockquote_content": "p"},
    **{"description_text": "p", "description": "p", "text": "p"},
}
# Widgets without words, or with those of the whole site.
SILENT = ("spacer", "divider", "menu-anchor", "social-icons", "nav-menu", "site-logo", "icon")
WIDGETS = {
    **dict.fromkeys(("testimonial", "testimonial-carousel", "reviews"), LEFT["testimonial"]),
    **dict.fromkeys(("form", "login", "wpforms"), LEFT["contact_form"]),
    **dict.fromkeys(("price-table", "price-list"), LEFT["pricing_tables"]),
    **dict.fromkeys(("image-gallery", "image-carousel", "gallery"), LEFT["gallery"]),
    **{"google_maps": LEFT["map"], "html": LEFT["code"], "shortcode": LEFT["code"]},
    "video": LEFT["video"],
}
# The same in a page that Elementor has written.
SAID_BY = '[class*="elementor-widget-testimonial"], [class*="elementor-widget-reviews"]'
TITLES = ".elementor-tab-title, .e-n-accordion-item-title-text, .elementor-toggle-title"


def elementor_html(data: str) -> tuple[str, list[str]]:
    """Raises ValueError for what is no JSON, RecursionError for too much of it in itself."""
    left: list[str] = []
    return "\n".join(words(json.loads(data), left)), left


def words(elements: Any, left: list[str]) -> Iterator[str]:
    for element in dicts(elements):
        kind, inner = str(element.get("widgetType") or ""), element.get("elements")
        if kind in WIDGETS:
            left.append(WIDGETS[kind])
            continue
        settings = element.get("settings")
        said = list(of_settings(settings)) if isinstance(settings, dict) else []
        if kind and not said and not inner and kind not in SILENT:
            left.append(f"a widget: {kind}")
        if kind:
            yield from said
        titles = [str(one.get("item_title") or "") for one in dicts_of(settings, "items")]
        for number, child in enumerate(dicts(inner)):
            if number < len(titles):
                yield f"<h3>{titles[number]}</h3>"
            yield from words([child], left)


def of_settings(settings: dict[str, Any]) -> Iterator[str]:
    """The words of one widget."""
    link, picture = settings.get("link"), settings.get("image")
    target = str(link.get("url") or "") if isinstance(link, dict) else ""
    if isinstance(picture, dict) and picture.get("url"):
        alt = escape(str(picture.get("alt") or ""))
        yield f'<p><img src="{escape(str(picture["url"]))}" alt="{alt}"></p>'
    for key, tag in WORDS.items():
        said = settings.get(key)
        if not isinstance(said, str) or not said.strip():
            continue
        yield button(said, target) if key == "text" and target else f"<{tag}>{said}</{tag}>"
    if isinstance(settings.get("button"), str) and target:
        yield button(settings["button"], target)
    if rows := [f"<li>{one.get('text') or ''}</li>" for one in dicts_of(settings, "icon_list")]:
        yield f"<ul>{''.join(rows)}</ul>"
    for one in dicts_of(settings, "tabs"):
        yield f"<h3>{one.get('tab_title') or ''}</h3><div>{one.get('tab_content') or ''}</div>"


def dicts_of(settings: Any, key: str) -> list[dict[str, Any]]:
    return dicts(settings.get(key)) if isinstance(settings, dict) else []


def dicts(values: Any) -> list[dict[str, Any]]:
    return [one for one in values if isinstance(one, dict)] if isinstance(values, list) else []


def marked(main: Tag) -> list[str]:
    """Make the questions of a page headings; what was left out of it."""
    said = main.select(SAID_BY)
    for tag in said:
        tag.decompose()
    for tag in main.select(TITLES):
        tag.name = "h3"
        tag.attrs = {}
        for link in tag.find_all("a"):
            link.unwrap()
    return [LEFT["testimonial"]] * len(said)
