"""Checks: what a reader of the whole site would notice, before anything is exchanged.

Reads   the prose and fields of every document; the finished pages in the staging folder
Gives   problems: claims that a practice may not make, facts that differ from practice.yaml,
        links and pictures that lead nowhere
Source  claims.py names its sources rule by rule
"""

from plugins.checks.claims import claims
from plugins.checks.facts import facts
from plugins.checks.links import broken_links
from plugins.core.flow import Feature, join
from plugins.core.front_matter import Parsed
from plugins.core.problems import Problem
from plugins.core.stated import Stated


def look(stated: Stated, parsed: Parsed) -> list[Problem]:
    return [*claims(stated, parsed), *facts(stated, parsed)]


FEATURE = Feature("checks", look=look, inspect=broken_links)


def register() -> None:
    """Take part in the build."""
    join(FEATURE)
