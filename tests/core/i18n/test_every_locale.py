"""Every country and language: what a page says reads back to the same value."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from functools import cache

import pytest
from babel.core import get_global
from babel.languages import get_official_languages
from babel.localedata import locale_identifiers
from babel.numbers import parse_decimal
from phonenumbers import SUPPORTED_REGIONS

from plugins.core.i18n.locale import Locale

AMOUNTS = [*map(Decimal, ("0", "5", "95", "95.50", "1234", "1234.05", "999999.99"))]
CLOCKS = [time(hour, minute) for hour in range(24) for minute in (0, 5, 30)]
DAYS = [date(2030, month, day) for month in range(1, 13) for day in (1, 11, 28)]
LANGUAGES = sorted({name.partition("_")[0] for name in locale_identifiers()} - {"root"})
BLANKS = re.compile("[\\s\u200e\u200f\u061c\u200b]+")


@cache
def locales() -> tuple[Locale, ...]:
    """English and an official language of every country; every other language in its own."""
    found = {Locale("en", country) for country in SUPPORTED_REGIONS}
    for country in SUPPORTED_REGIONS:
        found |= {Locale(name, country) for name in get_official_languages(country)[:1]}
    spoken = {locale.language for locale in found}
    likely = get_global("likely_subtags")
    for language in set(LANGUAGES) - spoken:
        country = str(likely.get(language, "")).rpartition("_")[2]
        found.add(Locale(language, country if country in SUPPORTED_REGIONS else "GB"))
    return tuple(sorted(found, key=lambda one: (one.language, one.country)))


def numbers(text: str) -> list[int]:
    return [int(found) for found in re.findall(r"[0-9]+", text)]


@pytest.mark.parametrize("part", range(4))
def test_a_time_reads_back_everywhere(part: int) -> None:
    """The hour is a number as the clock there has it, and no other time is said alike."""
    for locale in locales()[part::4]:
        said = {locale.time(clock): clock for clock in CLOCKS}
        assert len(said) == len(CLOCKS), locale
        for text, clock in said.items():
            if read := numbers(text):
                hours = {clock.hour, clock.hour % 12, clock.hour % 12 or 12}
                assert read[0] in hours, (locale, text)
                assert read[1:] == [clock.minute] or (len(read) == 1 and not clock.minute), (
                    locale,
                    text,
                )
            else:
                assert clock in (time(), time(12)), (locale, text)


@pytest.mark.parametrize("part", range(4))
def test_a_day_reads_back_everywhere(part: int) -> None:
    """By its year, its day, and a month that no other is called."""
    for locale in locales()[part::4]:
        said = {BLANKS.sub(" ", locale.date(day)): day for day in DAYS}
        assert len(said) == len(DAYS) == len({locale.day(day) for day in DAYS}), locale
        for text, day in said.items():
            assert {day.year, day.day} <= set(numbers(text)), (locale, text)
            name = locale.month_names[day.month - 1][:3]  # Wolof writes no more of it
            assert name in text or day.month in numbers(text), (locale, text)
        assert len(set(locale.day_names)) == 7, locale


@pytest.mark.parametrize("part", range(4))
def test_a_price_reads_back_everywhere(part: int) -> None:
    """Without the sign of its currency, by the rules for numbers there."""
    for locale in locales()[part::4]:
        for amount in AMOUNTS:
            text = locale.money(amount)
            bare = text
            for sign in (*locale.currency_signs, locale.currency):
                bare = bare.replace(sign, "")
            group = str(locale.data.number_symbols["latn"]["group"])
            bare = BLANKS.sub("", bare.replace(group, ""))
            assert parse_decimal(bare, locale=locale.data) == amount, (locale, text)
            assert bare != BLANKS.sub("", text), (locale, text)


def test_a_count_has_a_form_everywhere() -> None:
    """A plural form that no file of words could have would stop a page."""
    for locale in locales():
        assert {locale.plural(count) for count in range(120)} <= set(locale.plural_forms), locale
