"""Catalog: theme/words/<language>.yaml, compared with the reference language.

Reads   the words of a language; en.yaml says which keys there are, and which values each has;
        a file of a language and country, such as fr-CA.yaml, says what differs there
Gives   languages(): those that there are; load(): the Words of one, with a practice's own in them
Stops   ContentError with one problem for each key that is missing or that nothing reads, each
        value that is not the reference's, each plural form that is missing
Source  plugins.core.schema.model: the reference becomes a model, so that keys of words are
        refused in the same sentences as keys of content
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from gettext import c2py
from pathlib import Path
from typing import Annotated, Any

from pydantic import create_model

from plugins.core.i18n.catalog_checks import Rule, pattern, text_like
from plugins.core.i18n.own_words import with_own
from plugins.core.i18n.phrases import placeholders
from plugins.core.i18n.words import Words
from plugins.core.paths import WORDS
from plugins.core.problems import ContentError, Problem, quoted
from plugins.core.reading.front_matter import Fields, read_yaml
from plugins.core.reading.source_files import display_path, read_source
from plugins.core.schema.model import ContentModel, is_content_model, validate
from plugins.core.schema.practice import OwnWord

FOLDER = WORDS
REFERENCE = "en"
PLURALS = "plurals"
FORMS = ("zero", "one", "two", "few", "many")
CLOCK = {"hour12", "hour24", "minute", "half"}
# Patterns of which each language takes the values that it needs.
FREE = {
    ("dates", "date"): {"weekday", "month", "day", "year"},
    ("dates", "hour"): CLOCK,
    ("dates", "time"): CLOCK,
}


def languages(folder: Path = FOLDER) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.yaml") if "-" not in path.stem)


def load(
    folder: Path,
    language: str,
    own: Sequence[OwnWord] = (),
    facts: Fields = Fields(Path("practice.yaml"), {}),  # noqa: B008  (frozen)
) -> Words:
    """The words of a language like `en-US` or `es`. Raises ContentError with every problem.

    own: what a practice says instead; facts: the fields of practice.yaml that say so
    """
    path = folder / f"{language.partition('-')[0]}.yaml"
    reference = folder / f"{REFERENCE}.yaml"
    fields = read_yaml(read_source(path, folder), path)
    rules = fields.values.get(PLURALS)
    forms = tuple(form for form in FORMS if form in rules) if isinstance(rules, dict) else ()
    known = model(read_source(reference, folder), reference, forms)
    made = validate(known, fields).model_dump(exclude_unset=True)
    for name, entries in differences(folder, language, forms).items():
        made[name] |= entries
    counted = {form: c2py(rule) for form, rule in made.pop(PLURALS, {}).items()}
    return Words.of(with_own(made, dict(text_types(known)), own, facts) if own else made, counted)


def text_types(known: type[ContentModel], above: str = "") -> Iterator[tuple[str, Any]]:
    """The type of each text, by its dotted name."""
    for key, info in known.model_fields.items():
        if is_content_model(info.annotation):
            yield from text_types(info.annotation, f"{above}{key}.")
        else:
            yield f"{above}{key}", Annotated[(info.annotation, *info.metadata)]


def differences(folder: Path, language: str, forms: tuple[str, ...]) -> dict[str, Any]:
    """What a country says otherwise than the rest of its language, by group."""
    path = folder / f"{language}.yaml"
    if "-" not in language or not path.is_file():
        return {}
    reference = folder / f"{REFERENCE}.yaml"
    known = model(read_source(reference, folder), reference, forms, whole=False)
    fields = read_yaml(read_source(path, folder), path)
    return validate(known, fields).model_dump(exclude_unset=True)


def shapeless(reference: Fields) -> Iterator[Problem]:
    """What in the reference is no group of words, or no text of a group."""
    path = display_path(reference.path)
    for name, entries in reference.values.items():
        if not isinstance(entries, dict):
            found, needed = quoted(str(entries)), "lines below it, with keys of their own"
            fix = f'write "{name}:" alone, and its words below it, with 2 spaces in front'
            yield Problem(path, reference.line((name,)), name, found, needed, fix)
            continue
        for key, entry in entries.items():
            forms = isinstance(entry, dict) and ("other" in entry or name == PLURALS)
            if not isinstance(entry, str) and not forms:
                line, needed = reference.line((name, key)), "one text, or one for each plural form"
                fix = f'write the text after "{key}:", or below it "one: ..." and "other: ..."'
                yield Problem(path, line, f"{name}, {key}", "several lines", needed, fix)


@lru_cache(maxsize=4)
def model(
    text: str, path: Path, forms: tuple[str, ...], *, whole: bool = True
) -> type[ContentModel]:
    """What a file of words must say, or may say when it is not whole; forms: the plural forms of
    its language."""
    reference = read_yaml(text, path)
    problems = list(shapeless(reference))
    if problems:
        raise ContentError(problems)
    groups = {
        name: group(name, entries, forms, whole=whole)
        for name, entries in reference.values.items()
        if name != PLURALS
    }
    if not whole:
        return closed("Words", {}, {name: (kind, {}) for name, kind in groups.items()})
    rules = closed(PLURALS, {}, dict.fromkeys(FORMS, (Rule, "")))
    return closed("Words", groups, {PLURALS: (rules, {})})


def closed(name: str, needed: Mapping[str, Any], more: Mapping[str, Any]) -> type[ContentModel]:
    """A model. needed: its types by key; more: those of keys that may be missing, with a value."""
    fields: Any = {**more, **{key: (kind, ...) for key, kind in needed.items()}}
    made: type[ContentModel] = create_model(name, __base__=ContentModel, **fields)
    return made


def group(
    name: str, entries: Mapping[str, Any], forms: tuple[str, ...], *, whole: bool
) -> type[ContentModel]:
    kinds = {key: entry_type((name, key), entry, forms) for key, entry in entries.items()}
    if whole:
        return closed(name, kinds, {})
    return closed(name, {}, {key: (kind, "") for key, kind in kinds.items()})


def entry_type(location: tuple[str, str], entry: Any, forms: tuple[str, ...]) -> Any:
    """A text with the values and marks of the reference's, or one for each plural form."""
    if not isinstance(entry, dict):
        return pattern(str(entry), FREE[location]) if location in FREE else text_like(str(entry))
    # "one more offer" needs no number.
    kind = text_like(entry["other"], placeholders(entry["other"]))
    return closed(".".join(location), dict.fromkeys((*forms, "other"), kind), {})
