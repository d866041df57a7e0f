"""Finish: files made of the finished pages, and the last check of all of them.

Gives   finish(): the files that features make of the finished ones, written beside them
        verify(): problems in what was written
Stops   ContentError: two owners of an address; a file that is missing or damaged, or has code
        that no template wrote
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from plugins.build.output import checks
from plugins.build.render.pelican_adapter import put
from plugins.build.render.plan import Plan
from plugins.core.model.finished_pages import finished_pages
from plugins.core.model.pages import File, save_as
from plugins.core.problems import ContentError, Problem


def finish(made: Plan, folder: Path) -> list[File]:
    """Write what the features make of the finished files. Raises ContentError when an address has
    two owners; one that a page has is the page, finished."""
    finished: list[File] = []
    owners = checks.Owners()
    for feature in made.site.features:
        files = [
            file
            for one in made.plans
            for file in feature.derived_files(one.site, one.pages, folder)
        ]
        if files:
            if not finished:
                owners.claim(made.claims())
            finished += files
            if problems := owned_twice(made, owners, files):
                raise ContentError(problems)
            for file in files:
                put(folder, file)
    return finished


def owned_twice(made: Plan, owners: checks.Owners, files: Iterable[File]) -> list[Problem]:
    """Problems for the addresses of finished files that have another owner."""
    names = (save_as(file.address) for file in files)
    pages = {name for one in made.plans for name in one.by_file}
    added = [(name, "plugins") for name in names if name not in pages]
    problems = owners.claim(added)
    for feature in made.site.features:
        problems += feature.path_problems(made.site, dict(added))
    return problems


def verify(made: Plan, finished: Iterable[File], folder: Path) -> list[Problem]:
    """Compare what was written with the plan, and let the features inspect it."""
    added = ((save_as(file.address), "plugins") for file in finished)
    problems = checks.unwritten(folder, [*made.expected(), *added])
    problems += checks.damaged(made.copies(folder))
    sources = {page.save_as: page.source for page in made.every_page}
    written = finished_pages(made.site, folder)
    problems += checks.strange(written, sources, made.site.inline)
    for feature in made.site.features:
        problems += feature.output_problems(made.site, made.every_page, folder)
    return problems
