"""The forms of this project, and of a kind made for a test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from plugins.core.model.documents import Kind
from plugins.core.schema.fields import Day, Many, ManyNames, Money, PictureFacts, Slug, Text
from plugins.core.schema.model import ContentModel
from plugins.editor.form import Form, forms
from tests.sites import FEATURES

KINDS = [kind for feature in FEATURES for kind in feature.kinds]


class Mat(ContentModel):
    width: Annotated[int, Field(ge=1, le=9)]
    color: Literal["red", "blue"] = "red"


class Course(ContentModel):
    """What no feature has."""

    title: Text
    """What it is called."""
    begins: Day
    price: Money | None = None
    mats: tuple[Mat, ...] = ()
    for_symptoms: Annotated[tuple[Slug, ...], ManyNames] = ()
    bring: Annotated[tuple[Text, ...], Many] = ()
    open_to_all: bool = False
    picture: PictureFacts | None = None


COURSES = Kind("courses", Course, "/courses/{slug}/", references={"for_symptoms": "symptoms"})


def ours() -> tuple[Form, ...]:
    return forms(KINDS)


def with_courses() -> tuple[Form, ...]:
    return forms([*KINDS, COURSES])


def inner(value: Any) -> Iterator[dict[str, Any]]:
    """Every field in a configuration, however deep."""
    if isinstance(value, dict):
        if "name" in value and ("widget" in value or "type" in value):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from inner(one)
