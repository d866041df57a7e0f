"""Offer questions: asks for the fields of a new offer until each answer is valid.

Reads   answers from the environment, and the keyboard
Gives   ask_fields(): an answer to every question. An invalid answer is explained with the model's
        own message, then the question comes again
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from plugins.core.problems import Problem
from plugins.core.reading.source_files import display_path
from plugins.desk.console import ask, say
from plugins.desk.offer_draft import OfferContext, OfferDraft, split

# Field, name in the environment, question.
QUESTIONS = {
    "headline": ("TITLE", "What is the offer, in one line?"),
    "starts": ("STARTS", "First day, like 2026-12-01 (Enter: today)"),
    "ends": ("ENDS", "Last day, like 2026-12-31 (Enter: no end, not recommended)"),
    "saving": ("SAVING", "How much do people save, such as 20 or 20%? (Enter: not said)"),
    "code": ("CODE", "A code to mention when booking? (Enter: none)"),
    "terms": ("TERMS", "Who is it for, what is excluded? (Enter: not said)"),
    "modalities": ("MODALITIES", "What is it for? Names, with commas between (Enter: not said)"),
    "pages": (
        "PAGES",
        "Where does it show? Addresses like /first-visit/, with commas between (Enter: everywhere)",
    ),
}
NUMBERED = "What is it for? Numbers or names, with commas between (Enter: not said)"
EXISTS = "{path} is there already. Change that file, or choose another title."


def ask_fields(given: Mapping[str, str], context: OfferContext) -> dict[str, str]:
    """All answers, starting with the given ones; stops without a headline."""
    answers = dict.fromkeys(QUESTIONS, "")
    for key in QUESTIONS:
        answer = given[key]
        if not answer and (key != "modalities" or context.modalities):
            answer = ask(question(key, context))
        answer = resolve_names(key, answer, context)
        while answer and (message := faults(OfferDraft({**answers, key: answer}, context), key)):
            say(message)
            answer = resolve_names(key, ask(question(key, context)), context)
        answers[key] = answer or default(key, context)
        if not answers["headline"]:
            break
    return answers


def default(key: str, context: OfferContext) -> str:
    return f"{datetime.now(context.zone):%Y-%m-%d}" if key == "starts" else ""


def question(key: str, context: OfferContext) -> str:
    if key != "modalities" or not context.modalities:
        return QUESTIONS[key][1]
    titles = context.modalities.values()
    rows = [f"  {number:>2}  {title}" for number, title in enumerate(titles, start=1)]
    return "\n".join([NUMBERED, *rows])


def resolve_names(key: str, answer: str, context: OfferContext) -> str:
    """Slugs of modalities, for their numbers or titles in the answer."""
    if key != "modalities":
        return answer
    slugs = {title.casefold(): slug for slug, title in context.modalities.items()}
    slugs |= {str(number): slug for number, slug in enumerate(context.modalities, start=1)}
    slugs |= {slug: slug for slug in context.modalities}
    return ", ".join(slugs.get(word.casefold(), word) for word in split(answer))


def faults(draft: OfferDraft, key: str) -> str:
    """What is wrong with one answer; empty when it is valid."""
    if key == "headline" and draft.path.exists():
        return EXISTS.format(path=display_path(draft.path))
    problems = [problem for problem in draft.problems() if re.match(rf"{key}\b", problem.field)]
    return "\n".join(as_answer(problem, key) for problem in problems)


def as_answer(problem: Problem, key: str) -> str:
    """The message about an answer: there is no file yet, so "type" replaces "write"."""
    fix = re.sub(
        rf'\b([Ww])rite "?(?:{key}:|-) (.+?)"?$',
        lambda match: f"{'T' if match[1] == 'W' else 't'}ype {match[2]}",
        problem.fix,
    )
    fix = fix.replace('write "everywhere"', 'type "everywhere"')
    fix = fix.replace("delete the line", "leave it out")
    parts = (("Found", problem.found), ("Needed", problem.needed), ("To fix", fix))
    return "\n".join(f"  {label:<7} {text}" for label, text in parts if text)
