"""Machine: what search engines read of a note.

Gives   things(): a BlogPosting on its page
Units   datePublished is a day, which is all that is known
Source  schema.org; Google: Article
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core.model.pages import Page
from plugins.core.model.schema_org import Node, node, page_id, picture_of, practice
from plugins.core.model.site import Site


def structured_data(site: Site, page: Page) -> Iterator[Node]:
    if page.article:
        address = page_id(site, page)
        yield node(
            "BlogPosting",
            id=f"{address}#note",
            headline=page.title,
            description=page.summary,
            datePublished=page.values["document"].facts.date.day.isoformat(),
            image=picture_of(site, page),
            author=practice(site),
            publisher=practice(site),
            mainEntityOfPage={"@id": address},
        )
