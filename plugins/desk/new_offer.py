"""Writes a new offer into content/offers/, checked before it is written.

Reads   TITLE, STARTS, ENDS, SAVING, CODE, TERMS, MODALITIES, PAGES from the environment (make
        passes them on); asks for what is missing or no good when somebody sits at the terminal
Gives   content/offers/<slug of the title>.md; exit code 0, or 2 and what to type instead
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from plugins.core.dates.moments import end_in_words
from plugins.core.problems import ContentError, report
from plugins.core.reading.source_files import shown
from plugins.desk.console import say
from plugins.desk.offer_draft import Around, Draft
from plugins.desk.offer_questions import QUESTIONS, THERE, answered, default, named

USAGE = 'Which offer? Type: make new-offer TITLE="Ten percent off a first visit" ENDS=2026-12-31'


def arguments(command: ArgumentParser) -> None:
    command.add_argument("--content", default="content", help="the content folder")
    command.add_argument("--settings", default="pelicanconf.py", help="the settings file")


def run(options: Namespace) -> int:
    given = {key: os.environ.get(name, "").strip() for key, (name, _) in QUESTIONS.items()}
    asking = sys.stdin.isatty()
    if not given["headline"] and not asking:
        say(USAGE)
        return 2
    try:
        around = Around.of(Path(options.content), options.settings)
    except ContentError as error:
        say(report(error.problems))
        return 2
    answers = answered(given, around) if asking else completed(given, around)
    if not answers["headline"]:
        say(USAGE)
        return 2
    return written(Draft(answers, around))


def completed(given: dict[str, str], around: Around) -> dict[str, str]:
    """The answers as given, with what is assumed for those that are not."""
    return {key: named(key, given[key], around) or default(key, around) for key in QUESTIONS}


def written(draft: Draft) -> int:
    """Write the file, unless there is one or anything is wrong with it."""
    path = draft.path
    if path.exists():
        say(THERE.format(path=shown(path)))
        return 2
    if problems := draft.problems():
        say(report(problems))
        return 2
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(draft.text, encoding="utf-8")
    zone = draft.around.zone
    until = end_in_words(draft.offer().period(zone), zone)
    starts = draft.answers["starts"]
    say(f"Wrote {shown(path)}.")
    say(f"It shows from {starts} " + (f"until {until}." if until else "without an end."))
    say("Change its text there. It is on the site after the next make publish.")
    return 0
