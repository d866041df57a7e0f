"""Locations: where something stands in a file, and which keys may stand there.

Gives   in_file(): a location in a file, from one in a model
        dotted(): a location as a person reads it
        known_keys(): the keys that a model knows at a location
Units   a location is a path of keys and list positions, counted from 0; read aloud, from 1
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from plugins.core.reading.front_matter import Location
from plugins.core.schema.weekdays import weekdays

Raw = tuple[int | str, ...]


def in_file(values: Any, location: Raw) -> Location:
    """A pydantic location without the parts that the file does not have (union tags)."""
    kept: list[int | str] = []
    for place, part in enumerate(location):
        here = values
        if isinstance(here, dict) and part not in here:
            # `mon-fri` stands for five days.
            several = next((key for key in here if part in weekdays(key)), "")
            if not several and place + 1 < len(location):
                continue
            part = several or part  # noqa: PLW2901
        if isinstance(here, str):
            break
        if isinstance(here, list) and isinstance(part, str):
            continue  # a list stands for the one group that it fills
        kept.append(part)
        if isinstance(here, dict):
            values = here.get(str(part), {})
        elif isinstance(here, list) and isinstance(part, int) and part < len(here):
            values = here[part]
    return tuple(kept)


def dotted(location: Location) -> str:
    """A location as a person reads it: `questions 2, answer`."""
    words = [f"{part + 1}" if isinstance(part, int) else f", {part}" for part in location]
    return " ".join(words).replace(" , ", ", ").strip(", ")


def known_keys(model: type[BaseModel], location: Raw) -> list[str]:
    """The keys that belong at a location: those that must be there first, then in their order.

    Where several models are possible, the keys that all of them know.
    """
    here: list[Any] = [model]
    for part in location:
        if isinstance(part, str):
            here = [one for annotation in here for one in below(annotation, part)]
    keys = [list(keys_of(one)) for one in here]
    common = [key for key in keys[0] if all(key in others for others in keys)] if keys else []
    must = [key for key in common if all(required(one, key) for one in here)]
    return [*must, *(key for key in common if key not in must)]


def below(annotation: Any, part: str) -> Iterator[Any]:
    """The models, or dicts with known keys, that stand below a key; a union tag picks one."""
    if not is_model(annotation):
        return
    if part in annotation.model_fields:
        yield from inside(annotation.model_fields[part].annotation)
    elif part in tags(annotation):
        yield annotation


def inside(annotation: Any) -> Iterator[Any]:
    if is_model(annotation) or get_origin(annotation) is dict:
        yield annotation
    else:
        for part in get_args(annotation):
            yield from inside(part)


def is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def keys_of(annotation: Any) -> Iterator[str]:
    if is_model(annotation):
        yield from annotation.model_fields
    else:
        yield from get_args(get_args(annotation)[0])


def required(annotation: Any, key: str) -> bool:
    return is_model(annotation) and annotation.model_fields[key].is_required()


def tags(model: type[BaseModel]) -> set[str]:
    """The words that choose this model among others (newsletter providers)."""
    fields = (info.annotation for info in model.model_fields.values())
    return {word for one in fields if get_origin(one) is Literal for word in get_args(one)}
