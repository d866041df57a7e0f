"""Checks: what a reader of the whole site would notice, before anything is exchanged.

Reads   the prose and fields of every document; the finished pages in the staging folder
Gives   problems: claims that a practice may not make, facts that differ from practice.yaml,
        links and pictures that lead nowhere
Source  claims.py names its sources rule by rule
"""

from plugins.checks.claims import claims
from plugins.checks.facts import facts
from plugins.checks.links import broken_links
from plugins.core.documents import Document
from plugins.core.flow import Feature, join
from plugins.core.practice import Practice
from plugins.core.problems import Problem


def look(practice: Practice, document: Document) -> list[Problem]:
    return [*claims(practice, document), *facts(practice, document)]


FEATURE = Feature("checks", look=look, inspect=broken_links)


def register() -> None:
    """Take part in the build."""
    join(FEATURE)
