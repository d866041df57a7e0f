"""Questions: asks for the fields of something new until each answer is valid.

Reads   answers from the environment, and the keyboard
Gives   Form, what a command asks for; answers(): an answer to every question of it. An invalid
        answer is explained with the model's own message, then the question comes again
"""

from __future__ import annotations

import os
import re
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import ClassVar

from plugins.core.problems import Problem
from plugins.desk.console import ask, say

# Field: its name in the environment, and the question.
Questions = Mapping[str, tuple[str, str]]


class Form(ABC):
    """What a command asks for.

    questions  field: its name in the environment, and the question
    required   fields without which there is nothing to write
    usage      what to type when one of them is missing
    """

    questions: ClassVar[Questions]
    required: ClassVar[tuple[str, ...]]
    usage: ClassVar[str]

    @abstractmethod
    def faults(self, answers: Mapping[str, str], key: str) -> str:
        """What is wrong with one answer; empty when it is valid."""

    def question(self, key: str) -> str:
        """The question as it is asked; empty when there is nothing to ask."""
        return self.questions[key][1]

    def default(self, key: str) -> str:  # noqa: ARG002  (forms have some)
        return ""

    def resolved(self, key: str, answer: str) -> str:  # noqa: ARG002  (forms do it for some)
        """An answer as the file has it, such as the name for a number in a list."""
        return answer


def at_terminal() -> bool:
    return sys.stdin.isatty()


def answers(form: Form) -> dict[str, str]:
    """An answer to every question: from the environment, and from whoever is at the terminal.
    Empty, with a sentence on what to type, when a required one is missing."""
    found = {key: os.environ.get(name, "").strip() for key, (name, _) in form.questions.items()}
    if at_terminal():
        found = asked(form, found)
    else:
        found = {key: form.resolved(key, one) or form.default(key) for key, one in found.items()}
    if all(found[key] for key in form.required):
        return found
    say(form.usage)
    return {}


def asked(form: Form, given: Mapping[str, str]) -> dict[str, str]:
    """All answers, starting with the given ones; stops at a required one that does not come."""
    found = dict.fromkeys(form.questions, "")
    for key in form.questions:
        question = form.question(key)
        answer = given[key] or (ask(question) if question else "")
        answer = form.resolved(key, answer)
        while answer and (message := form.faults({**found, key: answer}, key)):
            say(message)
            answer = form.resolved(key, ask(question or form.questions[key][1]))
        found[key] = answer or form.default(key)
        if key in form.required and not found[key]:
            break
    return found


def choices(question: str, names: Iterable[str]) -> str:
    """A question, and below it a numbered list to choose from."""
    rows = [f"  {number:>2}  {name}" for number, name in enumerate(names, start=1)]
    return "\n".join([question, *rows])


def chosen(words: Iterable[str], titles: Mapping[str, str]) -> list[str]:
    """Slugs for words that are slugs, titles or numbers in a list; others stay as they are.
    titles: title of each slug."""
    slugs = {title.casefold(): slug for slug, title in titles.items()}
    slugs |= {str(number): slug for number, slug in enumerate(titles, start=1)}
    slugs |= {slug: slug for slug in titles}
    return [slugs.get(word.casefold(), word) for word in words]


def split(answer: str) -> list[str]:
    return [word.strip() for word in answer.split(",") if word.strip()]


def about(problems: Iterable[Problem], key: str) -> str:
    """Those problems that are about one answer, in words."""
    own = [problem for problem in problems if re.match(rf"{key}\b", problem.field)]
    return "\n".join(as_answer(problem, key) for problem in own)


def as_answer(problem: Problem, key: str) -> str:
    """The message about an answer: there is no file yet, so "type" replaces "write"."""
    fix = re.sub(
        rf'\b([Ww])rite "?(?:{key}:|-) (.+?)"?$',
        lambda match: f"{'T' if match[1] == 'W' else 't'}ype {match[2]}",
        problem.fix,
    )
    fix = fix.replace('write "everywhere"', 'type "everywhere"')
    fix = fix.replace("delete the line", "leave it out")
    needed = problem.needed.replace(", in double quotes", "")
    parts = (("Found", problem.found), ("Needed", needed), ("To fix", fix))
    return "\n".join(f"  {label:<7} {text}" for label, text in parts if text)
