"""Opening hours: what visitors plan their day by."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.problems import ContentError
from plugins.core.schema.days_of_year import inside, next_days
from plugins.core.schema.hours import (
    CLOSED,
    DayHours,
    Hours,
    Span,
    SpecialDay,
    probable_hours,
)
from tests.core.conftest import made, refused, steady

NINE_TO_SIX = Span(time(9), time(18))
ALL_DAY = DayHours((NINE_TO_SIX,))


@pytest.mark.parametrize(
    "text", ["09:00-18:00", "9:00-18:00", "09:00 - 18:00", "09:00\u201318:00", "'09:00-18:00'"]
)
def test_hours_are_a_span(text: str) -> None:
    """With or without a zero, spaces, a longer dash."""
    assert made(Hours, f"monday: {text}").monday == ALL_DAY


@pytest.mark.parametrize(
    "text",
    [
        '["09:00-12:30", "13:00-18:00"]',
        "09:00-12:30, 13:00-18:00",
        "9:00-12:30; 13:00-18:00",
        "09:00-12:30 and 13:00-18:00",
        "09:00-12:30 & 13:00-18:00",
        "09:00-12:30 / 13:00-18:00",
    ],
)
def test_a_day_may_have_several_spans(text: str) -> None:
    """A lunch break is two, in one line or in several."""
    spans = (Span(time(9), time(12, 30)), Span(time(13), time(18)))
    assert made(Hours, f"monday: {text}").monday == DayHours(spans)


@pytest.mark.parametrize(
    ("text", "span", "minutes"),
    [
        ("22:00-02:00", Span(time(22), time(2)), (1320, 1560)),
        ("18:00-06:00", Span(time(18), time(6)), (1080, 1800)),
        ("17:00-00:00", Span(time(17), time(23, 59)), (1020, 1440)),
        ("17:00-24:00", Span(time(17), time(23, 59)), (1020, 1440)),
        ("00:00-24:00", Span(time(0), time(23, 59)), (0, 1440)),
    ],
)
def test_a_span_may_end_at_midnight_or_after_it(
    text: str, span: Span, minutes: tuple[int, int]
) -> None:
    """A practice for people who work late."""
    assert made(Hours, f"friday: {text}").friday == DayHours((span,))
    assert span.minutes == minutes


@pytest.mark.parametrize(
    "text",
    ["by appointment", "By appointment only", "appointments only", "by appt.", "[by appointment]"],
)
def test_a_day_may_be_by_appointment(text: str) -> None:
    """Neither closed nor open: nobody can say when."""
    hours = made(Hours, f"saturday: {text}").saturday
    assert hours == DayHours(by_appointment=True)
    assert not hours.known


@pytest.mark.parametrize(
    "text",
    [
        "09:00-18:00, by appointment",
        "09:00-18:00 or by appointment",
        "09:00-18:00 (by appointment only)",
        '["09:00-18:00", "by appointment"]',
    ],
)
def test_hours_may_be_by_appointment_too(text: str) -> None:
    """Both are kept."""
    hours = made(Hours, f"saturday: {text}").saturday
    assert hours == DayHours((NINE_TO_SIX,), by_appointment=True)


WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday"]


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("monday-friday", WEEK),
        ("mon-fri", WEEK),
        ("Mon - Fri", WEEK),
        ("M-F", WEEK),
        ("monday to friday", WEEK),
        ("weekdays", WEEK),
        ("weekend", ["saturday", "sunday"]),
        ("sat", ["saturday"]),
        ("Thurs", ["thursday"]),
        ("mondays", ["monday"]),
        ("mon, wed, fri", ["monday", "wednesday", "friday"]),
        ("tue & thu", ["tuesday", "thursday"]),
        ("mon-wed, fri", ["monday", "tuesday", "wednesday", "friday"]),
        ("sat-mon", ["monday", "saturday", "sunday"]),
        ("daily", [*WEEK, "saturday", "sunday"]),
    ],
)
def test_a_key_may_name_several_days(key: str, days: list[str]) -> None:
    """As the sign on the door does."""
    assert [day for day, _ in made(Hours, f"{key}: 09:00-18:00").known()] == days


@pytest.mark.parametrize("key", ["s", "t", "holidays", "mon-", "mon-fri-sat", "mon or tue", "-"])
def test_a_key_that_may_be_another_day_is_refused(key: str) -> None:
    """Nobody is told that the practice is open on the wrong one."""
    assert "Needed  one of monday, tuesday," in refused(Hours, f'"{key}": 09:00-18:00')


def test_a_day_of_its_own_counts_more_than_a_span() -> None:
    """In any order."""
    for rows in ("mon-fri: 09:00-18:00\nwed: closed", "wed: closed\nmon-fri: 09:00-18:00"):
        hours = made(Hours, rows)
        assert (hours.tuesday, hours.wednesday) == (ALL_DAY, CLOSED)


def test_two_keys_for_one_day_must_say_the_same() -> None:
    """Nobody could say which holds."""
    same = "weekdays: 09:00-18:00\nmonday-friday: 09:00-18:00"
    assert made(Hours, same).friday == ALL_DAY
    assert (
        refused(Hours, "mon: 09:00-18:00\nmonday: closed")
        == """\
content/practice.yaml:1
  Found   several lines with keys of their own
  Needed  each day once: monday is in "mon" and in "monday"
  To fix  write its hours in one of the two"""
    )


def test_a_mistake_under_several_days_is_told_once_at_its_line() -> None:
    """With the key that stands there."""
    assert (
        refused(Hours, "sunday: closed\nmon-fri: 9am-5pm")
        == f"""\
content/practice.yaml:2, mon-fri
  Found   "9am-5pm"
  Needed  {FORM}
  To fix  write "mon-fri: 09:00-17:00\""""
    )


@pytest.mark.parametrize("word", ["closed", "Closed", " CLOSED ", "[closed]"])
def test_a_day_may_be_closed(word: str) -> None:
    """Which is not the same as not known."""
    hours = made(Hours, f"sunday: {word}")
    assert (hours.sunday, hours.monday) == (CLOSED, None)


def test_only_days_whose_hours_are_known_are_shown() -> None:
    """Monday first, whichever came first in the file."""
    hours = made(Hours, "sunday: closed\nmonday: 09:00-18:00")
    assert hours.known() == [("monday", ALL_DAY), ("sunday", CLOSED)]


FORM = "hours like 09:00-18:00, a list of such hours, by appointment, or the word closed"
WRITE = "write the opening time, a hyphen and the closing time: 09:00-18:00"
ORDER = "a closing time after the opening time"


@pytest.mark.parametrize(
    ("text", "needed", "fix"),
    [
        ("9am-5pm", FORM, 'write "monday: 09:00-17:00"'),
        ("9:00 AM - 5:00 PM", FORM, 'write "monday: 09:00-17:00"'),
        ("9-18", FORM, 'write "monday: 09:00-18:00"'),
        ("9 to 5", FORM, 'write "monday: 09:00-17:00"'),
        ("9.30-18.30", FORM, 'write "monday: 09:30-18:30"'),
        ("9:00-6:00", ORDER, 'write "monday: 09:00-18:00"'),
        ("10:00-2:00", ORDER, 'write "monday: 10:00-14:00"'),
        ("09:00-09:00", ORDER, WRITE),
        ("00:00-00:00", ORDER, WRITE),
        ("24 hours", FORM, 'write "monday: 00:00-24:00"'),
        ("0900-1730", FORM, 'write "monday: 09:00-17:30"'),
        ("9.00 - 17.30 Uhr", FORM, 'write "monday: 09:00-17:30"'),
        ("noon-8pm", FORM, 'write "monday: 12:00-20:00"'),
        ("9am to noon", FORM, 'write "monday: 09:00-12:00"'),
        ("5pm-midnight", FORM, 'write "monday: 17:00-24:00"'),
        ("10pm-2am", FORM, 'write "monday: 22:00-02:00"'),
        ("1-5pm", FORM, 'write "monday: 13:00-17:00"'),
        ("9-5pm", FORM, 'write "monday: 09:00-17:00"'),
        ("9-12, 1-5", FORM, 'write "monday: 09:00-12:00, 13:00-17:00"'),
        ("9am-12pm and 1pm-5pm", FORM, 'write "monday: 09:00-12:00, 13:00-17:00"'),
        ("9:00-12:00, 1:00-5:00", "hours on the 24-hour clock",
         'write "monday: 09:00-12:00, 13:00-17:00"'),
        ("9-5 by appointment", FORM, 'write "monday: 09:00-17:00, by appointment"'),
        ("2:00-6:00", "hours on the 24-hour clock",
         "write 14:00-18:00, or 02:00-06:00 for the night"),
        ("13:00-18:00, 09:00-12:00", "hours in order, without overlap", WRITE),
        ("9-5, not at lunch", FORM, WRITE),
        ("09:00-25:00", "times from 00:00 to 24:00", WRITE),
        ("on request", FORM, WRITE),
        ("9", FORM, WRITE),
    ],
)  # fmt: skip
def test_other_hours_are_refused_with_what_to_write(text: str, needed: str, fix: str) -> None:
    """People write hours as their door does."""
    assert (
        refused(Hours, f"monday: {text}")
        == f"""\
content/practice.yaml:1, monday
  Found   "{text}"
  Needed  {needed}
  To fix  {fix}"""
    )


def test_one_wrong_span_of_several_is_told_with_its_own_line() -> None:
    """Not "a list": the second of three."""
    assert (
        refused(Hours, "monday:\n  - 09:00-12:00\n  - 1pm-6pm\n  - 19:00-20:00")
        == """\
content/practice.yaml:3, monday 2
  Found   "1pm-6pm"
  Needed  hours like 09:00-18:00, a list of such hours, by appointment, or the word closed
  To fix  write "- 13:00-18:00\""""
    )


@pytest.mark.parametrize(
    "spans", ['["13:00-18:00", "09:00-12:00"]', '["09:00-12:00", "11:00-18:00"]']
)
def test_spans_come_in_order_without_overlap(spans: str) -> None:
    """Search engines and people read them from left to right."""
    assert (
        refused(Hours, f"monday: {spans}")
        == """\
content/practice.yaml:1, monday
  Found   a list
  Needed  hours in order, without overlap
  To fix  put the earlier hours first; none may overlap"""
    )


def test_an_empty_list_is_not_closed() -> None:
    """Editors write [] for what nobody filled in; the page would say "closed"."""
    assert made(Hours, "monday: []").monday is None


def test_a_weekday_is_spelled_out() -> None:
    """In the order of the week, not of the alphabet."""
    assert (
        refused(Hours, "tusday: closed")
        == """\
content/practice.yaml:1, tusday
  Found   the key "tusday"
  Needed  one of monday, tuesday, wednesday, thursday, friday, saturday, sunday or seasons
  To fix  did you mean "tuesday"? Write "tuesday: ..."\
"""
    )


def test_a_special_day_is_closed_unless_it_says_its_hours() -> None:
    """A holiday is the usual reason to name a day."""
    day = made(SpecialDay, "date: 2026-12-25\nreason: Christmas")
    assert (day.hours, day.reason) == (CLOSED, "Christmas")
    late = made(SpecialDay, "date: 2026-12-24\nhours: 09:00-18:00")
    assert late.hours == ALL_DAY


CLOCKS = st.tuples(
    st.integers(0, 30).map(str),
    st.sampled_from(["", ":00", ":30", ".15", ":5", ":99"]),
    st.sampled_from(["", "am", " PM", "a.m."]),
).map("".join)


@steady(500)
@given(CLOCKS, st.sampled_from(["-", " - ", "\u2013", " to ", " "]), CLOCKS)
def test_hours_that_are_suggested_are_accepted(opens: str, between: str, closes: str) -> None:
    """A message that leads to the next message is worse than none."""
    written = probable_hours(f"{opens}{between}{closes}")
    if written:
        assert made(Hours, f"monday: {written}")
    try:
        assert made(Hours, f"monday: '{opens}{between}{closes}'")
    except ContentError as error:
        assert error.problems[0].fix


@pytest.mark.parametrize(
    ("closes", "said"), [(time(18), time(18)), (time(23, 58), time(23, 58)), (time(23, 59), time())]
)
def test_hours_until_2359_end_at_midnight(closes: time, said: time) -> None:
    """That is what the message tells staff to write for midnight."""
    assert Span(time(9), closes).until == said


SEASON = "monday: 09:00-18:00\nseasons:\n  - starts: {}\n    ends: {}\n    saturday: closed"


@pytest.mark.parametrize(
    ("starts", "ends", "days", "not_days"),
    [
        ("06-01", "08-31", ["2030-06-01", "2031-08-31"], ["2030-05-31", "2030-09-01"]),
        (
            "11-01",
            "03-31",
            ["2030-11-01", "2030-12-31", "2031-01-01"],
            ["2030-10-31", "2030-04-01"],
        ),
        ("02-01", "02-29", ["2028-02-29", "2030-02-28"], ["2030-03-01"]),
        ("2030-06-01", "2030-06-30", ["2030-06-01", "2030-06-30"], ["2031-06-15", "2029-06-15"]),
    ],
)
def test_both_ends_belong_to_a_season(
    starts: str, ends: str, days: list[str], not_days: list[str]
) -> None:
    """A season may go over the turn of the year, and one with a year comes once."""
    (season,) = made(Hours, SEASON.format(starts, ends)).seasons
    held = [day for day in (*days, *not_days) if inside(date.fromisoformat(day), starts, ends)]
    assert (held, season.saturday) == (days, CLOSED)


@pytest.mark.parametrize(
    ("starts", "ends", "today", "first", "last"),
    [
        ("06-01", "08-31", "2030-05-15", "2030-06-01", "2030-08-31"),
        ("06-01", "08-31", "2030-08-31", "2030-06-01", "2030-08-31"),
        ("06-01", "08-31", "2030-09-01", "2031-06-01", "2031-08-31"),
        ("11-01", "03-31", "2031-02-01", "2030-11-01", "2031-03-31"),
        ("11-01", "03-31", "2031-04-01", "2031-11-01", "2032-03-31"),
        ("02-01", "02-29", "2030-01-01", "2030-02-01", "2030-02-28"),
        ("2030-06-01", "2030-06-30", "2029-01-01", "2030-06-01", "2030-06-30"),
    ],
)
def test_a_season_comes_next_on_days_that_the_calendar_has(
    starts: str, ends: str, today: str, first: str, last: str
) -> None:
    """Search engines know no day without a year."""
    found = next_days(starts, ends, date.fromisoformat(today))
    assert [one.isoformat() for one in found] == [first, last]
