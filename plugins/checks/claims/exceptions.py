"""Exceptions: what takes a claim out of words that a row of the table found in a sentence.

Gives   claims_nothing(). The sentence denies them or asks about them; or it speaks of a reader's
        past, of doctors, drugs and neighbors, or names a place
"""

from __future__ import annotations

import re

from plugins.checks.claims.classes import CLASS, pattern
from plugins.checks.claims.vocabulary import Tagged
from plugins.checks.sentences import Sentence

# Fields about the reader, for what needs a doctor first.
CARE = {"see_a_doctor", "ask_a_doctor"}
# Fields of a few words, with capitals that make no names.
HEADLINES = {"title", "headline", "label", "tagline"}

# "A cure is not what we promise."
DENIED_AFTER = pattern(
    "[^comma stop turn than when and you if others care]{0,7}? (modal|must|be|have) be? neg"
)
# "Some hope for a cure, and nobody can promise that."
DENIED_AT_END = pattern(
    r"comma? (and|but|turn) (neg|we) (neg|modal) [plain promise turn modal it]*\Z"
)
# What another clause, or another subject, begins with.
OTHER_CLAUSE = pattern(
    "stop|but|and turn? plain? neg|comma (and|turn)? (lead|neg|we|it|you|work|det work)"
)
# What does not change of whom a sentence speaks: words between commas, "in our building".
ASIDE = pattern("comma [^comma]* comma|(comma|stop) turn|prep we plain")
OURS = pattern("[comma stop we it work]")
# Words before one of the others that make no agent of it: "better than drugs", "our doctors".
COMPARED = pattern(r"(than|instead|discard|neg|we|want|no_more|need|free_of) "
                   r"[plain det your of]{0,2}\Z")  # fmt: skip
OTHERS = pattern("others|care")
OTHERS_AFTER = pattern("[^comma stop]{0,9}? (prep|be) [plain det your of]{0,3}? (others|care)|"
                       "comma? plain? (see|ask) [plain det your of]{0,3}? others")  # fmt: skip
# "Some websites claim that ..."; "..., physicians say."
OTHERS_SAY = pattern("(others|care) (comma [^comma stop]* comma)? say")
# "Does massage cure sciatica?" asks; "Looking for a cure?", "Do you want a cure?" do not.
ASKS = pattern(
    "(and|but|turn)? comma? (be|modal|must|have|hedge) (?!neg|(you|we)? (want|need|ask|leave))|"
    "[^stop]* inverted"
)
ASKS_WHETHER = pattern("ask [^comma stop]{0,6}? if")
RHETORICAL = pattern(r"\A neg (it|you|we|det|turn)")
# "If you have been diagnosed", "until it has healed"; not "if you want a cure".
SUPPOSED = pattern("if (?!you be? (want|need|ask))")
HEDGE = pattern("hedge|some|when")
# "The pain is gone in some."
HEDGED_AFTER = pattern("prep? some|prep? nature")
NEG = pattern("neg")
WE = pattern("we|work")
# "Miracle on Main"
SMALL = re.compile(r"\A\s+(?:on|of|at|the|and|&)(?=\s)")


def claims_nothing(
    sentence: Sentence, tagged: Tagged, start: int, end: int, *, others: bool = True
) -> bool:
    """Whether the words from one to another claim nothing about what a session does. others:
    whether to ask whom the rest of the sentence speaks of."""
    before, words, after = tagged.classes[:start], tagged.classes[start:end], tagged.classes[end:]
    if sentence.field in CARE and not WE.search(before):
        return True
    return (
        asks(sentence.text, tagged.classes, before)
        or denied(sentence.text, before, words, after)
        or leads_to(SUPPOSED, before)
        or of_others(before, after if others else "")
        or (sentence.field not in HEADLINES and is_name(sentence.text, tagged, start, end))
    )


def hedged(before: str, after: str) -> bool:
    """Whether a careful word stands before, in the same clause, or right after."""
    return leads_to(HEDGE, before) or bool(HEDGED_AFTER.match(after))


def asks(text: str, classes: str, before: str) -> bool:
    """A question that wants an answer, in its own words or in those of a reader."""
    question = text.rstrip("\"')]*_").endswith("?") and ASKS.match(classes)
    return bool(question) or leads_to(ASKS_WHETHER, before)


def denied(text: str, before: str, words: str, after: str) -> bool:
    # "Isn't it time for a cure?" asks nobody.
    before = RHETORICAL.sub("", before) if "?" in text else before
    # "No pills, no side effects" begins anew at its second "no".
    if leads_to(NEG, before, words[0]):
        return True
    return bool(DENIED_AFTER.match(after) or DENIED_AT_END.search(after))


def of_others(before: str, after: str) -> bool:
    """Doctors, drugs, neighbors do it, not the practice."""
    if OTHERS_SAY.search(before) or OTHERS_SAY.search(after):
        return True
    agents = [one for one in OTHERS.finditer(before) if not COMPARED.search(before[: one.start()])]
    between = before[agents[-1].end() :] if agents else ""
    # "... as a nurse, treating ..."
    if agents and not OURS.search(ASIDE.sub("", between.rstrip(CLASS["comma"]))):
        return True
    return bool(OTHERS_AFTER.match(after))


def leads_to(words: re.Pattern[str], before: str, next_word: str = "") -> bool:
    """Whether one of the words stands before, in the same clause."""
    found = list(words.finditer(before))
    return bool(found) and not OTHER_CLAUSE.search(before + next_word, found[-1].end())


def is_name(text: str, tagged: Tagged, start: int, end: int) -> bool:
    """A word of a name, such as Miracle Mile: one of two words in a row that have capitals, in a
    sentence where not every word has one."""
    first, last = tagged.place(start, end)
    before, words, after = text[:first].split(), text[first:last], text[last:]
    if not words[:1].isupper() or not any(word[:1].islower() for word in before):
        return False
    neighbors = [*before[-1:], *SMALL.sub("", after).split()[: not after[:1].isalnum()]]
    capitals = [word for word in neighbors if word[:1].isupper()]
    work = tagged.classes[start - 1 : start] + tagged.classes[end : end + 1]
    return len(capitals) > work.count(CLASS["work"])
