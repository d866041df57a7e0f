"""Locations: from a place in a model to a place in the file, and to the keys that belong there."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import Field

from plugins.core.schema.locations import Raw, dotted, in_file, known_keys
from plugins.core.schema.model import ContentModel


class Kit(ContentModel):
    heading: str = ""
    provider: Literal["kit"]
    form: str


class Custom(ContentModel):
    heading: str = ""
    provider: Literal["custom"]
    action: str


class Item(ContentModel):
    note: str = ""
    price: str


class Whole(ContentModel):
    items: tuple[Item, ...] = ()
    newsletter: Annotated[Kit | Custom, Field(discriminator="provider")] | None = None
    social: dict[Literal["x", "threads"], str] = Field(default_factory=dict)
    title: str


VALUES = {
    "title": "A",
    "items": [{"price": "1"}, {"prize": "2"}],
    "slugs": "one",
    "newsletter": {"provider": "kit", "form": "a"},
    "social": {"x": "a"},
}


@pytest.mark.parametrize(
    ("raw", "location"),
    [
        (("title",), ("title",)),
        (("missing",), ("missing",)),
        (("items", 1, "prize"), ("items", 1, "prize")),
        (("items", 1, "price"), ("items", 1, "price")),
        (("slugs", 0), ("slugs",)),
        (("newsletter", "kit", "form"), ("newsletter", "form")),
        (("newsletter", "kit", "missing"), ("newsletter", "missing")),
        (("newsletter",), ("newsletter",)),
        ((), ()),
    ],
)
def test_a_location_has_only_parts_that_stand_in_the_file(
    raw: Raw, location: tuple[str | int, ...]
) -> None:
    """Not the tag of a union, not the first item of a text that was taken for a list."""
    assert in_file(VALUES, raw) == location


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ((), ""),
        (("title",), "title"),
        (("questions", 1, "answer"), "questions 2, answer"),
        (("hours", "monday"), "hours, monday"),
        (("hours", "monday", 0), "hours, monday 1"),
    ],
)
def test_a_location_is_read_aloud_from_one(location: tuple[str | int, ...], words: str) -> None:
    """The second question is question 2."""
    assert dotted(location) == words


@pytest.mark.parametrize(
    ("location", "keys"),
    [
        ((), ["title", "items", "newsletter", "social"]),
        (("items",), ["price", "note"]),
        (("items", 3), ["price", "note"]),
        (("newsletter",), ["provider", "heading"]),
        (("newsletter", "kit"), ["provider", "form", "heading"]),
        (("newsletter", "custom"), ["provider", "action", "heading"]),
        (("social",), ["x", "threads"]),
        (("title",), []),
        (("title", "inside"), []),
        (("unknown",), []),
    ],
)
def test_the_keys_of_a_place_are_known(location: Raw, keys: list[str]) -> None:
    """Those that must be there first; of several models, those that all have."""
    assert known_keys(Whole, location) == keys
