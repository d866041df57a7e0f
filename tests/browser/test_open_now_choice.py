"""What the browser says of the hours is what clock and calendar say, at thousands of instants."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import Browser

from plugins.core.i18n.catalog import FOLDER, load
from plugins.core.i18n.words import Words
from plugins.core.model.site import Site, once_per_site
from plugins.core.schema.hours import DayHours, Hours
from plugins.core.schema.weekdays import DAYS
from plugins.practice.open_now import open_now
from tests.sites import PRACTICE, model
from tests.torture.counts import times

ROOT = Path(__file__).parents[2]
WORDS = load(FOLDER, "en-US")
CASES = times(1000, 4000)
SEED = 20260905
STEP = timedelta(minutes=15)  # of all hours in these cases
HOME = "America/Denver"
# Where clocks change at midnight or by half an hour, or are far from UTC.
ZONES = (
    *(HOME, "Asia/Kathmandu", "Pacific/Auckland", "America/Santiago", "Africa/Cairo"),
    *("Australia/Lord_Howe", "Pacific/Kiritimati", "Europe/London"),
)
CHOICE = """({ html, instants }) => {
  document.body.innerHTML = html;
  const element = document.querySelector("open-now");
  return instants.map((now) => {
    Date.now = () => now;
    element.render();
    return element.textContent;
  });
}"""


def clock(quarters: int) -> str:
    """A time as staff write it: 96 quarters of an hour are 23:59."""
    return f"{quarters // 4:02}:{quarters % 4 * 15:02}" if quarters < 96 else "23:59"


def some_hours(chance: random.Random) -> list[str]:
    """The spans of a day: none, one, two with a break, two that meet, round the clock, past
    midnight, or by appointment."""
    opens, breaks, again, closes = sorted(chance.sample(range(97), 4))
    return chance.choice(
        [
            [],
            [f"{clock(opens)}-{clock(closes)}"],
            [f"{clock(opens)}-{clock(breaks)}", f"{clock(again)}-{clock(closes)}"],
            [f"{clock(opens)}-{clock(again)}", f"{clock(again)}-{clock(closes)}"],
            ["00:00-23:59"],
            [f"00:00-{clock(opens + 1)}", f"{clock(closes)}-23:59"][
                : 1 + (96 > closes > opens + 1)
            ],
            [f"{clock(opens)}-23:59"],
            [f"{clock(48 + opens // 2)}-{clock(opens // 4)}"],
            ["by appointment"],
        ]
    )


def lines(name: str, hours: list[str], indent: str) -> str:
    return f"{indent}{name}: {[*hours] if hours else 'closed'}\n".replace("'", '"')


def some_practice(chance: random.Random, folder: Path, zone: str) -> Site:
    """A practice with any hours, and special days around the turn of 2026; some days unknown."""
    abroad = PRACTICE.replace(HOME, zone).replace("303-555", "+1 303-555")
    text = f"{abroad}hours:\n"
    for day in DAYS:
        if day == "tuesday" or chance.random() < 0.93:
            text += lines(day, some_hours(chance), "  ")
    text += "  seasons:\n" if (kinds := chance.choice(["", "y", "o", "yo"])) else ""
    for kind in kinds:
        start = date(2026, 12, chance.randint(10, 31))
        end = start + timedelta(days=chance.randint(1, 40))
        shown = [one.isoformat()[5 if kind == "y" else 0 :] for one in (start, end)]
        text += "    - starts: {}\n      ends: {}\n".format(*shown)
        for day in chance.sample(DAYS, chance.randint(1, 7)):
            text += lines(day, some_hours(chance), "      ")
    text += "special_days:\n"
    first = date(2026, 12, chance.randint(18, 31))
    away = chance.choice([0, 3, 12])
    for number in range(max(away, 2)):
        hours = [] if away else some_hours(chance)
        text += f"  - date: {first + timedelta(days=number)}\n" + lines("hours", hours, "    ")
    if chance.random() < 0.5:
        start = first + timedelta(days=max(away, 2) + chance.randint(0, 3))
        end = start + timedelta(days=chance.randint(1, 9))
        text += f"  - date: {start}\n    through: {end}\n"
        text += lines("hours", some_hours(chance), "    ")
    return model(folder, {"practice.yaml": text})


def is_open(site: Site, at: datetime) -> bool | None:
    """Whether the practice is open at a time of its own clock; None when nobody knows."""
    today, yesterday = (spans(site, at.date() - timedelta(days=days)) for days in (0, 1))
    minute = at.hour * 60 + at.minute
    if any(minute < closes - 1440 for _, closes in yesterday or ()):
        return True
    return None if today is None else any(opens <= minute < closes for opens, closes in today)


def spans(site: Site, day: date) -> list[tuple[int, int]] | None:
    special, usual = known_spans(site)
    name = DAYS[day.weekday()]
    hours = site.practice.hours or Hours()
    # The last that names the day counts.
    for season in sorted(hours.seasons, key=lambda one: len(one.starts)):
        named = getattr(season, name)
        if named is not None and holds(season.starts, season.ends, day):
            usual = {**usual, name: minutes(named)}
    return special.get(day, usual.get(name))


def holds(starts: str, ends: str, day: date) -> bool:
    """Whether a day lies in a season, found by counting its days."""
    yearly = len(starts) == 5
    for year in (day.year - 1, day.year) if yearly else (0,):
        first, last = (f"{year}-{one}" if yearly else one for one in (starts, ends))
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        if end < start:
            end = date(year + 1, end.month, end.day)
        if start <= day <= end:
            return True
    return False


@once_per_site
def known_spans(site: Site) -> tuple[dict[date, Any], dict[str, Any]]:
    special = {
        one.first + timedelta(days=number): minutes(one.hours)
        for one in site.practice.special_days
        for number in range((one.last - one.first).days + 1)
    }
    return special, {day: minutes(one) for day, one in (site.practice.hours or Hours()).known()}


def minutes(hours: DayHours) -> list[tuple[int, int]] | None:
    return [one.minutes for one in hours.spans] if hours.known else None


def next_change(site: Site, now: datetime) -> datetime | None:
    """When it opens or closes next, found by trying every quarter of an hour for a year."""
    state = is_open(site, now)
    at = now - (now - datetime.min) % STEP
    for _ in range(366 * 96):
        at += STEP
        found = is_open(site, at)
        if found != state:
            return at if found is not None or state else None
    return None


def expected(site: Site, instant: int) -> str:
    zone = site.practice.time_zone
    there = datetime.fromtimestamp(instant / 1000, UTC).astimezone(zone).replace(tzinfo=None)
    now = there.replace(second=0, microsecond=0)
    state = is_open(site, now)
    if state is None:
        return ""
    said = sentence(now, state, next_change(site, now), site.words)
    city = WORDS.locale.city(zone.key)
    return said if zone.key == HOME else f"{said} ({city} time)"


def sentence(now: datetime, state: bool, change: datetime | None, words: Words) -> str:
    if state:
        soon = change and change - now < timedelta(days=1)
        return f"Open now, until {words.time(change.time())}" if change and soon else "Open now"
    if change is None:
        return "Closed now"
    days, time = (change.date() - now.date()).days, words.time(change.time())
    if days == 0 or (days == 1 and (change.hour, change.minute) == (0, 0)):
        return f"Closed now, opens at {time}"
    if days == 1:
        return f"Closed now, opens tomorrow at {time}"
    day = f"{change:%A}" if days < 7 else f"{change:%B} {change.day}"
    return f"Closed now, opens {day} at {time}"


def instants(chance: random.Random, zone: ZoneInfo) -> list[int]:
    """Milliseconds since 1970: at times of change and a minute before, around the special days;
    anywhere in a year; and around the days on which clocks change."""
    days = [date(2026, 12, 14) + timedelta(days=chance.randint(0, 30)) for _ in range(12)]
    days += [date(2026, chance.choice([3, 4, 9, 10, 11]), chance.randint(1, 30)) for _ in range(6)]
    found = []
    for day in days:
        midnight = datetime(day.year, day.month, day.day, tzinfo=zone).timestamp()
        minute = chance.randint(0, 96) * 15 - chance.randint(0, 1)
        found.append(round(midnight + minute * 60 + chance.randint(0, 59)) * 1000)
    return found


@pytest.mark.counts
def test_thousands_of_sentences_are_the_same_in_the_browser(
    browser: Browser, tmp_path: Path
) -> None:
    """Two languages read one rule; a difference sends somebody to a closed door."""
    theme = Environment(
        loader=FileSystemLoader(ROOT / "theme/templates"),
        autoescape=True,
        undefined=StrictUndefined,
    )
    theme.globals["words"] = WORDS
    component: Any = theme.get_template("components/open_now.html").module
    chance, compared, said = random.Random(SEED), 0, set()  # noqa: S311  (cases, not secrets)
    page = browser.new_context(timezone_id=HOME, locale="de-DE").new_page()
    page.set_content('<!doctype html><html lang="en-US"><body></body></html>')
    page.add_script_tag(path=ROOT / "theme/js/open_now.js")
    while compared < CASES:
        zone = chance.choice(ZONES)
        site = some_practice(chance, tmp_path / str(compared), zone)
        times = instants(chance, ZoneInfo(zone))
        found = page.evaluate(
            CHOICE, {"html": str(component.open_now(open_now(site))), "instants": times}
        )
        assert found == [expected(site, at) for at in times]
        compared += len(times)
        said |= {text.partition(" (")[0] for text in found}
    page.context.close()
    shapes = {"", "Open now", "Closed now", "Closed now, opens at midnight"}
    assert shapes <= said
    for part in ("until midnight", "tomorrow at", "Monday at", "January "):
        assert any(part in one for one in said), part
