"""The model of a voice."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import PlainValidator

from plugins.core.schema.fields import Day, ManyNames, Name, Slug
from plugins.core.schema.model import ContentModel, field_error

NEEDED = "yes, once the client has agreed in writing that this is published"


def consent(value: object) -> bool:
    """`yes`; anything else keeps the words off the site."""
    if isinstance(value, str) and value.strip().lower() in ("yes", "true"):
        return True
    raise field_error(NEEDED, "ask the client first; until then, keep the words out of this folder")


Consent = Annotated[bool, PlainValidator(consent)]


class Voice(ContentModel):
    """Who said it, as they wish to be named, and when. The words are the body.

    connection  to the practice, which readers must know of, see plugins.core.law
    """

    who: Name
    """The client, as they wish to be named."""
    date: Day
    """When they said it."""
    consent: Consent
    """Yes, once the client has agreed in writing that this is published."""
    connection: Literal["employee", "family", "paid"] | None = None
    """Whether they work here, belong to the family of somebody who does, or were paid."""
    modality: Annotated[tuple[Slug, ...], ManyNames] = ()
    """What they speak of."""
