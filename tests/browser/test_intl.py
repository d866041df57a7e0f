"""Intl of the browser says days as CLDR does on the server, so that scripts need no patterns."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Browser

from plugins.core.i18n.locale import Locale

# As theme/js/open_now.js asks for them.
ASK = """tag => {
  const of = (form) => new Intl.DateTimeFormat(tag, {
    ...form, timeZone: "UTC", calendar: "gregory", numberingSystem: "latn",
  });
  const days = [...Array(7).keys()].map((day) => Date.UTC(2030, 0, 7 + day));
  const months = [...Array(12).keys()].map((month) => Date.UTC(2030, month, 28));
  return [
    ...days.map((day) => of({ weekday: "long" }).format(day)),
    ...months.map((day) => of({ month: "long", day: "numeric" }).format(day)),
  ];
}"""
TAGS = ["en-US", "en-GB", "en-CA", "en-AU", "en-IE", "fr-FR", "fr-CA", "es-ES", "es-US", "es-MX",
        "de-DE", "ar-EG", "he-IL", "th-TH", "fa-IR", "ja-JP", "pl-PL"]  # fmt: skip


@pytest.mark.parametrize("tag", TAGS)
def test_the_browser_names_days_as_the_server_does(browser: Browser, tag: str) -> None:
    """Monday 7 January 2030 and the days after it; also where another calendar is usual."""
    locale = Locale.of(tag)
    months = [locale.day(date(2030, month, 28)) for month in range(1, 13)]
    page = browser.new_page()
    assert page.evaluate(ASK, tag) == [*locale.day_names, *months]
    page.close()
