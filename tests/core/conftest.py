"""What tests of the core share: readers of small texts, and how much hypothesis tries."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings

from plugins.core.problems import ContentError, Problem, report
from plugins.core.reading.front_matter import Fields, parse, read_yaml
from plugins.core.schema.model import ContentModel, Model, validate

DENVER = ZoneInfo("America/Denver")
PAGE = Path("content/pages/about.md")
PRACTICE = Path("content/practice.yaml")


def steady(examples: int) -> settings:
    """The same examples on every machine; raise the number by hand to search for more."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],  # a busy machine says nothing of the code
    )


def front_matter(rows: str) -> Fields:
    """What is read from rows between the fences, which therefore begin on line 2."""
    return parse(f"---\n{rows}\n---\nText\n", PAGE).fields


def problems_in(rows: str) -> list[Problem]:
    """What is wrong with rows between the fences."""
    try:
        return list(front_matter(rows).problems)
    except ContentError as error:
        return error.problems


def said(rows: str) -> str:
    """The same as staff read it."""
    return report(problems_in(rows))


def made(model: type[Model], rows: str) -> Model:
    """The model of a few lines of YAML, in Denver."""
    return validate(model, read_yaml(rows, PRACTICE), {"zone": DENVER})


def refused(model: type[ContentModel], rows: str) -> str:
    """What staff read about a few lines of YAML, which begin on line 1."""
    with pytest.raises(ContentError) as caught:
        made(model, rows)
    return str(caught.value)
