"""Plan: every page and file that a build will write, known and owned before anything is written.

Gives   Plan: pages, signposts, files, copies, and the values that every template gets
Stops   ContentError when two sources claim one address, or the theme lacks a template: Pelican
        would take one of another theme
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from plugins.build.output import checks
from plugins.build.render.languages import in_each_language
from plugins.core.dates.local_time import start_of_day
from plugins.core.model.documents import Document
from plugins.core.model.inline_code import InlineCode
from plugins.core.model.pages import File, Page, save_as
from plugins.core.model.site import Site
from plugins.core.problems import ContentError, Problem
from plugins.core.reading.source_files import display_path

NEWS = "news"


@dataclass(frozen=True)
class Plan:
    """What one build writes."""

    site: Site
    pages: tuple[Page, ...]
    signposts: tuple[Page, ...]
    files: tuple[File, ...]
    theme: Path
    others: tuple[Plan, ...] = ()

    def rendered(self, inline: frozenset[InlineCode]) -> Plan:
        """The plan once its pages are rendered. inline: the scripts and styles in them."""
        return replace(self, site=replace(self.site, inline=inline))

    @property
    def plans(self) -> tuple[Plan, ...]:
        """One for each language."""
        return self, *self.others

    @property
    def every_page(self) -> tuple[Page, ...]:
        """The pages in all languages."""
        return tuple(page for one in self.plans for page in one.pages)

    @property
    def count(self) -> int:
        return len(self.every_page)

    @cached_property
    def by_file(self) -> dict[str, Page]:
        """The pages of its language."""
        return {page.save_as: page for page in (*self.pages, *self.signposts)}

    @property
    def values(self) -> dict[str, Any]:
        """What every template gets, whichever its page."""
        site = self.site
        return {"practice": site.practice, "preview": site.preview, "site_url": site.url}

    @property
    def article_paths(self) -> list[str]:
        """The news to publish, relative to the content folder; none switches articles off."""
        place = f"{self.site.content.name}/{NEWS}" if self.site.base else NEWS
        return [f"{place}/{document.fields.path.name}" for document in self.site.all(NEWS)]

    @cached_property
    def articles(self) -> dict[str, Document]:
        """The news, by the names of their files."""
        return {one.fields.path.name: one for one in self.site.all(NEWS)}

    def article(self, path: Path) -> Document:
        return self.articles[path.name]

    def date_of(self, document: Document) -> datetime:
        zone = self.site.practice.time_zone
        return start_of_day(document.facts.date.day, zone).astimezone(zone)

    def theme_files(self) -> dict[Path, str]:
        """The theme's static files, and where they are copied to."""
        static = self.theme / "static"
        return {
            path: f"theme/{path.relative_to(static).as_posix()}"
            for path in sorted(static.rglob("*"))
            if path.is_file()
        }

    def copies(self, folder: Path) -> dict[Path, Path]:
        """Every original that is copied, and its copy below `folder`."""
        return {path: folder / name for path, name in self.theme_files().items()}

    def own(self) -> Iterator[tuple[str, str]]:
        """Every page and file of the features, and whose it is."""
        for plan in self.plans:
            yield from ((page.save_as, page.source or "plugins") for page in plan.pages)
            yield from ((save_as(file.address), "plugins") for file in plan.files)

    def expected(self) -> Iterator[tuple[str, str]]:
        """Every file that the generators write, and whose it is."""
        yield from self.own()
        for plan in self.plans:
            yield from ((page.save_as, page.source or "plugins") for page in plan.signposts)

    def claims(self) -> Iterator[tuple[str, str]]:
        """Every file of the finished site but signposts, and who writes it."""
        yield from self.own()
        yield from ((name, display_path(path)) for path, name in self.theme_files().items())


def plan(sites: Sequence[Site], theme: Path) -> Plan:
    """The plan of a site, in each of its languages. Raises ContentError when an address has two
    owners."""
    pages = in_each_language(sites, [pages_of(site) for site in sites])
    first, *others = (plan_of(site, own, theme) for site, own in zip(sites, pages, strict=True))
    made = replace(first, others=tuple(without_files_of(first, one) for one in others))
    claims = list(made.claims())
    problems = [*checks.owners(claims), *checks.unportable(claims)]
    every = [page for one in made.plans for page in (*one.pages, *one.signposts)]
    problems += without_template(every, theme / "templates")
    problems += (
        problem
        for site in sites
        for feature in site.features
        for problem in feature.path_problems(site, dict(claims))
    )
    if problems:
        raise ContentError(problems)
    return made


def pages_of(site: Site) -> tuple[Page, ...]:
    found = (page for feature in site.features for page in feature.pages(site))
    pages = tuple(replace(page, base=site.base) for page in found)
    for feature in site.features:
        pages = feature.complete_pages(site, pages)
    return pages


def plan_of(site: Site, pages: tuple[Page, ...], theme: Path) -> Plan:
    """The plan of one language."""
    files = tuple(file for feature in site.features for file in feature.files(site, pages))
    signposts = tuple(
        replace(one, base=site.base)
        for feature in site.features
        for one in feature.redirect_pages(site, pages)
    )
    return Plan(site, pages, signposts, files, theme)


def without_files_of(first: Plan, other: Plan) -> Plan:
    """A plan without the files that the first one has, too: styles, scripts, pictures."""
    known = {file.address: file.content for file in first.files}
    files = tuple(one for one in other.files if known.get(one.address) != one.content)
    return replace(other, files=files)


def without_template(pages: Iterable[Page], templates: Path) -> Iterator[Problem]:
    first = {page.template: page for page in reversed(tuple(pages))}
    for name, page in sorted(first.items()):
        path = templates / f"{name}.html"
        if not path.is_file():
            needed = f"the template of {page.address}"
            fix = "restore the file, or show this to a developer"
            yield Problem(display_path(path), 0, "", "no such file", needed, fix)
