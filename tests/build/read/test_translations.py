"""Translations: the words of one file, with the facts of another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plugins.build.read.translations import tags, translated
from plugins.core.reading.front_matter import Fields
from plugins.core.schema.model import ContentModel
from plugins.core.schema.practice import Practice
from plugins.modalities.model import Modality
from plugins.offers.model import Offer

OFFER = {"headline": "Spring", "terms": "For all.", "starts": "2030-05-01", "code": "SPRING"}


def joined(
    model: type[ContentModel], own: dict[str, Any], said: dict[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """The values, and what staff read of them."""
    fields, notes = translated(
        model, Fields(Path("offers/a.md"), own), Fields(Path("es/offers/a.md"), said)
    )
    told = [f"{one.field}: {one.needed}" if one.field else one.needed for one in fields.problems]
    return fields.values, [*told, *(one.needed for one in notes)]


def test_a_translation_has_the_facts_of_its_original() -> None:
    """A date that is written twice is wrong once somebody changes one of the two."""
    said = {"headline": "Primavera", "terms": "Para todos."}
    values, told = joined(Offer, OFFER, said)
    assert values == {**said, "starts": "2030-05-01", "code": "SPRING"}
    assert told == []


def test_a_fact_in_a_translation_is_refused() -> None:
    """It could say another day than the page in the first language."""
    said = {"headline": "Primavera", "terms": "Para todos.", "starts": "2030-05-02"}
    assert joined(Offer, OFFER, said)[1] == ["starts: words alone: the rest stands in offers/a.md"]


def test_words_without_a_translation_are_left_out() -> None:
    """Half a page in English is worse than a page without these words."""
    values, told = joined(Offer, OFFER, {"headline": "Primavera"})
    assert values == {"headline": "Primavera", "starts": "2030-05-01", "code": "SPRING"}
    assert told == ["the words of terms: they are left out in this language"]


def test_an_unknown_key_stays_to_be_told() -> None:
    """A misspelled word must not vanish in silence."""
    values, _ = joined(Offer, OFFER, {"headline": "Primavera", "terms": "T.", "trms": "T."})
    assert values["trms"] == "T."


SESSIONS = [{"minutes": "60", "price": "90"}, {"name": "Back", "minutes": "30", "price": "50"}]


def test_each_entry_of_a_list_takes_its_words_from_the_same_place() -> None:
    """Prices and lengths stay in the original, one for each entry."""
    own = {"title": "Massage", "summary": "Slow.", "sessions": SESSIONS}
    said = {"title": "Masaje", "summary": "Lento.", "sessions": [{}, {"name": "Espalda"}]}
    values, _ = joined(Modality, own, said)
    assert values["sessions"] == [SESSIONS[0], {**SESSIONS[1], "name": "Espalda"}]


def test_a_list_of_another_length_is_refused() -> None:
    """Nobody could say which price the words belong to."""
    own = {"title": "Massage", "summary": "Slow.", "sessions": SESSIONS}
    said = {"title": "Masaje", "summary": "Lento.", "sessions": [{"name": "Espalda"}]}
    assert joined(Modality, own, said)[1] == [
        "sessions: 2 entries, in the order of offers/a.md",
    ]


def test_a_list_of_words_alone_may_be_another_one() -> None:
    """Whoever translates may answer other questions."""
    own = {
        "title": "Massage",
        "summary": "Slow.",
        "questions": [{"question": "A?", "answer": "B."}] * 2,
    }
    said = {
        "title": "Masaje",
        "summary": "Lento.",
        "questions": [{"question": "¿A?", "answer": "B."}],
    }
    values, told = joined(Modality, own, said)
    assert (values["questions"], told) == (said["questions"], [])


def test_facts_stay_where_only_their_words_are_missing() -> None:
    """A day on which the practice is closed is closed in each language."""
    own = {
        "name": "Hands",
        "special_days": [{"date": "2030-07-04", "hours": "closed", "reason": "Independence Day"}],
        "packages": [{"name": "Three hours", "price": "240"}],
    }
    values, told = joined(Practice, own, {})
    assert values == {
        "name": "Hands",
        "special_days": [{"date": "2030-07-04", "hours": "closed"}],
    }
    # A package without a name is none.
    assert told == [
        "the words of packages 1, name and special_days 1, reason: "
        "they are left out in this language"
    ]


def test_a_picture_without_words_for_it_is_left_out() -> None:
    """Who cannot see it would hear another language."""
    own = {"title": "T", "summary": "S", "picture": {"file": "a.jpg", "alt": "Hands"}}
    said = {"title": "T", "summary": "S"}
    assert "picture" not in joined(Modality, own, said)[0]
    words = {**said, "picture": {"alt": "Manos"}}
    assert joined(Modality, own, words)[0]["picture"] == {"file": "a.jpg", "alt": "Manos"}


def test_the_languages_are_the_folders_named_as_one(tmp_path: Path) -> None:
    """A folder that is no language is told as any other stranger."""
    for name in ("es", "fr-CA", "pages", "xx", "ES"):
        (tmp_path / name).mkdir()
    assert tags(tmp_path, ["en", "es", "fr"]) == ["es", "fr-CA"]
