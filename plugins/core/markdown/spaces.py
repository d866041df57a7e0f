"""Spaces: where a line must not break before a sign, as French has it.

Gives   Spaces, which makes the blank before : ; ! ? and inside « » one that holds its neighbours
        together; code stays as it is. A blank that nobody typed is not added: Québec and other
        languages have none there
Source  Lexique des règles typographiques en usage à l'Imprimerie nationale: a word space before a
        colon and inside quotation marks, a narrow one before ; ! ?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

AS_TYPED = {"code", "pre", "kbd", "samp"}
NARROW = re.compile(r" (?=[;!?])")
# German has its quotation marks the other way round.
WIDE = re.compile(r" (?=:(?:\s|$)|\u00bb(?!\w))|(?<=\u00ab) (?<!\w\u00ab )")


def spaced(text: str) -> str:
    """`Vraiment ?` and `« oui »`, each on one line."""
    return WIDE.sub("\u00a0", NARROW.sub("\u202f", text))


class Spaces(Treeprocessor):
    """Runs over the finished tree."""

    def run(self, root: Element) -> None:
        for element in prose(root):
            if element.text and not isinstance(element.text, AtomicString):
                element.text = spaced(element.text)
            for child in element:
                if child.tail:
                    child.tail = spaced(child.tail)


def prose(root: Element) -> Iterator[Element]:
    """The elements whose words are not code."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag not in AS_TYPED:
            yield element
            waiting.extend(element)
