"""Converter: Python-Markdown, set up so that a text means what it means on GitHub.

Gives   converter(): blocks by blocks.py, marks by inline.py, and Markdown's extensions for
        abbreviations, typographic quotes, footnotes, the names of headings, strike-through and
        bare addresses
        CommonMark.names: the names (id=) in what it converted last
Stops   nothing; no heading gets a name that a page has already, see TAKEN
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.smarty import SmartyExtension
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import Registry
from pymdownx.betterem import BetterEmExtension
from pymdownx.magiclink import MagiclinkExtension
from pymdownx.tilde import DeleteSubExtension

from plugins.core.markdown.blocks import Blocks, Leaf, TightLists, WholeCode
from plugins.core.markdown.fast_inline import with_fast_inline
from plugins.core.markdown.inline import add_patterns
from plugins.core.markdown.readings import Readings
from plugins.core.markdown.spaces import Spaces

NAMELESS = re.compile(r"_\d+")  # the name of a heading without a word in it
BACK = "\u2191"  # an arrow up
# Names that the theme's templates give, and that a text may be shown beside.
TAKEN = {
    *("at-a-glance", "body-map", "chosen", "chosen-for", "contact-modality", "contact-name"),
    *("contact-reach", "contact-when", "content", "does", "getting-here", "gift", "instead"),
    *("insurance", "locations", "modalities", "news", "newsletter-email", "packages", "people"),
    *("performers", "policies", "questions", "related", "search-field", "see-a-doctor"),
    *("sessions", "sliding-scale", "steps", "stored", "symptoms", "techniques", "voices"),
}


class CommonMark(Markdown):
    """Python-Markdown with the blocks of CommonMark."""

    names: frozenset[str] = frozenset()

    @property
    def leaves(self) -> Sequence[Leaf]:
        """Each element of the last text that has marks in its words."""
        blocks: Any = self.parser
        return tuple(blocks.leaves)

    def reset(self) -> CommonMark:
        """Forget the last text: an empty one is not even looked at, and would seem to be it."""
        super().reset()
        blocks: Any = self.parser
        blocks.leaves, self.readings.findings, self.names = [], [], frozenset()
        return self

    def build_parser(self) -> CommonMark:
        super().build_parser()
        self.preprocessors = Registry()  # they find HTML and spread tabs, which comrak does
        self.parser = blocks = Blocks(self)
        self.readings = Readings(self, blocks)
        self.treeprocessors.register(self.readings, "readings", 19.5)
        self.treeprocessors.register(TightLists(self), "tight_lists", 18)
        self.treeprocessors.register(WholeCode(self), "whole_code", 9)
        self.treeprocessors.register(PlainFootnotes(self), "plain_footnotes", 14)
        self.treeprocessors.register(Spaces(self), "spaces", 5)
        self.treeprocessors.register(Names(self), "names", 4)
        return self


class PlainFootnotes(Treeprocessor):
    """Footnotes as a list below a line, without classes and English words."""

    def run(self, root: Element) -> None:
        for mark in root.iterfind(".//sup/a[@class='footnote-ref']"):
            del mark.attrib["class"]
        notes = root.find("div[@class='footnote']")
        if notes is None:
            return
        for number, note in enumerate(notes.findall("ol/li"), 1):
            for link in note.iterfind(".//a[@class='footnote-backref']"):
                link.attrib = {"href": link.get("href", "")}
                link.text = f"{BACK} {number}"
        place = list(root).index(notes)
        root[place : place + 1] = list(notes)


class Names(Treeprocessor):
    """Remembers the names in a text; those that somebody typed as HTML are not in the tree."""

    def run(self, root: Element) -> None:
        made: Any = self.md
        for element in root.iter():
            if NAMELESS.fullmatch(element.get("id", "")):
                del element.attrib["id"]
        made.names = frozenset(filter(None, (element.get("id") for element in root.iter())))


def slug(text: str, _separator: str) -> str:
    """The name of a heading in an address, as GitHub makes it."""
    name = re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")
    return f"{name}-1" if name in TAKEN else name


def extensions() -> list[Extension]:
    return [
        AbbrExtension(),
        SmartyExtension(),
        FootnoteExtension(BACKLINK_TITLE="", USE_DEFINITION_ORDER=False),
        TocExtension(marker="", slugify=slug),
        BetterEmExtension(),
        DeleteSubExtension(subscript=False),
        MagiclinkExtension(),
    ]


def plain_converter() -> CommonMark:
    """The converter without the shortcuts of fast_inline.py."""
    made = CommonMark(extensions=extensions(), output_format="html")
    add_patterns(made)
    return made


def converter() -> CommonMark:
    return with_fast_inline(plain_converter())
