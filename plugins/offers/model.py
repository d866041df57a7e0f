"""The model of an offer."""

from __future__ import annotations

from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, PlainValidator, ValidationInfo, field_validator

from plugins.core.dates.moments import Moment, Period, between
from plugins.core.model.aliases import Aliases
from plugins.core.schema.fields import (
    Link,
    ManyNames,
    Name,
    Paragraph,
    Slug,
    Text,
    When,
    in_order,
    names,
    page_address,
)
from plugins.core.schema.inputs import Input
from plugins.core.schema.model import ContentModel, field_error
from plugins.core.schema.money import Money
from plugins.core.schema.practice import Booking
from plugins.core.schema.prices import ShareField

EVERYWHERE: Literal["everywhere"] = "everywhere"
# What people call all pages, and the first one.
EVERY_PAGE = {EVERYWHERE, "all", "all pages", "every page", "*", "site-wide", "sitewide"}
HOME = "/"
HOME_PAGE = {"home", "homepage", "home page", "home-page", "front page", "start page", "index"}

Pages = tuple[str, ...] | Literal["everywhere"]


def addresses(value: object) -> Pages:
    """`everywhere`, or the addresses of pages."""
    items = names(value)
    texts = items if isinstance(items, list) else [items]
    if not texts:
        needed = "at least one page: an offer that shows nowhere is no offer"
        raise field_error(needed, write=EVERYWHERE)
    words = [text.strip() for text in texts if isinstance(text, str)]
    if len(words) != len(texts):
        raise field_error("the addresses of pages, or the word everywhere", "write /first-visit/")
    if {word.casefold() for word in words} & EVERY_PAGE:
        return EVERYWHERE
    return tuple(HOME if word.casefold() in HOME_PAGE else page_address(word) for word in words)


class Button(ContentModel):
    """What the offer's button says and where it leads, instead of the call to action."""

    label: Text
    link: Link
    """Another site, like https://www.example.com, or a page of this one, like /first-visit/."""


class Offer(ContentModel):
    """One offer. Without `ends` it runs until the file is deleted."""

    says_something = frozenset({"pages"})

    headline: Text
    """The offer in one line."""
    starts: When | None = None
    """2026-12-31 or 2026-12-31 18:00, by your clock. Without it, the offer runs at once."""
    ends: When | None = None
    """2026-12-31 or 2026-12-31 18:00, by your clock. An end without a time lasts the whole day.
    Without an end, the offer runs until you delete it."""
    modalities: Annotated[tuple[Slug, ...], ManyNames] = ()
    """What the offer is for."""
    pages: Annotated[Pages, PlainValidator(addresses), Input("page")] = EVERYWHERE
    """Where the banner shows. Without any: everywhere."""
    priority: Annotated[int, Field(ge=0, le=1000)] = 0
    """When several offers run, the one with the highest number shows."""
    code: Name | None = None
    """What to mention, such as SPRING."""
    terms: Paragraph | None = None
    """Who the offer is for."""
    regular_price: Money | None = None
    """The price without the offer, like 90 or 90.50."""
    saving: ShareField | None = None
    """An amount like 25, or a share of the regular price, like 20%."""
    booking: Booking | None = None
    """Where to book the offer, if it is another place than for the rest."""
    button: Button | None = None
    """A button of its own, instead of the call to the practice."""
    aliases: Aliases = ()
    """Addresses that the page had before, like /old-page/. They lead here."""

    @field_validator("ends")
    @classmethod
    def after_start(cls, ends: Moment | None, info: ValidationInfo) -> Moment | None:
        return in_order(ends, info, "an end after the start")

    def period(self, zone: ZoneInfo) -> Period:
        return between(self.starts, self.ends, zone)
