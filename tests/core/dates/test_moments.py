"""Moments and periods, as staff write them. An hour too long is an untrue page."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plugins.core.dates.date_words import date_in_words
from plugins.core.dates.local_time import LAST, start_of_day
from plugins.core.dates.moments import (
    Moment,
    MomentError,
    Period,
    between,
    end_in_words,
    end_to_write,
    parse_moment,
    period,
    typed_day,
    typed_moment,
)
from tests.core.conftest import DENVER, steady
from tests.core.dates.zones import gap_times, instants, local_times


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


def refused(text: str, zone: ZoneInfo = DENVER) -> tuple[str, str]:
    with pytest.raises(MomentError) as caught:
        parse_moment(text, zone)
    return caught.value.needed, caught.value.fix


def test_a_date_is_the_whole_day() -> None:
    """Which of its instants is meant depends on whether it starts or ends something."""
    assert parse_moment(" 2026-12-31 ", DENVER) == Moment(date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-12-31 18:00", utc(2027, 1, 1, 1)),
        ("2026-12-31T18:00", utc(2027, 1, 1, 1)),
        ("2026-12-31T18:00:30", utc(2027, 1, 1, 1, 0, 30)),
        ("2026-12-31T18:00:00.000", utc(2027, 1, 1, 1)),
        ("2026-12-31T18:00:00Z", utc(2026, 12, 31, 18)),
        ("2026-11-01T00:30:00-04:00", utc(2026, 11, 1, 4, 30)),
        ("2026-11-01T00:30:00.000+05:45", utc(2026, 10, 31, 18, 45)),
    ],
)
def test_a_date_and_time_is_an_instant(text: str, instant: datetime) -> None:
    """As people type it, and as browser editors save it."""
    assert parse_moment(text, DENVER).instant == instant


def test_a_time_with_an_offset_is_on_the_day_that_it_is_here() -> None:
    """Half past midnight in New York is still the evening before in Denver."""
    assert parse_moment("2026-11-01T00:30:00-04:00", DENVER).day == date(2026, 10, 31)


FORM = "a date like 2026-12-31, or a date and time like 2026-12-31 18:00"
FIRST = "write the year first, then the month, then the day: 2026-12-31"


@pytest.mark.parametrize(
    ("text", "needed", "fix"),
    [
        ("31/12/2026", FORM, "write 2026-12-31"),
        ("10/11/2026", FORM,
         "write 2026-10-11 for October 11, or 2026-11-10 for November 10"),
        ("December 31, 2026 at 6 PM", FORM, "write 2026-12-31 18:00"),
        ("Friday", FORM, FIRST),
        ("5", FORM, FIRST),
        ("", FORM, FIRST),
        ("2026-06-31", "a day that the calendar has", "write 2026-06-30"),
        ("2026-02-29 18:00", "a day that the calendar has", "write 2026-02-28 18:00"),
        ("0000-01-01", "a day that the calendar has", FIRST),
        ("1969-12-31", "a year from 1970 on", "correct the year"),
        ("2026-12-31 24:00", "a time from 00:00 to 23:59", "write 2027-01-01 00:00"),
        ("2026-12-31 25:00", "a time from 00:00 to 23:59", "correct the time"),
        ("2026-12-31 18:00:60", "a time from 00:00 to 23:59", "write 2026-12-31 18:00"),
        ("2026-12-31 midnight", FORM,
         "write 2026-12-31 00:00 for the beginning of December 31, "
         "or 2027-01-01 00:00 for the beginning of January 1"),
        ("2026-12-24 to 2027-01-02", FORM,
         'write one date here, and "2027-01-02" on a line, or in an entry, of its own'),
        ("2026-12-31 evening", FORM,
         "write the day, or the day and a time in digits, like 2026-12-31 18:00; "
         '"evening" is not understood'),
        ("Friday, Dec 31, 2026", FORM,
         "that day is a Thursday in the calendar: 2026-12-31; correct one of the two"),
        ("2026-12-31T18:00+25:00", "a distance from UTC like -07:00",
         "leave +25:00 out: the time is then the practice's own"),
    ],
)  # fmt: skip
def test_another_text_is_refused_with_what_to_write(text: str, needed: str, fix: str) -> None:
    """Only ISO 8601 is never misread; the message knows what was meant."""
    assert refused(text) == (needed, fix)


CLOCK_THEN = "a day, or a time by the practice's clock, which then shows "
NO_TIME = "a day without a time"
ALONE = 'alone, and the time into "hours:" or the text'


@pytest.mark.parametrize(
    ("zone", "text", "needed", "fix"),
    [
        ("America/Denver", "2026-12-25T00:00:00.000Z",
         f"{CLOCK_THEN}17:00 on Thursday, December 24, 2026",
         "write 2026-12-25 for the day, or 2026-12-24 17:00 for that time"),
        ("Europe/Paris", "2026-12-25 00:00+00:00",
         f"{CLOCK_THEN}01:00 on Friday, 25 December 2026",
         "write 2026-12-25 for the day, or 2026-12-25 01:00 for that time"),
        ("Europe/London", "2026-12-25T00:00Z", "", ""),
        ("America/Denver", "2026-12-25T00:00-07:00", "", ""),
        ("America/Denver", "2026-12-25T18:00:00Z", "", ""),
    ],
)  # fmt: skip
def test_a_day_that_a_program_saved_as_utc_is_told(
    zone: str, text: str, needed: str, fix: str
) -> None:
    """An offer until December 25 would end on December 24 at 5 PM."""
    try:
        typed_moment(text, ZoneInfo(zone))
        said = ("", "")
    except MomentError as error:
        said = (error.needed, error.fix)
    assert said == (needed, fix)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("2026-12-25T00:00:00.000Z", "write 2026-12-25"),
        ("2026-12-25 00:00:00", "write 2026-12-25"),
        ("2026-12-24 12:00", f"write 2026-12-24 {ALONE}"),
        ("2026-12-24 6pm", f"write 2026-12-24 {ALONE}"),
        ("2026-12-24T20:00-05:00", f"write 2026-12-24 {ALONE}"),
        ("2026-12-25T03:00:00Z",
         f"write 2026-12-25 or 2026-12-24 {ALONE}"),
    ],
)  # fmt: skip
def test_a_day_has_no_time(text: str, fix: str) -> None:
    """ "2026-12-24 12:00" in special_days closed the whole of Christmas Eve."""
    with pytest.raises(MomentError) as caught:
        typed_day(text, DENVER)
    assert (caught.value.needed, caught.value.fix) == (NO_TIME, fix)


@pytest.mark.parametrize(
    ("zone", "text", "needed", "fix"),
    [
        ("America/Denver", "2026-03-08 02:30",
         "a time that exists: on Sunday, March 8, 2026 the clock in America/Denver skips "
         "from 02:00 to 03:00", "write 2026-03-08 03:00"),
        ("Australia/Lord_Howe", "2026-10-04 02:15",
         "a time that exists: on Sunday, 4 October 2026 the clock in Australia/Lord_Howe skips "
         "from 02:00 to 02:30", "write 2026-10-04 02:30"),
        ("America/Sao_Paulo", "2018-11-04 00:00",
         "a time that exists: on Sunday, 4 November 2018 the clock in America/Sao_Paulo skips "
         "from 00:00 to 01:00", "write 2018-11-04 01:00"),
        ("Africa/Monrovia", "1972-01-07 00:44",
         "a time that exists: on Friday, 7 January 1972 the clock in Africa/Monrovia skips "
         "from 00:00 to 00:44:30", "write 1972-01-07 00:44:30"),
        ("Pacific/Apia", "2011-12-30 12:00",
         "a time that exists: on Friday, 30 December 2011 the clock in Pacific/Apia skips "
         "from 00:00 to 00:00 the next day", "write 2011-12-31 00:00"),
        ("Pacific/Apia", "2011-12-30",
         "a day that exists: the clock in Pacific/Apia skips Friday, 30 December 2011",
         "write 2011-12-31"),
    ],
)  # fmt: skip
def test_what_the_clock_skips_is_refused(zone: str, text: str, needed: str, fix: str) -> None:
    """It never happens, so nobody can mean it."""
    assert refused(text, ZoneInfo(zone)) == (needed, fix)


@pytest.mark.parametrize(
    ("zone", "text", "instant"),
    [
        ("America/Denver", "2026-11-01 01:30", utc(2026, 11, 1, 7, 30)),
        ("Australia/Lord_Howe", "2026-04-05 01:45", utc(2026, 4, 4, 14, 45)),
        ("Africa/Cairo", "2026-10-29 23:30", utc(2026, 10, 29, 20, 30)),
    ],
)
def test_what_the_clock_repeats_means_the_first(zone: str, text: str, instant: datetime) -> None:
    """An offer ends an hour early rather than an hour late."""
    assert parse_moment(text, ZoneInfo(zone)).instant == instant


@steady(200)
@given(local_times())
def test_a_local_time_is_read_or_refused_as_the_clock_has_it(
    case: tuple[ZoneInfo, datetime],
) -> None:
    """In every zone that there is, from 1970 to 2100."""
    zone, local = case
    assume(local.year >= 1970)
    found = instants(zone, local)
    try:
        assert parse_moment(f"{local:%Y-%m-%d %H:%M:%S}", zone).instant == found[0]
    except MomentError:
        assert found == []


@steady(150)
@given(gap_times())
def test_what_to_write_in_place_of_a_skipped_time_exists(case: tuple[ZoneInfo, datetime]) -> None:
    """A message that leads to the next message is worse than none."""
    zone, local = case
    text = f"{local:%Y-%m-%d %H:%M:%S}"
    if not instants(zone, local):
        _, fix = refused(text, zone)
        assert parse_moment(fix.removeprefix("write "), zone).instant is not None


OFFSETS = st.integers(-23 * 60 - 59, 23 * 60 + 59)


@steady(200)
@given(st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1)), OFFSETS)
def test_a_time_with_an_offset_is_exact_in_every_zone(local: datetime, minutes: int) -> None:
    """What an editor saved in another zone means the same instant."""
    sign, (hours, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    text = f"{local:%Y-%m-%dT%H:%M:%S}{sign}{hours:02}:{rest:02}"
    there = local.replace(microsecond=0, tzinfo=UTC) - timedelta(minutes=minutes)
    assert parse_moment(text, DENVER).instant == there


@steady(300)
@given(st.text(st.sampled_from(list("0123456789-/.:+ TZDecpm")), max_size=26))
def test_any_text_is_a_moment_or_says_what_to_write(text: str) -> None:
    """And what it says can be read."""
    try:
        parse_moment(text, DENVER)
    except MomentError as error:
        assert error.needed
        assert error.fix
        assert not error.write or parse_moment(error.write, DENVER)


def test_an_end_without_a_time_lasts_the_whole_day() -> None:
    """Staff write "ends: 2026-12-31" and mean that evening, not that morning."""
    assert period("2026-12-01", "2026-12-31", DENVER) == Period(
        utc(2026, 12, 1, 7), utc(2027, 1, 1, 7), whole_day=True
    )


def test_a_period_may_be_open_at_both_ends() -> None:
    """An offer without dates runs until its file is deleted."""
    assert period(None, None, DENVER) == Period(None, None, whole_day=True)


def test_an_end_with_a_time_is_that_instant() -> None:
    """And is told with its time."""
    ends = parse_moment("2026-12-31 18:00", DENVER)
    assert between(None, ends, DENVER) == Period(None, utc(2027, 1, 1, 1), whole_day=False)


def test_a_period_begins_with_its_first_instant_and_ends_before_its_last() -> None:
    """At the second of the end the offer is gone, with nobody looking."""
    span = period("2026-12-01 09:00", "2026-12-31 18:00", DENVER)
    starts, ends, moment = utc(2026, 12, 1, 16), utc(2027, 1, 1, 1), timedelta(microseconds=1)
    running = [span.contains(one) for one in (starts - moment, starts, ends - moment, ends)]
    assert running == [False, True, True, False]
    assert [span.over(one) for one in (starts - moment, ends - moment, ends)] == [
        False,
        False,
        True,
    ]


def test_a_period_without_ends_is_always_running() -> None:
    """From the first instant to the last."""
    assert Period().contains(utc(1970, 1, 1))
    assert not Period().over(LAST)


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ("2026-12-31", "Thursday, December 31, 2026"),
        ("2026-12-31 18:00", "6 PM on Thursday, December 31, 2026"),
        ("2026-12-31 18:30", "6:30 PM on Thursday, December 31, 2026"),
        ("2026-12-31 12:00", "noon on Thursday, December 31, 2026"),
        ("2026-12-31 00:00", "Wednesday, December 30, 2026"),
        ("2026-12-31T18:00:00Z", "11 AM on Thursday, December 31, 2026"),
        ("2026-03-08", "Sunday, March 8, 2026"),
        ("2026-11-01 01:30", "1:30 AM on Sunday, November 1, 2026"),
        ("9999-12-31", ""),
        ("9999-12-31 20:00", ""),
        (None, ""),
    ],
)
def test_an_end_is_told_as_people_say_it(ends: str | None, words: str) -> None:
    """It stands on the page for whoever has no JavaScript. Who reads "midnight on Thursday"
    comes on Thursday evening, a day too late."""
    assert end_in_words(period(None, ends, DENVER), DENVER) == words


@pytest.mark.parametrize(
    ("zone", "ends", "words"),
    [
        ("America/Sao_Paulo", "2018-11-03", "Saturday, 3 November 2018"),
        ("Africa/Cairo", "2026-04-23", "Thursday, 23 April 2026"),
        ("Pacific/Apia", "2011-12-29", "Thursday, 29 December 2011"),
        ("America/St_Johns", "2006-10-28", "Saturday, October 28, 2006"),
    ],
)
def test_a_last_day_is_told_right_where_midnight_jumps(zone: str, ends: str, words: str) -> None:
    """The second before the next day's first is still that day."""
    assert end_in_words(period(None, ends, ZoneInfo(zone)), ZoneInfo(zone)) == words


@steady(150)
@given(local_times())
def test_every_last_day_is_told_by_its_own_name(case: tuple[ZoneInfo, datetime]) -> None:
    """In every zone, also around its jumps."""
    zone, local = case
    day = local.date()
    assume(day.year >= 1970 and start_of_day(day, zone) < start_of_day(day + timedelta(1), zone))
    assert end_in_words(period(None, day.isoformat(), zone), zone) == date_in_words(day, zone)


@pytest.mark.parametrize(
    ("starts", "now", "ends"),
    [
        (None, utc(2026, 12, 1), date(2027, 1, 31)),
        ("2027-02-10", utc(2026, 12, 1), date(2027, 3, 31)),
        ("2020-01-01", utc(2028, 1, 31), date(2028, 2, 29)),
    ],
)
def test_an_end_that_is_suggested_is_to_come(starts: str | None, now: datetime, ends: date) -> None:
    """A fixed day in a message is over some day."""
    assert end_to_write(period(starts, None, DENVER), now) == ends
