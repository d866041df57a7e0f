"""The model of a modality."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from plugins.core.model.aliases import Aliases
from plugins.core.schema.fields import (
    FigureFacts,
    Many,
    ManyNames,
    Minutes,
    Money,
    Paragraph,
    PictureFacts,
    Slug,
    Text,
)
from plugins.core.schema.model import ContentModel


class Session(ContentModel):
    """One length of session; minutes from 5 to 480, price in dollars."""

    minutes: Annotated[Minutes, Field(ge=5, le=480)]
    price: Money


class Question(ContentModel):
    """What clients ask, and the answer."""

    question: Text
    answer: Paragraph


class Modality(ContentModel):
    """What one modality is. `starter`: a draft that the practice has yet to confirm."""

    title: Text
    summary: Text
    starter: bool = False
    picture: PictureFacts | None = None
    symptoms: Annotated[tuple[Slug, ...], ManyNames] = ()
    figures: tuple[FigureFacts, ...] = ()
    techniques: Annotated[tuple[Text, ...], Many] = ()
    sessions: tuple[Session, ...] = ()
    ask_a_doctor: Annotated[tuple[Text, ...], Many] = ()
    questions: tuple[Question, ...] = ()
    related: Annotated[tuple[Slug, ...], ManyNames] = ()
    aliases: Aliases = ()
