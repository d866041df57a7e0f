"""Price range: what a session costs, from lowest to highest, in one line.

Gives   price_range(): what practice.yaml says, or else what the sessions of all modalities say
"""

from __future__ import annotations

from plugins.core.model.site import Site, once_per_site
from plugins.core.schema.prices import Price


@once_per_site
def price_range(site: Site) -> str:
    if site.practice.price_range:
        return site.practice.price_range
    modalities = site.all("modalities")
    found = Price.of_all(one.price for document in modalities for one in document.facts.sessions)
    return site.words.price(found) if found else ""
