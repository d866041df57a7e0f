"""Stylesheets: which of the theme's bundles a page needs.

Reads   theme/css/site.css, for every page; theme/css/bundles/, each for the pages that show one of
        its components; theme/templates, for the components that a template shows, itself or through
        another
Gives   bundles(): each bundle as browsers get it; needed(): the names of those of a template
Why     a page without a map is read sooner without the styles of one. A bundle is an element of its
        own, the same on all pages, so that the security policy names few hashes
Stops   the build when a stylesheet is not CSS
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from plugins.core.cache.file_stat import FileStat, stat_of
from plugins.core.design.minify import styles

IMPORT = re.compile(r'^@import url\("\.\./components/(\w+)\.css"\)', re.MULTILINE)
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
STATEMENT = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)[-+]?%\}", re.DOTALL)
# A name that is written, and nothing that could give another.
NAME = re.compile(
    r"""\s*["']([^"']+)["']\s*(?:(?:import|as|ignore|with|without)\b.*)?""", re.DOTALL
)
COMPONENT = re.compile(r"components/(\w+)\.html")


@dataclass(frozen=True)
class Bundle:
    """Styles, and the components that they are for."""

    css: str
    components: frozenset[str]


def bundles(css: Path) -> Mapping[str, Bundle]:
    """Those of a folder of stylesheets, by name. Raises ContentError."""
    return {path.stem: bundle(path) for path in sorted((css / "bundles").glob("*.css"))}


def bundle(path: Path) -> Bundle:
    return Bundle(styles(path), frozenset(IMPORT.findall(path.read_text(encoding="utf-8"))))


def needed(
    templates: Path, name: str, known: Mapping[str, Bundle], without: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The bundles that pages of a template need. One that names components while it runs, as the
    style guide does, may show any. without: components that no page of the practice shows."""
    names = referenced(templates, f"{name}.html", set())
    shown = {found[1] for one in names if one and (found := COMPONENT.fullmatch(one))}
    return tuple(
        one for one, bundle in known.items() if None in names or bundle.components & shown - without
    )


def referenced(templates: Path, name: str | None, seen: set[str | None]) -> set[str | None]:
    """A template and all that it takes something from, added to those seen before; None for one
    whose name is not written."""
    if name not in seen:
        seen.add(name)
        for other in references(stat_of(templates / name)) if name else ():
            referenced(templates, other, seen)
    return seen


@lru_cache(maxsize=512)
def references(template: FileStat) -> tuple[str | None, ...]:
    """The templates that one takes something from. Jinja's parser takes a hundred times as long,
    which is a third of a build of thirty pages."""
    text = COMMENT.sub("", template[0].read_text(encoding="utf-8"))
    names = map(NAME.fullmatch, STATEMENT.findall(text))
    return tuple(name[1] if name else None for name in names)
