"""Telling: how a build went, in words for the person who started it.

Gives   told(): runs a build, never raises; its exit code, its words, its result
Units   exit code 0 built; 2 something to change in content or settings; 1 the fault is ours;
        130 stopped by Ctrl-C
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plugins.build.output.os_errors import ExchangeError
from plugins.core.problems import ContentError, Problem, report
from plugins.core.system.interrupts import STOPPED, UNCHANGED, interrupted, until_too_late


@dataclass(frozen=True)
class Result:
    """What a build did: the pages it wrote, and what staff should know all the same.

    left_out: title and source of every starter page that is not published
    changed: whether the site may be another one than before
    """

    pages: int
    left_out: tuple[tuple[str, str], ...] = ()
    warnings: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    changed: bool = True


@dataclass(frozen=True)
class Told:
    """An exit code, the words that go with it, and the result when there is one."""

    code: int
    text: str
    result: Result | None = None


def told(make: Callable[[], Result], *, debug: bool = False, notes: bool = False) -> Told:
    """Run a build and tell how it went. debug: with the call stack, for developers."""
    with until_too_late():
        return _told(make, debug=debug, notes=notes)


def _told(make: Callable[[], Result], *, debug: bool, notes: bool) -> Told:
    try:
        result = make()
    except ContentError as error:
        return Told(2, problems_text(error.problems))
    except ExchangeError as error:
        problem = Problem(error.place, 0, "", error.found, error.needed, error.fix)
        return Told(2, f"{problem}\n\n{UNCHANGED}")
    except KeyboardInterrupt:
        return Told(130, STOPPED)
    except Exception as error:
        if interrupted():
            return Told(130, STOPPED)
        from plugins.build.report.crash import fault, stack  # noqa: PLC0415  (loads Jinja)

        details = f"\n\n{stack(error)}" if debug else ""
        return Told(1, f"{fault(error)}\n\n{UNCHANGED}{details}")
    return Told(0, result_text(result, notes=notes), result)


def problems_text(problems: Iterable[Problem]) -> str:
    """Every error, then every warning, then how many there are."""
    errors = [one for one in problems if one.level == "error"]
    warnings = [one for one in problems if one.level == "warning"]
    parts = [report(errors)]
    if warnings:
        parts.append(f"Worth a look, though not in the way:\n\n{report(warnings)}")
    parts.append(f"{counted(len(errors), 'problem')} to fix. {UNCHANGED}")
    return "\n\n".join(parts)


def result_text(result: Result, *, notes: bool) -> str:
    """What staff should know about a site that was built."""
    parts = []
    if result.warnings:
        parts.append(f"Worth a look:\n\n{report(result.warnings)}")
    if notes and result.notes:
        parts.append(f"Not known yet, so left out of the site:\n\n{report(result.notes)}")
    if result.left_out:
        rows = [f"  {title} ({source})" for title, source in result.left_out]
        head = f"{counted(len(rows), 'starter page')} left out of this site:"
        last = 'To publish one, read it through and delete its line "starter: yes".'
        parts.append("\n".join([head, *rows, last]))
    return "\n\n".join(parts)


def counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
