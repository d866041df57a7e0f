"""Pelican adapter: renders the plan through Pelican's own generators and writer.

render()         the whole plan, into a folder; gives the scripts and styles in the pages

SiteGenerator    writes every page of the model but news
DocumentReader   gives Pelican's ArticlesGenerator the news that was already validated
SiteWriter       gives every template its page and what the features add to it
Source           Pelican 4.12: Generator, BaseReader, Writer
"""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import astuple
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.generators import Generator
from pelican.plugins import signals
from pelican.readers import BaseReader
from pelican.utils import copy
from pelican.writers import Writer

from plugins.build.render.fragments import Once
from plugins.build.render.plan import Plan
from plugins.build.render.quick_imports import QuickImports
from plugins.build.report.pelican_log import logged_errors, quiet
from plugins.core.model import inline_code
from plugins.core.model.inline_code import InlineCode
from plugins.core.model.pages import File, Page, save_as
from plugins.core.model.site import Site
from plugins.core.model.text_usage import log, recording
from plugins.core.problems import Problem, raise_for_errors
from plugins.core.system.processes import parallel_map

ARTICLE = "news/{slug}/index.html"
PLAN = "HANDBILL_PLAN"  # the setting through which Pelican's objects reach the plan


def render(pelican: Pelican, plan: Plan, folder: Path) -> frozenset[InlineCode]:
    """Let Pelican write the plan into a folder, one language after the other; the scripts and
    styles that templates wrote into pages. Raises ContentError for what Pelican only logs."""
    found = (render_language(pelican, one, folder) for one in plan.plans)
    return frozenset[InlineCode]().union(*found)


def render_language(pelican: Pelican, plan: Plan, folder: Path) -> frozenset[InlineCode]:
    articles = f"{plan.site.base}/{ARTICLE}".removeprefix("/")
    pelican.output_path = pelican.settings["OUTPUT_PATH"] = str(folder)
    values = {"words": plan.site.words, "once": Once()}
    pelican.settings |= {
        PLAN: plan,
        "ARTICLE_PATHS": plan.article_paths,
        "ARTICLE_SAVE_AS": articles,
        "STATIC_PATHS": [],
        "THEME_STATIC_PATHS": [],  # the plan has them
        "JINJA_GLOBALS": {**pelican.settings["JINJA_GLOBALS"], **values},
        "JINJA_FILTERS": {**pelican.settings["JINJA_FILTERS"], **inline_code.FILTERS},
        "TIMEZONE": plan.site.practice.time_zone.key,
    }
    signals.get_generators.connect(generators, sender=pelican)
    signals.get_writer.connect(writer, sender=pelican)
    with logged_errors() as errors, quiet(), inline_code.noting() as inline:
        Pelican.run(pelican)
    raise_for_errors(
        Problem("theme/", 0, "", error, "a build without errors", "show this to a developer")
        for error in errors
    )
    return frozenset(inline)


def generators(_pelican: Pelican) -> type[SiteGenerator]:
    return SiteGenerator


def writer(_pelican: Pelican) -> type[SiteWriter]:
    return SiteWriter


class SiteGenerator(Generator):  # type: ignore[misc]
    """Writes the pages and files of the plan, and the copies of those of the theme."""

    def generate_context(self) -> None:
        plan: Plan = self.settings[PLAN]
        self.env.template_class = QuickImports
        self.context.update(plan.values)

    def generate_output(self, writer: Writer) -> None:
        plan: Plan = self.settings[PLAN]
        pages = [page for page in (*plan.pages, *plan.signposts) if not page.article]
        # One of each kind first: what Jinja compiles for it serves all processes.
        first = {page.template: page for page in reversed(pages)}
        seen = {page.address for page in first.values()}

        def written(page: Page) -> tuple[dict[str, list[str]], list[str], list[list[str]]]:
            with recording() as own, inline_code.noting() as inline:
                template = self.get_template(page.template)
                writer.write_file(page.save_as, template, self.context)
            return own.shown, sorted(own.read), [[*astuple(code)] for code in inline]

        rest = [page for page in pages if page.address not in seen]
        for shown, read, inline in (*map(written, first.values()), *parallel_map(written, rest)):
            if kept := log():
                kept.add(shown, read)
            inline_code.note(InlineCode(*code) for code in inline)
        folder = Path(self.output_path)
        parallel_map(partial(put, folder), plan.files)
        for original, copied in plan.copies(folder).items():
            copy(str(original), str(copied))


def put(folder: Path, file: File) -> None:
    """Write a file below `folder`."""
    path = folder / save_as(file.address)
    path.parent.mkdir(parents=True, exist_ok=True)
    content = file.content
    path.write_bytes(content.encode() if isinstance(content, str) else content)


class DocumentReader(BaseReader):  # type: ignore[misc]
    """Hands over a document that was read and validated before Pelican began."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        plan: Plan = self.settings[PLAN]
        document = plan.article(Path(source_path))
        metadata = {
            "title": document.title,
            "slug": document.slug,
            "summary": document.summary,
            "date": plan.date_of(document),
        }
        return "", metadata  # templates show the document's own


class SiteWriter(Writer):  # type: ignore[misc]
    """Pelican's writer; the template of every page gets the page and the features' values."""

    def write_file(self, name: str, template: Any, context: Any, *args: Any, **values: Any) -> None:
        plan: Plan = self.settings[PLAN]
        page, kept = plan.by_file.get(name), log()
        with kept.rendering(page.source if page else "") if kept else nullcontext():
            if page is not None:
                values |= page_values(plan.site, page)
            super().write_file(name, template, context, *args, **values)


def page_values(site: Site, page: Page) -> dict[str, Any]:
    """What the template of one page gets beside the context of all."""
    if page.leads_to:
        return {"page": page}
    values: dict[str, Any] = {"page": page, **page.values}
    for feature in site.features:
        values |= feature.page_values(site, page)
    return values
