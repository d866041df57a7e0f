"""ContentModel: the base of every content model, and its errors as problems that staff can act on.

Gives   ContentModel (frozen, closed: a key that no model knows is refused with "did you mean")
        validate(): a model, or ContentError with one problem for each field
        field_error(): the error that our own field types raise
Source  pydantic; plugins.core.schema.messages says its errors in words
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, TypeGuard, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from plugins.core.problems import ContentError
from plugins.core.reading.front_matter import Fields
from plugins.core.schema.locations import inside
from plugins.core.schema.messages import messages


class ContentModel(BaseModel):
    """What one content file may say. Every value arrives as a string, list or mapping; a key with
    an empty one is as good as absent.

    says_something: keys of which an empty list means something
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True
    )
    says_something: ClassVar[frozenset[str]] = frozenset()

    @model_validator(mode="before")
    @classmethod
    def filled_in(cls, values: Any) -> Any:
        if not isinstance(values, dict):
            return values
        return {
            key: value
            for key, value in ((key, without_empty(value)) for key, value in values.items())
            if value not in ("", {}) and (value != [] or key in cls.says_something)
        }


def without_empty(value: Any) -> Any:
    """A value without the blanks of an empty text, or the empty values of its keys."""
    if isinstance(value, str):
        return value if value.strip() else ""
    if isinstance(value, dict):
        filled = ((key, without_empty(inner)) for key, inner in value.items())
        return {key: inner for key, inner in filled if inner != ""}
    return value


Model = TypeVar("Model", bound=ContentModel)


def field_error(needed: str, fix: str = "", *, write: str = "") -> PydanticCustomError:
    """The error that our own field types raise: what is needed, and what to do.

    write: the value to write in place of the one found, when it is known.
    """
    # The texts are data, not a template: braces in them must survive.
    context = {"needed": needed, "fix": fix, "write": write}
    return PydanticCustomError("handbill", "{needed}", context)


def validate(model: type[Model], fields: Fields, context: Mapping[str, Any] | None = None) -> Model:
    """The model that the fields describe. Raises ContentError with every problem at once,
    also those that reading the fields has left."""
    try:
        made = model.model_validate(fields.values, context=dict(context or {}))
    except ValidationError as error:
        said = messages(model, fields, error.errors())
        raise ContentError([*fields.problems, *said]) from None
    if fields.problems:
        raise ContentError(fields.problems)
    return made


def models_in(annotation: Any) -> Iterator[type[ContentModel]]:
    """The models that an annotation names."""
    yield from (one for one in inside(annotation) if is_content_model(one))


def is_content_model(annotation: Any) -> TypeGuard[type[ContentModel]]:
    return isinstance(annotation, type) and issubclass(annotation, ContentModel)
