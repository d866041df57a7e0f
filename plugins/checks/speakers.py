"""Speakers: who a sentence speaks of, and whether it claims anything about a session.

Gives   claims_nothing(): for words that a rule of claims.py found in a sentence. It denies them or
        asks about them; or it speaks of a reader's past, of doctors, drugs and neighbors, or names
        a place
"""

from __future__ import annotations

import re

from plugins.checks.sentences import Sentence

# Fields about the reader, for what needs a doctor first.
CARE = {"see_a_doctor", "ask_a_doctor"}
# Fields of a few words, with capitals that make no names.
HEADLINES = {"title", "headline", "label", "tagline"}
BODYWORK = (
    r"(?:massages?|acupuncture|cupping|reflexology|bodywork|reiki|shiatsu|kneading|gua sha|"
    r"sessions?|therap(?:y|ies|ists?)|treatments?|technique|methods?|modality)"
)
DENIAL = (
    r"\b(?:not(?! (?:only|just|merely))|no(?! (?:other|better|faster|doubt|doctor))|"
    r"never(?! again)|the (?:word|term)|cannot|without|nobody|nothing|neither|nor|myth|"
    r"stop(?:ped)? believing|"
    r"(?:sold|advertised|marketed|promoted|touted) as|"
    r"(?!\w+n.t (?:wait|suffer|miss|pay|worry|hesitate)\b|won.t believe\b)"
    r"\w+n['\N{RIGHT SINGLE QUOTATION MARK}]t)\b"
)


def any_of(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


DENIED = any_of(DENIAL)
# "A cure is not what we promise."
DENIED_AFTER = any_of(
    r"[^,;:]{0,40}?\b(?:(?:is|are|was|can|could|does|do|did|would|will|has|have|should)"
    r"(?: be)?(?: not| never|n['\N{RIGHT SINGLE QUOTATION MARK}]t)|cannot)\b"
)
# "Some hope for a cure, and nobody can promise that."
DENIED_AT_END = any_of(
    r",? (?:and|but|which) (?:nobody|no one|we) (?:can|cannot|can't|do not|don't|never)"
    r"(?: (?:do|promise|claim|offer|say))?(?: that| it| so)?\W*\Z"
)
# What another clause, or another subject, begins with.
OTHER_CLAUSE = any_of(
    r"[;:!?\N{EN DASH}\N{EM DASH}]|\bbut\b|,\s*(?:and |so |yet )?(?:just|only|simply|no|we|our|it|"
    rf"this|they|you|{BODYWORK})\b"
)
TURN = any_of(
    r"\b(?:that|which|who|whom|what|than|where|when|or|and|you|if|because|others?|doctors|drugs|pills)\b"
)
# What does not change of whom a sentence speaks: words between commas, places, "they".
ASIDE = any_of(
    r",[^,]*,|[,;:] they\b|\b(?:in|on|at|near|above|below|behind|from) (?:our|the|my) (?:building|"
    r"street|block|house|neighbou?rhood|town|city|area|floor)\b"
)
OURS = any_of(rf"[,;:]|\b(?:we|us|our|ours|my|i|it|this|hands|{BODYWORK})\b")
OTHERS = any_of(
    r"\b(?:doctors?|dr\.|physicians?|surgeons?|dentists?|orthodontists?|nurses?|pharmacists?|"
    r"chiropractors?|psychiatrists?|psychologists?|counsel+ors?|physical therapists?|"
    r"physiotherapists?|midwi(?:fe|ves)|specialists?|obstetricians?|dermatologists?|"
    r"hospitals?|surgery|insurance|insurers?|plans?|medicare|medicines?|medications?|drugs?|antibiotics?|"
    r"painkillers?|pills?|patch(?:es)?|vaccines?|botox|injections?|(?:our )?neighbou?rs?|next door|"
    r"upstairs|downstairs|across the (?:street|hall|way)|websites?|advertisements?|"
    r"(?:other|some) (?:practices|clinics|spas|people|places|sites|products))\b"
)
# Words before one of the others that make no agent of it: "better than drugs", "our doctors".
COMPARED = any_of(
    r"\b(?:than|unlike|like|without|instead of|beyond|no|our|tired of|where|when|replaces?|skip|"
    r"avoid|stop taking)\s+(?:\w+\s+){0,2}\Z"
)
OTHERS_AFTER = any_of(
    rf"[^,;:]{{0,60}}?\b(?:by|from|is|are)\s+(?:\w+\s+){{0,3}}?(?:{OTHERS.pattern})"
)
# "Does massage cure sciatica?" asks; "Looking for a cure?", "Do you want a cure?" do not.
ASKS = any_of(
    r"\W*(?:(?:and|but|so|or),? )?(?:is|are|was|does|do|did|can|could|will|would|should|must|may|"
    r"has|have)\b(?! (?:you|we) (?:want|need|know|suffer|look|ready|seek|wish|tired|dream|imagine|"
    r"like|really))(?!n)"
)
ASKS_WHETHER = any_of(
    r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|know|decides?|tells?)\b[^,;:]{0,30}?"
    r"\b(?:whether|if)\b"
)
RHETORICAL = any_of(r"\A\W*(?:\w+n.t) (?:it|you|we|this)\b")
# "If you have been diagnosed", "until it has healed"; not "if you want a cure".
SUPPOSED = any_of(
    r"\b(?:if|unless|until)\b(?! (?:you|you're|you are) (?:want|need|look|seek|ready|wish|would|"
    r"tired|suffer))"
)
SERVICE = any_of(BODYWORK)
# "Miracle on Main"
SMALL = any_of(r"\A\s+(?:on|of|at|the|and|&)(?=\s)")
WE = any_of(rf"\b(?:we|our|{BODYWORK})\b")


def claims_nothing(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the words that a rule found say nothing about what a session does."""
    text = sentence.text
    before, after = text[: match.start()], text[match.end() :]
    if sentence.field in CARE and not WE.search(before):
        return True
    return (
        asks(text, before)
        or denied(before, match.group(), after)
        or leads_to(SUPPOSED, before, OTHER_CLAUSE)
        or of_others(before, after)
        or (sentence.field not in HEADLINES and is_name(before, match.group(), after))
    )


def asks(text: str, before: str) -> bool:
    """A question that wants an answer, in its own words or in those of a reader."""
    question = text.rstrip("\"')]*_").endswith("?") and ASKS.match(text)
    return bool(question) or leads_to(ASKS_WHETHER, before, OTHER_CLAUSE)


def denied(before: str, words: str, after: str) -> bool:
    # "Isn't it time for a cure?" asks nobody.
    before = RHETORICAL.sub("", before)
    # "No pills, no side effects" begins anew at its second "no".
    if leads_to(DENIED, before, OTHER_CLAUSE, words.split(maxsplit=1)[0]):
        return True
    denial = DENIED_AFTER.match(after)
    return bool(denial and not TURN.search(denial.group())) or bool(DENIED_AT_END.search(after))


def of_others(before: str, after: str) -> bool:
    """Doctors, drugs, neighbors do it, not the practice."""
    agents = [one for one in OTHERS.finditer(before) if not COMPARED.search(before[: one.start()])]
    between = before[agents[-1].end() :] if agents else ""
    # "... as a nurse, treating ..."
    if agents and not OURS.search(ASIDE.sub(" ", between.rstrip(", "))):
        return True
    return bool(OTHERS_AFTER.match(after))


def leads_to(
    words: re.Pattern[str], before: str, end: re.Pattern[str], next_word: str = ""
) -> bool:
    """Whether one of the words stands before, in the same clause."""
    found = list(words.finditer(before))
    return bool(found) and not end.search(before + next_word, found[-1].end())


def is_name(before: str, words: str, after: str) -> bool:
    """A word of a name, such as Miracle Mile: one of two words in a row that have capitals, in a
    sentence where not every word has one."""
    first = before.split()
    if not words[:1].isupper() or not any(word[:1].islower() for word in first):
        return False
    neighbors = [*first[-1:], *SMALL.sub("", after).split()[: not after[:1].isalnum()]]
    return any(word[:1].isupper() and not SERVICE.match(word) for word in neighbors)
