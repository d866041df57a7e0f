"""Weekdays: the days that a key under `hours` names.

Reads   `monday`, `Mon`, `mon-fri`, `monday to friday`, `mon, wed, fri`, `weekdays`, `weekend`,
        `daily`
Gives   weekdays(): the names of these days, Monday first; none for another text
"""

from __future__ import annotations

import re
from functools import cache

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
GROUPS = {
    **dict.fromkeys(("weekday", "weekdays"), DAYS[:5]),
    **dict.fromkeys(("weekend", "weekends"), DAYS[5:]),
    **dict.fromkeys(("daily", "everyday", "every day", "all days", "all week"), DAYS),
}
# The shortest form of each that is no other day's: `M-F` and `tu`, but no `t` and no `s`.
SHORT = {"monday": "m", "wednesday": "w", "friday": "f"}
SPAN = re.compile(r"\s*(?:[-_\u2013\u2014]|\bto\b|\bthrough\b|\bthru\b|\buntil\b)\s*")
LIST = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*")


@cache
def weekdays(key: str) -> tuple[str, ...]:
    text = key.strip().casefold()
    if text in GROUPS:
        return GROUPS[text]
    named: set[str] = set()
    for part in filter(None, LIST.split(text)):
        ends = [weekday(word) for word in SPAN.split(part)]
        if "" in ends or len(ends) > 2:
            return ()
        first, last = DAYS.index(ends[0]), DAYS.index(ends[-1])
        named.update(DAYS[at % 7] for at in range(first, last + 1 + 7 * (last < first)))
    return tuple(day for day in DAYS if day in named)


def weekday(word: str) -> str:
    """`monday` for `mon`, `mon.` and `mondays`; nothing for another word."""
    word = word.strip(" .")
    for day in DAYS:
        if word == SHORT.get(day) or (len(word) > 1 and f"{day}s".startswith(word)):
            return day
    return ""
