"""Questions: the fields of a new offer, asked at the terminal until each answer is good.

Reads   answers that were given beforehand, and the keyboard
Gives   answered(): an answer to every question; what is wrong with one is said in the words of
        the model, and the question comes again
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from plugins.core.problems import Problem
from plugins.core.reading.source_files import shown
from plugins.desk.console import ask, say
from plugins.desk.offer_draft import Around, Draft, split

# Field, name in the environment, question.
QUESTIONS = {
    "headline": ("TITLE", "What is the offer, in one line?"),
    "starts": ("STARTS", "First day, like 2026-12-01 (Enter: today)"),
    "ends": ("ENDS", "Last day, like 2026-12-31 (Enter: no end, not recommended)"),
    "saving": ("SAVING", "How many dollars do people save? (Enter: not said)"),
    "code": ("CODE", "A code to mention when booking? (Enter: none)"),
    "terms": ("TERMS", "Who is it for, what is excluded? (Enter: not said)"),
    "modalities": ("MODALITIES", "What is it for? Names, with commas between (Enter: not said)"),
    "pages": (
        "PAGES",
        "Where does it show? Addresses like /first-visit/, with commas between (Enter: everywhere)",
    ),
}
NUMBERED = "What is it for? Numbers or names, with commas between (Enter: not said)"
THERE = "{path} is there already. Change that file, or choose another title."


def answered(given: Mapping[str, str], around: Around) -> dict[str, str]:
    """Every answer, the given ones too when they are good; no headline when there is none."""
    answers = dict.fromkeys(QUESTIONS, "")
    for key in QUESTIONS:
        answer = named(key, given[key] or first(key, around), around)
        while answer and (wrong := faults(Draft({**answers, key: answer}, around), key)):
            say(wrong)
            answer = named(key, ask(question(key, around)), around)
        answers[key] = answer or default(key, around)
        if not answers["headline"]:
            break
    return answers


def first(key: str, around: Around) -> str:
    """The first answer to a question; where there is no modality to name, it is not asked."""
    pointless = key == "modalities" and not around.modalities
    return "" if pointless else ask(question(key, around))


def default(key: str, around: Around) -> str:
    return f"{datetime.now(around.zone):%Y-%m-%d}" if key == "starts" else ""


def question(key: str, around: Around) -> str:
    if key != "modalities" or not around.modalities:
        return QUESTIONS[key][1]
    titles = around.modalities.values()
    rows = [f"  {number:>2}  {title}" for number, title in enumerate(titles, start=1)]
    return "\n".join([NUMBERED, *rows])


def named(key: str, answer: str, around: Around) -> str:
    """Modalities by their file names, where the answer has their numbers or titles."""
    if key != "modalities":
        return answer
    known = {title.casefold(): slug for slug, title in around.modalities.items()}
    known |= {str(number): slug for number, slug in enumerate(around.modalities, start=1)}
    known |= {slug: slug for slug in around.modalities}
    return ", ".join(known.get(word.casefold(), word) for word in split(answer))


def faults(draft: Draft, key: str) -> str:
    """What is wrong with the answer to one question; empty when it is good."""
    if key == "headline" and draft.path.exists():
        return THERE.format(path=shown(draft.path))
    problems = [one for one in draft.problems() if re.match(rf"{key}\b", one.field)]
    return "\n".join(as_answer(one, key) for one in problems)


def as_answer(problem: Problem, key: str) -> str:
    """A problem of a file as one of an answer: nothing is written yet, so type instead of write."""
    fix = re.sub(
        rf'\b([Ww])rite "?(?:{key}:|-) (.+?)"?$',
        lambda match: f"{'T' if match[1] == 'W' else 't'}ype {match[2]}",
        problem.fix,
    )
    fix = fix.replace('write "everywhere"', 'type "everywhere"')
    fix = fix.replace("delete the line", "leave it out")
    parts = (("Found", problem.found), ("Needed", problem.needed), ("To fix", fix))
    return "\n".join(f"  {label:<7} {text}" for label, text in parts if text)
