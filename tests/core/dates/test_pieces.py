"""Time in stretches: at every instant exactly one, and the right one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.offers.schedule import ScheduledOffer, stretches
from tests.offers.made import DENVER, NEW_YEAR, in_order, offer

ZONES = sorted(available_timezones())
days = st.dates(datetime(1970, 1, 2).date(), datetime(2100, 12, 30).date())
spans = st.tuples(
    days, st.integers(0, 40), st.integers(0, 3), st.sampled_from(["both", "from", "to", "none"])
)


def made(number: int, zone: ZoneInfo, span: tuple[object, int, int, str]) -> ScheduledOffer:
    first, length, priority, limits = span
    fields = {"priority": str(priority)}
    if limits in ("both", "from"):
        fields["starts"] = str(first)
    if limits in ("both", "to"):
        fields["ends"] = str(first + timedelta(days=length))  # type: ignore[operator]
    return offer(f"o{number}", zone, **fields)


def best(offers: list[ScheduledOffer], now: datetime) -> tuple[ScheduledOffer | None, int]:
    """The plain reading of the rule: the highest priority, then the earliest end, then the name."""
    run = [
        one for one in offers
        if (one.period.starts is None or one.period.starts <= now)
        and (one.period.ends is None or now < one.period.ends)
    ]  # fmt: skip
    far = datetime.max.replace(tzinfo=UTC)
    run.sort(key=lambda one: one.document.slug)
    run.sort(key=lambda one: one.period.ends or far)
    run.sort(key=lambda one: one.facts.priority, reverse=True)
    return (run[0], len(run) - 1) if run else (None, 0)


@settings(max_examples=300, deadline=None)
@given(zone=st.sampled_from(ZONES), chosen=st.lists(spans, min_size=1, max_size=5), data=st.data())
def test_at_every_instant_the_stretch_shows_what_the_rule_says(
    zone: str, chosen: list[tuple[object, int, int, str]], data: st.DataObject
) -> None:
    """All zones, 1970 to 2100: at each limit, a millisecond around it, and anywhere else."""
    place = ZoneInfo(zone)
    offers = in_order([made(number, place, span) for number, span in enumerate(chosen)])
    limits = [at for one in offers for at in (one.period.starts, one.period.ends) if at]
    anywhere = data.draw(
        st.datetimes(datetime(1970, 1, 2), datetime(2100, 12, 30), timezones=st.just(UTC))
    )
    tick = timedelta(milliseconds=1)
    for now in [anywhere, *limits, *(at - tick for at in limits), *(at + tick for at in limits)]:
        pieces = stretches(offers, now)
        here = [
            one for one in pieces
            if (one.starts is None or one.starts <= now) and (one.ends is None or now < one.ends)
        ]  # fmt: skip
        assert len(here) == 1
        assert (here[0].offer, here[0].others) == best(offers, now)
        assert [one for one in pieces if one.now] == here


def test_stretches_fill_all_of_time_without_a_gap() -> None:
    """Each ends where the next begins; the first begins and the last ends never."""
    offers = in_order(
        [
            offer("a", starts="2026-01-01", ends="2026-01-31"),
            offer("b", starts="2026-01-10", priority="5"),
        ]
    )
    pieces = stretches(offers, datetime(2026, 1, 5, tzinfo=DENVER))
    assert [(one.offer and one.offer.document.slug, one.others, one.now) for one in pieces] == [
        (None, 0, False),
        ("a", 0, True),
        ("b", 1, False),
        ("b", 0, False),
    ]
    assert [one.since for one in pieces[1:]] == [one.to for one in pieces[:-1]]
    assert (pieces[0].since, pieces[-1].to) == ("-Infinity", "Infinity")


def test_an_offer_that_never_gets_its_turn_makes_no_stretch_of_its_own() -> None:
    """It is counted among the others, and found on the page of offers."""
    offers = in_order([offer("always", priority="9"), offer("behind", ends="2026-01-31")])
    pieces = stretches(offers, datetime(2026, 1, 1, tzinfo=DENVER))
    assert [(one.offer and one.offer.document.slug, one.others) for one in pieces] == [
        ("always", 1),
        ("always", 0),
    ]


def test_without_offers_there_is_no_stretch() -> None:
    """A page without an offer has no banner."""
    assert stretches([], datetime(2026, 1, 1, tzinfo=DENVER)) == ()


def test_the_year_9999_is_an_end_like_any_other() -> None:
    """Some write it for "never"; the browser must be able to read it."""
    (last,) = [
        one
        for one in stretches([offer("a", ends="9999-12-31")], NEW_YEAR)
        if one.offer
    ]  # fmt: skip
    assert float(last.to) > datetime(9999, 12, 31, tzinfo=UTC).timestamp() * 1000
    assert float(last.to) < 8.64e15


@pytest.mark.parametrize(
    ("change", "same"),
    [({"ends": "2026-02-01"}, False), ({"code": "NEW"}, False), ({"priority": "7"}, True)],
)
def test_closing_is_remembered_by_what_the_offer_says(change: dict[str, str], same: bool) -> None:
    """Another text is another offer; another place in the queue is not."""
    said = {"ends": "2026-01-31", "code": "OLD"}
    before, after = offer("a", DENVER, **said), offer("a", DENVER, **said | change)
    assert (before.key == after.key) is same
