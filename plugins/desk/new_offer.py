"""Write a new offer into content/offers/, checked beforehand.

Reads   TITLE, STARTS, ENDS, SAVING, CODE, TERMS, MODALITIES, PAGES from the environment (make
        passes them on); asks at the terminal for what is missing or invalid
Gives   content/offers/<slug of the title>.md; exit code 0, or 2 and what to type instead
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from plugins.core.dates.moments import end_in_words
from plugins.core.problems import ContentError, report
from plugins.core.reading.source_files import display_path
from plugins.desk.console import say
from plugins.desk.offer_draft import OfferContext, OfferDraft
from plugins.desk.offer_questions import EXISTS, QUESTIONS, ask_fields, default, resolve_names

USAGE = 'Which offer? Type: make new-offer TITLE="Ten percent off a first visit" ENDS=2026-12-31'


def arguments(command: ArgumentParser) -> None:
    command.add_argument("--content", default="content", help="the content folder")
    command.add_argument("--settings", default="pelicanconf.py", help="the settings file")


def run(options: Namespace) -> int:
    given = {key: os.environ.get(name, "").strip() for key, (name, _) in QUESTIONS.items()}
    interactive = sys.stdin.isatty()
    if not given["headline"] and not interactive:
        say(USAGE)
        return 2
    try:
        context = OfferContext.load(Path(options.content), options.settings)
    except ContentError as error:
        say(report(error.problems))
        return 2
    answers = ask_fields(given, context) if interactive else fill_defaults(given, context)
    if not answers["headline"]:
        say(USAGE)
        return 2
    return write_offer(OfferDraft(answers, context))


def fill_defaults(given: dict[str, str], context: OfferContext) -> dict[str, str]:
    """The given answers, and a default for each of the others."""
    return {
        key: resolve_names(key, given[key], context) or default(key, context) for key in QUESTIONS
    }


def write_offer(draft: OfferDraft) -> int:
    """Write the file, unless it exists or the draft has problems; the exit code."""
    path = draft.path
    if path.exists():
        say(EXISTS.format(path=display_path(path)))
        return 2
    if problems := draft.problems():
        say(report(problems))
        return 2
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(draft.text, encoding="utf-8")
    zone = draft.context.zone
    until = end_in_words(draft.offer().period(zone), zone)
    starts = draft.answers["starts"]
    say(f"Wrote {display_path(path)}.")
    say(f"It shows from {starts} " + (f"until {until}." if until else "without an end."))
    say("Change its text there. It is on the site after the next make publish.")
    return 0
