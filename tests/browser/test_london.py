"""A practice in London: every page in a browser, and what it says in pounds and British English."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from icalendar import Calendar
from playwright.sync_api import Browser, expect

from tests.audit import axe
from tests.browser.conftest import built_at_now
from tests.browser.test_pages import GUIDE, addresses
from tests.conftest import serving_folder
from tests.sites import ROOT

pytestmark = pytest.mark.xdist_group("london")  # one process opens the pages

LONDON = ROOT / "tests/sites/london"
# Dollars, "May 31", "6 PM", "License", a date with slashes.
AMERICAN = re.compile(
    r"\$|\bUSD\b|\b(?:May|June|December) \d\d?\b|\d ?[AP]M\b|Licens|\belevator|emergency room", re.I
)
TEXT = """() => {
  const body = document.body.cloneNode(true);
  for (const script of body.querySelectorAll("script, style")) script.remove();
  return body.textContent + document.title;
}"""


@pytest.fixture(scope="module")
def london(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_at_now(LONDON, tmp_path_factory.mktemp("london") / "output")


@pytest.fixture(scope="module")
def home(london: Path) -> Iterator[str]:
    with serving_folder(london) as found:
        yield found


def read(london: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((london / name / "index.html").read_text(encoding="utf-8"), "html.parser")


def said(london: Path, name: str, selector: str) -> list[str]:
    found = read(london, name).select(selector)
    return [" ".join(one.get_text(" ").split()) for one in found]


@pytest.mark.long
def test_every_page_opens_fits_and_can_be_read_by_everyone(browser: Browser, home: str,
                                                           london: Path) -> None:  # fmt: skip
    """On the narrowest telephone, too; nothing on a page is American."""
    page, told = browser.new_page(), []
    page.on("console", lambda message: told.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: told.append(f"{page.url}: {error}"))
    pages = [name for name in addresses(london) if name not in GUIDE]
    assert len(pages) > 20
    for name in pages:
        page.goto(home + name)
        text = page.evaluate(TEXT)
        told += [f"{name}: {found[0]}" for found in AMERICAN.finditer(text)]
        assert page.evaluate("document.documentElement.lang") == "en-GB"
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                told.append(f"{name}: wider than {width}")
        axe.load(page)
        told += [f"{name}: {one}" for one in axe.findings(page, 320)]
    page.close()
    assert told == []


def test_prices_days_times_and_places_are_written_as_in_london(london: Path) -> None:
    """£60, 31 May, 17:30, and the postcode below the town."""
    assert said(london, "prices", ".price_table td, .packages td")[1:] == [
        *("£60", "£85.50", "£1,200 to £1,450", "", "from £45", "by arrangement", "£260"),
    ]
    assert said(london, "contact", ".practice_facts .postal_address") == [
        "12 Example Wharf London N1 9AA United Kingdom"
    ]
    hours = said(london, "contact", ".opening_hours tr")
    assert hours[1] == "Tuesday 08:30 to 12:00, 13:00 to 20:00"
    assert "Monday, 27 May 2030 closed (Spring bank holiday)" in hours
    facts = said(london, "offers/spring", ".offer_facts")[0]
    assert facts == (
        "For Swedish Massage You save £10 Regular price £60 (60 minutes) You pay £50 "
        "Code SPRING Until Friday, 31 May 2030 (London time)"
    )


def test_programs_read_pounds_and_the_country(london: Path) -> None:
    """Search engines, feed readers, calendars and address books follow the pages."""
    html = (london / "prices/index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'"priceCurrency": ?"(\w+)"', html)) == {"GBP"}
    contact = (london / "contact/index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'"addressCountry": ?"(\w+)"', contact)) == {"GB"}
    listed = json.loads((london / "offers/offers.json").read_text(encoding="utf-8"))
    (offer,) = listed["offers"]
    assert (offer["currency"], offer["price"], offer["until"]) == (
        *("GBP", "50.00", "Friday, 31 May 2030"),
    )
    feed = (london / "offers/feed.xml").read_text(encoding="utf-8")
    assert "Until Friday, 31 May 2030." in feed
    ((event),) = Calendar.from_ical((london / "offers/spring/offer.ics").read_bytes()).events
    assert str(event["summary"]) == "Offer ends: Spring, save £10 on Swedish massage"
    card = (london / "practice.vcf").read_text(encoding="utf-8")
    assert "12 Example Wharf;London;;N1 9AA;United Kingdom" in card


@pytest.mark.parametrize(
    ("clock", "sentence"),
    [
        ("2030-05-13T09:30:00+01:00", "Open now, until 18:00"),
        ("2030-05-14T12:15:00+01:00", "Closed now, opens at 13:00"),
        ("2030-05-16T18:00:00+01:00", "Closed now, opens tomorrow at 12:00"),
        ("2030-05-15T08:00:00+01:00", "Closed now, opens tomorrow at 09:00"),
    ],
)
def test_the_browser_says_times_as_the_page_does(
    browser: Browser, home: str, clock: str, sentence: str
) -> None:
    """A table with 18:00 beside a sentence with 6 PM would be two sites."""
    context = browser.new_context(timezone_id="Europe/London", locale="en-US")
    page = context.new_page()
    page.clock.set_fixed_time(clock)
    page.goto(f"{home}/contact/")
    expect(page.locator("open-now").first).to_have_text(sentence)
    context.close()
