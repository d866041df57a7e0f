"""The browser's choice is Python's, for thousands of offers and instants."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import Browser

from plugins.core.design.minify import script
from plugins.core.i18n.catalog import FOLDER, load
from plugins.offers.schedule import ScheduledOffer, stretches
from tests.core.dates.test_pieces import best
from tests.offers.made import in_order, offer

ROOT = Path(__file__).parents[2]
CASES = 4000
SEED = 20261231
CHOICE = """({ banner, script, instants }) => instants.map(now => {
  window.setTimeout = () => 0;
  Date.now = () => now;
  document.body.innerHTML = banner;
  const clock = document.createElement("script");
  clock.textContent = script;
  document.querySelector(".offer_banner").after(clock);
  const shown = document.querySelectorAll(".offer_banner > :not([hidden])");
  const more = shown[0].querySelector("a[href='/offers/']");
  const offer = shown[0].querySelector("p:not(.actions) a");
  return [shown.length, offer?.innerText ?? null, more?.innerText ?? ""];
})"""


def some_offers(chance: random.Random, zone: ZoneInfo) -> list[ScheduledOffer]:
    found = []
    for number in range(chance.randint(1, 5)):
        first = datetime(2026, chance.randint(1, 12), chance.randint(1, 28), chance.randint(4, 23))
        last = first + timedelta(hours=chance.randint(1, 2000))
        fields = {"priority": str(chance.randint(0, 2))}
        if chance.random() < 0.8:
            fields["starts"] = f"{first:%Y-%m-%d %H:%M}"
        if chance.random() < 0.8:
            fields["ends"] = f"{last:%Y-%m-%d}"
        found.append(offer(f"Offer {number}", zone, **fields))
    return in_order(found)


def instants(chance: random.Random, offers: list[ScheduledOffer]) -> list[int]:
    """Milliseconds since 1970: at every limit, one before and one after, and anywhere."""
    limits = [at for one in offers for at in (one.period.starts, one.period.ends) if at]
    exact = [round(at.timestamp() * 1000) + step for at in limits for step in (-1, 0, 1)]
    year = round(datetime(2026, 1, 1, tzinfo=UTC).timestamp() * 1000)
    return [*exact, *(year + chance.randint(0, 366 * 86_400_000) for _ in range(3))]


def expected(offers: list[ScheduledOffer], milliseconds: int) -> list[Any]:
    now = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    shown, others = best(offers, now)
    more = f"and {others} more offer{'s' if others > 1 else ''}" if others else ""
    return [1, shown and shown.facts.headline, more]


def test_thousands_of_choices_are_the_same_in_the_browser(browser: Browser) -> None:
    """Two languages read one rule; a difference would show an offer that does not run."""
    theme = Environment(
        loader=FileSystemLoader(ROOT / "theme/templates"),
        autoescape=True,
        undefined=StrictUndefined,
    )
    theme.globals["words"] = load(FOLDER, "en-US")
    banner = theme.get_template("components/offer_banner.html").module.offer_banner  # type: ignore[attr-defined]
    clock = script(ROOT / "theme/js/offer_clock.js")
    chance, compared = random.Random(SEED), 0  # noqa: S311  (cases, not secrets)
    page = browser.new_page()
    while compared < CASES:
        zone = ZoneInfo(chance.choice(["America/Denver", "Pacific/Auckland", "Asia/Kathmandu"]))
        offers = some_offers(chance, zone)
        times = instants(chance, offers)
        html = str(banner(stretches(offers, datetime(2026, 1, 1, tzinfo=UTC)), zone))
        found = page.evaluate(CHOICE, {"banner": html, "script": clock, "instants": times})
        assert found == [expected(offers, at) for at in times]
        compared += len(times)
    page.close()
    assert compared >= CASES
