"""Law: which country's rule a message names."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core.law import KNOWN, LAWS, STATES, cited, rule
from plugins.offers.checks import site_problems
from plugins.practice.unknown_law import unknown_law
from tests.sites import PRACTICE, model

LIMITED = "---\nheadline: A limited offer\nsaving: 10\n---\nText.\n"
ZONES = {
    "US": "America/Denver",
    "CA": "America/Toronto",
    "GB": "Europe/London",
    "FR": "Europe/Paris",
    "ES": "Europe/Madrid",
    "DE": "Europe/Berlin",
    "NO": "Europe/Oslo",
}
SOURCES = {
    country: {one.source for one in rules.values()}
    for country, rules in [*LAWS.items(), *((state, rules) for (state, _), rules in STATES.items())]
}


@pytest.mark.parametrize("country", ZONES)
def test_an_offer_is_held_against_the_law_of_its_country_alone(
    tmp_path: Path, country: str
) -> None:
    """A practice in London read of American rules."""
    facts = PRACTICE.replace("America/Denver", ZONES[country]).replace("303-", "+1 303-")
    site = model(tmp_path, {"practice.yaml": facts, "offers/limited.md": LIMITED})
    assert site.practice.country == country
    needed = {one.field: one.needed for one in site_problems(site)}
    assert needed["ends"] == f"a limit: what is called limited must be{cited('limited', country)}"
    assert needed["saving"] == f"the price that it is taken off{cited('former_price', country)}"
    others = set().union(*(found for name, found in SOURCES.items() if name != country))
    assert not [one for text in needed.values() for one in others - SOURCES.get(country, set())
                if one in text]  # fmt: skip


def test_a_country_that_nobody_looked_up_is_told(tmp_path: Path) -> None:
    """Silence would read as if everything were in order."""
    facts = PRACTICE.replace("America/Denver", "Europe/Oslo").replace("303-", "+1 303-")
    (note,) = unknown_law(model(tmp_path / "a", {"practice.yaml": facts}))
    assert (note.level, note.needed) == (
        "note",
        "the law of Norway on prices, offers, testimonials and gift certificates, which is not "
        "known here",
    )
    assert list(unknown_law(model(tmp_path / "b", {"practice.yaml": PRACTICE}))) == []


def test_the_countries_that_are_known_have_a_rule_for_what_is_advertised() -> None:
    """What a state says comes before what its country says."""
    assert {country for country in KNOWN if {"former_price", "limited", "testimonial"}
            <= LAWS[country].keys()} == KNOWN  # fmt: skip
    assert rule("gift", "CA", "qc") == STATES["CA", "QC"]["gift"]
    assert (rule("gift", "CA", "NL"), cited("gift", "NO")) == (None, "")
    assert cited("limited", "US", "CO") == " (16 CFR 233.5)"


@pytest.mark.parametrize("state", ["CO", "TX"])
def test_a_state_without_a_rule_of_its_own_has_that_of_its_country(state: str) -> None:
    """Colorado rules fees on gift cards, Texas what must be disclosed: neither how long."""
    assert rule("gift", "US", state) == LAWS["US"]["gift"]


def test_rules_that_nobody_looked_up_are_known() -> None:
    """A citation from memory is no source; whoever reads the text takes it off this list."""
    unread = {
        f"{country} {subject}"
        for country, rules in [*LAWS.items(), *((" ".join(at), one) for at, one in STATES.items())]
        for subject, one in rules.items()
        if not one.read
    }
    assert unread == {
        *("US former_price", "US limited", "US testimonial"),
        *("CA former_price", "CA limited", "CA testimonial"),
        *("CA BC gift", "CA ON gift", "CA QC gift"),
        *("GB former_price", "GB limited", "GB testimonial"),
        *("ES former_price", "ES limited", "DE former_price", "IE gift", "AU gift"),
    }
