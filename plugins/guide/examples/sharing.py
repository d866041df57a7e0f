"""Examples of share links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.core.schema.practice import Network
from plugins.guide.example_site import Example, example_values, with_facts


def examples(site: Site, page: Page) -> Iterator[Example]:
    for network in (*get_args(Network), "copy", "device"):
        yield Example("share_icon", network, {"network": network})
    for title, networks in (("Every network", get_args(Network)), ("One network", ("email",))):
        values = example_values(with_facts(site, share=networks), page)
        yield Example("share_links", title, values | {"links": values["share"]})
