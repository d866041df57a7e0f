"""Feature: what one plugin adds to each stage of a build.

Gives   Feature; a plugin is a module that has one, as FEATURE. The build keeps those of PLUGINS, in
        their order, as Site.features
Stages  kinds -> extend_site -> text_problems, site_problems -> pages -> complete_pages ->
        structured_data, page_values, change_times, files -> redirect_pages -> path_problems ->
        derived_files -> output_problems -> the new site replaces the old one -> due_builds
        Each stage sees the results of those before it, never of those after it
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a feature that checks one text loads without the models
    from plugins.core.model.browser_storage import Stored
    from plugins.core.model.documents import Kind
    from plugins.core.model.pages import File, Page
    from plugins.core.model.schema_org import Node
    from plugins.core.model.site import Site
    from plugins.core.problems import Problem
    from plugins.core.reading.front_matter import Parsed
    from plugins.core.schema.stated_facts import StatedFacts


def no_items(*_: Any) -> tuple[Any, ...]:
    return ()


def same_pages(_site: Site, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    return pages


def same_site(site: Site) -> tuple[Site, Iterable[Problem]]:
    return site, ()


def no_values(*_: Any) -> dict[str, Any]:
    return {}


@dataclass(frozen=True, order=True)
class Due:
    """A later instant, aware and in UTC, at which a build would give another site.

    source  the content file that says so
    what    what happens then, in words
    title   of what shows from then on, and waits until then; "" for other changes
    of_pages  whether pages change, and not only a file beside them
    """

    at: datetime
    source: str
    what: str
    title: str = ""
    of_pages: bool = True


@dataclass(frozen=True)
class Feature:
    """One plugin's part in a build; every stage is optional.

    kinds            the folders of content that it reads
    extend_site      the site with the feature's additions, and problems
    text_problems    problems in one content file, published or not, from that file and the stated
                     facts alone; a function of a module: its name is part of a cache key
    site_problems    problems in the complete site, before anything is written
    pages            pages to write
    complete_pages   all pages, with additions to some; as many, in the same order
    structured_data  what search engines read of a page, see plugins.core.model.schema_org
    page_values      values for the template of every page
    change_times     when a page changed although nobody edited it: an offer began
    files            other files to write beside the pages
    redirect_pages   pages that only lead on to others: no feature adds to them or counts them
    path_problems    problems with paths below output/, given with the source of each file; asked
                     again for `derived_files`
    derived_files    files made from the finished ones, which are in the folder; a file at the
                     address of a page replaces it
    output_problems  problems in the finished files, before they replace the old site
    stored           what it leaves in browsers, with a sentence for the page on privacy
    due_builds       when the next builds are due, for the notes that schedulers read
    """

    name: str
    kinds: tuple[Kind, ...] = ()
    extend_site: Callable[[Site], tuple[Site, Iterable[Problem]]] = same_site
    text_problems: Callable[[StatedFacts, Parsed], Iterable[Problem]] = no_items
    site_problems: Callable[[Site], Iterable[Problem]] = no_items
    pages: Callable[[Site], Iterable[Page]] = no_items
    complete_pages: Callable[[Site, tuple[Page, ...]], tuple[Page, ...]] = same_pages
    structured_data: Callable[[Site, Page], Iterable[Node]] = no_items
    page_values: Callable[[Site, Page], Mapping[str, Any]] = no_values
    change_times: Callable[[Site, Page], Iterable[datetime]] = no_items
    files: Callable[[Site, tuple[Page, ...]], Iterable[File]] = no_items
    redirect_pages: Callable[[Site, tuple[Page, ...]], Iterable[Page]] = no_items
    path_problems: Callable[[Site, Mapping[str, str]], Iterable[Problem]] = no_items
    derived_files: Callable[[Site, tuple[Page, ...], Path], Iterable[File]] = no_items
    output_problems: Callable[[Site, tuple[Page, ...], Path], Iterable[Problem]] = no_items
    stored: Callable[[Site], Iterable[Stored]] = no_items
    due_builds: Callable[[Site], Iterable[Due]] = no_items
