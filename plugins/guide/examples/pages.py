"""Examples of the menu, and of what stands in the head of some pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.core.model.browser_storage import stored
from plugins.core.model.pages import Link, Page
from plugins.core.model.site import Site
from plugins.core.schema.home import Step
from plugins.guide.example_site import Example, example_values

SENTENCE = "We find a time, and ask what hurts."
LONG_STEP = Step(title="Donaudampfschifffahrtsgesellschaft", text=SENTENCE * 5)


def examples(site: Site, page: Page) -> Iterator[Example]:
    yield feed()
    yield from storage(site)
    yield from home(site)
    values = example_values(site, page)
    name = "site_header"
    yield Example(name, "The menu of this site", values)
    yield Example(name, "No menu", values | {"navigation": []})
    below = replace(page, parent=Link("Entry 2", "/entry-2/"))
    many = [Link(f"Entry {number}", f"/entry-{number}/") for number in range(1, 10)]
    yield Example(
        name, "Many entries, one of them current", values | {"navigation": many, "page": below}
    )
    yield Example(
        name, "A name in long words", values | {"practice": long_name(values["practice"])}
    )


def storage(site: Site) -> Iterator[Example]:
    name = "browser_storage"
    yield Example(name, "What this site stores", {"stored": stored(site)})
    yield Example(name, "Nothing", {"stored": ()})


def home(site: Site) -> Iterator[Example]:
    heading = site.words.home.steps
    for name, steps in (
        ("Three", (Step(title="You call", text=SENTENCE), Step(title="You rest"), LONG_STEP)),
        ("One", (Step(title="You call"),)),
        ("None", ()),
    ):
        yield Example("steps", name, {"steps": steps, "heading": heading})


def feed() -> Example:
    return Example("feed_link", "A feed", {"title": "News", "address": "/news/feed.xml"})


def long_name(practice: object) -> object:
    name = "The Exemplary Practice for Musculocutaneoneurovascular Therapeutics"
    return practice.model_copy(update={"name": name})  # type: ignore[attr-defined]
