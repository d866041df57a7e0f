"""Telephone numbers in texts: those of practice.yaml, and ready to be dialed."""

from __future__ import annotations

from pathlib import Path

import phonenumbers
import pytest
from phonenumbers import PhoneMetadata

from plugins.checks.sentences import sentences
from plugins.checks.telephones import DIGITS, facts
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from tests.sites import PRACTICE, model

HEAD = "---\ntitle: A\nsummary: B.\n---\n"


def looked(site: Site) -> list[Problem]:
    return [
        one
        for each in site.everything
        for one in facts(site.practice.stated_facts, each.parsed, sentences(each.parsed))
    ]


def found(folder: Path, text: str, practice: str = "", head: str = HEAD) -> list[Problem]:
    site = model(folder, {"practice.yaml": PRACTICE + practice, "symptoms/a.md": head + text})
    return looked(site)


def test_another_number_is_an_error(tmp_path: Path) -> None:
    """The old number, on one page of forty, rings at somebody else's."""
    (problem,) = found(tmp_path, "\nCall (303) 555-0199.\n")
    assert problem == Problem(
        problem.path,
        6,
        "",
        'the telephone number "(303) 555-0199"',
        "the number of practice.yaml, 303-555-0142",
        "correct it here, or change it there: every page shows that one; if it is another's, "
        "say whose in the sentence, or add <!-- reviewed: why --> after the sentence",
        "error",
    )


def test_a_link_dials_the_extension(tmp_path: Path) -> None:
    """It belongs to the number."""
    (problem,) = found(tmp_path, "Call 303-555-0142 ext. 12 today.")
    assert problem.fix == "write [303-555-0142 ext. 12](tel:+13035550142;ext=12)"
    assert not found(tmp_path, "Call [303-555-0142 ext. 12](tel:+13035550142;ext=12).")


def test_a_number_without_a_link_is_worth_a_look(tmp_path: Path) -> None:
    """Most visitors hold a telephone in their hand."""
    (problem,) = found(tmp_path, "Call 303.555.0142 today.")
    assert problem == Problem(
        problem.path,
        5,
        "",
        'the telephone number "303.555.0142" without a link',
        "a number that phones can dial",
        "write [303.555.0142](tel:+13035550142)",
        "warning",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Call [303-555-0142](tel:+13035550142).",
        "Call [us](tel:303-555-0142).",
        "Write to [303-555-0142](sms:+13035550142).",
        "In an emergency, call 911. In a crisis, call or text 988.",
        "The help line is 1-800-273-8255, or 888-555-0100.",
        "Rest for 30-40 minutes, from 2030-01-01 to 2030-12-31.",
        "It costs $95-$180 for 60/90/120 minutes.",
        "License 00001-2345678.",
        "Call [303-555-0142 ext. 7](tel:+13035550142;ext=7).",
        "Call [us, 303-555-0142 x7,](tel:+13035550142;ext=7) or [303.555.0142](sms:303-555-0142).",
        "Samaritans: +44 800 138 1111.",
        "Abroad: +44 800 138 1111.",
        "Fax a referral to 303-555-0143.",
        "Our fax is [303-555-0143](tel:+13035550143).",
        "Send it to 303-555-0143 (fax).",
        "Dr. Example is at [303-555-0177](tel:+13035550177).",
        "St. Luke's Hospital: 303-555-0177.",
        "Ask at the office of your physician, 303-555-0177.",
        "303-555-0177 is the pharmacy on the corner.",
        "Not an emergency? The police are at 303-555-0177.",
        "My old teacher is at 303-555-0177. <!-- reviewed: she asked us to -->",
    ],
)
def test_what_is_right_or_no_number_of_a_practice_is_left_alone(tmp_path: Path, text: str) -> None:
    """Help lines are not ours, dates and prices are no numbers."""
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ask your doctor, or call 303-555-0199.",
        "If your doctor agrees, call us at 303-555-0199.",
        "For a doctor's referral we are at 303-555-0199.",
        "Call 303-555-0199 if your doctor agrees.",
        "In an emergency, call 911. Call 303-555-0199 for a time.",
    ],
)
def test_a_doctor_in_the_sentence_does_not_own_every_number(tmp_path: Path, text: str) -> None:
    """The old number is often the last word after all the warnings."""
    assert [one.level for one in found(tmp_path, text)] == ["error"]


def test_a_wrong_number_behind_right_words_is_an_error(tmp_path: Path) -> None:
    """What is dialed is what nobody reads."""
    problems = found(tmp_path, "Call [303-555-0142](tel:+13035550199).")
    assert [(one.level, one.found) for one in problems] == [
        ("error", 'the telephone number "+13035550199"')
    ]


def test_the_number_for_text_messages_is_known_too(tmp_path: Path) -> None:
    """It may be another than the one that rings."""
    text = "Write to [303-555-0143](sms:+13035550143)."
    assert [one.level for one in found(tmp_path, text)] == ["error"]
    assert found(tmp_path, text, practice="text_messages: 303-555-0143\n") == []


def test_a_number_in_a_field_needs_no_link(tmp_path: Path) -> None:
    """Fields have no links; a wrong number there is wrong all the same."""
    head = "---\ntitle: A\nsummary: Call 303-555-0142.\nsee_a_doctor:\n  - Call 303-555-0199\n---\n"
    problems = found(tmp_path, "", head=head)
    assert [(one.level, one.line, one.field) for one in problems] == [("error", 5, "see_a_doctor")]


def test_numbers_are_read_as_in_the_practices_country(tmp_path: Path) -> None:
    """In London nobody writes +44."""
    abroad = (
        "name: Hands\ntelephone: 020 7946 0000\ntime_zone: Europe/London\naddress:\n"
        "  street: 1 Quiet Street\n  city: London\n  region: London\n"
        "  postal_code: E1 0AA\n  country: GB\n"
    )
    files = {"practice.yaml": abroad, "symptoms/a.md": f"{HEAD}Call 020 7946 0999.\n"}
    problems = looked(model(tmp_path, files))
    assert [(one.level, one.found) for one in problems] == [
        ("error", 'the telephone number "020 7946 0999"')
    ]


def test_no_country_has_a_number_that_is_too_short_to_be_looked_at() -> None:
    """Texts with fewer digits are passed over."""
    shortest = 99
    for region in phonenumbers.SUPPORTED_REGIONS:
        known = PhoneMetadata.metadata_for_region(region)
        assert known and known.general_desc
        shortest = min(shortest, *(one for one in known.general_desc.possible_length if one > 0))
    assert DIGITS.search("-1" * shortest)
    assert not DIGITS.search("Room 12, open since 7")


@pytest.mark.parametrize("way", range(4))
def test_a_number_of_any_country_is_looked_at_however_it_is_written(way: int) -> None:
    """In brackets, with an extension, as a link has it."""
    for region in phonenumbers.SUPPORTED_REGIONS:
        example = phonenumbers.example_number(region)
        assert example
        written = phonenumbers.format_number(example, way)
        for text in (written, written.replace(" ", " - "), f"({written[:3]}) / {written[3:]} x 12"):
            for match in phonenumbers.PhoneNumberMatcher(text, region):
                assert DIGITS.search(match.raw_string), text
