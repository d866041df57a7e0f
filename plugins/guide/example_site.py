"""Example sites: what examples are made of, by the real models and the features of the build.

Gives   Example; with_facts(), with_documents(): a site with other facts, or other documents;
        example_values(): what the features give to the templates of a page of such a site
Why     an example that a model refuses, or that a feature would never make, teaches wrongly
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from plugins.core.i18n.address_format import postal_code_example
from plugins.core.markdown.render import MarkdownRenderer
from plugins.core.model.documents import Document
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.core.reading.front_matter import Fields
from plugins.core.schema.practice import Practice

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Example:
    """One variant of a component. values: its macro takes of them what it has parameters for."""

    component: str
    name: str
    values: Mapping[str, Any]


def with_facts(site: Site, **facts: Any) -> Site:
    """The site of the same practice with these facts and no others, as practice.yaml has them."""
    own = site.practice
    languages = [own.language.partition("-")[0]]
    context = {"zone": own.time_zone, "locale": own.locale, "languages": languages}
    # Text messages, which examples have, reach no extension.
    number = own.telephone.e164 if own.telephone.extension else own.telephone
    known = {
        **{"name": own.name, "telephone": number, "language": own.language},
        "time_zone": own.time_zone.key,
    }
    made = at_home({**known, **facts}, own.country)
    return replace(site, practice=Practice.model_validate(made, context=context))


def at_home(facts: Any, country: str) -> Any:
    """Facts whose addresses have a postal code of the practice's country, unless they name one."""
    if isinstance(facts, list):
        return [at_home(one, country) for one in facts]
    if not isinstance(facts, dict):
        return facts
    made = {key: at_home(value, country) for key, value in facts.items()}
    if "street" in facts and "country" not in facts:
        made["postal_code"] = postal_code_example(country) or None
    return made


def with_documents(site: Site, folder: str, found: Mapping[str, Facts]) -> Site:
    """The site with these documents in a folder: slug to fields, and their text as `text`."""
    kind = replace(site.kinds[folder], address="/style-guide/{slug}/", addresses={})
    context = {"zone": site.practice.time_zone, "locale": site.practice.locale}
    made = []
    for slug, fields in found.items():
        known = {name: value for name, value in fields.items() if name != "text"}
        facts = kind.model.model_validate(known, context=context)
        body = fields.get("text", "")
        prose = html(body)
        made.append(Document(kind, slug, Fields(Path(slug), known), facts, body, 1, prose))
    return replace(site, documents={**site.documents, folder: tuple(made)})


@cache
def renderer() -> MarkdownRenderer:
    """One for all examples: to set it up takes longer than to read a text."""
    return MarkdownRenderer()


@cache
def html(text: str) -> Markup:
    """The HTML of a text, which other builds of this process show, too."""
    prose, _ = renderer().render(text, "", 1, lambda link: link)
    return prose


def example_values(site: Site, page: Page) -> dict[str, Any]:
    """What a page of this site gets, as in a build."""
    values: dict[str, Any] = {"page": page, "practice": site.practice, "site_url": site.url}
    values |= {"zone": site.practice.time_zone, **page.values}
    for feature in site.features:
        values |= feature.page_values(site, page)
    return values
