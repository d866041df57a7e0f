"""Write a new page into content/pages/, checked beforehand.

Reads   TITLE, SUMMARY, MENU from the environment
Gives   content/pages/<slug of the title>.md, in the menu after all others when MENU names it there;
        exit code 0, or 2 and what to type instead
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import ClassVar

from plugins.desk.drafts import Draft, Format
from plugins.desk.new_file import NewFile, arguments, write
from plugins.desk.questions import Questions

__all__ = ["arguments", "run"]

STEP = 10


class NewPage(NewFile):
    """A new page."""

    folder = "pages"
    required = ("title", "summary")
    usage = (
        'Which page? Type: make new-page TITLE="Gift cards" SUMMARY="What they are, how to get one"'
    )
    questions: ClassVar[Questions] = {
        "title": ("TITLE", "What is the title of the page?"),
        "summary": ("SUMMARY", "What does it say, in one line? Search engines show it"),
        "navigation": ("MENU", "A short title for the menu? (Enter: not in the menu)"),
    }
    format = Format(optional=("picture", "navigation", "aliases"))

    def draft(self, given: Mapping[str, str]) -> Draft:
        draft = super().draft(given)
        return replace(draft, nested={"navigation": ("label", {"order": str(self.last() + STEP)})})

    def last(self) -> int:
        """The order of the last page in the menu."""
        pages = (one.facts for one in self.context.documents if one.kind.folder == self.folder)
        entries = (getattr(facts, "navigation", None) for facts in pages)
        return max((one.order for one in entries if one), default=0)

    def next_step(self, draft: Draft) -> str:
        address = self.context.kinds[self.folder].address_of(draft.path.stem)
        return f"Write its text there. In the preview its address is {address}."


run = partial(write, NewPage)
