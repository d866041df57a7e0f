"""The model of a notice."""

from __future__ import annotations

from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import ValidationInfo, field_validator

from plugins.core.dates.moments import Moment, Period, between
from plugins.core.schema.fields import When, in_order
from plugins.core.schema.model import ContentModel


class Notice(ContentModel):
    """When a notice shows, and whether the practice is closed meanwhile. Its text is the body."""

    ends: When
    """2026-12-31 or 2026-12-31 18:00, by your clock. The notice goes by itself."""
    starts: When | None = None
    """2026-12-31 or 2026-12-31 18:00, by your clock. Without it, the notice shows at once."""
    level: Literal["news", "closed"] = "news"
    """closed also stops "Open now" meanwhile; a notice is news unless you choose."""

    @field_validator("starts")
    @classmethod
    def before_end(cls, starts: Moment | None, info: ValidationInfo) -> Moment | None:
        return in_order(starts, info, "a start before the end")

    def period(self, zone: ZoneInfo) -> Period:
        return between(self.starts, self.ends, zone)
