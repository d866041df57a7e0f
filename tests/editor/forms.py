"""The forms of this project, and of a kind made for a test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field as Limits

from plugins.core.model.documents import Kind
from plugins.core.reading.front_matter import parse, read_yaml
from plugins.core.schema.fields import Day, Many, ManyNames, PictureFacts, Slug, Text
from plugins.core.schema.model import ContentModel
from plugins.core.schema.money import Money
from plugins.core.schema.weekdays import weekdays
from plugins.editor.form import Field, Form, forms
from tests.sites import FEATURES

KINDS = [kind for feature in FEATURES for kind in feature.kinds]


class Mat(ContentModel):
    width: Annotated[int, Limits(ge=1, le=9)]
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


def misfits(form: Form, content: Path) -> list[str]:
    """Values of the files of a form that it has no place for, or would refuse."""
    paths = [content / form.file] if form.file else sorted((content / form.name).glob("*.md"))
    group = Field(form.name, "group", fields=form.fields)
    found = []
    for path in paths:
        text = path.read_text(encoding="utf-8")
        fields = read_yaml(text, path) if form.file else parse(text, path).fields
        found += [f"{path.name}, {one}" for one in without_a_place(group, fields.values)]
    return found


def without_a_place(field: Field, value: Any) -> list[str]:
    """Parts of a value that a field does not show as they are; days under one key stay hidden."""
    if field.item:
        items = value if isinstance(value, list) else [value]
        return [one for item in items for one in without_a_place(field.item, item)]
    if fields := [*field.fields, *(one for each in field.variants for one in each.fields)]:
        keys = {one.name: one for one in [*fields, Field(field.tag, "line")]}
        if field.short and not isinstance(value, dict):
            value = {field.short: value}
        if not isinstance(value, dict):
            return [f"{field.name}: {value}"]
        known = (keys.get(key) or (fields[0] if weekdays(key) else None) for key in value)
        return [
            one
            for (key, of), inner in zip(value.items(), known, strict=True)
            for one in (without_a_place(inner, of) if inner else [f"{key}: {of}"])
        ]
    lines = value if isinstance(value, list) else [value]
    fits = [
        isinstance(one, str) and re.fullmatch(field.pattern or ".*", one, re.S) for one in lines
    ]
    return [] if all(fits) else [f"{field.name}: {value}"]


def inner(value: Any) -> Iterator[dict[str, Any]]:
    """Every field in a configuration, however deep."""
    if isinstance(value, dict):
        if "name" in value and ("widget" in value or "type" in value):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from inner(one)
