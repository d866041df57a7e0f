"""Checks: what a reader of the whole site would notice, before anything is exchanged.

Reads   the prose and fields of every document, the texts of practice.yaml; the finished
        pages in the staging folder
Gives   problems: claims that a practice may not make, facts that differ from practice.yaml,
        addresses of the preview, links and pictures that lead nowhere
Source  claims/ names its sources rule by rule
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.checks.claims import READ_IN, claims, reads
from plugins.checks.neck_signs import neck_signs
from plugins.checks.preview_addresses import preview_addresses
from plugins.checks.sentences import sentences
from plugins.checks.telephones import facts
from plugins.core.feature import Feature
from plugins.core.problems import Problem, listed, quoted
from plugins.core.reading.front_matter import Parsed
from plugins.core.reading.marks import field_marks
from plugins.core.reading.source_files import display_path
from plugins.core.schema.stated_facts import StatedFacts

if TYPE_CHECKING:
    from plugins.core.model.pages import Page
    from plugins.core.model.site import Site


# The keys of practice.yaml that speak of what the practice does; a name claims nothing.
SPOKEN = {
    *("tagline", "packages", "sliding_scale", "cancellation", "late", "minors", "insurance"),
    *("gift", "arrival", "newsletter", "words"),
}


def text_problems(stated: StatedFacts, parsed: Parsed) -> list[Problem]:
    every = list(sentences(parsed))
    return [
        *claims(stated, parsed, every),
        *facts(stated, parsed, every),
        *neck_signs(parsed),
        *preview_addresses(parsed, every),
        *field_marks(parsed.fields),
    ]


def site_problems(site: Site) -> Iterator[Problem]:
    """What the texts of practice.yaml claim: pages show them, too."""
    parsed = Parsed(site.practice_fields, "", 1)
    every = [one for one in sentences(parsed) if one.field in SPOKEN and "://" not in one.text]
    yield from claims(site.practice.stated_facts, parsed, every, page=False)
    yield from unread(site)


def unread(site: Site) -> Iterator[Problem]:
    """A note where claims are not read, so that nobody relies on it."""
    language = site.practice.language
    if not reads(language):
        yield Problem(
            display_path(site.content / "practice.yaml"),
            0,
            "language",
            f"{quoted(language)}, and claims are read in {listed(READ_IN, 'and')} only",
            "somebody who reads what the texts promise",
            "ask somebody who knows what a practice may say in your country to read them",
            level="note",
        )


def output_problems(site: Site, pages: Iterable[Page], folder: Path) -> Iterator[Problem]:
    # Not needed for a look at one text, and not loaded for it.
    from plugins.checks.links import broken_links  # noqa: PLC0415

    yield from broken_links(site, pages, folder)


FEATURE = Feature(
    "checks",
    text_problems=text_problems,
    site_problems=site_problems,
    output_problems=output_problems,
)
