"""Unknown law: a note where nobody has looked up the rules of the practice's country.

Gives   unknown_law(): for `make check`; offers, voices and gift certificates then get the general
        checks only
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core.law import KNOWN
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from plugins.core.reading.source_files import display_path


def unknown_law(site: Site) -> Iterator[Problem]:
    country = site.practice.country
    if country not in KNOWN:
        path = display_path(site.content / "practice.yaml")
        needed = (
            f"the law of {site.words.locale.country_in_english(country)} on prices, offers, "
            "testimonials and gift certificates, which is not known here"
        )
        fix = "ask a lawyer or your association; only what holds anywhere is checked"
        yield Problem(path, 0, "country", "", needed, fix, level="note")
