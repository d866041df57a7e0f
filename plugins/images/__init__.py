"""Images: photographs and drawings of the practice, in the size that each screen needs.

Reads   content/images/; `picture:` in front matter, ![alt](...) and links to pictures in prose
Gives   every picture that a page shows as AVIF, WebP and JPEG (PNG where one may see through it, or
        it has few colors) in several widths: Document.picture, Document.pictures, the files.
        The preview leaves AVIF out. Nothing else of content/images/ is published
Stops   the build when an original cannot be shown: one Problem a file
Notes   an original that no page shows, or of far more pixels than pages show; warns of one that is
        narrower than its place
Why     what a camera adds (place, time) stays out of every file. A picture that moves is refused:
        nobody could stop it (WCAG 2.2.2), and a video is smaller
Source  HTML (picture, srcset, sizes); Pillow
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from plugins.core.feature import Feature
from plugins.core.model.documents import Document
from plugins.core.model.pages import File, Page
from plugins.core.model.pictures import Picture, originals_in
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from plugins.core.reading.source_files import display_path
from plugins.images.originals import Original, original
from plugins.images.problems import LARGE, LARGE_MEGAPIXELS, UNUSED, FaultError, too_narrow
from plugins.images.renditions import Workshop
from plugins.images.widths import LEAST, LEAST_UPRIGHT

BELOW = "/images/"


def extend_site(site: Site) -> tuple[Site, list[Problem]]:
    """The site with its pictures, and what is wrong with them."""
    sound, problems = looked_at(site.images)
    pictures: dict[str, Picture] = {}
    workshop = Workshop(site.preview)
    for name in wanted(site, sound):
        try:
            pictures[name] = workshop.picture(sound[name])
        except FaultError as error:
            problems.append(error.fault.problem(display_path(site.images[name])))
    documents = {
        folder: tuple(with_pictures(one, pictures) for one in group)
        for folder, group in site.documents.items()
    }
    shown = {name: sound[name] for name in pictures}
    problems += [*narrow(site, shown), *large(shown), *unused(site)]
    return replace(site, documents=documents, renditions=tuple(workshop.files.values())), problems


def looked_at(images: Mapping[str, Path]) -> tuple[dict[str, Original], list[Problem]]:
    """Every original that can be opened, by name, and a problem for each other."""
    sound: dict[str, Original] = {}
    problems = []
    for name, path in images.items():
        try:
            sound[name] = original(path)
        except FaultError as error:
            problems.append(error.fault.problem(display_path(path)))
    return sound, problems


def wanted(site: Site, sound: Mapping[str, Original]) -> list[str]:
    """The names of the originals that pages show."""
    display_path = (name for one in site.published for name in (named(one), *in_prose(one)))
    return sorted(set(display_path) & set(sound))


def named(document: Document) -> str:
    """The picture that front matter names; "" without one."""
    facts = getattr(document.facts, "picture", None)
    return facts.file if facts else ""


def in_prose(document: Document) -> list[str]:
    """The names of the pictures that the text shows or links to."""
    return sorted(address.removeprefix(BELOW) for address in originals_in(document.prose))


def with_pictures(document: Document, pictures: Mapping[str, Picture]) -> Document:
    name = named(document)
    picture = pictures.get(name)
    if picture is not None:
        stated = document.facts.picture
        picture = replace(picture, alt=stated.alt, focus=stated.focus or "")
    inside = {BELOW + one: pictures[one] for one in in_prose(document) if one in pictures}
    return replace(document, picture=picture, pictures=inside)


def narrow(site: Site, sound: Mapping[str, Original]) -> Iterator[Problem]:
    """Warnings for pictures that front matter names and that do not fill their place."""
    for document in site.published:
        found = sound.get(named(document))
        if found is None:
            continue
        least = LEAST_UPRIGHT if found.upright else LEAST
        if found.width < least:
            fault = too_narrow(found.width, found.height, least)
            location = ("picture", "file")
            yield document.problem(
                "picture, file", fault.found, fault.needed, fault.fix, location=location,
                level="warning",
            )  # fmt: skip


def large(sound: Mapping[str, Original]) -> Iterator[Problem]:
    """Notes on originals that take long to read: a JPEG need not be read in its whole size."""
    for found in sound.values():
        photograph = found.format in ("JPEG", "MPO")
        if not photograph and found.width * found.height > LARGE_MEGAPIXELS * 1_000_000:
            yield LARGE.problem(display_path(found.path), "note")


def unused(site: Site) -> Iterator[Problem]:
    """Notes on originals that no page names, published or not."""
    seen = {name for one in site.published for name in (named(one), *in_prose(one))}
    hidden = [f"{named(one)}\n{one.body}" for one in site.left_out]
    for name, path in site.images.items():
        if name not in seen and not any(name in text for text in hidden):
            yield UNUSED.problem(display_path(path), "note")


def files(site: Site, _pages: Iterable[Page]) -> Iterable[File]:
    return site.renditions


FEATURE = Feature("images", extend_site=extend_site, files=files)
