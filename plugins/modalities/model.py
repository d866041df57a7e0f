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
    """In dollars, like 90 or 90.50."""


class Question(ContentModel):
    """What clients ask, and the answer."""

    question: Text
    answer: Paragraph


class Modality(ContentModel):
    """What one modality is. `starter`: a draft that the practice has yet to confirm."""

    title: Text
    """One line; search engines and shared links show it."""
    summary: Text
    """What the page says, in one line; search engines and shared links show it."""
    starter: bool = False
    """Yes: somebody wrote the page for you to confirm, and only the preview shows it."""
    picture: PictureFacts | None = None
    """The picture above the text."""
    figures: tuple[FigureFacts, ...] = ()
    """Drawings of the theme."""
    symptoms: Annotated[tuple[Slug, ...], ManyNames] = ()
    """What people choose it for. The pages of the symptoms link back by themselves."""
    techniques: Annotated[tuple[Text, ...], Many] = ()
    """What the hands do. "Kneading: ..." shows the drawing of kneading, if there is one."""
    sessions: tuple[Session, ...] = ()
    """How long a session lasts, and what it costs."""
    ask_a_doctor: Annotated[tuple[Text, ...], Many] = ()
    """Who should ask a doctor before this treatment."""
    questions: tuple[Question, ...] = ()
    """What clients ask, and your answers."""
    related: Annotated[tuple[Slug, ...], ManyNames] = ()
    """Other treatments that belong to this one."""
    aliases: Aliases = ()
    """Addresses that the page had before, like /old-page/. They lead here."""
