"""Claims: what a massage practice may not say, or should think about before it says it.

Reads   every sentence of every document
Gives   an error or a warning for each sentence in which a row of the table finds a claim, with a
        rewording and the rule of the practice's country
Except  a sentence that claims nothing, see exceptions.py; one with a comment after it,
        `<!-- reviewed: why -->` or `<!-- evidence: where it can be read -->`; a field below
        `# reviewed: why`; a language without a vocabulary
Source  english.py and authorities.py name theirs; schools of wording, not legal advice
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from plugins.checks.claims.authorities import authority
from plugins.checks.claims.english import english
from plugins.checks.claims.exceptions import CARE, claims_nothing, hedged
from plugins.checks.claims.french import french
from plugins.checks.claims.spanish import spanish
from plugins.checks.claims.table import CONDITION, PAIN_FREE, ROWS, TESTIMONIAL, TITLE, Index, Row
from plugins.checks.claims.vocabulary import Tagged, Vocabulary
from plugins.checks.sentences import Sentence
from plugins.core.problems import Problem, quoted
from plugins.core.reading.front_matter import Parsed
from plugins.core.schema.stated_facts import StatedFacts

# Emphasis, and what a link has around its words.
MARKS = re.compile(r"\*+|!?\[|\](?:\([^)]*\)|\[[^\]]*\])?")
LANGUAGES = {"en": english, "fr": french, "es": spanish}


LICENSED, UNLICENSED = Index(ROWS), Index((*ROWS, TITLE))


READ_IN = ("English", "French", "Spanish")


@cache
def vocabulary(language: str) -> Vocabulary:
    return LANGUAGES[language]()


def reads(language: str) -> bool:
    """Whether claims are read in a language, by its BCP 47 tag."""
    return language.partition("-")[0].lower() in LANGUAGES


def language_of(stated: StatedFacts, source: str) -> str:
    """The language of a file: its folder, as in content/es/pages/a.md, or else the site's."""
    folder = (["", *source.replace("\\", "/").split("/")])[-3:][0]
    tag = folder if reads(folder) else stated.language
    return tag.partition("-")[0].lower()


def claims(
    stated: StatedFacts, parsed: Parsed, every: Sequence[Sentence], *, page: bool = True
) -> Iterator[Problem]:
    """What the sentences of a content file claim. page: whether the file is a page of its
    own, which says when to see a doctor."""
    language = language_of(stated, parsed.source)
    if language not in LANGUAGES:
        return
    known = vocabulary(language)
    rows = LICENSED if stated.licensed else UNLICENSED
    careless = page and CARE.isdisjoint(parsed.fields.values)
    for sentence in every:
        if sentence.evidence or sentence.reviewed:
            continue
        shown = without_marks(sentence)
        if not known.may_claim(shown.text, careless=careless):
            continue
        tagged = known.tagged(shown.text)
        found = list(broken(stated, parsed, shown, tagged, rows.possible(tagged.classes)))
        if shown.quoted and not found:
            found += broken(stated, parsed, shown, tagged, [TESTIMONIAL])
        if careless and not found:
            found = list(broken(stated, parsed, shown, tagged, [CONDITION]))
            careless = not found  # once a page is enough
            found = [] if found and cares(known, every) else found
        yield from found


def without_marks(sentence: Sentence) -> Sentence:
    """The sentence as visitors read it: "ends **all** [pain](/pain/)" says what it says."""
    if "*" not in sentence.text and "[" not in sentence.text:
        return sentence
    return replace(sentence, text=MARKS.sub("", sentence.text))


def cares(known: Vocabulary, every: Iterable[Sentence]) -> bool:
    """Whether a page says when to see a doctor."""
    doctor = re.compile(known.doctor, re.IGNORECASE)
    return any(doctor.search(sentence.text) for sentence in every)


def broken(
    stated: StatedFacts, parsed: Parsed, sentence: Sentence, tagged: Tagged, rows: Iterable[Row]
) -> Iterator[Problem]:
    """A problem for each claim; words in which several rows find one are told by the first."""
    told: list[range] = []
    for row in rows:
        if sentence.quoted and row is PAIN_FREE:
            continue
        if row.unless and row.unless.search(tagged.classes):
            continue
        for match in row.words.finditer(tagged.classes):
            start, end = match.span()
            if any(start < span.stop and span.start < end for span in told):
                continue
            if row.hedged and hedged(tagged.classes[:start], tagged.classes[end:]):
                continue
            if claims_nothing(sentence, tagged, start, end, others=row.duty != "endorsement"):
                continue
            told.append(range(start, end))
            first, last = tagged.place(start, end)
            rule = authority(stated.country, stated.region, row.duty)
            yield Problem(
                parsed.source,
                sentence.line,
                sentence.field,
                f"{quoted(sentence.text[first:last])} in {quoted(sentence.text, 90)}",
                f"other words: {row.why}" + f" ({rule})" * bool(rule),
                fix(row, sentence, tagged.known.wording),
                row.level,
            )
            break


def fix(row: Row, sentence: Sentence, wording: Mapping[str, str]) -> str:
    """A rewording; the way to except an error."""
    advice = wording.get(row.instead, row.instead)
    if not advice.startswith(("leave", "say")):
        advice = f"write {quoted(advice)} instead"
    return advice if row.level == "warning" else f"{advice}, or {sentence.exception}"
