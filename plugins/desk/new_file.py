"""New file: what the commands share that write one file of content, checked beforehand.

Reads   the fields of the file from the environment (make passes them on); asks at the terminal for
        what is missing or invalid
Gives   write(): the file, unless it exists or has problems; exit code 0, or 2 and what to type
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from plugins.core.problems import ContentError, report
from plugins.core.reading.source_files import display_path
from plugins.desk.console import say
from plugins.desk.drafts import Context, Draft, Format
from plugins.desk.questions import Form, about, answers, choices, chosen, split

EXISTS = "{path} is there already. Change that file, or choose another {what}."
NUMBERED = "{question} Numbers or names, with commas between (Enter: not said)"


class NewFile(Form):
    """A form whose answers are a file of content. The first question is the one that names it.

    folder  of its kind in content/
    called  what the first answer is, such as a title
    """

    folder: ClassVar[str]
    called: ClassVar[str] = "title"
    format: ClassVar[Format]

    def __init__(self, context: Context) -> None:
        self.context = context

    def draft(self, given: Mapping[str, str]) -> Draft:
        return Draft(given, self.context.kinds[self.folder], self.context, self.format)

    def faults(self, answers: Mapping[str, str], key: str) -> str:
        draft = self.draft(answers)
        if key == next(iter(self.questions)) and draft.path.exists():
            return self.taken(draft)
        return about(draft.problems(), key)

    def question(self, key: str) -> str:
        question, titles = self.questions[key][1], self.context.modalities
        if key != "modalities":
            return question
        numbered = NUMBERED.format(question=question.partition("?")[0] + "?")
        return choices(numbered, titles.values()) if titles else ""

    def resolved(self, key: str, answer: str) -> str:
        if key != "modalities":
            return answer
        return ", ".join(chosen(split(answer), self.context.modalities))

    def default(self, key: str) -> str:
        return f"{datetime.now(self.context.zone):%Y-%m-%d}" if key in ("date", "starts") else ""

    def taken(self, draft: Draft) -> str:
        return EXISTS.format(path=display_path(draft.path), what=self.called)

    def next_step(self, draft: Draft) -> str:
        """What the person reads below the name of the file that was written."""
        raise NotImplementedError


def arguments(command: ArgumentParser) -> None:
    command.add_argument("--content", default="content", help="the content folder")
    command.add_argument("--settings", default="pelicanconf.py", help="the settings file")


def write(kind: type[NewFile], options: Namespace) -> int:
    """The run of a command; its exit code."""
    try:
        form = kind(Context.load(Path(options.content), options.settings))
    except ContentError as error:
        say(report(error.problems))
        return 2
    if form.folder not in form.context.kinds:
        say(f"This site has no {form.folder}: {options.settings} does not name the feature.")
        return 2
    given = answers(form)
    if not given:
        return 2
    draft = form.draft(given)
    if draft.path.exists():
        say(form.taken(draft))
        return 2
    if problems := draft.problems():
        say(report(problems))
        return 2
    draft.path.parent.mkdir(parents=True, exist_ok=True)
    with draft.path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(draft.text)
    say(f"Wrote {display_path(draft.path)}.")
    say(form.next_step(draft))
    return 0
