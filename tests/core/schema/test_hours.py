"""Opening hours: what visitors plan their day by."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.problems import ContentError
from plugins.core.schema.hours import Hours, Span, SpecialDay, probable_hours
from tests.core.conftest import made, refused, steady

NINE_TO_SIX = Span(time(9), time(18))


@pytest.mark.parametrize(
    "text", ["09:00-18:00", "9:00-18:00", "09:00 - 18:00", "09:00\u201318:00", "'09:00-18:00'"]
)
def test_hours_are_a_span(text: str) -> None:
    """With or without a zero, spaces, a longer dash."""
    assert made(Hours, f"monday: {text}").monday == (NINE_TO_SIX,)


def test_a_day_may_have_several_spans() -> None:
    """A lunch break is two."""
    spans = (Span(time(9), time(12, 30)), Span(time(13), time(18)))
    assert made(Hours, 'monday: ["09:00-12:30", "13:00-18:00"]').monday == spans


@pytest.mark.parametrize("word", ["closed", "Closed", " CLOSED ", "[closed]"])
def test_a_day_may_be_closed(word: str) -> None:
    """Which is not the same as not known."""
    hours = made(Hours, f"sunday: {word}")
    assert (hours.sunday, hours.monday) == ((), None)


def test_only_days_whose_hours_are_known_are_shown() -> None:
    """Monday first, whichever came first in the file."""
    hours = made(Hours, "sunday: closed\nmonday: 09:00-18:00")
    assert hours.known() == [("monday", (NINE_TO_SIX,)), ("sunday", ())]


FORM = "hours like 09:00-18:00, a list of such hours, or the word closed"
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
        ("22:00-06:00", ORDER, "use the 24-hour clock: 6 PM is 18:00"),
        ("09:00-24:00", "times from 00:00 to 23:59", 'write "monday: 09:00-23:59"'),
        ("09:00-25:00", "times from 00:00 to 23:59",
         "correct the time; for midnight write 23:59"),
        ("by appointment", FORM, WRITE),
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
  Needed  hours like 09:00-18:00, a list of such hours, or the word closed
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
    assert (
        refused(Hours, "monday: []")
        == """\
content/practice.yaml:1, monday
  Found   a list
  Needed  hours like 09:00-18:00, a list of such hours, or the word closed
  To fix  write the hours, or the word closed"""
    )


def test_a_weekday_is_spelled_out() -> None:
    """In the order of the week, not of the alphabet."""
    assert (
        refused(Hours, "mon: closed\ntusday: closed")
        == """\
content/practice.yaml:1, mon
  Found   the key "mon"
  Needed  one of monday, tuesday, wednesday, thursday, friday, saturday or sunday
  To fix  did you mean "monday"? Write "monday: ..."

content/practice.yaml:2, tusday
  Found   the key "tusday"
  Needed  one of monday, tuesday, wednesday, thursday, friday, saturday or sunday
  To fix  did you mean "tuesday"? Write "tuesday: ..."\
"""
    )


def test_a_special_day_is_closed_unless_it_says_its_hours() -> None:
    """A holiday is the usual reason to name a day."""
    day = made(SpecialDay, "date: 2026-12-25\nreason: Christmas")
    assert (day.hours, day.reason) == ((), "Christmas")
    late = made(SpecialDay, "date: 2026-12-24\nhours: 09:00-18:00")
    assert late.hours == (NINE_TO_SIX,)


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
