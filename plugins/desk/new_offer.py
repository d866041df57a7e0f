"""Write a new offer into content/offers/, checked beforehand.

Reads   TITLE, STARTS, ENDS, SAVING, CODE, TERMS, MODALITIES, PAGES from the environment
Gives   content/offers/<slug of the title>.md; exit code 0, or 2 and what to type instead
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from plugins.core.dates.moments import end_in_words
from plugins.desk.drafts import Draft, Format
from plugins.desk.new_file import NewFile, arguments, write
from plugins.desk.questions import Questions
from plugins.offers import KIND
from plugins.offers.checks import unknown_pages

__all__ = ["arguments", "run"]


class NewOffer(NewFile):
    """A new offer."""

    folder = KIND.folder
    required = ("headline",)
    usage = (
        'Which offer? Type: make new-offer TITLE="Ten percent off a first visit" ENDS=2026-12-31'
    )
    questions: ClassVar[Questions] = {
        "headline": ("TITLE", "What is the offer, in one line?"),
        "starts": ("STARTS", "First day, like 2026-12-01 (Enter: today)"),
        "ends": ("ENDS", "Last day, like 2026-12-31 (Enter: no end, not recommended)"),
        "saving": ("SAVING", "How much do people save, such as 20 or 20%? (Enter: not said)"),
        "code": ("CODE", "A code to mention when booking? (Enter: none)"),
        "terms": ("TERMS", "Who is it for, what is excluded? (Enter: not said)"),
        "modalities": (
            "MODALITIES",
            "What is it for? Names, with commas between (Enter: not said)",
        ),
        "pages": (
            "PAGES",
            "Where does it show? Addresses like /first-visit/, with commas between "
            "(Enter: everywhere)",
        ),
    }
    format = Format(
        plain=("starts", "ends", "saving"),
        lists=("modalities", "pages"),
        optional=("modalities", "pages", "priority", "regular_price", "booking", "button"),
        below="A sentence or two about the offer can stand below the next line.",
    )

    def draft(self, given: Mapping[str, str]) -> Draft:
        addresses = self.context.addresses
        checks = lambda document: unknown_pages(document, addresses)  # noqa: E731
        return Draft(given, KIND, self.context, self.format, checks)

    def next_step(self, draft: Draft) -> str:
        zone = self.context.zone
        until = end_in_words(draft.document().facts.period(zone), zone)
        shows = f"It shows from {draft.answers['starts']} "
        return (
            shows
            + (f"until {until}." if until else "without an end.")
            + "\nChange its text there. It is on the site after the next make publish."
        )


run = partial(write, NewOffer)
