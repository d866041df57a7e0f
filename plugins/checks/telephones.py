"""Telephones: numbers in the text that differ from practice.yaml.

Gives   an error for a telephone number that practice.yaml does not have, a warning for one in the
        text that is no link
Except  numbers that are free to call, such as help lines; fax numbers; numbers of somebody whom the
        sentence names: a doctor, a hospital, the police; a reviewed sentence, see sentences.py
Source  phonenumbers' matcher finds numbers in text as phones do, and knows which are free to call
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.checks.sentences import Sentence
from plugins.core.problems import Problem, quoted
from plugins.core.reading.front_matter import Parsed
from plugins.core.schema.stated_facts import StatedFacts

LINK = re.compile(r"\[([^\]]*)\]\(((?:tel|sms):[^)]*)\)")
# No country has shorter numbers, and the matcher joins digits over four other signs at most. Most
# sentences have none, and it takes its time.
DIGITS = re.compile(r"(?:\d\D{0,4}){3}\d")
FAX = re.compile(r"\bfax", re.IGNORECASE)
OTHERS = (
    r"\b(?:dr\.|doctors?|physicians?|surgeons?|dentists?|nurses?|midwi(?:fe|ves)|chiropractors?|"
    r"psychologists?|psychiatrists?|counsel+ors?|physical therapists?|physiotherapists?|"
    r"hospitals?|urgent care|pharmac(?:y|ies|ists?)|police|emergenc\w+|ambulances?|crisis|poison|"
    r"samaritans|(?:help|hot|life)[- ]?lines?|shelters?|neighbou?rs?|taxis?|cabs?|transit|"
    r"landlord|hotels?|garages?|insurers?|insurance|upstairs|next door)(?!\w)"
)
# "Your doctor is at ..."; not "ask your doctor, or call ...", nor "the doctor among us: ...".
NAMED_BEFORE = re.compile(
    rf"{OTHERS}(?!.*(?:[;!?]|\b(?:or|and|then|but) (?:please )?(?:call|text|phone|ring|dial)\b|"
    r"\b(?:us|we|our|me)\b))",
    re.IGNORECASE | re.DOTALL,
)
# "... is the hospital"
NAMED_AFTER = re.compile(
    rf"\W*(?:is|reaches|belongs to|rings|for|of)?\W*(?:(?:the|a|an|your)\b.{{0,20}})?{OTHERS}",
    re.IGNORECASE,
)


class Number(NamedTuple):
    """A telephone number as it stands in a text, in E.164, with its extension as links have it,
    and what stands around it."""

    shown: str
    dialed: str
    extension: str
    before: str
    after: str


def facts(stated: StatedFacts, parsed: Parsed, every: Iterable[Sentence]) -> Iterator[Problem]:
    """Telephone numbers in the sentences of a content file."""
    for sentence in every:
        if sentence.reviewed or not DIGITS.search(sentence.text):
            continue
        unlinked = {one.dialed for one in numbers(LINK.sub("\n", sentence.text), stated.country)}
        # What a link shows may be another number than what it dials.
        said = LINK.sub(r"\1 \n \2 \n", sentence.text)
        for number in numbers(said, stated.country):
            if number.dialed not in stated.numbers:
                if not of_others(number):
                    yield unknown(stated, parsed, sentence, number.shown)
            elif not sentence.field and number.dialed in unlinked:
                yield Problem(
                    parsed.source,
                    sentence.line,
                    "",
                    f"the telephone number {quoted(number.shown)} without a link",
                    "a number that phones can dial",
                    f"write [{number.shown}](tel:{number.dialed}{number.extension})",
                    "warning",
                )


def unknown(stated: StatedFacts, parsed: Parsed, sentence: Sentence, shown: str) -> Problem:
    return Problem(
        parsed.source,
        sentence.line,
        sentence.field,
        f"the telephone number {quoted(shown)}",
        f"the number of practice.yaml, {stated.telephone}",
        "correct it here, or change it there: every page shows that one; if it is another's, "
        f"say whose in the sentence, or {sentence.exception}",
    )


def of_others(number: Number) -> bool:
    """Whether the sentence says that the number is not one to call the practice at."""
    if FAX.search(number.before) or FAX.match(number.after.lstrip(" (,")):
        return True
    return bool(NAMED_BEFORE.search(number.before) or NAMED_AFTER.match(number.after))


def numbers(text: str, region: str) -> list[Number]:
    """Each telephone number once, without those that are free to call."""
    found: dict[str, Number] = {}
    if not DIGITS.search(text):
        return []
    import phonenumbers  # noqa: PLC0415  (takes longer to load than most texts to read)

    free = (phonenumbers.PhoneNumberType.TOLL_FREE, phonenumbers.PhoneNumberType.UAN)
    for match in phonenumbers.PhoneNumberMatcher(text, region):
        number = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
        if phonenumbers.number_type(match.number) not in free:
            extension = f";ext={match.number.extension}" if match.number.extension else ""
            around = text[: match.start], text[match.end :]
            found.setdefault(number, Number(match.raw_string, number, extension, *around))
    return list(found.values())
