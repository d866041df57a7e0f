"""Offers in pieces of time: what is true of an offer, and when none runs."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.core.dates.moments import period
from plugins.core.dates.pieces import Piece
from plugins.core.model.documents import Document, Kind
from plugins.core.reading.front_matter import Fields
from plugins.offers.model import Offer
from plugins.offers.schedule import ScheduledOffer, gaps

DENVER = ZoneInfo("America/Denver")
KIND = Kind("offers", Offer, "/offers/{slug}/")
NOW = datetime(2026, 3, 20, tzinfo=UTC)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type,misc]


def offer(starts: str | None, ends: str | None, **facts: str) -> ScheduledOffer:
    """An offer as of NOW, in Denver."""
    model = Offer.model_validate({"headline": "Ten percent", **facts})
    fields = Fields(Path("content/offers/ten.md"), {}, {})
    document = Document(KIND, "ten", fields, model, "", 1)
    span = period(starts, ends, DENVER)
    return ScheduledOffer(document, span, "some day" if ends else "", (), NOW, None, "")


def test_the_three_pieces_of_an_offer_are_all_of_time() -> None:
    """A gap or an overlap would be an instant at which a page says nothing, or two things."""
    one = offer("2026-03-01", "2026-03-31")
    assert one.coming
    assert one.over
    pieces = (one.coming, one.running, one.over)
    assert [piece.now for piece in pieces] == [False, True, False]
    assert all(first.to == second.since for first, second in pairwise(pieces))
    assert (pieces[0].since, pieces[2].to) == ("-Infinity", "Infinity")


def test_pieces_are_in_milliseconds_of_the_practices_clock() -> None:
    """Browsers count in milliseconds; the day begins in Denver, seven hours after UTC's."""
    running = offer("2026-03-01", "2026-03-31").running
    assert (running.since, running.to) == ("1772348400000", "1775023200000")


def test_an_offer_without_limits_has_neither_beginning_nor_end() -> None:
    """There is nothing to wait for, and nothing to say after it."""
    one = offer(None, None)
    assert (one.coming, one.over, one.closing) == (None, None, None)
    assert one.running == one.begun == Piece(None, None, now=True)


def test_the_last_hours_begin_48_hours_before_the_end() -> None:
    """A real countdown, not one that never ends."""
    closing = offer("2026-03-01", "2026-03-31 18:00").closing
    assert closing == Piece(utc(2026, 3, 30), utc(2026, 4, 1), now=False)


def test_the_last_hours_of_a_short_offer_begin_with_it() -> None:
    """Before its start nothing counts down to its end."""
    closing = offer("2026-03-31 12:00", "2026-03-31 18:00").closing
    assert closing == Piece(utc(2026, 3, 31, 18), utc(2026, 4, 1), now=False)


def test_no_offer_at_all_is_one_gap() -> None:
    """A practice that deleted its last offer still tells that there is none."""
    assert gaps([], NOW) == (Piece(None, None, now=True),)


def test_gaps_lie_before_between_and_after_offers() -> None:
    """ "No offer is running" is true exactly then."""
    found = gaps([offer("2026-03-01", "2026-03-10"), offer("2026-03-25", "2026-03-31")], NOW)
    assert [(one.starts, one.ends, one.now) for one in found] == [
        (None, utc(2026, 3, 1, 7), False),
        (utc(2026, 3, 11, 6), utc(2026, 3, 25, 6), True),
        (utc(2026, 4, 1, 6), None, False),
    ]


def test_offers_that_follow_each_other_leave_no_gap() -> None:
    """The last instant of one is the first of the next."""
    found = gaps([offer(None, "2026-03-20"), offer("2026-03-21", None)], NOW)
    assert found == ()


def test_a_price_is_known_when_it_can_be_paid() -> None:
    """Regular price less saving; a saving above the price is somebody's slip, not a gift."""
    assert offer(None, None, regular_price="90", saving="25").price == 65
    assert offer(None, None, regular_price="90").price is None
    assert offer(None, None, saving="25").price is None
    assert offer(None, None, regular_price="90", saving="20%").price == 72
    assert offer(None, None, regular_price="85.55", saving="15%").price == Decimal("72.72")
    assert offer(None, None, saving="20%").price is None
    assert offer(None, None, regular_price="20", saving="25").price is None
