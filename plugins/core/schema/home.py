"""The home page, as a practice arranges it.

Gives   Home: what stands beside the title, and which sections follow in which order
Why     without it the page is as the theme has it
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator

from plugins.core.problems import quoted
from plugins.core.schema.fields import FigureFacts, ManyNames, Paragraph, Question, Text
from plugins.core.schema.model import ContentModel, field_error

Hero = Literal["map", "picture", "drawing", "none"]
Section = Literal[
    "map", "steps", "modalities", "people", "prices", "voices", "gift", "news", "questions"
]
USUAL: tuple[Section, ...] = (
    *("steps", "modalities", "people", "voices", "gift", "news", "questions"),
)


class Step(ContentModel):
    """One of the steps of a visit."""

    title: Text
    """What happens, in a few words."""
    text: Paragraph | None = None
    """A sentence or two about it."""


def once_each(names: tuple[Section, ...]) -> tuple[Section, ...]:
    for number, name in enumerate(names):
        if name in names[:number]:
            raise field_error("each section once", f"delete one {quoted(name)}")
    return names


class Home(ContentModel):
    """What the home page shows, and in which order."""

    hero: Hero | None = None
    """What stands beside the title; the map of the body unless you choose."""
    figure: FigureFacts | None = None
    """The drawing beside the title, for the hero "drawing"."""
    sections: Annotated[tuple[Section, ...], AfterValidator(once_each), ManyNames] = ()
    """What follows, in this order. What is not listed does not show."""
    steps: tuple[Step, ...] = ()
    """What happens on a visit, step by step, for the section "steps"."""
    questions: tuple[Question, ...] = ()
    """What clients ask, and the answers, for the section "questions"."""

    @property
    def top(self) -> Hero:
        """What stands beside the title; a map that is a section does not stand there too."""
        return self.hero or ("none" if "map" in self.sections else "map")

    @property
    def below(self) -> tuple[Section, ...]:
        """The sections to show; a map at the top is not among them."""
        shown = self.sections or ("map", *USUAL)
        return tuple(name for name in shown if name != "map" or self.top != "map")

    @property
    def has_map(self) -> bool:
        return self.top == "map" or "map" in self.below
