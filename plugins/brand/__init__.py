"""Brand: the practice's own color, paper and corners, carried through; icons in them; the manifest.

Reads   brand in content/practice.yaml; the theme's colors
Gives   brand.css, the tokens that the practice changes, for both schemes, and the addresses and
        colors of the document's head, to every template; the logo of schema.org;
        /favicon.ico, icons, /site.webmanifest
Stops   the build when the logo or the drawing of the icon is not there; a color that cannot be read
        as text is shifted, and a note says to what
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from plugins.brand.icons import icons, whole_logo
from plugins.brand.manifest import manifest
from plugins.core.design.look import look
from plugins.core.design.palette import TEXT, Palette, palette, papers, worst
from plugins.core.design.svg import viewed
from plugins.core.feature import Feature
from plugins.core.model.fingerprints import ASSETS, fingerprinted
from plugins.core.model.mark import TRIGGER_POINT
from plugins.core.model.pages import File, Page
from plugins.core.model.schema_org import Node, about_practice, location_id, practice_id
from plugins.core.model.site import Site, once_per_site
from plugins.core.problems import Problem, did_you_mean, quoted
from plugins.core.reading.source_files import display_path

MANIFEST = "/site.webmanifest"
# Pixels, and bytes; a target for a finger is 44 high.
HIGH, WIDEST, LEAST, HEAVIEST = 44, 190, 22, 12_000


@dataclass(frozen=True)
class Brand:
    """What the head of every page says: addresses, the paper of both schemes, the own CSS."""

    icon: str
    svg: str
    touch: str
    manifest: str
    light: str
    dark: str
    css: str
    logo: Logo | None = None


@dataclass(frozen=True)
class Logo:
    """The practice's logo in place of its name; width and height in pixels."""

    file: File
    view_box: str
    width: int
    height: int

    @property
    def address(self) -> str:
        return f"{self.file.address}#plate"


@once_per_site
def colors(site: Site) -> Palette:
    return palette(site.theme, *site.practice.brand.inks)


@once_per_site
def brand(site: Site) -> Brand:
    made = colors(site)
    drawn = icons(site)
    return Brand(
        icon=drawn["favicon.ico"].address,
        svg=drawn["icon.svg"].address,
        touch=drawn["apple-touch-icon.png"].address,
        manifest=MANIFEST,
        light=made.light["paper"].hex,
        dark=made.dark["paper"].hex,
        css=css(site),
        logo=logo(site),
    )


@once_per_site
def logo(site: Site) -> Logo | None:
    text = site.drawings.get(site.practice.brand.logo or "")
    if not text:
        return None
    _, _, wide, high = box = viewed(text)
    width = min(WIDEST, HIGH * wide / high)
    file = fingerprinted(ASSETS, "logo.svg", text)
    return Logo(file, "{:g} {:g} {:g} {:g}".format(*box), round(width), round(width * high / wide))


def logo_problems(site: Site) -> Iterator[Problem]:
    """A logo that is not there, or would be too small or too heavy on top of a page."""
    name, location = site.practice.brand.logo, ("brand", "logo")
    if not name:
        return
    if name not in site.drawings:
        yield missing(site, "logo", name, site.drawings)
        return
    made = logo(site)
    if made and min(made.width, made.height) < LEAST:
        found, needed = quoted(name), "a logo at most 8 times as wide as high, and not narrow"
        yield site.practice_problem(location, found, needed, "use another version of your logo")
    if len(site.drawings[name]) > HEAVIEST:
        found = f"{quoted(name)}, {len(site.drawings[name]):,} bytes of shapes"
        needed = f"at most {HEAVIEST:,}: every page loads it"
        yield site.practice_problem(location, found, needed, "simplify its paths")


def icon_problems(site: Site) -> Iterator[Problem]:
    name = site.practice.brand.icon
    if name and name != TRIGGER_POINT and name not in site.drawings:
        yield missing(site, "icon", name, [*site.drawings, TRIGGER_POINT])


def missing(site: Site, key: str, name: str, known: Iterable[str]) -> Problem:
    """No drawing of that name."""
    folder = display_path(site.content / "drawings")
    close = did_you_mean(name, known)
    fix = f'did you mean "{close}"? Write "{key}: {close}"'
    needed = f"the name of a file in {folder}/, without .svg"
    return site.practice_problem(
        ("brand", key), quoted(name), needed, fix if close else f"put {name}.svg into {folder}/"
    )


def css(site: Site) -> str:
    """What the practice changes of the theme."""
    own = site.practice.brand
    return look(site.theme, own.inks, own.corners or "", own.face)


def site_problems(site: Site) -> Iterator[Problem]:
    yield from shifted(site)
    yield from logo_problems(site)
    yield from icon_problems(site)


def shifted(site: Site) -> Iterator[Problem]:
    """A note when the color is not the one that was written."""
    own, paper = site.practice.brand.color, papers(colors(site).light)
    if not own:
        return
    used = colors(site).light["clay"].hex
    if used != own:
        ratio = int(worst(own, paper) * 10) / 10
        yield Problem(
            display_path(site.content / "practice.yaml"),
            0,
            "brand, color",
            f'"{own}", which is too light for text on paper: a contrast of {ratio} to 1',
            f"a contrast of {TEXT:.0f} to 1; the site uses {used} in its place",
            f"leave it, or write color: {quoted(used)}",
            level="note",
        )


def files(site: Site, _pages: Iterable[Page]) -> Iterator[File]:
    drawn, whole = icons(site), whole_logo(site)
    every = {icon.address: icon for icon in (*drawn.values(), whole)}
    yield from (File(address, icon.content) for address, icon in every.items())
    if made_logo := logo(site):
        yield made_logo.file
    yield File(MANIFEST, manifest(site.practice.name, colors(site), drawn))


def structured_data(site: Site, page: Page) -> Iterator[Node]:
    """The practice's logo, where all of the practice is told."""
    place = page.values.get("location")
    business = location_id(site, page.address) if place else practice_id(site)
    if place or about_practice(page):
        yield {"@id": business, "logo": site.url + whole_logo(site).address}


def page_values(site: Site, _page: Page) -> dict[str, Any]:
    return {"brand": brand(site)}


FEATURE = Feature(
    "brand",
    site_problems=site_problems,
    files=files,
    structured_data=structured_data,
    page_values=page_values,
)
