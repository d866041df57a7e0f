"""Own words: texts of the interface that a practice says in its own way.

Reads   words in content/practice.yaml; the words of the site's language, and the reference's
Gives   with_own(): the values of a language with the practice's texts in them
Stops   one Problem for each word that nobody knows or that stands there twice, and for each text
        without the places and marks of the one that it replaces
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from pydantic import TypeAdapter, ValidationError

from plugins.core.problems import ContentError, Problem, did_you_mean, quoted
from plugins.core.reading.front_matter import Fields, Location
from plugins.core.reading.source_files import display_path
from plugins.core.schema.locations import dotted
from plugins.core.schema.practice import OwnWord


def with_own(
    values: Mapping[str, Any], kinds: Mapping[str, Any], own: Sequence[OwnWord], fields: Fields
) -> dict[str, Any]:
    """The values with the practice's texts. kinds: the type of each text, by its dotted name;
    fields: those of practice.yaml. Raises ContentError."""
    texts = dict(leaves(values))
    problems: list[Problem] = []
    changed: dict[str, Any] = deepcopy(dict(values))
    seen: dict[str, int] = {}
    for number, one in enumerate(own):
        row: Location = ("words", number, "word")
        if one.word not in texts:
            problems.append(unknown(one.word, texts, fields, row))
        elif one.word in seen:
            found = f"{quoted(one.word)}, which stands in line {seen[one.word]} too"
            problems.append(
                problem(fields, row, found, "each word once", "delete it in one of the two places")
            )
        else:
            seen[one.word] = fields.line(row)
            problems += unfit(one, kinds[one.word], fields, number)
            put(changed, one.word.split("."), one.text)
    if problems:
        raise ContentError(problems)
    return changed


def leaves(values: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Every text, by its dotted name: `share_links.heading`, `policies.hours.one`."""
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield from leaves(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def unfit(one: OwnWord, kind: Any, fields: Fields, number: int) -> Iterator[Problem]:
    """What the text lacks of the one that it replaces."""
    try:
        TypeAdapter(kind).validate_python(one.text)
    except ValidationError as error:
        context = error.errors()[0]["ctx"]
        yield problem(
            *(fields, ("words", number, "text"), quoted(one.text)),
            *(context["needed"], context["fix"]),
        )


def unknown(word: str, texts: Mapping[str, str], fields: Fields, row: Location) -> Problem:
    """A name that no word has; perhaps it is the text of one."""
    folded = " ".join(word.split()).casefold()
    close = next((name for name, text in texts.items() if text.casefold() == folded), "")
    close = close or did_you_mean(word, texts)
    fix = f'did you mean "{close}"? Write "word: {close}"' if close else "look its name up there"
    return problem(
        fields, row, quoted(word), "the name of a text in theme/words, such as voices.heading", fix
    )


def problem(fields: Fields, location: Location, found: str, needed: str, fix: str) -> Problem:
    path, line = display_path(fields.path), fields.line(location)
    return Problem(path, line, dotted(location), found, needed, fix)


def put(values: dict[str, Any], location: list[str], text: str) -> None:
    """The text at its place."""
    *above, last = location
    for key in above:
        values = values[key]
    values[last] = text
