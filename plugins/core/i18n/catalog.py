"""Catalog: theme/words/<language>.yaml, compared with the reference language.

Reads   the words of a language; en.yaml says which keys there are, and which values each has;
        files of a language and country, such as fr-CA.yaml, say what differs there
Gives   languages(): those that there are; load(): the Words of one, with a practice's own in them
Stops   ContentError with one problem for each key that is missing or that nothing reads, each
        value that is not the reference's, each plural form that is missing
Source  plugins.core.schema.model: where something does not fit, the reference becomes a model, so
        that keys of words are refused in the same sentences as keys of content
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import create_model

from plugins.core.i18n.catalog_checks import fits, text_like
from plugins.core.i18n.locale import REFERENCE, Locale
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
# Bytes of a file of words: where English has 14,000, other letters take two or three times that.
LIMIT = 64 * 1024


def read_words(path: Path, folder: Path) -> Fields:
    return read_yaml(read_source(path, folder), path, limit=LIMIT)


def languages(folder: Path = FOLDER) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.yaml") if "-" not in path.stem)


def load(
    folder: Path,
    locale: Locale | str,
    own: Sequence[OwnWord] = (),
    facts: Fields = Fields(Path("practice.yaml"), {}),  # noqa: B008  (frozen)
) -> Words:
    """The words of a locale, or of a tag like `en-US`. Raises ContentError with every problem.

    own: what a practice says instead; facts: the fields of practice.yaml that say so
    """
    locale = Locale.of(locale) if isinstance(locale, str) else locale
    path = folder / f"{locale.language.partition('-')[0]}.yaml"
    made = checked(path, folder, locale.plural_forms)
    for name, entries in differences(folder, locale).items():
        made[name] = made[name] | entries
    if own:
        known = model(*reference(folder), locale.plural_forms)
        made = with_own(made, dict(text_types(known)), own, facts)
    return Words.of(made, locale)


def reference(folder: Path) -> tuple[str, Path]:
    path = folder / f"{REFERENCE}.yaml"
    return read_source(path, folder), path


def checked(
    path: Path, folder: Path, forms: tuple[str, ...], *, whole: bool = True
) -> dict[str, Any]:
    """What a file of words says. Raises ContentError with every problem.

    forms: the plural forms of its language; whole: it has every key of the reference
    """
    fields, (text, origin) = read_words(path, folder), reference(folder)
    known = groups(text, origin)
    if not fields.problems and as_in_reference(fields.values, known, forms, whole=whole):
        return dict(fields.values)  # 61 models take 150 ms to make, this 5 ms
    made = validate(model(text, origin, forms, whole=whole), fields)
    return made.model_dump(exclude_unset=not whole)


def as_in_reference(
    values: Mapping[str, Any], known: Mapping[str, Any], forms: tuple[str, ...], *, whole: bool
) -> bool:
    """Whether the model takes these values, and changes nothing in them."""
    return same_keys(values, known, whole=whole) and all(
        same_keys(entries, known[name], whole=whole)
        and all(entry_fits(entry, known[name][key], forms) for key, entry in entries.items())
        for name, entries in values.items()
    )


def same_keys(values: Any, known: Mapping[str, Any], *, whole: bool) -> bool:
    if not isinstance(values, dict) or not values:
        return False
    return values.keys() == known.keys() if whole else values.keys() <= known.keys()


def entry_fits(entry: Any, original: Any, forms: tuple[str, ...]) -> bool:
    """See entry_type()."""
    if not isinstance(original, dict):
        return fits(entry, str(original))
    other, free = original["other"], placeholders(original["other"])
    return (
        isinstance(entry, dict)
        and entry.keys() == set(forms)
        and all(fits(text, other, free) for text in entry.values())
    )


def text_types(known: type[ContentModel], above: str = "") -> Iterator[tuple[str, Any]]:
    """The type of each text, by its dotted name."""
    for key, info in known.model_fields.items():
        if is_content_model(info.annotation):
            yield from text_types(info.annotation, f"{above}{key}.")
        else:
            yield f"{above}{key}", Annotated[(info.annotation, *info.metadata)]


def differences(folder: Path, locale: Locale) -> dict[str, Any]:
    """What a country says otherwise than the rest of its language, by group."""
    found: dict[str, Any] = {}
    for path in (folder / f"{tag}.yaml" for tag in locale.family):
        if path.is_file():
            said = checked(path, folder, locale.plural_forms, whole=False)
            for name, entries in said.items():
                found[name] = found.get(name, {}) | entries
    return found


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
            forms = isinstance(entry, dict) and "other" in entry
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
    kinds = {
        name: group(name, entries, forms, whole=whole)
        for name, entries in groups(text, path).items()
    }
    return closed("Words", kinds, whole=whole, empty={})


@lru_cache(maxsize=4)
def groups(text: str, path: Path) -> Mapping[str, Any]:
    """The groups of words of the reference. Raises ContentError."""
    fields = read_yaml(text, path, limit=LIMIT)
    problems = list(shapeless(fields))
    if problems:
        raise ContentError(problems)
    return fields.values


def closed(
    name: str, kinds: Mapping[str, Any], *, whole: bool = True, empty: object = ""
) -> type[ContentModel]:
    """A model. kinds: its types by key; empty: the value of a key that may be missing, as every
    key may unless the model is whole."""
    fields: Any = {key: (kind, ... if whole else empty) for key, kind in kinds.items()}
    made: type[ContentModel] = create_model(name, __base__=ContentModel, **fields)
    return made


def group(
    name: str, entries: Mapping[str, Any], forms: tuple[str, ...], *, whole: bool
) -> type[ContentModel]:
    kinds = {key: entry_type(f"{name}.{key}", entry, forms) for key, entry in entries.items()}
    return closed(name, kinds, whole=whole)


def entry_type(name: str, entry: Any, forms: tuple[str, ...]) -> Any:
    """A text with the values and marks of the reference's, or one for each plural form."""
    if not isinstance(entry, dict):
        return text_like(str(entry))
    # "one more offer" needs no number.
    kind = text_like(entry["other"], placeholders(entry["other"]))
    return closed(name, dict.fromkeys(forms, kind))
