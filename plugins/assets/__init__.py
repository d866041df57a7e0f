"""Assets: the stylesheets joined in pages, the scripts joined into one file; all minified.

Reads   theme/css/site.css, theme/css/bundles/ and what they import; theme/js/site.js and what it
        imports; INLINE
Gives   assets.css, the styles of every page; bundles, those that the page adds, each the text of a
        style element of its own; assets.script, the address of the joined scripts, whose name holds
        the hash of what they are; and assets.integrity, their hash as browsers compare it before
        they run them; assets.inline, the scripts that stand in pages, by name
Stops   the build when a stylesheet is not CSS, or a script is missing or not JavaScript
Why     one request less: an external stylesheet put the first paint of a phone 0.15 s later
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from plugins.assets.stylesheets import Bundle, bundles, needed
from plugins.core.cache.file_stat import FileStat, stat_of
from plugins.core.design.minify import script, styles, unreadable
from plugins.core.feature import Feature
from plugins.core.model.fingerprints import ASSETS, fingerprinted, integrity
from plugins.core.model.pages import File, Page
from plugins.core.model.site import Site, once_per_theme
from plugins.core.problems import ContentError
from plugins.core.reading.source_files import display_path

IMPORT = re.compile(r'^import "\./([a-z_]+\.js)";$', re.MULTILINE)
# Scripts that run before the first paint, so they stand in the page.
INLINE = ("offer_clock", "typeface_rules", "view_transitions")


@dataclass(frozen=True)
class Assets:
    """What the pages of one theme load: the joined styles, the file of the joined scripts."""

    css: Markup
    code: File
    inline: Mapping[str, Markup]
    bundles: Mapping[str, Bundle]

    @property
    def script(self) -> str:
        return self.code.address

    @property
    def integrity(self) -> str:
        return integrity(self.code)


def assets(theme: Path, without: frozenset[str] = frozenset()) -> Assets:
    """Those of a theme, joined once for as long as its files stay as they are. without: components
    of whose scripts nothing is there."""
    paths = sorted(path for name in ("css", "js") for path in (theme / name).rglob("*.*"))
    return joined(theme, tuple(map(stat_of, paths)), without)


@lru_cache(maxsize=2)
def joined(theme: Path, _stats: tuple[FileStat, ...], without: frozenset[str]) -> Assets:
    css, js = theme / "css/site.css", theme / "js"
    early = {name: js / f"{name}.js" for name in INLINE}
    return Assets(
        inline(css, styles(css)),
        fingerprinted(ASSETS, "site.js", scripts(js / "site.js", without)),
        {name: inline(path, script(path)) for name, path in early.items()},
        bundles(theme / "css"),
    )


def scripts(path: Path, without: frozenset[str] = frozenset()) -> str:
    """Every script that site.js imports, as one. Raises ContentError."""
    names = IMPORT.findall(path.read_text(encoding="utf-8"))
    parts = [path.with_name(name) for name in names if name.removesuffix(".js") not in without]
    missing = [unreadable(path, display_path(part)) for part in parts if not part.is_file()]
    if missing:
        raise ContentError(missing)
    return ";\n".join(map(script, parts))


def inline(path: Path, text: str) -> Markup:
    """Styles or a script that stand in the page. Raises ContentError."""
    if "</" in text:  # it would end its element
        raise ContentError([unreadable(path, '"</"')])
    return Markup(text)  # noqa: S704  (the theme's own, and it cannot end its element)


def unwanted(site: Site) -> frozenset[str]:
    """The components that a practice has switched off or has nothing for. A preview has all but the
    map: its style guide shows them."""
    facts = site.practice
    there = {
        "body_map": facts.body_map,
        "people_list credentials": site.preview or site.all("people"),
        "posted_form": site.preview or facts.contact_form or facts.newsletter,
        "voices": site.preview or site.all("voices"),
    }
    return frozenset(name for names, known in there.items() if not known for name in names.split())


@once_per_theme
def of_theme(site: Site, without: frozenset[str]) -> Assets:
    """Those of the site's theme; a build looks for changes of its files once."""
    return assets(site.theme, without)


def of(site: Site) -> Assets:
    """Those of a site."""
    return of_theme(site, unwanted(site))


@once_per_theme
def added(site: Site, template: str, without: frozenset[str]) -> tuple[Markup, ...]:
    """The bundles of the pages of a template."""
    known = of_theme(site, without).bundles
    names = needed(site.theme / "templates", template, known, without)
    return tuple(inline(site.theme / "css/bundles" / name, known[name].css) for name in names)


def files(site: Site, _pages: Iterable[Page]) -> Iterator[File]:
    yield of(site).code


def page_values(site: Site, page: Page) -> Mapping[str, Any]:
    return {"assets": of(site), "bundles": added(site, page.template, unwanted(site))}


FEATURE = Feature("assets", files=files, page_values=page_values)
