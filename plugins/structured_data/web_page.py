"""Web page: what a page is, and the way to it from the home page.

Gives   web_page(), with a BreadcrumbList on every page but the home page
Source  schema.org WebPage; Google: BreadcrumbList (at least two items; the last is the page)
"""

from __future__ import annotations

from plugins.core.model.pages import Link, Page
from plugins.core.model.schema_org import Node, node, page_id, practice, website
from plugins.core.model.site import Site

KINDS = {"contact": "ContactPage"}


def web_page(site: Site, page: Page) -> Node:
    home = page.local_address == "/"
    return node(
        KINDS.get(page.template, "CollectionPage" if page.lists and not home else "WebPage"),
        id=page_id(site, page),
        url=page_id(site, page),
        name=page.title,
        description=page.summary,
        inLanguage=site.practice.language,
        isPartOf=website(site),
        about=practice(site) if home else None,
        breadcrumb=None if home else breadcrumbs(site, page),
    )


def breadcrumbs(site: Site, page: Page) -> Node:
    home = Link(site.words.site_footer.home, site.at("/"))
    way = [home, *([page.parent] if page.parent else []), Link(page.title, page.address)]
    items = [
        node("ListItem", position=number, name=str(one.title), item=site.url + one.address)
        for number, one in enumerate(way, 1)
    ]
    return node("BreadcrumbList", itemListElement=items)
