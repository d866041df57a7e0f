"""References: every slug and every picture that a document names is there.

Gives   one problem for each that is not, with "did you mean"
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from plugins.core.model.documents import Document
from plugins.core.problems import Problem, Repair, did_you_mean, listed, quoted
from plugins.core.reading.front_matter import Location
from plugins.core.schema.repairs import replaced_value


def unknown_slugs(
    documents: Iterable[Document], known: Mapping[str, Collection[str]]
) -> Iterator[Problem]:
    """known: the slugs of every folder; references to other folders are left alone."""
    for document in documents:
        for name, folder in document.kind.references.items():
            for place, slug in enumerate(getattr(document.facts, name) if folder in known else ()):
                if slug not in known[folder]:
                    yield unknown_slug(document, (name, place), slug, folder, known[folder])


def unknown_slug(
    document: Document,
    location: tuple[str, int],
    slug: str,
    folder: str,
    known: Collection[str],
) -> Problem:
    close = did_you_mean(slug, known)
    needed = f"the name of a file in {folder}/, without .md: {listed(sorted(known))}"
    if not known:
        needed = f"the name of a file in {folder}/, which has none yet"
    text = document.fields.values[location[0]]
    if isinstance(text, str):
        fix = f"take it out, or add the file {folder}/{slug}.md"
        line = f"{location[0]}: {text.replace(slug, close, 1)}"
        repair = meant(document, location, text, text.replace(slug, close, 1)) if close else None
    else:
        fix, line = f"delete the line, or add the file {folder}/{slug}.md", f"- {close}"
        repair = meant(document, location, slug, close)
    fix = f'did you mean "{close}"? Write "{line}"' if close else fix
    found = quoted(slug)
    return document.problem(location[0], found, needed, fix, location=location, repair=repair)


def meant(document: Document, location: Location, found: str, close: str) -> Repair | None:
    """The edit that writes a name in place of one that resembles it; a person decides."""
    line = document.fields.line(location)
    return replaced_value(document.fields, line, found, close, safe=False) if close else None


def missing_pictures(
    documents: Iterable[Document], known: Collection[str], folder: Path
) -> Iterator[Problem]:
    """known: the names of the pictures in `folder`."""
    for document in documents:
        picture = getattr(document.facts, "picture", None)
        if picture and picture.file not in known:
            close = did_you_mean(picture.file, known)
            needed = f"the name of a file in {folder.as_posix()}/"
            fix = f'did you mean "{close}"? Write "file: {close}"' if close else NO_PICTURE
            location = ("picture", "file")
            found = quoted(picture.file)
            repair = meant(document, location, picture.file, close)
            yield document.problem(
                "picture, file", found, needed, fix, location=location, repair=repair
            )


NO_PICTURE = "put the picture there, or delete the lines of the picture"
