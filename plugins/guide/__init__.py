"""Guide: a page for developers, in the preview alone, with every component in every variant.

Reads   theme/templates/components: each macro's contract; theme/css/tokens.css; theme/drawings;
        the examples of this folder, made by the features that take part in the build
Gives   /style-guide/ with tokens, drawings and examples, and its stylesheet; in no menu, in no
        sitemap, not in a site to publish; /style-guide/look/, to choose a look
Why     one list of examples is what people look at and what the tests check
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from plugins.core.feature import Feature
from plugins.core.model.pages import File, Page
from plugins.core.model.site import Site
from plugins.guide import picker
from plugins.guide.components import components
from plugins.guide.design_tokens import stylesheet, tokens
from plugins.guide.examples import examples
from plugins.guide.unique_ids import with_unique_ids

ADDRESS = "/style-guide/"
STYLES = f"{ADDRESS}guide.css"
TEMPLATE = "style_guide"


def pages(site: Site) -> Iterator[Page]:
    if site.preview and not site.base:
        yield page(site)


def page(site: Site) -> Page:
    drawings = tuple(sorted(path.stem for path in (site.theme / "drawings").glob("*.svg")))
    values: dict[str, Any] = {
        "with_unique_ids": with_unique_ids,
        "tokens": tokens(site.theme),
        "styles": STYLES,
    }
    made = Page(
        ADDRESS,
        "Style guide",
        "Every component in every variant, the tokens and the drawings.",
        TEMPLATE,
        values,
        listed=False,
        drawings=drawings,
    )
    values["components"] = components(site.theme, examples(site, made))
    return made


def files(site: Site, _pages: Iterable[Page]) -> Iterator[File]:
    if site.preview and not site.base:
        yield File(STYLES, stylesheet(site.theme))
        yield from picker.files(site)


FEATURE = Feature("guide", pages=pages, files=files)
