"""Pipeline: a build, from content/ to output/.

    content/ -> read -> model -> plan -> render -> finish -> verify -> exchange with output/

A check, and a site to publish, rehearse the builds of later days before the exchange.

Gives   build(): the whole way; read_model(): the first part of it, for commands that only read
Stops   ContentError with every problem at once, ExchangeError, OSError; output/ stays as it was
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from pelican import Pelican

from plugins.build.future import due_builds, later_problems
from plugins.build.incremental.update import update
from plugins.build.output.staging import LockedOutput, locked, staging
from plugins.build.read.clock import instant
from plugins.build.read.reader import read
from plugins.build.read.text_checks import check_texts
from plugins.build.read.translated_sites import in_every_language
from plugins.build.render.finish import finish, verify
from plugins.build.render.pelican_adapter import put, render
from plugins.build.render.plan import Plan, plan
from plugins.build.report import build_notes
from plugins.build.report.outcome import Outcome, Waiting
from plugins.build.report.pelican_log import unraisable_errors
from plugins.build.settings import BuildSettings
from plugins.core.cache.store import sweep
from plugins.core.dates.date_words import upcoming
from plugins.core.feature import Feature
from plugins.core.model.pages import File, save_as
from plugins.core.model.site import Site
from plugins.core.model.text_usage import Log, recording, unrecorded
from plugins.core.problems import Problem, raise_for_errors
from plugins.core.reading.source_files import display_path


@dataclass(frozen=True)
class Model:
    """A site that can be rendered.

    problems     those that stop nothing: warnings and notes
    text_checks  of these, what checks of single texts found
    others       the same site in its other languages
    """

    site: Site
    problems: list[Problem]
    text_checks: list[Problem]
    others: tuple[Site, ...] = ()

    @property
    def sites(self) -> tuple[Site, ...]:
        return self.site, *self.others


@dataclass(frozen=True)
class SiteBuild:
    """A whole build. usage: which page shows which text."""

    model: Model
    plan: Plan
    usage: Log
    outcome: Outcome


def build(settings: BuildSettings, pelican: Pelican) -> Outcome:
    """Bring output/ up to date, alone from the first step to the last: another build could
    otherwise be replaced by an older state of the content."""
    with locked(settings.output, settings.protected) as output:
        outcome = update(settings, output, partial(build_site, settings, pelican, output))
    return build_notes.write(outcome, settings.build_notes)


def build_site(settings: BuildSettings, pelican: Pelican, output: LockedOutput) -> SiteBuild:
    """Build every page, and exchange the site with output/."""
    with (
        unraisable_errors() as unraisable,
        staging(output, durable=not settings.preview) as stage,
        recording() as usage,
    ):
        model = read_model(settings)
        pages = plan(model.sites, settings.theme)
        pages = pages.rendered(render(pelican, pages, stage.folder))
        finished = finish(pages, stage.folder)
        problems = model.problems + verify(pages, finished, stage.folder)
        raise_for_errors(problems)
        if settings.check_only or not settings.preview:
            rehearse = partial(rehearse_build, settings, pelican, output, finished)
            problems += later_problems(model.site, rehearse, settings, pelican.settings)
            raise_for_errors(problems)
        for error in unraisable:
            raise error
        if not settings.check_only:
            stage.exchange()
    sweep()
    return SiteBuild(model, pages, usage, outcome_of_site(model.site, pages, problems))


def rehearse_build(
    settings: BuildSettings,
    pelican: Pelican,
    output: LockedOutput,
    finished: Iterable[File],
    instant: datetime,
) -> None:
    """Build as of a later instant, as far as that can fail. Raises ContentError, and what a
    template raises.

    finished  what features made of today's finished pages, to which pages may link
    """
    with unrecorded(), output.scratch() as folder:
        model = read_model(replace(settings, at="", instant=instant))
        pages = plan(model.sites, settings.theme)
        pages = pages.rendered(render(pelican, pages, folder))
        for file in finished:
            if not (folder / save_as(file.address)).exists():
                put(folder, file)
        raise_for_errors(verify(pages, (), folder))


def read_model(settings: BuildSettings) -> Model:
    """Read content/, let the features add to it, and check all of it."""
    with unrecorded():
        content = read(
            settings.content,
            settings.features,
            now=partial(clock, settings),
            url=settings.url,
            preview=settings.preview,
            theme=settings.theme,
            host=settings.host,
            editor=settings.editor,
        )
        content = in_every_language(content)
        problems, text_checks, sites = list(content.problems), [], []
        told: set[tuple[str, str]] = set()  # of the facts, which all languages share
        for site in content.sites:
            made, checked, found = extended(site, settings.features)
            sites.append(made)
            text_checks += checked
            problems += content.about_readable(
                one for one in found if not made.base or (one.field, one.found) not in told
            )
            told |= {(one.field, one.found) for one in found}
    raise_for_errors(problems)
    first, *others = sites
    if first.editor:
        warnings = (one for one in problems if one.level == "warning")
        first = replace(first, warnings=tuple(dict.fromkeys(warnings)))
    return Model(first.together_with(others), problems, text_checks, tuple(others))


def extended(site: Site, features: Iterable[Feature]) -> tuple[Site, list[Problem], list[Problem]]:
    """The site with what the features add; what checks of its texts found; all its problems."""
    problems: list[Problem] = []
    for feature in features:
        site, found = feature.extend_site(site)
        problems += found
    text_checks = check_texts(site)
    problems += text_checks
    for feature in features:
        problems += feature.site_problems(site)
    if site.base:  # what is wrong with the facts is told of the first language
        own = f"{display_path(site.content)}/"
        problems = [one for one in problems if one.path.startswith(own) and one.found]
    return site, text_checks, problems


def clock(settings: BuildSettings, zone: ZoneInfo) -> datetime:
    return settings.instant or instant(zone, settings.at, preview=settings.preview)


def outcome_of_site(site: Site, pages: Plan, problems: list[Problem]) -> Outcome:
    due = list(due_builds(site))
    zone = site.practice.time_zone
    return Outcome(
        problems=tuple(problems),
        pages=pages.count,
        left_out=tuple((page.title, page.source) for page in site.left_out if page.starter),
        waiting=tuple(
            Waiting(one.title, one.source, upcoming(one.at, site.now, zone))
            for one in sorted(due)
            if one.title
        ),
        build_notes=build_notes.collect(site, due),
    )
