"""Guesses: a date in another form, as it is to be written here.

Reads   `12/31/2026`, `12/31/26`, `31.12.2026`, `Dec 31, 2026`, `20261231`, with a time like
        `6 PM` or `noon`, and a zone like `EST`, or not; a day that its month does not have is its
        last
Gives   readings(): every moment that a text may mean, in ISO 8601; two for 10/11/2026, none when
        it is no date, several dates, or has a word that is not understood
        left_over(): those words, or all that stands beside the date
        wrong_weekday(): the day as the calendar names it, when the text names it otherwise
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from plugins.core.dates.time_zones import AMERICAN

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NAMES = "|".join(name[:3] for name in MONTHS)
DATE = re.compile(
    r"(?<![0-9])(?:"
    r"(?P<y>[0-9]{4})(?P<sep>[-/. ]?)(?P<m>[0-9]{1,2})(?P=sep)(?P<d>[0-9]{1,2})"
    r"|(?P<one>[0-9]{1,2})[-/.](?P<two>[0-9]{1,2})[-/.](?P<year>[0-9]{4})"
    r"|(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})/(?P<short>[0-9]{2})"
    rf"|(?P<name>{NAMES})[a-z]*\.? (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<of>[0-9]{{4}})"
    rf"|(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th|\.)? (?P<name2>{NAMES})[a-z]*\.?,? (?P<of2>[0-9]{{4}})"
    r")(?![0-9])",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?",
    re.IGNORECASE,
)
NAMED_TIME = re.compile(
    r"\b(?:12(?::00)? ?(?:[ap]\.?m\b\.?)? ?)?(?P<named>noon|midday|midnight)\b", re.IGNORECASE
)
MINUS = "\u2212"
# `-0700`, `-07:00` or `UTC-7`: after a blank, or it could be the end of a span.
OFFSET = re.compile(
    rf"(?:\b(?:utc|gmt) ?(?=[+{MINUS}-])|(?<=\s)(?=.[0-9]{{2}}:?[0-9]{{2}}\b)"
    r"|(?<=[0-9])(?=.[0-9]{4}\b))"
    rf"(?P<sign>[+{MINUS}-])(?P<hours>[0-9]{{1,2}})(?::?(?P<minutes>[0-9]{{2}}))?\b",
    re.IGNORECASE,
)
ZONE = re.compile(
    r"(?<![A-Za-z])(?P<zone>[A-Za-z]+)\b(?: (?:standard|daylight|summer))?(?: time)?", re.IGNORECASE
)
UTC_NAMES = {"utc", "gmt", "z"}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY = re.compile(
    r"\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b\.?", re.IGNORECASE
)
# Words that say no more than the key does.
NOISE = re.compile(
    r"\bend of (?:the )?day\b|\b(?:at|on|by|until|till?|through|thru|the|of|o'clock|hours|hrs|uhr"
    r"|sharp|local|time|t)\b|[\s,.;()]+",
    re.IGNORECASE,
)


def readings(text: str, zone: ZoneInfo) -> list[str]:
    """The moments that `text` may mean, each as it is written here, times on the clock of `zone`
    unless the text names another."""
    match = only_date(text)
    if not match:
        return []
    rest = rest_of(text, match)
    return list(dict.fromkeys(one for day in days(match) for one in stamps(day, rest, zone)))


def only_date(text: str) -> re.Match[str] | None:
    found = list(DATE.finditer(text))
    return found[0] if len(found) == 1 else None


def dates_in(text: str) -> list[str]:
    """Every date in a text, as it stands there."""
    return [match[0] for match in DATE.finditer(text)]


def rest_of(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"


def left_over(text: str, zone: ZoneInfo) -> str:
    """The words beside a date that are not understood, or all of them; empty without a date."""
    match = only_date(text)
    if not match:
        return ""
    beside = without(WEEKDAY, without_zone(rest_of(text, match), zone)[0])
    rest = without(CLOCK, without(NAMED_TIME, beside))
    return " ".join((NOISE.sub(" ", rest).strip() or rest_of(text, match)).split())


def wrong_weekday(text: str) -> str:
    """`Thursday, 2026-12-31`, when the text has another weekday beside that day."""
    match = only_date(text)
    named = WEEKDAY.search(rest_of(text, match)) if match else None
    every = list(days(match)) if match else []
    if not named or not every or any(falls_on(day, named) for day in every):
        return ""
    return f"{WEEKDAYS[every[0].weekday()]}, {every[0]}"


def falls_on(day: date, named: re.Match[str]) -> bool:
    return WEEKDAYS[day.weekday()].casefold().startswith(named["weekday"].casefold())


def without(form: re.Pattern[str], text: str) -> str:
    """The text without the first match."""
    return form.sub(" ", text, count=1)


def days(match: re.Match[str]) -> Iterator[date]:
    """The days that a date may mean."""
    if match["y"]:
        yield from nearest(int(match["y"]), int(match["m"]), int(match["d"]))
    elif match["year"] or match["short"]:
        first, second = int(match["one"] or match["first"]), int(match["two"] or match["second"])
        year = int(match["year"] or f"20{match['short']}")
        if first <= 12:
            yield from nearest(year, first, second)
        if second <= 12:
            yield from nearest(year, second, first)
    else:
        name = match["name"] or match["name2"]
        month = NAMES.casefold().split("|").index(name.casefold()) + 1
        of, day = match["of"] or match["of2"], match["day"] or match["day2"]
        yield from nearest(int(of), month, int(day))


def nearest(year: int, month: int, day: int) -> Iterator[date]:
    """The day itself, or the last of a month that is shorter than was thought."""
    if month > 12:
        month, day = day, month
    for last in range(min(day, 31), max(day - 4, 0), -1):
        try:
            yield date(year, month, last)
        except ValueError:
            continue
        return


def stamps(day: date, rest: str, zone: ZoneInfo) -> Iterator[str]:
    """The day in ISO 8601, with the time of day that stands in the rest of the text; nothing when
    a part of the rest is not understood."""
    named = WEEKDAY.search(rest)
    if named and not falls_on(day, named):
        return
    rest, distance = without_zone(without(WEEKDAY, rest), zone)
    form = NAMED_TIME if NAMED_TIME.search(rest) else CLOCK
    match, rest = form.search(rest), NOISE.sub("", without(form, rest))
    if rest or (distance and not match):
        return
    if not match:
        yield day.isoformat()
        return
    for then in clocks(day, match):
        offset = distance(then) if distance else ""
        yield f"{then:%Y-%m-%dT%H:%M}{offset}" if offset else f"{then:%Y-%m-%d %H:%M}"


def clocks(day: date, match: re.Match[str]) -> Iterator[datetime]:
    """The day with its time; midnight may be its first instant or its last."""
    midnight = datetime.combine(day, time())
    named = (match.groupdict().get("named") or "").casefold()
    if named:
        yield midnight if named == "midnight" else midnight.replace(hour=12)
        if named == "midnight" and day < date.max:
            yield midnight + timedelta(days=1)
        return
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    known = match["minute"] or match["half"]
    if match["half"]:
        known = known and (1 <= hour <= 12 or (hour > 12 and match["half"] in "pP"))
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    if (hour, minute) == (24, 0) and day < date.max:
        midnight, hour = midnight + timedelta(days=1), 0
    if known and hour < 24 and minute < 60:
        yield midnight.replace(hour=hour, minute=minute)


Distance = Callable[[datetime], str]


def without_zone(text: str, zone: ZoneInfo) -> tuple[str, Distance | None]:
    """The text without its time zone, and how far that is from UTC at a local time; None when it is
    the practice's own, or not named."""
    if match := OFFSET.search(text):
        hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
        if hours <= (14 if match["sign"] == "+" else 11) and minutes < 60:
            written = f"{match['sign'].replace(MINUS, '-')}{hours:02}:{minutes:02}"
            # Programs add the name of the zone between brackets.
            return re.sub(r"\(.*?\)", "", without(OFFSET, text)), lambda _local: written
    own = own_names(zone)
    known = own | AMERICAN.keys() | UTC_NAMES
    match = next((one for one in ZONE.finditer(text) if one["zone"].casefold() in known), None)
    if not match:
        return text, None
    word, rest = match["zone"].casefold(), f"{text[: match.start()]} {text[match.end() :]}"
    if word in own or AMERICAN.get(word) == zone.key:
        return rest, None
    if word in UTC_NAMES:
        return rest, lambda _local: "+00:00"
    return rest, partial(offset_in, AMERICAN[word], zone)


def own_names(zone: ZoneInfo) -> set[str]:
    """What the clock of a zone is called in winter and in summer: mst, mdt."""
    months = (datetime(2026, month, 1, tzinfo=zone) for month in (1, 7))
    return {str(one.tzname()).casefold() for one in months}


def offset_in(place: str, own: ZoneInfo, local: datetime) -> str:
    """`-05:00`, the distance from UTC in another zone; nothing where it is the practice's own."""
    there, here = local.replace(tzinfo=ZoneInfo(place)), local.replace(tzinfo=own)
    same = there.utcoffset() == here.utcoffset()
    return "" if same else there.isoformat(timespec="minutes")[16:]
