"""The model of a person."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from plugins.core.model.aliases import Aliases
from plugins.core.schema.fields import Many, ManyNames, PictureFacts, Slug, Text
from plugins.core.schema.model import ContentModel
from plugins.core.schema.practice import Booking


class Licence(ContentModel):
    """A licence as it was issued: what it says, its number, who issued it."""

    text: Text
    number: Text | None = None
    issued_by: Text | None = None


class Person(ContentModel):
    """Somebody who works at the practice. `starter`: a draft that the practice has yet to
    confirm."""

    name: Text
    role: Text
    summary: Text | None = None
    starter: bool = False
    licence: Licence | None = None
    modalities: Annotated[tuple[Slug, ...], ManyNames] = ()
    languages: Annotated[tuple[Text, ...], Many] = ()
    booking: Booking | None = None
    picture: PictureFacts | None = None
    order: Annotated[int, Field(ge=0, le=10_000)] = 100
    aliases: Aliases = ()
