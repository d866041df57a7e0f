"""Sharing: links that share a page, in the order that practice.yaml lists the networks.

Reads   share in content/practice.yaml; the page's own title and summary, its picture or card
Gives   share: the links of a page, to every template; no script, no request until followed.
        Nothing at all when practice.yaml lists no network
Source  the networks' own documentation of their share addresses; see links.py
"""

from __future__ import annotations

from typing import Any

from plugins.core.feature import Feature
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.sharing.links import Shared, share_links


def page_values(site: Site, page: Page) -> dict[str, Any]:
    if not site.practice.share:
        return {}
    picture = page.picture or page.card
    shared = Shared(
        url=site.url + page.address,
        title=page.title,
        summary=page.summary,
        picture=site.url + picture.address if picture else "",
        site=site.practice.name,
    )
    return {"share": share_links(shared, site.practice.share), "shared": shared}


FEATURE = Feature("sharing", page_values=page_values)
