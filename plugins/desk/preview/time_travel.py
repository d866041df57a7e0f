"""At: a page as of another moment.

Reads   what follows ?at= in the address, in the practice's zone; else AT of the environment
Gives   the script that stands first in the page's head: it sets the page's clock, and says so
        in a bar. Nothing for the present
Stops   nothing: a moment that is none becomes a bar that says what to type; an AT that is none
        is told by the build
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, time
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.core.dates.moments import (
    MomentError,
    between,
    date_in_words,
    parse_moment,
    time_in_words,
)
from plugins.core.problems import ContentError, quoted
from plugins.desk.zone import place, zone_of

# A plus sign in an address is read as a space: 2026-12-24T09:00+01:00.
PLUS = re.compile(r"(?<=:\d\d) (?=\d\d:\d\d$)")
ENDED = "Offers that had ended before the last build are not shown."


@dataclass(frozen=True)
class At:
    """The moments that pages of one site are shown as of.

    asked: AT of the environment, for pages without ?at=
    """

    content: Path
    asked: str = ""

    def script(self, asked: str) -> bytes:
        """The first element of a page's head; `asked` follows ?at= in its address."""
        if asked:
            back = "Back to AT" if self.asked else "Back to now"
            try:
                return element(**self.moved(PLUS.sub("+", asked)), back=back)
            except MomentError as error:
                return element(said=misunderstood(asked, error), back=back)
        with suppress(MomentError):
            if self.asked:
                return element(**self.moved(self.asked))
        return b""

    def moved(self, text: str) -> dict[str, str]:
        """What the script needs for a moment. Raises MomentError."""
        zone = self.zone()
        instant, built = instant_of(text, zone), datetime.now(UTC)
        if self.asked:
            with suppress(MomentError):
                built = instant_of(self.asked, zone)
        return {
            "now": str(round(instant.timestamp() * 1000)),
            "said": f"Shown as of {in_words(instant, zone)} ({place(zone)}).",
            "note": ENDED if instant < built else "",
        }

    def zone(self) -> ZoneInfo:
        try:
            return zone_of(self.content)
        except ContentError:  # the build says it; here there may be no content at all
            return ZoneInfo("UTC")


def instant_of(text: str, zone: ZoneInfo) -> datetime:
    """The instant that a text names, a day its first. Raises MomentError."""
    starts = between(parse_moment(text, zone), None, zone).starts
    assert starts  # noqa: S101  (a period from a moment on begins with it)
    return starts


def in_words(instant: datetime, zone: ZoneInfo) -> str:
    """`Thursday, December 24, 2026, 9 AM`."""
    local = instant.astimezone(zone)
    clock = "as it begins" if local.time() == time() else time_in_words(local.time())
    again = ", the second time" if local.fold else ""  # the clock was set back meanwhile
    return f"{date_in_words(local.date())}, {clock}{again}"


def misunderstood(asked: str, error: MomentError) -> str:
    fix = f"type ?at={error.write.replace(' ', 'T')}" if error.write else error.fix
    return f"Found {quoted(asked)} after ?at=. Needed {error.needed}. To fix, {fix}."


def element(**values: str) -> bytes:
    """The script with its values; it blocks, so that no other script runs before it."""
    data = "".join(f' data-{name}="{escape(text)}"' for name, text in values.items() if text)
    return f'<script src="/_preview/time_travel.js"{data}></script>'.encode()
