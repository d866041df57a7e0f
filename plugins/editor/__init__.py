"""Editor: staff edit the site in a browser, with fields, on a phone too.

Reads   the models of content; Sveltia CMS and a YAML library, from npm (packages.json)
Gives   /admin/ in a site to publish whose EDITOR names a repository on GitHub, with a security
        policy of its own; the preview serves the same page over the project's folder, see
        desk/preview/editor.py. In no menu, no sitemap, no search
Stops   nothing: an editor that cannot be fetched is left out, with a warning
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from plugins.core.feature import Feature
from plugins.core.problems import Problem
from plugins.editor.packages import FetchError, fetch, installed
from plugins.editor.page import POLICY, own_files
from plugins.editor.repository import folder

if TYPE_CHECKING:  # the preview's server has the page without the models
    from plugins.core.model.pages import File, Page
    from plugins.core.model.site import Site

LEFT_OUT = "an editor that is left out of this site"
NEEDED = "the packages that it is made of"


def extend_site(site: Site) -> tuple[Site, Iterable[Problem]]:
    """The site with the policy of the editor's page, when it gets one."""
    if not site.editor:
        return site, ()
    try:
        fetch()
    except FetchError as error:
        warning = Problem("EDITOR", 0, "", LEFT_OUT, NEEDED, str(error), level="warning")
        return replace(site, editor=""), [warning]
    return replace(site, policies=(*site.policies, POLICY)), ()


def files(site: Site, pages: tuple[Page, ...]) -> Iterator[File]:
    if not site.editor:
        return
    from plugins.core.model.pages import File  # noqa: PLC0415
    from plugins.editor.settings import CONFIG, settings  # noqa: PLC0415
    from plugins.editor.state import STATE, state  # noqa: PLC0415

    addresses = [page.address for page in pages if page.source]
    every: dict[str, str | bytes] = {**own_files(), **installed()}
    content = folder(site.content)
    own, *others = [one.practice.language for one in (site, *site.others)]
    every[CONFIG] = settings(
        site.kinds.values(),
        addresses,
        content=content,
        repository=site.editor,
        languages=[own, *others] if others else (),
    )
    every[STATE] = state(site)
    yield from (File(f"{POLICY.folder}{name}", content) for name, content in every.items())


FEATURE = Feature("editor", extend_site=extend_site, files=files)
