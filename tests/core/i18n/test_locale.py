"""Locale: what countries and languages write differently, as their readers expect it."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from plugins.core.i18n.locale import Locale

DAY = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("language", "country", "said"),
    [
        ("en-US", "US", ["Thursday, December 31, 2026", "December 31", "$95", "$1,234.50"]),
        ("en", "GB", ["Thursday, 31 December 2026", "31 December", "£95", "£1,234.50"]),
        ("en-US", "GB", ["Thursday, December 31, 2026", "December 31", "£95", "£1,234.50"]),
        ("en", "CA", ["Thursday, December 31, 2026", "December 31", "$95", "$1,234.50"]),
        ("fr", "CA", ["jeudi 31 décembre 2026", "31 décembre", "95\xa0$", "1\xa0234,50\xa0$"]),
        ("fr-FR", "FR", ["jeudi 31 décembre 2026", "31 décembre", "95\xa0€", "1\u202f234,50\xa0€"]),
        ("es", "US", ["jueves, 31 de diciembre de 2026", "31 de diciembre", "$95", "$1,234.50"]),
        ("de", "CH", ["Donnerstag, 31. Dezember 2026", "31. Dezember", "CHF\xa095",
                      "CHF\xa01'234.50"]),
    ],
)  # fmt: skip
def test_days_and_money_follow_language_and_country(
    language: str, country: str, said: list[str]
) -> None:
    """A practice in London charges pounds, whatever English its pages are in."""
    locale = Locale(language, country)
    prices = [locale.money(Decimal(amount)) for amount in ("95", "1234.50")]
    assert [locale.date(DAY), locale.day(DAY), *prices] == said


@pytest.mark.parametrize(
    ("language", "country", "said"),
    [
        ("en-US", "US", ["9 AM", "5:30 PM", "noon", "midnight"]),
        ("en", "GB", ["09:00", "17:30", "12:00", "00:00"]),
        ("en", "AU", ["9 am", "5:30 pm", "midday", "midnight"]),
        ("fr-CA", "CA", ["9\xa0h\xa000", "17\xa0h\xa030", "midi", "minuit"]),
        ("es", "ES", ["9:00", "17:30", "12:00", "0:00"]),
        ("es", "US", ["9:00 a.m.", "5:30 p.m.", "12:00 p.m.", "12:00 a.m."]),
        ("de", "DE", ["09:00", "17:30", "12:00", "00:00"]),
    ],
)
def test_a_day_has_twice_twelve_hours_or_twenty_four(
    language: str, country: str, said: list[str]
) -> None:
    """English leaves the minutes of a full hour out where AM or PM says that it is one."""
    locale = Locale(language, country)
    assert [locale.time(clock) for clock in (time(9), time(17, 30), time(12), time(0))] == said


def test_numbers_shares_and_countries_have_names_and_signs() -> None:
    """Of the reader's language, not of the country that is named."""
    assert [Locale("en").percent(Decimal("12.5")), Locale("fr", "FR").percent(Decimal(20))] == [
        "12.5%",
        "20\xa0%",
    ]
    assert [Locale("en").number(Decimal("1234.5")), Locale("es", "ES").number(3)] == [
        "1,234.5",
        "3",
    ]
    assert Locale("es", "ES").country_name("GB") == "Reino Unido"
    assert Locale("en", "GB").weekday("monday") == "Monday"


def test_the_currency_is_the_countrys_unless_the_practice_has_its_own() -> None:
    """A practice beside a border may charge in the other country's money."""
    assert [Locale("en", country).currency for country in ("US", "GB", "CA", "FR", "CH")] == [
        *("USD", "GBP", "CAD", "EUR", "CHF")
    ]
    assert Locale("en", "CA", "USD").money(Decimal(90)) == "US$90"


def test_a_language_that_a_country_does_not_speak_is_that_of_its_own_country() -> None:
    """CLDR knows no French of the USA: days are said as in France, money is the dollar."""
    french = Locale("fr", "US")
    assert (french.date(DAY), french.currency) == ("jeudi 31 décembre 2026", "USD")


@pytest.mark.parametrize(
    ("language", "zone", "city"),
    [
        ("en-US", "America/Denver", "Denver"),
        ("en-US", "America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("es-MX", "America/Mexico_City", "Ciudad de México"),
        ("fr", "Europe/London", "Londres"),
    ],
)
def test_a_clock_stands_where_the_language_says(language: str, zone: str, city: str) -> None:
    """Time zones name their cities in English alone."""
    assert Locale.of(language).city(zone) == city


@pytest.mark.parametrize(("language", "expected"), [("en-US", False), ("he", True), ("ar", True)])
def test_a_language_begins_where_its_letters_do(language: str, expected: bool) -> None:
    """The page is turned round for these, see tests/browser/test_right_to_left.py."""
    assert Locale.of(language).right_to_left is expected
