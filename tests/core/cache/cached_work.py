"""Everything that builds keep, with what each depends on, for tests of its names.

Gives   kept_things(): a Kept for each
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from PIL import features

from plugins.build import future
from plugins.build.read import markdown_cache, text_checks
from plugins.core.design import font, minify
from plugins.core.design.palette import palette
from plugins.core.markdown import render
from plugins.core.model import calendars, finished_pages, inline_code, page_code
from plugins.core.paths import THEME
from plugins.core.schema.stated_facts import StatedFacts
from plugins.images import color_and_size, formats, originals, renditions, widths
from plugins.images.originals import original
from plugins.images.renditions import Job
from plugins.search import indexing
from plugins.social_cards import illustration
from plugins.social_cards import png as cards
from tests.sites import ROOT, drawn

# Their packages have functions of the same names.
checks = import_module("plugins.checks")
qr_codes = import_module("plugins.qr_codes")
vcard = import_module("plugins.exports.vcard")
icons, packed = import_module("plugins.brand.icons"), import_module("plugins.hosting.precompressed")
OTHER = str(Path(__file__))  # another file than that of any code
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h{}"/></svg>'
STATED = StatedFacts("303-555-0142", ("+13035550142",), "US", False)
ENTRY = calendars.Entry("a", "/a/", datetime(2026, 1, 1, tzinfo=UTC), "a", "a", date(2026, 1, 2))
PLACE: Any = SimpleNamespace(url="https://a.example", practice=SimpleNamespace(language="en-US"))
ELSEWHERE: Any = SimpleNamespace(url="", practice=PLACE.practice)
Change = Callable[[pytest.MonkeyPatch], None]

# Libraries whose modules have another name.
IMPORTED = {"pymdown-extensions": "pymdownx", "comrak-ext": "comrak"}


@dataclass(frozen=True)
class Kept:
    """Something that is kept.

    module     asks for it
    ask        asks for it with usual inputs
    others     ask with other inputs
    code       what makes it
    libraries  third parties' modules that make it, and how the version of each is looked up
    more       what else it depends on
    """

    module: ModuleType
    ask: Callable[[], object]
    others: tuple[Callable[[], object], ...]
    code: tuple[ModuleType, ...]
    libraries: dict[str, Change] = field(default_factory=dict)
    more: tuple[Change, ...] = ()


def setting(module: str, name: str, value: object) -> Change:
    return lambda patch: patch.setattr(import_module(module), name, value)


def versions(module: str, distribution: str) -> Change:
    """Another version of one distribution, as a module looks it up."""
    version = import_module("importlib.metadata").version
    return setting(module, "version", lambda one: "0" if one == distribution else version(one))


def library(name: str) -> Change:
    """Another version of one of the libraries below Pillow."""
    known = features.version
    return setting("PIL.features", "version", lambda one: "0" if one == name else known(one))


# The font of the package in another file.
OTHER_CUTS = {"fraunces": replace(font.CUTS["fraunces"], file=OTHER)}
FONT_TOOLS = {
    "uharfbuzz": versions("plugins.core.design.font", "uharfbuzz"),
    "fontTools": versions("plugins.core.design.font", "fonttools"),
    "brotli": versions("plugins.core.design.font", "brotli"),
    "fontpkg_fraunces": setting("plugins.core.design.font", "CUTS", OTHER_CUTS),
}


def kept_things(tmp_path: Path) -> dict[str, Kept]:
    """All that is kept between builds; files to ask with are written into a folder."""
    (tmp_path / "a.jpg").write_bytes(drawn("JPEG", (90, 60)))
    (tmp_path / "b.png").write_bytes(drawn("PNG", (90, 60)))
    photograph, flat = (original(tmp_path / name) for name in ("a.jpg", "b.png"))
    job = Job((60, 40), formats.JPEG)
    below = (library("webp"), library("avif"), library("libjpeg_turbo"), library("littlecms2"))
    pixels = {"PIL": setting("PIL", "__version__", "0")}
    makes_pictures = (color_and_size, formats, originals, widths)
    for number in (1, 2):
        (tmp_path / f"{number}.svg").write_text(SVG.format(number))
    scheme = palette(THEME).light
    return {
        "pictures": Kept(
            renditions,
            lambda: renditions.rendition(photograph, job),
            (
                lambda: renditions.rendition(flat, job),
                lambda: renditions.rendition(photograph, replace(job, size=(30, 20))),
                lambda: renditions.rendition(photograph, replace(job, form=formats.PNG)),
            ),
            makes_pictures,
            pixels,
            below,
        ),
        "kinds of pictures": Kept(
            renditions,
            lambda: renditions.style(flat),
            (lambda: renditions.style(replace(flat, digest="other")),),
            makes_pictures,
            pixels,
            below,
        ),
        "icons": Kept(
            icons,
            lambda: icons.pictured(32, "<svg/>", icons.png),
            (
                lambda: icons.pictured(64, "<svg/>", icons.png),
                lambda: icons.pictured(32, "<svg />", icons.png),
                lambda: icons.pictured(32, "<svg/>", icons.ico),
            ),
            (icons,),
            {
                "PIL": versions("plugins.brand.icons", "pillow"),
                "resvg_py": versions("plugins.brand.icons", "resvg-py"),
            },
        ),
        "QR codes": Kept(
            qr_codes,
            lambda: qr_codes.cached_svg("https://www.example.com/"),
            (lambda: qr_codes.cached_svg("https://www.example.com/a/"),),
            (qr_codes,),
            {"segno": setting("segno", "__version__", "0")},
        ),
        "search": Kept(
            indexing,
            lambda: indexing.index({"a.html": "A"}),
            (lambda: indexing.index({"a.html": "B"}), lambda: indexing.index({"b.html": "A"})),
            (indexing,),
            {"pagefind_bin": versions("plugins.search.indexing", "pagefind-bin")},
        ),
        "cards": Kept(
            cards,
            lambda: cards.one("<svg/>", False),
            (lambda: cards.one("<svg />", False), lambda: cards.one("<svg/>", True)),
            (cards, font),
            {
                "PIL": versions("plugins.social_cards.png", "pillow"),
                "resvg_py": versions("plugins.social_cards.png", "resvg-py"),
                "fontTools": versions("plugins.core.design.font", "fonttools"),
                "uharfbuzz": versions("plugins.core.design.font", "uharfbuzz"),
                "fontpkg_fraunces": setting("plugins.core.design.font", "CUTS", OTHER_CUTS),
            },
        ),
        "cards with letters of the machine": Kept(
            cards,
            lambda: cards.one("<svg/>", True),
            (),
            (cards,),
            {
                "PIL": versions("plugins.social_cards.png", "pillow"),
                "resvg_py": versions("plugins.social_cards.png", "resvg-py"),
            },
            (setting("plugins.social_cards.png", "FONTS", (str(tmp_path),)),),
        ),
        "boxes of drawings": Kept(
            illustration,
            lambda: illustration.plate((tmp_path / "1.svg").read_text(), scheme),
            (lambda: illustration.plate((tmp_path / "2.svg").read_text(), scheme),),
            (illustration,),
            {
                "PIL": versions("plugins.social_cards.illustration", "pillow"),
                "resvg_py": versions("plugins.social_cards.illustration", "resvg-py"),
            },
        ),
        "fonts": Kept(
            font,
            font.woff2,
            (font.ttf, lambda: font.woff2(frozenset("þ")), lambda: font.woff2(typeface="slab")),
            (font,),
            FONT_TOOLS,
        ),
        "metrics of fonts": Kept(
            font, font.metrics, (lambda: font.metrics("slab"),), (font,), FONT_TOOLS
        ),
        "scripts": Kept(
            minify,
            lambda: minify.script(ROOT / "theme/js/site.js"),
            (lambda: minify.script(ROOT / "theme/js/open_now.js"),),
            (minify,),
            {
                "lightningcss": versions("plugins.core.design.minify", "lightningcss"),
                "minify": versions("plugins.core.design.minify", "minify-go"),
            },
        ),
        "packed copies": Kept(
            packed,
            lambda: list(packed.compressed_copies("a.html", bytes(600))),
            (lambda: list(packed.compressed_copies("a.html", bytes(601))),),
            (packed,),
            {"brotli": setting("brotli", "__version__", "0")},
            (
                setting("plugins.hosting.precompressed", "ZLIB", "0"),
                setting("plugins.hosting.precompressed", "COMPRESSORS", {"br": bytes}),
            ),
        ),
        "calendars": Kept(
            calendars,
            lambda: calendars.calendar(ENTRY, PLACE, "News"),
            (
                lambda: calendars.calendar(replace(ENTRY, title="b"), PLACE, "News"),
                lambda: calendars.calendar(ENTRY, PLACE, "Offers"),
                lambda: calendars.calendar(ENTRY, ELSEWHERE, "News"),
            ),
            (calendars,),
            {"icalendar": versions("plugins.core.model.calendars", "icalendar")},
        ),
        "address book": Kept(
            vcard,
            lambda: vcard.text([("FN", "vText", "a", {})]),
            (lambda: vcard.text([("FN", "vText", "b", {})]),),
            (vcard,),
            {"icalendar": versions("plugins.exports.vcard", "icalendar")},
        ),
        "texts": Kept(
            markdown_cache,
            lambda: markdown_cache.MarkdownCache(render.MarkdownRenderer()),
            (),
            (markdown_cache, *markdown_cache.CODE),
            {
                IMPORTED.get(library, library): versions(
                    "plugins.build.read.markdown_cache", library
                )
                for library in markdown_cache.LIBRARIES
            },
            (setting("sys", "version", "4.0"),),
        ),
        "text checks": Kept(
            text_checks,
            lambda: text_checks.clean_files(STATED, [checks.text_problems]),
            (
                lambda: text_checks.clean_files(
                    replace(STATED, licensed=True), [checks.text_problems]
                ),
                lambda: text_checks.clean_files(STATED, []),
            ),
            (text_checks, checks),
            {"phonenumbers": setting("plugins.build.read.text_checks", "packages", list)},
            (setting("sys", "version", "4.0"),),
        ),
        "later builds": Kept(
            future,
            lambda: future.clean_instants(tmp_path / "1", tmp_path / "2", {"SITEURL": ""}),
            (
                lambda: future.clean_instants(tmp_path, tmp_path / "2", {"SITEURL": ""}),
                lambda: future.clean_instants(tmp_path / "1", tmp_path, {"SITEURL": ""}),
                lambda: future.clean_instants(tmp_path / "1", tmp_path / "2", {"SITEURL": "/"}),
            ),
            (),
            {"every one": setting("plugins.build.future", "packages", list)},
            (
                setting("plugins.build.future", "PLUGINS", tmp_path),
                setting("sys", "version", "4.0"),
            ),
        ),
        "finished pages": Kept(
            finished_pages,
            lambda: finished_pages.cached_pages([]),
            (),
            (finished_pages, page_code, inline_code),
            {
                library: versions("plugins.core.model.finished_pages", library)
                for library in finished_pages.LIBRARIES
            },
            (setting("sys", "version", "4.0"),),
        ),
    }
