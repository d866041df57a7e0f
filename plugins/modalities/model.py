"""The model of a modality."""

from __future__ import annotations

from typing import Annotated

from plugins.core.model.aliases import Aliases
from plugins.core.schema.fields import (
    FigureFacts,
    Many,
    ManyNames,
    PictureFacts,
    Question,
    Slug,
    Text,
)
from plugins.core.schema.model import ContentModel
from plugins.core.schema.practice import Booking
from plugins.core.schema.prices import LengthField, Price, PriceField
from plugins.core.schema.warning_signs import WarningSigns, WarningSignsField


class Session(ContentModel):
    """One way to have it: how long it takes, what it costs, and where to book just that."""

    name: Text | None = None
    """What it is called, if it has a name of its own."""
    minutes: LengthField
    """How long it takes: 60, or 60-75."""
    price: PriceField
    """90, 90-120, from 90, or by arrangement."""
    note: Text | None = None
    """One more line about it."""
    booking: Booking | None = None
    """Where to book just this."""


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
    booking: Booking | None = None
    """Where to book this, if it is another place than for the rest."""
    ask_a_doctor: WarningSignsField = WarningSigns()
    """Who should ask a doctor before this treatment."""
    questions: tuple[Question, ...] = ()
    """What clients ask, and your answers."""
    related: Annotated[tuple[Slug, ...], ManyNames] = ()
    """Other treatments that belong to this one."""
    aliases: Aliases = ()
    """Addresses that the page had before, like /old-page/. They lead here."""

    @property
    def price(self) -> Price | None:
        """What a session costs at least; None where nobody knows."""
        prices = [session.price for session in self.sessions]
        span = Price.of_all(prices)
        return Price(span.least) if span and any(one != span for one in prices) else span
