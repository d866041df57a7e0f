"""Money: what people write in each currency, and what it means."""

from __future__ import annotations

from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from plugins.core.i18n.locale import Locale, home
from plugins.core.problems import ContentError
from plugins.core.reading.front_matter import read_yaml
from plugins.core.schema.model import ContentModel, validate
from plugins.core.schema.money import Money
from plugins.core.schema.practice import Practice
from tests.core.conftest import PRACTICE

BRITISH, FRENCH, SWISS = Locale("en", "GB"), Locale("fr", "FR"), Locale("de", "CH")
CANADIAN = Locale("en", "CA", "USD")


class Priced(ContentModel):
    price: Money


def read(text: str, locale: Locale) -> Decimal:
    return validate(Priced, read_yaml(f"price: {text}", PRACTICE), {"locale": locale}).price


def refused(text: str, locale: Locale) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read(text, locale)
    return str(caught.value).splitlines()[-2:]


@pytest.mark.parametrize(
    ("text", "locale", "amount"),
    [
        *(("60", BRITISH, "60"), ("£60", BRITISH, "60"), ("£ 1,234.50", BRITISH, "1234.50")),
        *(("60 €", FRENCH, "60"), ("€60.50", FRENCH, "60.50"), ("60,50 €", FRENCH, "60.50")),
        *(("CHF 90", SWISS, "90"), ("90.50", SWISS, "90.50")),
        *(("US$90", CANADIAN, "90"), ("$90", CANADIAN, "90")),
    ],
)
def test_an_amount_has_the_sign_of_its_country(text: str, locale: Locale, amount: str) -> None:
    """Before it or behind, as people there write it."""
    assert read(text, locale) == Decimal(amount)


def test_an_amount_in_words_is_understood_in_its_currency() -> None:
    """As "25 dollars" is in the USA."""
    needed = "  Needed  an amount like 25 or 25.50"
    assert refused("60 pounds", BRITISH) == [needed, '  To fix  write "price: 60"']
    assert refused("60.5 euros", FRENCH) == [needed, '  To fix  write "price: 60.50"']
    assert refused("GBP 60", BRITISH) == [needed, '  To fix  write "price: 60"']


@pytest.mark.parametrize("text", ["$60", "60 €"])
def test_another_currency_is_refused(text: str) -> None:
    """A page in London would say £60."""
    assert refused(text, BRITISH) == [
        "  Needed  an amount like 25 or 25.50, in British pounds (GBP)",
        "  To fix  write the number alone if it is in British pounds (GBP), or else "
        '"currency: ..." into practice.yaml',
    ]


@pytest.mark.parametrize(
    ("rows", "language", "country", "currency"),
    [
        ("time_zone: America/Denver", "en-US", "US", "USD"),
        ("time_zone: Europe/London", "en-GB", "GB", "GBP"),
        ("time_zone: UTC", "en-US", "US", "USD"),
        ("time_zone: Europe/London\nlanguage: en-IE", "en-IE", "IE", "EUR"),
        ("time_zone: Europe/Zurich\nlanguage: fr", "fr", "CH", "CHF"),
        ("time_zone: Europe/Zurich\ncurrency: EUR", "en-CH", "CH", "EUR"),
        ("time_zone: America/Toronto\naddress:\n  street: A\n  city: B\n  region: QC\n"
         "  postal_code: H2X 1Y4\n  country: CA", "en-CA", "CA", "CAD"),
        ("time_zone: Europe/London\naddress:\n  street: A\n  city: B\n  postal_code: W1A 4ZZ",
         "en-GB", "GB", "GBP"),
        ("time_zone: UTC\nlocations:\n  - name: C\n    address:\n      street: A\n      city: B\n"
         "      country: IE", "en-IE", "IE", "EUR"),
    ],
)  # fmt: skip
def test_country_language_and_currency_follow_each_other(
    rows: str, language: str, country: str, currency: str
) -> None:
    """Where the address is, or the language, or the clock; nobody in London sets a currency."""
    fields = read_yaml(f"name: A\ntelephone: +44 20 7946 0000\n{rows}", PRACTICE)
    zone = ZoneInfo(str(fields.values["time_zone"]))
    found = home(fields.values, zone.key)
    practice = validate(Practice, fields, {"locale": found, "languages": ["en", "fr"]})
    assert (practice.language, practice.country) == (language, country)
    assert practice.locale.currency == found.currency == currency
