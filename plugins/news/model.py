"""The model of a note, which may tell of an event."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import ValidationInfo, field_validator

from plugins.core.dates.moments import Moment, Period, between
from plugins.core.model.aliases import Aliases
from plugins.core.schema.fields import Day, PictureFacts, Text, When, in_order
from plugins.core.schema.model import ContentModel, field_error


class News(ContentModel):
    """A dated note. The date decides the order, and the day from which it shows."""

    title: Text
    """One line; search engines and shared links show it."""
    summary: Text
    """What the page says, in one line; search engines and shared links show it."""
    date: Day
    """The note shows from this day on."""
    starts: When | None = None
    """When the event starts of which the note tells, if it tells of one: 2026-12-31 18:00, or a
    day without a time."""
    ends: When | None = None
    """When the event ends: 2026-12-31 20:00, or its last day."""
    where: Text | None = None
    """Where the event is, if it is not at the practice."""
    starter: bool = False
    """Yes: somebody wrote the note for you to confirm, and only the preview shows it."""
    picture: PictureFacts | None = None
    """The picture above the text."""
    aliases: Aliases = ()
    """Addresses that the page had before, like /old-page/. They lead here."""

    @field_validator("ends")
    @classmethod
    def after_start(cls, ends: Moment | None, info: ValidationInfo) -> Moment | None:
        with_start(ends, info)
        starts = info.data.get("starts")
        if starts and starts.instant is None and ends and ends.instant:
            needed = "a day without a time, as the start has none"
            raise field_error(needed, 'delete the time here, or write one after "starts:" too')
        return in_order(ends, info, "an end after the start")

    @field_validator("where")
    @classmethod
    def of_an_event(cls, where: str | None, info: ValidationInfo) -> str | None:
        with_start(where, info)
        return where

    def in_future(self, now: datetime) -> bool:
        """Whether the note's day has yet to begin; now: by the practice's clock."""
        return bool(self.date.day > now.date())

    def period(self, zone: ZoneInfo) -> Period:
        """That of its event; without an end it is over with the day on which it starts."""
        last = self.ends or (Moment(self.starts.day) if self.starts else None)
        return between(self.starts, last, zone)


def with_start(value: object, info: ValidationInfo) -> None:
    """Raises for a value that means nothing without the start of an event."""
    if value is not None and info.data.get("starts", ...) is None:
        fix = 'write a line "starts: 2026-12-31 18:00" with the right day and time, or delete this'
        raise field_error("the start of the event, too", fix)
