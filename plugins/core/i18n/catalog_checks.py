"""Catalog checks: what a text of a translation must have in common with the reference's.

Gives   text_like(): the type of a text with the places and marks of another text
        fits(): whether a text has them, for whom a yes is enough
Stops   a field with what the reference has there (plugins.core.schema.model.field_error)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from functools import partial
from typing import Annotated, Any

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from plugins.core.i18n.phrases import marks, placeholders
from plugins.core.problems import listed, quoted
from plugins.core.schema.model import field_error


def text_like(original: str, free: Set[str] | None = None) -> Any:
    """A text like the original. free: values of which it may have any."""
    validators = map(AfterValidator, checks(original, free))
    return Annotated[str, StringConstraints(min_length=1), *validators]


def fits(text: Any, original: str, free: Set[str] | None = None) -> bool:
    """Whether text_like(original, free) takes the text as it is."""
    if not isinstance(text, str) or not text or text != text.strip():
        return False
    try:
        for check in checks(original, free):
            check(text)
    except PydanticCustomError:
        return False
    return True


def checks(original: str, free: Set[str] | None) -> Iterator[Callable[[str], str]]:
    """What refuses a text, in this order."""
    known = placeholders(original) | (free or set())
    yield partial(known_places, original=original, known=known)
    yield partial(same_marks, original=original)
    if not free:
        yield partial(all_places, original=original)


def known_places(text: str, original: str, known: Set[str]) -> str:
    strange = placeholders(text) - known
    if strange:
        names = f"in braces only {braced(known)}" if known else "words without braces"
        raise field_error(f"{names}, as in {quoted(original)}", f"leave {braced(strange)} out")
    return text


def all_places(text: str, original: str) -> str:
    missing = placeholders(original) - placeholders(text)
    if missing:
        names = braced(missing)
        raise field_error(f"{names}, as in {quoted(original)}", f"write {names} where it belongs")
    return text


def same_marks(text: str, original: str) -> str:
    """Each mark of the original once, closed before the next one opens; their order is free."""
    found, wanted = marks(text), marks(original)
    pairs = [*zip(found[::2], found[1::2], strict=False)]
    closed_at_once = len(found) % 2 == 0 and all(f"/{mark}" == end for mark, end in pairs)
    if sorted(found) == sorted(wanted) and closed_at_once:
        return text
    if wanted:
        needed = listed([f"<{mark}>" for mark in wanted], "and")
        fix = "put these marks, once each, around the same words"
    else:
        needed = "words without marks"
        fix = f"leave {listed([f'<{mark}>' for mark in found], 'and')} out"
    raise field_error(f"{needed}, as in {quoted(original)}", fix)


def braced(names: Set[str]) -> str:
    return listed([f"{{{name}}}" for name in sorted(names)], "and")
