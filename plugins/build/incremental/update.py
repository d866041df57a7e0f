"""Update: bring a site up to date with as little work as its changes need."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from plugins.build.incremental import fingerprint, record, single_page
from plugins.build.output.staging import LockedOutput
from plugins.build.report.outcome import Outcome
from plugins.build.settings import BuildSettings

if TYPE_CHECKING:
    from plugins.build.pipeline import SiteBuild


def update(
    settings: BuildSettings, output: LockedOutput, build_site: Callable[[], SiteBuild]
) -> Outcome:
    """Build the page that changed, where that is enough; else everything, and leave a record."""
    key = settings.fingerprint
    if not key:
        return build_site().outcome
    sources = fingerprint.sources(settings.content)  # before anything is read
    if outcome := single_page.build(settings.content, output, key, sources):
        return outcome
    site = build_site()
    if site.model.others:  # a page says its facts in each language
        return site.outcome
    with suppress(OSError):  # without a record the next build is a whole one
        record.write(site, key, sources, output)
    return site.outcome
