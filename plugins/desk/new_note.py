"""Write a new note into content/news/, checked beforehand.

Reads   TITLE, SUMMARY, DATE from the environment
Gives   content/news/<slug of the title>.md; exit code 0, or 2 and what to type instead
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from plugins.desk.drafts import Draft, Format
from plugins.desk.new_file import NewFile, arguments, write
from plugins.desk.questions import Questions

__all__ = ["arguments", "run"]


class NewNote(NewFile):
    """A new note."""

    folder = "news"
    required = ("title", "summary")
    usage = (
        'Which note? Type: make new-note TITLE="A second room" SUMMARY="There is more space now"'
    )
    questions: ClassVar[Questions] = {
        "title": ("TITLE", "What is the title of the note?"),
        "summary": ("SUMMARY", "What does it say, in one line? Search engines show it"),
        "date": ("DATE", "Its day, like 2026-12-01; it shows from then on (Enter: today)"),
    }
    format = Format(plain=("date",), optional=("picture", "aliases"))

    def next_step(self, draft: Draft) -> str:
        return f"Write its text there. It shows from {draft.answers['date']}."


run = partial(write, NewNote)
