"""Time travel: shows a page as of another moment.

Reads   ?at= in the address, in the practice's zone; else AT of the environment
Gives   a script for the start of the page's head: it sets the page's clock and shows a bar about
        it. Nothing for the present
Stops   nothing: for an invalid ?at= the bar says what to type; the build reports an invalid AT
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, time
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.core.dates.date_words import date_in_words, time_in_words
from plugins.core.dates.moments import MomentError, between, parse_moment
from plugins.core.problems import ContentError, quoted
from plugins.desk.project import city, time_zone

# Browsers decode a plus sign in an address as a space: 2026-12-24T09:00+01:00.
PLUS = re.compile(r"(?<=:\d\d) (?=\d\d:\d\d$)")
ENDED = "Offers that had ended before the last build are not shown."


@dataclass(frozen=True)
class TimeTravel:
    """The moments that the pages of a site show. default: AT, for pages without ?at="""

    content: Path
    default: str = ""

    def script(self, text: str) -> bytes:
        """The first element of a page's head; `text` follows ?at= in its address."""
        if text:
            back = "Back to AT" if self.default else "Back to now"
            try:
                return element(**self.values(PLUS.sub("+", text)), back=back)
            except MomentError as error:
                return element(message=explain(text, error), back=back)
        with suppress(MomentError):
            if self.default:
                return element(**self.values(self.default))
        return b""

    def values(self, text: str) -> dict[str, str]:
        """The script's values for a moment. Raises MomentError."""
        zone = self.zone()
        instant, built = instant_of(text, zone), datetime.now(UTC)
        if self.default:
            with suppress(MomentError):
                built = instant_of(self.default, zone)
        return {
            "now": str(round(instant.timestamp() * 1000)),
            "message": f"Shown as of {in_words(instant, zone)} ({city(zone)}).",
            "note": ENDED if instant < built else "",
        }

    def zone(self) -> ZoneInfo:
        try:
            return time_zone(self.content)
        except ContentError:  # the build reports it; there may be no content
            return ZoneInfo("UTC")


def instant_of(text: str, zone: ZoneInfo) -> datetime:
    """The instant in a text, the first of a day. Raises MomentError."""
    starts = between(parse_moment(text, zone), None, zone).starts
    assert starts  # noqa: S101  (a period from a moment on begins with it)
    return starts


def in_words(instant: datetime, zone: ZoneInfo) -> str:
    """`Thursday, December 24, 2026, 9 AM`."""
    local = instant.astimezone(zone)
    clock = "as it begins" if local.time() == time() else time_in_words(local.time(), zone)
    again = ", the second time" if local.fold else ""  # the clock was set back in between
    return f"{date_in_words(local.date(), zone)}, {clock}{again}"


def explain(text: str, error: MomentError) -> str:
    fix = f"type ?at={error.write.replace(' ', 'T')}" if error.write else error.fix
    return f"Found {quoted(text)} after ?at=. Needed {error.needed}. To fix, {fix}."


def element(**values: str) -> bytes:
    """The script with its values; it blocks the page, so no other script runs before it."""
    data = "".join(f' data-{name}="{escape(text)}"' for name, text in values.items() if text)
    return f'<script src="/_preview/time_travel.js"{data}></script>'.encode()
