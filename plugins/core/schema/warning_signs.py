"""Warning signs: what must be seen by a doctor before any massage, in three groups.

Gives   WarningSigns; WarningSignsField, which reads a plain list as signs before a first booking;
        EMERGENCY, the number to call by country
Units   countries are codes of ISO 3166
Source  national emergency numbers: ITU-T E.161.1 recommends 112 and 911; those of each country from
        its telecommunications regulator
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from plugins.core.schema.fields import Many, Text
from plugins.core.schema.inputs import Input
from plugins.core.schema.model import ContentModel

SHORT = "before_you_book"
EMERGENCY = {
    **dict.fromkeys(("US", "CA", "MX"), "911"),
    **{"GB": "999", "AU": "000", "NZ": "111", "CH": "112", "NO": "112", "IS": "112"},
    **dict.fromkeys(
        (
            *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
            *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
        ),
        "112",
    ),
}


class WarningSigns(ContentModel):
    """Signs, one sentence each."""

    emergency: Annotated[tuple[Text, ...], Many] = ()
    """Signs with which to call for help at once."""
    today: Annotated[tuple[Text, ...], Many] = ()
    """Signs that a doctor should see on the same day."""
    before_you_book: Annotated[tuple[Text, ...], Many] = ()
    """Reasons to ask a doctor before any massage."""

    @property
    def any(self) -> bool:
        return bool(self.emergency or self.today or self.before_you_book)


def signs(value: Any) -> Any:
    """A list without groups is of signs before a first booking."""
    return {SHORT: value} if isinstance(value, list | str) else value


WarningSignsField = Annotated[WarningSigns, BeforeValidator(signs), Input(short=SHORT)]
