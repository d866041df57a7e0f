"""Drawings: those of the practice and of the theme, on the pages that name them.

Reads   content/drawings/*.svg, sanitized; theme/drawings/*.svg; `figures` of modalities and
        symptoms; `map` of symptoms: regions of the drawing "body"
Gives   one file a page with the drawings that it shows first, and one with those further down,
        named by the hash of what they hold; `drawings`, name to Drawing, to the templates. <use>
        shows the first, so that they take the page's colors; <img> those further down
Stops   the build when a page names a drawing or a region that is not there, or one cannot be read
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from plugins.core.feature import Feature
from plugins.core.model.documents import Document
from plugins.core.model.pages import File, Page
from plugins.core.model.site import Site, once_per_theme
from plugins.core.problems import Problem, did_you_mean, quoted
from plugins.core.reading.source_files import display_path, renaming
from plugins.drawings.lazy_sprite import lazy_sprite
from plugins.drawings.sprite import FOLDER, Own, Sprite, sprite

BODY = "body"


def unknown(site: Site) -> Iterator[Problem]:
    """Names of drawings that neither the practice nor the theme has."""
    known = {path.stem for path in (site.theme / FOLDER).glob("*.svg")} | set(site.drawings)
    for document in site.published:
        for location, name in named(document):
            if name not in known:
                yield document.problem(
                    f"{location[0]}, drawing", *missing(name, known), location=location
                )
    home = site.practice.home
    if home and home.figure and home.figure.drawing not in known:
        location = ("home", "figure", "drawing")
        yield site.practice_problem(location, *missing(home.figure.drawing, known))


def unknown_regions(site: Site) -> Iterator[Problem]:
    """Regions of the body that its drawing does not have, or that stand in a map before."""
    known = sprite(site.theme, (BODY,)).drawings[BODY].regions
    places: dict[str, str] = {}
    for document in site.all("symptoms"):
        for number, place in enumerate(document.facts.map):
            line = document.fields.line(("map", number, "region"))
            here = f"{document.source}:{line}"
            first = places.setdefault(place.region, here)
            if place.region not in known or first != here:
                yield wrong_region(document, number, place.region, known, first)


def wrong_region(
    document: Document, number: int, region: str, known: Collection[str], first: str
) -> Problem:
    location = ("map", number, "region")
    close = did_you_mean(region, known)
    if region in known:
        found, needed = f"{quoted(region)}, which stands in {first} too", "each region once"
        fix = "delete it in one of the two places"
    else:
        found, needed = quoted(region), "a region of the body: " + ", ".join(sorted(known))
        fix = f'did you mean "{close}"? Write "region: {close}"' if close else "choose one of these"
    return document.problem("map, region", found, needed, fix, location=location)


def site_problems(site: Site) -> Iterator[Problem]:
    if BODY in site.drawings:
        path = site.content / FOLDER / f"{BODY}.svg"
        found, needed = quoted(f"{BODY}.svg"), "another name: the map of the body has this one"
        yield Problem(
            display_path(path), 0, "", found, needed, repair=renaming(path, "my-body.svg")
        )
    yield from unknown(site)
    if any(document.facts.map for document in site.all("symptoms")):
        yield from unknown_regions(site)


def named(document: Document) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where a document names drawings, and which."""
    for number, figure in enumerate(getattr(document.facts, "figures", ())):
        yield ("figures", number, "drawing"), figure.drawing


def missing(name: str, known: set[str]) -> tuple[str, str, str]:
    """Found, needed, to fix: a drawing that is not there."""
    close = did_you_mean(name, known)
    return (
        quoted(name),
        "the name of a drawing in drawings/, or of the theme: " + ", ".join(sorted(known)),
        f'did you mean "{close}"? Write "drawing: {close}"' if close else "choose one of these",
    )


@once_per_theme
def sprites(
    site: Site, first: tuple[str, ...], below: tuple[str, ...], inks: tuple[str, str], own: Own
) -> tuple[Sprite, Sprite]:
    """Those of pages with these drawings; a build looks for changes of the drawings once."""
    above, later = (
        tuple((name, text) for name, text in own if name in names) for names in (first, below)
    )
    return sprite(site.theme, first, above), lazy_sprite(site.theme, below, inks, later)


def of(site: Site, page: Page) -> tuple[Sprite, Sprite]:
    """What a page shows at once, and what it shows further down."""
    shown = {*page.drawings, *page.drawings_below}
    own = tuple((name, text) for name, text in site.drawings.items() if name in shown)
    return sprites(site, page.drawings, page.drawings_below, site.practice.brand.inks, own)


def files(site: Site, pages: Iterable[Page]) -> Iterator[File]:
    shown = {one for page in pages for one in of(site, page) if one.drawings}
    yield from sorted((one.file for one in shown), key=lambda file: file.address)


def page_values(site: Site, page: Page) -> Mapping[str, Any]:
    first, below = of(site, page)
    return {"drawings": {**first.drawings, **below.drawings}}


FEATURE = Feature("drawings", site_problems=site_problems, files=files, page_values=page_values)
