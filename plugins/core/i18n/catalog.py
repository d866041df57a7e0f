"""Catalog: theme/words/<language>.yaml, compared with the reference language.

Reads   the words of a language; en.yaml says which keys there are, and which values each has;
        files of a language and country, such as fr-CA.yaml, say what differs there
Gives   languages(): those that there are; load(): the Words of one, with a practice's own in them
Stops   ContentError with one problem for each key that is missing or that nothing reads, each
        value that is not the reference's, each plural form that is missing
Source  plugins.core.schema.model: the reference becomes a model, so that keys of words are
        refused in the same sentences as keys of content
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import create_model

from plugins.core.i18n.catalog_checks import text_like
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
    reference = folder / f"{REFERENCE}.yaml"
    fields = read_words(path, folder)
    known = model(read_source(reference, folder), reference, locale.plural_forms)
    made = validate(known, fields).model_dump()
    for name, entries in differences(folder, locale).items():
        made[name] |= entries
    return Words.of(with_own(made, dict(text_types(known)), own, facts) if own else made, locale)


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
    reference = folder / f"{REFERENCE}.yaml"
    for path in (folder / f"{tag}.yaml" for tag in locale.family):
        if path.is_file():
            text = read_source(reference, folder)
            known = model(text, reference, locale.plural_forms, whole=False)
            said = validate(known, read_words(path, folder))
            for name, entries in said.model_dump(exclude_unset=True).items():
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
    reference = read_yaml(text, path, limit=LIMIT)
    problems = list(shapeless(reference))
    if problems:
        raise ContentError(problems)
    groups = {
        name: group(name, entries, forms, whole=whole) for name, entries in reference.values.items()
    }
    return closed("Words", groups, whole=whole, empty={})


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
