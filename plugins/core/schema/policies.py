"""Policies: what the practice asks of its clients, and takes from them.

Gives   Cancellation, Insurance, Gift and Package, of practice.yaml
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, PlainValidator

from plugins.core.schema.fields import Link, Many, Name, Paragraph, Text
from plugins.core.schema.inputs import Input
from plugins.core.schema.model import ContentModel, field_error
from plugins.core.schema.prices import PriceField, ShareField

NEVER: Literal["never"] = "never"


def years(value: object) -> int | Literal["never"]:
    """`5` or `5 years`, or `never`."""
    text = value.strip().casefold() if isinstance(value, str) else ""
    number = text.removesuffix("s").removesuffix("year").strip()
    if text in (NEVER, "no", "none"):
        return NEVER
    if number.isdecimal() and 0 < int(number) <= 100:
        return int(number)
    raise field_error("a number of years, like 5, or never", "write the number alone")


class Package(ContentModel):
    """Several sessions, or some months, for one price."""

    name: Text
    """What it is called."""
    price: PriceField
    """90, 90-120, from 90, or by arrangement."""
    sessions: Annotated[int | None, Field(ge=1, le=1000)] = None
    """How many sessions it has."""
    months: Annotated[int | None, Field(ge=1, le=120)] = None
    """For how many months it is."""
    note: Text | None = None
    """One more line about it."""


class Cancellation(ContentModel):
    """What somebody does who cannot come."""

    hours: Annotated[int | None, Field(ge=1, le=720)] = None
    """How many hours before the session they tell you."""
    fee: ShareField | None = None
    """What they pay otherwise: 50, or 50% of the price."""
    words: Paragraph | None = None
    """What else there is to say."""


class Insurance(ContentModel):
    """What insurers pay for."""

    accepted: Annotated[tuple[Name, ...], Many] = ()
    """The insurers that you accept."""
    superbill: bool | None = None
    """Whether clients get a superbill."""
    hsa_fsa: bool | None = None
    """Whether they may pay with an HSA or FSA card."""
    words: Paragraph | None = None
    """What else there is to say."""


class Gift(ContentModel):
    """Gift certificates."""

    link: Link
    """Where to buy one."""
    words: Paragraph | None = None
    """What you say of them."""
    terms: Paragraph | None = None
    """Their terms."""
    expires: Annotated[
        int | Literal["never"] | None,
        PlainValidator(years),
        Input(pattern="[0-9]{1,3}|never", needed="a number of years, like 5, or never"),
    ] = None
    """After how many years they expire, or never."""
