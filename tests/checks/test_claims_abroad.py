"""Claims in other languages, and the rules of other countries."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.checks import site_problems
from plugins.checks.claims import LANGUAGES, READ_IN, claims, vocabulary
from plugins.checks.claims.authorities import AUTHORITIES, GENERAL, STATES, authority
from plugins.checks.claims.table import ROWS
from plugins.checks.sentences import sentences
from plugins.core.problems import Problem
from plugins.core.reading.front_matter import parse
from plugins.core.schema.stated_facts import StatedFacts
from tests.checks.statements_abroad import CLAIMS, TRUE
from tests.sites import PRACTICE, model

US = StatedFacts("303-555-0142", ("+13035550142",), "US", licensed=True)
FRANCE = replace(US, country="FR", language="fr-FR")
SPAIN = replace(US, country="ES", language="es-ES")
STATED = {"en": US, "fr": FRANCE, "es": SPAIN}
HEAD = "---\ntitle: A\nsummary: B.\nask_a_doctor: C\n---\n"


def problems(
    sentence: str, stated: StatedFacts, file: str = "content/modalities/a.md"
) -> list[Problem]:
    parsed = parse(f"{HEAD}{sentence}\n", Path(file))
    return list(claims(stated, parsed, list(sentences(parsed))))


@pytest.mark.parametrize("language", ["fr", "es"])
def test_true_statements_are_published(language: str) -> None:
    """At most one in twenty is refused, as in English."""
    stated = STATED[language]
    refused = [
        one
        for one in TRUE[language]
        if any(problem.level == "error" for problem in problems(one, stated))
    ]
    assert len(refused) <= len(TRUE[language]) / 20, refused


@pytest.mark.parametrize("language", ["fr", "es"])
def test_claims_are_found(language: str) -> None:
    """At most one in twenty is missed, as in English."""
    missed = [one for one in CLAIMS[language] if not problems(one, STATED[language])]
    assert len(missed) <= len(CLAIMS[language]) / 20, missed


@pytest.mark.parametrize("language", STATED)
def test_claims_as_clinics_write_them_are_told_from_what_is_true(language: str) -> None:
    """Forty claims and twenty true statements at a time, written before the words were added that
    find them; see wording/."""
    text = Path(__file__).with_name("wording").joinpath(f"{language}.txt").read_text("utf-8")
    said, true = (part.splitlines()[1:] for part in text.split("# true"))
    missed = [one for one in said if not problems(one, STATED[language])]
    refused = [
        one
        for one in true
        if any(problem.level == "error" for problem in problems(one, STATED[language]))
    ]
    assert len(missed) <= len(said) / 20, missed
    assert len(refused) <= len(true) / 20, refused


@pytest.mark.parametrize(
    ("sentence", "stated", "words", "rule", "instead"),
    [
        ("Le massage gu\u00e9rit.", FRANCE, "gu\u00e9rit",
         "Code de la consommation, L121-2 to L121-4, DGCCRF, 2016", "peut aider \u00e0 soulager"),
        ("Le massage gu\u00e9rit.", replace(FRANCE, country="CA", language="fr-CA"),
         "gu\u00e9rit", "Competition Act, s. 74.01, Competition Bureau, 2024",
         "peut aider \u00e0 soulager"),
        ("El masaje cura.", SPAIN, "cura", "Real Decreto 1907/1996, art. 4",
         "puede ayudar a aliviar"),
        ("El masaje cura.", replace(US, language="es-US"), "cura",
         "FTC Health Products Compliance Guidance, 2022", "puede ayudar a aliviar"),
        ("It cures.", replace(US, country="GB", language="en-GB"), "cures",
         "CAP Code 12.1, ASA, 2010", "may help ease"),
        ("It cures.", replace(US, country="DE", language="en-GB"), "cures", "HWG \u00a7 3, 2022",
         "may help ease"),
        ("It cures.", replace(US, country="NZ", language="en-NZ"), "cures",
         "a rule in most countries", "may help ease"),
        ("El masaje cura.", replace(SPAIN, country="MX", language="es-MX"), "cura",
         "a rule in most countries", "puede ayudar a aliviar"),
    ],
)  # fmt: skip
def test_a_claim_is_told_with_a_rule_of_its_country_and_words_of_its_language(
    sentence: str, stated: StatedFacts, words: str, rule: str, instead: str
) -> None:
    """Nobody in Lyon answers to the FTC, and staff paste the words that they are told."""
    (problem,) = problems(sentence, stated)
    assert (problem.found, problem.needed, problem.fix) == (
        f'"{words}" in "{sentence}"',
        f"other words: nobody can promise a cure ({rule})",
        f'write "{instead}" instead, or add <!-- reviewed: why --> after the sentence',
    )


def test_a_page_is_read_in_the_language_of_its_folder() -> None:
    """A site in two languages has one of them below a folder."""
    assert problems("El masaje cura.", US) == []
    (problem,) = problems("El masaje cura.", US, "content/es/modalities/a.md")
    assert problem.found == '"cura" in "El masaje cura."'


def test_a_language_without_words_is_not_read_and_says_so(tmp_path: Path) -> None:
    """Staff who see no problem would take it for a promise."""
    assert problems("It cures.", replace(US, language="he-IL")) == []
    site = model(tmp_path, {"practice.yaml": PRACTICE})
    assert list(site_problems(site)) == []
    abroad = replace(site, practice=site.practice.model_copy(update={"language": "he"}))
    (note,) = site_problems(abroad)
    assert (note.level, note.field, note.found) == (
        "note",
        "language",
        '"he", and claims are read in English, French and Spanish only',
    )
    assert len(LANGUAGES) == len(READ_IN)


def test_no_rule_of_one_country_is_cited_in_another() -> None:
    """It would be wrong, and staff would stop to believe the rest."""
    duties = {row.duty for row in ROWS} - {"wording"}
    cited = {
        country: {authority(country, "", duty) for duty in duties}
        for country in (*AUTHORITIES, "NZ")
    }
    rules = [rule for found in cited.values() for rule in found]
    assert len(rules) == len(set(rules))
    assert cited["NZ"] == {GENERAL}


@pytest.mark.parametrize(("region", "rule"), [("TX", "Texas"), ("Texas", "Texas"), ("CO", "Color")])
def test_a_state_is_cited_to_those_who_are_in_it(region: str, rule: str) -> None:
    """Texas has a rule of its own, which binds nobody in Ohio."""
    assert authority("US", region, "scope").startswith(rule)
    assert authority("US", "OH", "scope").startswith("FTC")
    assert authority("CA", region, "scope").startswith("Food")
    assert set(STATES[("US", "TX")]) <= {row.duty for row in ROWS} | {"title"}


@pytest.mark.parametrize("language", ["fr", "es"])
def test_what_to_write_is_in_the_language_of_the_page(language: str) -> None:
    """Half a sentence in English is no help."""
    words = {row.instead for row in ROWS if not row.instead.startswith(("leave", "say"))}
    assert words <= set(vocabulary(language).wording)
