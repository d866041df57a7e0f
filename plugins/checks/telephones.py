"""Telephones: numbers in the text that differ from practice.yaml.

Gives   an error for a telephone number that practice.yaml does not have, a warning for one in the
        text that is no link; 911, 988 and toll-free help lines are left alone
Source  phonenumbers' matcher finds numbers in text as phones do
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.checks.sentences import Sentence
from plugins.core.problems import Problem, quoted
from plugins.core.reading.front_matter import Parsed
from plugins.core.schema.stated_facts import StatedFacts

LINK = re.compile(r"\[[^\]]*\]\((?:tel|sms):[^)]*\)")
# No country has shorter numbers, and the matcher joins digits over four other signs at most. Most
# sentences have none, and it takes its time.
DIGITS = re.compile(r"(?:\d\D{0,4}){3}\d")
TOLL_FREE = re.compile(r"\+18(?:00|33|44|55|66|77|88)")


def facts(stated: StatedFacts, parsed: Parsed, every: Iterable[Sentence]) -> Iterator[Problem]:
    """Telephone numbers in the sentences of a content file."""
    for sentence in every:
        for number, (shown, extension) in numbers(sentence.text, stated.country).items():
            if number not in stated.numbers:
                yield Problem(
                    parsed.source,
                    sentence.line,
                    sentence.field,
                    f"the telephone number {quoted(shown)}",
                    f"the number of practice.yaml, {stated.telephone}",
                    "correct it here, or change it there: every page shows that one",
                )
            elif not sentence.field and not linked(shown, sentence.text):
                yield Problem(
                    parsed.source,
                    sentence.line,
                    "",
                    f"the telephone number {quoted(shown)} without a link",
                    "a number that phones can dial",
                    f"write [{shown}](tel:{number}{extension})",
                    "warning",
                )


def numbers(text: str, region: str) -> dict[str, tuple[str, str]]:
    """Each telephone number once, in E.164, without public help lines: as it stands there, and its
    extension as links have it."""
    found: dict[str, tuple[str, str]] = {}
    if not DIGITS.search(text):
        return found
    import phonenumbers  # noqa: PLC0415  (takes longer to load than most texts to read)

    for match in phonenumbers.PhoneNumberMatcher(text, region):
        number = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
        extension = f";ext={match.number.extension}" if match.number.extension else ""
        if not TOLL_FREE.match(number):
            found.setdefault(number, (match.raw_string, extension))
    return found


def linked(shown: str, text: str) -> bool:
    return any(shown in link for link in LINK.findall(text))
