"""Money: amounts as people write them, in the currency of the practice.

Gives   amount(): what a text says; meant(): what it means, where it says so in another way;
        locale_of(): the practice's locale, which the reader hands over as context
Units   the sign of the practice's currency may stand in front or behind; another one is refused.
        A comma stands before cents where the country writes one there
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Annotated
from unicodedata import category

from pydantic import PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from plugins.core.i18n.locale import Locale
from plugins.core.problems import quoted
from plugins.core.schema.inputs import Input
from plugins.core.schema.model import field_error

DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}"
AMOUNT = re.compile(rf"({DIGITS})(\.[0-9]{{2}})?")
WITH_COMMA = re.compile(r"([0-9]{1,6}),([0-9]{2})")
NEEDED = "an amount like 25 or 25.50"
FREE = ("free", "no charge", "complimentary")


def locale_of(info: ValidationInfo) -> Locale:
    known = (info.context or {}).get("locale")
    return known if isinstance(known, Locale) else Locale()


def money(text: object, info: ValidationInfo) -> Decimal:
    return amount(text, NEEDED, locale_of(info))


def amount(text: object, needed: str, locale: Locale) -> Decimal:
    """The amount of money that a text says."""
    shown = text.strip() if isinstance(text, str) else ""
    bare = without_sign(shown, locale)
    match = AMOUNT.fullmatch(bare)
    if match:
        return Decimal(match[1].replace(",", "") + (match[2] or ""))
    if (comma := WITH_COMMA.fullmatch(bare)) and locale.decimal_sign == ",":
        return Decimal(".".join(comma.groups()))
    if any(category(sign) == "Sc" and sign not in locale.currency_signs for sign in bare):
        raise other_currency(needed, locale)
    said = meant(shown, locale)
    if said or not re.search("[0-9]", shown) or shown.startswith("-"):
        raise field_error(needed, "write digits, without words", write=said)
    raise field_error(needed, f"write one amount in digits, and {quoted(shown)} into a text")


def other_currency(needed: str, locale: Locale) -> PydanticCustomError:
    name = f"{locale.currency_words[-1]} ({locale.currency})"
    fix = f'write the number alone if it is in {name}, or else "currency: ..." into practice.yaml'
    return field_error(f"{needed}, in {name}", fix)


def without_sign(text: str, locale: Locale) -> str:
    for sign in locale.currency_signs:
        if text.startswith(sign) or text.endswith(sign):
            return text.removeprefix(sign).removesuffix(sign).strip()
    return text


def meant(text: str, locale: Locale) -> str:
    """The amount that a text means, as it is written here; empty when it may mean another."""
    if text.casefold() in FREE:
        return "0"
    match = loose(locale).fullmatch(text)
    if not match:
        return ""
    cents = (match["cents"] or "").strip("-")
    return match["whole"] + (f".{cents.ljust(2, '0')}" if cents.strip("0") else "")


@lru_cache(maxsize=8)
def loose(locale: Locale) -> re.Pattern[str]:
    """`25 dollars`, `USD 25.5`: not accepted, but understood."""
    signs = "|".join(map(re.escape, (locale.currency, *locale.currency_signs)))
    names = "|".join(map(re.escape, locale.currency_words))
    return re.compile(
        rf"(?:{signs})?\s*(?P<whole>{DIGITS})(?:\.(?P<cents>[0-9]{{1,2}}|-+)?)?"
        rf"\s*(?:{signs}|{names}|only)?",
        re.IGNORECASE,
    )


Money = Annotated[
    Decimal,
    PlainValidator(money),
    Input(pattern=rf"\D{{0,4}}(?:{DIGITS})([.,][0-9]{{2}})?\D{{0,4}}", needed=NEEDED),
]
