"""Write a new person into content/people/, checked beforehand.

Reads   NAME, ROLE, MODALITIES from the environment
Gives   content/people/<slug of the name>.md; exit code 0, or 2 and what to type instead
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from plugins.desk.drafts import Draft, Format
from plugins.desk.new_file import NewFile, arguments, write
from plugins.desk.questions import Questions

__all__ = ["arguments", "run"]


class NewPerson(NewFile):
    """A new person."""

    folder = "people"
    called = "name"
    required = ("name", "role")
    usage = 'Who? Type: make new-person NAME="Ada Example" ROLE="Massage therapist"'
    questions: ClassVar[Questions] = {
        "name": ("NAME", "What is the name, as visitors should read it?"),
        "role": ("ROLE", "What is the person, in one line, such as Massage therapist?"),
        "modalities": (
            "MODALITIES",
            "What does the person do? Names, with commas between (Enter: not said)",
        ),
    }
    format = Format(
        lists=("modalities",),
        optional=(
            *("summary", "licence", "modalities", "languages", "booking"),
            *("picture", "order", "aliases"),
        ),
        below="A few sentences about the person can stand below the next line.",
    )

    def next_step(self, draft: Draft) -> str:  # noqa: ARG002  (the same for everybody)
        return "Write a few sentences there: whoever has a text has a page."


run = partial(write, NewPerson)
