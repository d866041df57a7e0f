"""Places: where visitors go, and what they find there.

Gives   Address, Geo, Access, Location: parts of content/practice.yaml; route(): a map with the way
Why     the way there is a plain https link: geo: opens nothing on half of all phones. Nobody is
        contacted until somebody follows it
Source  Google: Maps URLs, which open the map of a phone, or else a page
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial
from typing import Annotated
from urllib.parse import urlencode

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from plugins.core.i18n.address_format import (
    CITY,
    CODE,
    REGION,
    STREET,
    lines,
    needed,
    postal_code_example,
    postal_code_like,
)
from plugins.core.schema.fields import Country, Name, Phone, Text
from plugins.core.schema.hours import Hours
from plugins.core.schema.model import ContentModel, field_error
from plugins.core.schema.money import locale_of

DEGREES = re.compile(
    r"(?P<before>[NSEWnsew])?\s*(?P<sign>[+-])?(?P<degrees>[0-9]{1,3}(?:\.[0-9]+)?)\s*(?:\u00b0|deg(?:rees)?)?"
    r"(?:\s*(?P<minutes>[0-9]{1,2}(?:\.[0-9]+)?)\s*['\u2032\u2019])?"
    r"(?:\s*(?P<seconds>[0-9]{1,2}(?:\.[0-9]+)?)\s*(?:[\"\u2033\u201d]|''))?"
    r"\s*(?P<after>[NSEWnsew])?(?:orth|outh|ast|est)?",
)


def own_country(value: object, info: ValidationInfo) -> object:
    """That of the practice, where nobody says another."""
    return value or locale_of(info).country


class Address(ContentModel):
    """Where the practice is. The country is a two-letter ISO 3166 code; many countries have no
    regions in addresses, and some no postal codes."""

    street: Name
    city: Name
    country: Annotated[Country, BeforeValidator(own_country), Field(validate_default=True)] = ""
    """Two capital letters; the country of the practice unless you change it."""
    region: Annotated[Name | None, Field(validate_default=True)] = None
    postal_code: Annotated[Name | None, Field(validate_default=True)] = None

    @field_validator("region", "postal_code")
    @classmethod
    def known_where_needed(cls, value: str | None, info: ValidationInfo) -> str | None:
        sign = {"region": REGION, "postal_code": CODE}[str(info.field_name)]
        if value is None and sign in needed(info.data.get("country", "")):
            raise PydanticCustomError("missing", "missing")
        return value

    @field_validator("postal_code")
    @classmethod
    def possible(cls, value: str | None, info: ValidationInfo) -> str | None:
        country = info.data.get("country", "")
        if value is None or postal_code_like(value, country):
            return value
        example = postal_code_example(country)
        known = value.upper() if postal_code_like(value.upper(), country) else ""
        needed = f"a postal code of {locale_of(info).country_in_english(country)}, like {example}"
        raise field_error(needed, "correct it, or the country", write=known)

    @property
    def lines(self) -> tuple[str, ...]:
        """As its country orders them, without the country."""
        known = {STREET: self.street, CITY: self.city, REGION: self.region, CODE: self.postal_code}
        return lines(self.country, {sign: text for sign, text in known.items() if text})


def degrees(signs: str, value: object) -> object:
    """Degrees as a number. `39.74° N`, `104 W` and `104° 59' 25" W` are understood, and told as
    a number. signs: the letter of what is positive here, and that of what is negative."""
    text = value.strip() if isinstance(value, str) else ""
    if not text or re.fullmatch(r"[+-]?[0-9]+(?:\.[0-9]+)?", text):
        return value
    needed = "degrees as a number like 39.74; west and south are negative"
    match = DEGREES.fullmatch(text.replace("\u2212", "-").replace(",", "."))
    letter = ((match["before"] or match["after"] or signs[0]).upper()) if match else ""
    if not match or (match["before"] and match["after"]):
        raise field_error(needed, "write digits, with a point before the decimals")
    if letter not in signs:
        raise field_error(needed, "exchange the two: latitude is north or south")
    parts = [Decimal(match[part] or 0) for part in ("degrees", "minutes", "seconds")]
    total = parts[0] + parts[1] / 60 + parts[2] / 3600
    number = f"{total:.6f}".rstrip("0").rstrip(".") if match["minutes"] else match["degrees"]
    negative = match["sign"] == "-" or letter == signs[1]
    raise field_error(needed, write=f"-{number}" if negative else number)


class Geo(ContentModel):
    """The place on a map, WGS 84, in degrees."""

    latitude: Annotated[float, Field(ge=-90, le=90), BeforeValidator(partial(degrees, "NS"))]
    longitude: Annotated[float, Field(ge=-180, le=180), BeforeValidator(partial(degrees, "EW"))]


class Access(ContentModel):
    """What matters to those for whom a step is too many, in the practice's words."""

    steps: Text | None = None
    """How many steps there are, and whether with a rail; none is an answer, too."""
    lift: Text | None = None
    """Whether there is an elevator."""
    restroom: Text | None = None
    """What the restroom is like: its door, its rails."""


def route(geo: Geo | None, address: Address | None) -> str:
    """A map with the way to a point, or else to an address; "" when neither is known."""
    if geo:
        destination = f"{geo.latitude},{geo.longitude}"
    elif address:
        destination = ", ".join((*address.lines, address.country))
    else:
        return ""
    return f"https://www.google.com/maps/dir/?{urlencode({'api': 1, 'destination': destination})}"


class Location(ContentModel):
    """One of several places of a practice."""

    name: Name
    """What you call the place; its page has this name."""
    address: Address
    """Where it is."""
    geo: Geo | None = None
    """The exact point on the map, in degrees. West and south are negative."""
    telephone: Phone | None = None
    """Its own number, if it has one."""
    hours: Hours | None = None
    """When it is open."""

    @property
    def route(self) -> str:
        """A map with the way there."""
        return route(self.geo, self.address)
