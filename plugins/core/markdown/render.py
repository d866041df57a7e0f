"""Render: Markdown to HTML that is safe to publish.

Reads   the body of a content file
Gives   Markup, the only Markup in the generator, and problems with their lines
        slowness(): a warning about a text that takes seconds
Stops   nothing by itself; whatever the sanitizer would remove is a problem, never silent
Source  nh3 (ammonia) with the allow-list of sanitizer_report.py; Python-Markdown, see converter.py
"""

from __future__ import annotations

import re
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import FrameType

import nh3
from markupsafe import Markup

from plugins.core.markdown import readings
from plugins.core.markdown.blocks import CrowdedError
from plugins.core.markdown.converter import CommonMark, converter
from plugins.core.markdown.leftovers import leftovers
from plugins.core.markdown.sanitizer_report import (
    ALIGNMENTS,
    ATTRIBUTES,
    TAGS,
    BodyText,
    ForeignPictureError,
    Refused,
    removed,
)
from plugins.core.markdown.urls import SCHEME, SCHEMES, UrlError, safe_url
from plugins.core.problems import Problem

# A page takes a few milliseconds; these stop what would take minutes, and tell what takes seconds.
SECONDS, SLOW = 10, 2
# Each sign can be read in one way only: a pattern that tries many would itself take for ever.
BRACKETS = re.compile(r"(?:[\[!(][^\[\]()!\n]{0,3}\]?){40,}|(?:<!\[CDATA\[){40,}")


class TooSlowError(Exception):
    """The text takes longer than any real page."""


@dataclass
class MarkdownRenderer:
    """Turns bodies into Markup; one converter serves all files of a build."""

    markdown: CommonMark = field(default_factory=converter)

    def render(
        self, body: str, path: str, first_line: int, resolve: Callable[[str], str | None]
    ) -> tuple[Markup, list[Problem]]:
        """The HTML of a body, and what is wrong in it.

        resolve: gives the address to write for an address in the text, or None to leave the
        words without a link.
        """
        place = BodyText(body, path, first_line)
        if row := BRACKETS.search(body):
            line = re.escape(row[0][:40].split("\n")[0])
            found = "a long row of brackets"
            return Markup(), [place.problem(found, "plain text", "delete it", line)]
        began = time.process_time()
        try:
            with time_limit(SECONDS):
                raw = self.markdown.reset().convert(body)
                html, problems = sanitized(raw, replace(place, names=self.markdown.names), resolve)
                wrong = {one.line for one in problems if one.level == "error"}
                markup = (one for one in self.problems(place) if one.line not in wrong)
                return html, [*problems, *markup, *slowness(path, first_line, began)]
        except CrowdedError as error:
            found = "a paragraph with thousands of signs such as *, _, ` or ["
            there = replace(place, first_line=first_line + error.line)
            return Markup(), [there.problem(found, "plain text", "delete them")]
        except TooSlowError:
            found = f"a text that takes more than {SECONDS} seconds to read"
            fix = "delete rows of signs such as [, < or *; split a very long table or list"
        except RecursionError:
            found = "lists, quotations or terms too deep inside each other"
            fix = "move them to the left; put empty lines between terms"
        self.markdown = converter()  # the one that was stopped half-way is not clean any more
        return Markup(), [place.problem(found, "a text like that of other pages", fix)]

    def problems(self, place: BodyText) -> list[Problem]:
        """What nobody meant to show in the text that was converted last."""
        converter = self.markdown
        return [
            *leftovers(converter.leaves, place, converter.references),
            *readings.problems(converter.readings.findings, place),
        ]


def slowness(path: str, line: int, began: float) -> Iterator[Problem]:
    """A warning about a text that made every build slow. began: what time.process_time() said."""
    if time.process_time() - began > SLOW:
        yield Problem(
            path,
            line,
            found=f"a text that takes more than {SLOW} seconds to read, in every build",
            needed="a text like that of other pages, which takes a few milliseconds",
            fix="split it into several pages; a table or list of thousands of lines is better a "
            "file to download",
            level="warning",
        )


def handed_over(html: str) -> Markup:
    """What render() gave in another process."""
    return Markup(html)  # noqa: S704


def sanitized(
    raw: str, place: BodyText, resolve: Callable[[str], str | None]
) -> tuple[Markup, list[Problem]]:
    refused: list[Refused] = []
    faults: list[Exception] = []

    def attribute(tag: str, name: str, value: str) -> str | None:
        try:
            if name == "id":
                return value if value in place.names else None
            return attribute_value(tag, name, value, resolve)
        except UrlError as error:
            refused.append(Refused(value, error))
        except Exception as error:  # nh3 would let the value pass
            faults.append(error)
        return None

    clean = nh3.clean(
        raw,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=attribute,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    if faults:
        raise faults[0]
    problems = [*(one.problem(place) for one in refused), *removed(raw, clean, place)]
    # The sanitizer's output, and nothing else, is Markup.
    return Markup(clean), list(dict.fromkeys(problems))  # noqa: S704


def attribute_value(
    tag: str, name: str, value: str, resolve: Callable[[str], str | None]
) -> str | None:
    """The value of an attribute as it stays; None takes it away. Raises UrlError."""
    if name == "class":
        return value if value in ALIGNMENTS else None
    if name not in ("href", "src") or name not in ATTRIBUTES.get(tag, set()):
        return value  # what may not stay goes with all that belongs to it
    address = resolve(value)
    if address is None:
        return None
    if name == "src" and SCHEME.match(safe_url(address)):
        raise ForeignPictureError(
            "files of this site: another site learns who reads the page, and when",
            "put a copy into content/images/, if you may, and show that one",
        )
    return safe_url(address)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TooSlowError after `seconds` of this process's own time, however busy the machine is.

    Without effect outside the main thread, and on Windows, which has no such timer.
    """
    in_main_thread = threading.current_thread() is threading.main_thread()
    if not in_main_thread or not hasattr(signal, "SIGVTALRM"):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
