"""Outcome: how a build went, for the terminal, the preview and GitHub.

Gives   Outcome; outcome_of(): runs a build and never raises
Units   exit code 0 built; 2 something to change in content or settings; 1 a fault of the
        generator; 130 stopped by Ctrl-C
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from plugins.build.output.os_errors import ExchangeError
from plugins.core.problems import UNCHANGED, ContentError, Problem, in_order, report
from plugins.core.system.interrupts import STOPPED


class Waiting(NamedTuple):
    """What does not show yet, and until when, in words."""

    title: str
    source: str
    until: str

    def __str__(self) -> str:
        return f"Waits until {self.until}: {self.title} ({self.source})"


@dataclass(frozen=True)
class Outcome:
    """How a build went.

    code         the exit code
    problems     errors that stopped it; or warnings, and notes on facts that nobody knows yet
    message      what it says in place of a list of problems
    pages        how many the site has
    left_out     title and source of each starter page that is not published
    waiting      what does not show yet
    build_notes  when the next builds are due, see build_notes.py
    changed      whether output/ may differ from before
    partly       whether only the page that was saved is up to date: a whole look must follow
    seconds      on the wall clock
    """

    code: int = 0
    problems: tuple[Problem, ...] = ()
    message: str = ""
    pages: int = 0
    left_out: tuple[tuple[str, str], ...] = ()
    waiting: tuple[Waiting, ...] = ()
    build_notes: Mapping[str, Any] = field(default_factory=dict)
    changed: bool = True
    partly: bool = False
    seconds: float = 0.0

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Outcome:
        """The outcome that asdict() made plain values of, and JSON lists of its tuples."""
        problems = tuple(Problem.of(problem) for problem in values["problems"])
        left_out = tuple((title, source) for title, source in values["left_out"])
        waiting = tuple(Waiting(*row) for row in values["waiting"])
        nested = {"problems": problems, "left_out": left_out, "waiting": waiting}
        return cls(**{**values, **nested})

    @property
    def text(self) -> str:
        """What the person who started the build should read."""
        return self.message or (self._problems() if self.code else self._built(notes=False))

    @property
    def text_with_notes(self) -> str:
        """The same, with what to do about warnings, and the facts that nobody knows yet."""
        return self.text if self.code else self._built(notes=True)

    def level(self, level: str) -> list[Problem]:
        return [problem for problem in self.problems if problem.level == level]

    def _problems(self) -> str:
        errors, warnings = self.level("error"), self.level("warning")
        parts = [report(errors)]
        if warnings:
            parts.append(f"Worth a look, though not in the way:\n\n{in_short(warnings)}")
        parts.append(f"{counted(len(errors), 'problem')} to fix. {UNCHANGED}")
        return "\n\n".join(parts)

    def _built(self, *, notes: bool) -> str:
        parts = []
        # A note on something that is there is worth a look; one on nothing is a fact to fill in.
        found = [note for note in self.level("note") if note.found] if notes else []
        if warnings := [*self.level("warning"), *found]:
            listed = report(warnings) if notes else in_short(warnings)
            number = counted(len(set(warnings)), "thing")
            are = "is" if number.startswith("1 ") else "are"
            last = "" if notes else " To see what to do, type: make check"
            parts.append(f"Worth a look:\n\n{listed}\n\n{number} {are} worth a look.{last}")
        unknown = [note for note in self.level("note") if not note.found]
        if notes and unknown:
            number = counted(len(unknown), "fact")
            parts.append(
                f"Not known yet, so left out of the site, what visitors miss most first:\n\n"
                f"{in_order(unknown)}\n\n{number} not known yet."
            )
        if self.left_out:
            rows = [f"  {title} ({source})" for title, source in self.left_out]
            head = f"{counted(len(rows), 'starter page')} left out of this site:"
            last = 'To publish one, read it through and delete its line "starter: yes".'
            parts.append("\n".join([head, *rows, last]))
        if self.waiting:
            parts.append("\n".join(map(str, self.waiting)))
        return "\n\n".join(parts)


def outcome_of(build: Callable[[], Outcome], *, debug: bool = False) -> Outcome:
    """Run a build. debug: a fault of the generator comes with the call stack, for developers."""
    try:
        return build()
    except ContentError as error:
        return Outcome(2, tuple(error.problems))
    except ExchangeError as error:
        problem = Problem(error.place, 0, "", error.found, error.needed, error.fix)
        return Outcome(2, (problem,), f"{problem}\n\n{UNCHANGED}")
    except KeyboardInterrupt:
        return Outcome(130, message=STOPPED)
    except Exception as error:
        from plugins.build.report.crash import fault, stack  # noqa: PLC0415  (loads Jinja)

        details = f"\n\n{stack(error)}" if debug else ""
        return Outcome(1, message=f"{fault(error)}\n\n{UNCHANGED}{details}")


def in_short(problems: Iterable[Problem]) -> str:
    """A line for each problem, below its file; what is about no line says what to do, too."""
    rows: dict[str, list[str]] = {}
    for problem in sorted(set(problems)):
        line = f"line {problem.line}" if problem.line else ""
        where = ", ".join(filter(None, (line, problem.field)))
        what = ": ".join(filter(None, (where, problem.found or problem.needed)))
        to_do = "" if line else f"\n    To fix  {problem.fix}"
        rows.setdefault(problem.path, []).append(f"  {what}{to_do}")
    return "\n".join(row for path, lines in rows.items() for row in (path, *lines))


def counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
