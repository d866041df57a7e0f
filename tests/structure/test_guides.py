"""What people copy from the guides works, and what they are told to expect is what comes."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

import pytest

from plugins.core.problems import ContentError
from plugins.core.reading.front_matter import parse, read_yaml
from plugins.core.schema.model import ContentModel, validate
from plugins.core.schema.practice import Practice
from plugins.modalities.model import Modality
from plugins.offers.model import Offer
from plugins.pages import SinglePage
from plugins.people.model import Person

ROOT = Path(__file__).parents[2]
PATH = Path("content/offers/acupuncture.md")
CONTEXT = {"zone": ZoneInfo("America/Denver")}
PRACTICE = "name: A practice\ntelephone: 303-555-0142\ntime_zone: America/Denver\n"
PAGE = "title: A page\nsummary: About it.\n"
OFFER = "---\nheadline: Save\n{filler}ends: 31/12/2026\n---\n".format(filler="# a remark\n" * 5)


def blocks(document: str) -> list[str]:
    """The indented blocks of a document."""
    text = (ROOT / document).read_text(encoding="utf-8")
    return [dedent(block) for block in re.findall(r"(?m)(?:^ {4}.*\n(?:\n(?= {4}))*)+", text)]


@pytest.mark.parametrize(
    ("first", "model", "required"),
    [
        ("hours", Practice, PRACTICE),
        ("sessions", Modality, PAGE),
        ("packages", Practice, PRACTICE),
        ("brand", Practice, PRACTICE),
        ("home", Practice, PRACTICE),
        ("words", Practice, PRACTICE),
        ("aliases", SinglePage, PAGE),
    ],
)
def test_the_examples_of_keys_can_be_copied(
    first: str, model: type[ContentModel], required: str
) -> None:
    """An example that is refused teaches staff to distrust the guide."""
    (example,) = (one for one in blocks("content/README.md") if one.startswith(f"{first}:"))
    assert validate(model, read_yaml(required + example, PATH), CONTEXT)


def test_the_example_of_a_page_can_be_copied() -> None:
    """It is the first file that staff write."""
    page, person = (one for one in blocks("content/README.md") if one.startswith("---"))
    assert validate(SinglePage, parse(page, PATH).fields)
    assert validate(Person, parse(person, PATH).fields)


@pytest.mark.parametrize("document", ["README.md", "content/README.md"])
def test_the_message_that_is_explained_is_the_one_that_comes(document: str) -> None:
    """Who has seen a message once knows all of them."""
    with pytest.raises(ContentError) as raised:
        validate(Offer, parse(OFFER, PATH).fields, CONTEXT)
    shown = [one for one in blocks(document) if one.startswith(f"{PATH}:8")]
    assert [one.split("\n\n")[0].strip() for one in shown] == [str(raised.value)]
