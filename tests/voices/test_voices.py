"""Voices: what clients said, where it helps, with what readers must know about it."""

from __future__ import annotations

import json

import pytest

from tests.build.conftest import Project


def shown(project: Project, address: str) -> list[str]:
    found = project.page(address).select(".voices figure")
    return [" ".join(one.get_text(" ", strip=True).split()) for one in found]


def test_a_modality_shows_the_newest_three_that_are_about_it(live: Project) -> None:
    """And says of each whose family or pay speaks."""
    assert shown(live, "/modalities/swedish-massage/") == [
        "I could turn my head on the way home. Cleo, Saturday, April 20, 2030",
        "Firm hands. I slept well. Dan P., Saturday, March 2, 2030 "
        "(family of somebody who works here)",
        "A quiet hour. Eve, Monday, November 5, 2029",
    ]
    assert len(shown(live, "/modalities/deep-tissue-massage/")) == 1
    assert len(shown(live, "/")) == 3


def test_no_program_reads_them_as_reviews(live: Project) -> None:
    """Google shows none that a business publishes of itself, and may punish them."""
    for page in live.pages().values():
        for data in page.find_all("script", type="application/ld+json"):
            assert "review" not in json.dumps(json.loads(data.get_text())).lower()


@pytest.mark.parametrize("line", ["consent: no", "consent: maybe", "consent:", ""])
def test_words_without_consent_stay_off_the_site(full: Project, line: str) -> None:
    full.replace("voices/eve.md", "consent: yes", line)
    said = full.refused()
    assert said.startswith("content/voices/eve.md")
    assert "consent" in said


def test_the_words_themselves_must_be_there(full: Project) -> None:
    full.replace("voices/eve.md", "\nA quiet hour.\n", "")
    assert "Needed  what the client said, in their own words" in full.refused()


def test_claims_are_read_in_what_clients_say_too(full: Project) -> None:
    """A practice answers for the words that it publishes (16 CFR 255.1)."""
    full.replace("voices/eve.md", "A quiet hour.", "It cured my sciatica.")
    assert "content/voices/eve.md:8" in full.refused()
