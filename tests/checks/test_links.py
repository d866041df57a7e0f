"""The links of a finished site: the check sees every one of them."""

from __future__ import annotations

from dataclasses import replace

from bs4 import BeautifulSoup, Tag

from plugins.core.model.finished_pages import (
    LOADED,
    POINTERS,
    RELATIONS,
    FinishedPage,
    Pointer,
    read_page,
)
from tests.build.conftest import Project


def plainly(html: str) -> FinishedPage:
    """The same by another parser, element by element."""
    found = FinishedPage()
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        assert isinstance(tag, Tag)
        found.ids |= {str(tag["id"])} if tag.get("id") else set()
        loaded = tag.name in LOADED or bool(RELATIONS & set(tag.get_attribute_list("rel")))
        for attribute, tags in POINTERS.items():
            if tag.name in tags and (value := tag.get(attribute)):
                found.pointers.append(Pointer(tag.name, str(value), loaded))
        for one in str(tag.get("srcset", "")).split(","):
            if one.strip():
                found.pointers.append(Pointer("img", one.split()[0], True))
    return found


def test_two_parsers_find_the_same_links_on_every_page(live: Project) -> None:
    """A link that the check does not see is one that nobody has checked."""
    pages = [path.read_text() for path in sorted(live.output.rglob("*.html"))]
    read = [replace(read_page(one), code=[]) for one in pages]
    assert read == [plainly(one) for one in pages]
    assert any(pointer.tag == "img" for one in read for pointer in one.pointers)
