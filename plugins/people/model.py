"""The model of a person."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from plugins.core.model.aliases import Aliases
from plugins.core.schema.fields import Many, ManyNames, Name, PictureFacts, Slug, Text
from plugins.core.schema.model import ContentModel
from plugins.core.schema.practice import Booking


class Licence(ContentModel):
    """A licence as it was issued: what it says, its number, who issued it."""

    text: Name
    """What the license says."""
    number: Name | None = None
    issued_by: Name | None = None


class Person(ContentModel):
    """Somebody who works at the practice. `starter`: a draft that the practice has yet to
    confirm."""

    name: Name
    """As visitors should read it."""
    role: Text
    """What the person is, in one line, such as Massage therapist."""
    summary: Text | None = None
    """A line for lists."""
    starter: bool = False
    """Yes: somebody wrote the page for you to confirm, and only the preview shows it."""
    licence: Licence | None = None
    """The license, exactly as it was issued."""
    modalities: Annotated[tuple[Slug, ...], ManyNames] = ()
    """What the person does. Each of those pages says who does it."""
    languages: Annotated[tuple[Text, ...], Many] = ()
    """The languages that the person speaks."""
    booking: Booking | None = None
    """Where to book with this person."""
    picture: PictureFacts | None = None
    """The picture of the person. Lists cut it to a portrait."""
    order: Annotated[int, Field(ge=0, le=10_000)] = 100
    """The place in lists, smallest first."""
    aliases: Aliases = ()
    """Addresses that the page had before, like /old-page/. They lead here."""
