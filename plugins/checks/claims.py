"""Claims: what a massage practice may not say, or should think about before it says it.

Reads   every sentence of every document
Gives   an error or a warning for each sentence that a rule finds, with its source and a rewording
Except  a sentence of the text followed by <!-- evidence: where it can be read --> is left alone
Source  FTC Health Products Compliance Guidance (December 2022); 16 CFR 233 and 465; UK ASA/CAP
        advice on massage; Texas 16 TAC 117.93; schools of wording, not legal advice
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from plugins.checks.sentences import Sentence
from plugins.core.problems import Level, Problem, quoted
from plugins.core.reading.front_matter import Parsed
from plugins.core.schema.stated_facts import StatedFacts

FTC = "FTC Health Products Compliance Guidance, 2022"
ASA = "UK ASA/CAP advice on massage"
TEXAS = "Texas 16 TAC 117.93"
CONDITIONS = (
    r"(?:sciatica|carpal tunnel|thoracic outlet|tmj|arthritis|migraines?|fibromyalgia|"
    r"(?:low back|lower back|back|shoulder|hip|knee|neck|chronic|joint) pain|insomnia|anxiety|"
    r"depression|herniated dis[ck]s?|tendonitis|scoliosis|headaches?)"
)


@dataclass(frozen=True)
class Rule:
    """Words that need care. `unless`: words in the same sentence that take the edge off.

    stems  one of these stands in whatever the words match, all in small letters
    """

    stems: tuple[str, ...]
    words: re.Pattern[str]
    why: str
    source: str
    instead: str
    level: Level = "error"
    unless: re.Pattern[str] | None = field(default=None)


def rule(stems: str, words: str, why: str, source: str, instead: str, **more: str) -> Rule:
    """stems: separated by spaces."""
    level: Level = "warning" if more.get("level") == "warning" else "error"
    hedge = re.compile(more["unless"], re.IGNORECASE) if "unless" in more else None
    found = re.compile(words, re.IGNORECASE)
    return Rule(tuple(stems.split()), found, why, source, instead, level, hedge)


def folded(text: str) -> str:
    """Small letters, as those that re.IGNORECASE takes for one another."""
    return text.casefold().replace("\N{LATIN SMALL LETTER DOTLESS I}", "i")


def near(rules: Iterable[Rule], text: str) -> list[Rule]:
    """The rules that may find something in a line of a text: to look for stems is much quicker."""
    said = folded(text)
    likely = (one for one in rules if any(stem in said for stem in one.stems))
    return [one for one in likely if one.words.search(text)]


# A sentence that denies, or that warns, claims nothing.
DENIED = r"\b(?:not|no|never|cannot|can't|doesn't|does not|isn't|don't|without|nobody|nor)\b"
RULES = (
    rule("cur", r"\bcure[sd]?\b|\bcuring\b", "nobody can promise a cure", FTC,
         "may help ease", unless=DENIED),
    rule("heal", rf"\bheal(?:s|ed|ing)?\b.{{0,40}}?{CONDITIONS}",
         "nobody can promise to heal a condition", FTC, "many clients find that ... eases",
         unless=DENIED),
    rule("guarantee", r"\bguarantee", "nobody can guarantee results", TEXAS,
         "many clients find", unless=DENIED),
    rule("tox", r"\bdetox|\btoxins?\b", "massage does not remove toxins", ASA,
         "leave it out, or say that people may feel relaxed", unless=DENIED),
    rule("lactic", r"\blactic acid\b", "massage does not flush lactic acid", ASA,
         "may ease muscles that feel sore", unless=DENIED),
    rule("mirac", r"\bmiracle|\bmiraculous", "a miracle is more than hands can promise", FTC,
         "say what the hands do"),
    rule("diagnos", r"\bdiagnos(?:e|es|ed|ing)\b", "a diagnosis is a doctor's", TEXAS,
         "ask about, feel for, look at", unless=rf"{DENIED}|\bdoctor|\bphysician"),
    rule("permanent", r"\bpermanent(?:ly)? (?:relief|relieve|fix|end)",
         "nobody can promise permanent relief", FTC, "may help ease"),
    rule("side", r"\bno side[- ]effects?\b|\bwithout side[- ]effects?\b",
         "whatever has an effect can have side effects", FTC, "you may feel sore for a day"),
    rule("safe effective", r"\b100 ?% (?:safe|effective)|\bcompletely safe\b|\btotally safe\b",
         "nothing is safe for everyone", FTC, "say who should ask a doctor first"),
    rule("prove studies",
         r"\b(?:clinically|scientifically|medically) prove[nd]?\b|\bstudies (?:show|prove)",
         "a proof needs its source", FTC, "many clients find"),
    rule("treat", rf"\btreat(?:s|ing|ed|ment (?:for|of))?\b.{{0,40}}?{CONDITIONS}",
         "to treat a condition is a doctor's work", FTC, "people come to us with", unless=DENIED),
    rule("immun", r"\bboosts? .{0,20}\bimmun", "massage is not known to do that", FTC,
         "leave it out"),
    rule("instead replace alternative", r"\binstead of (?:surgery|medication|medicine|drugs)|"
         r"\b(?:replaces?|alternative to) (?:surgery|medication|medicine)",
         "massage does not replace medical care", FTC, "beside the care of your doctor",
         unless=DENIED),
    rule("fda", r"\bFDA[- ]approved\b", "the FDA approves no massage", FTC, "leave it out"),
    rule("patient", r"\bpatients?\b(?! (?:with|and))", "this is the word of a clinic", TEXAS,
         "client", level="warning", unless=r"\bbe patient\b"),
    rule("best world number top unmatched finest leading #1",
         r"\b(?:the best|world[- ]class|number one|top[- ]rated|unmatched|finest|leading)\b"
         r"(?=.{0,30}\b(?:massage|therap|practice|clinic|team|care|in (?:town|denver|colorado)))"
         r"|#1\b",
         "nobody can check the comparison", FTC, "say what is special about how you work",
         level="warning"),
)  # fmt: skip
TITLE = rule("licensed certified registered lm l.m l.ac",
             r"\b(?:licensed|certified|registered)\b|\bL\.?M\.?T\b|\bL\.Ac\b",
             "practice.yaml has no license that bears the title out", TEXAS,
             "leave it out, or write the license into practice.yaml", level="warning",
             unless=DENIED)  # fmt: skip
TESTIMONIAL = rule("pain healed saved ache migraine stiffness hurt",
                   r"\bpain[- ]free\b|\bhealed\b|\bsaved my\b|"
                   r"\b(?:pain|ache|headache|migraine|stiffness)s?\b.{0,30}\b(?:gone|vanished)\b|"
                   r"\bno (?:more|longer)\b.{0,20}\b(?:pain|ache|hurt)",
                   "what a client says is a claim of yours too", FTC,
                   "leave it out, or quote how the session felt", level="warning")  # fmt: skip
CONDITION = rule("sciatica carpal thoracic tmj arthritis migraine fibromyalgia pain insomnia "
                 "anxiety depression dis tendonitis scoliosis headache", rf"\b{CONDITIONS}\b",
                 "a condition needs a hedge, or a note to see a doctor", ASA,
                 "may help ease", level="warning",
                 unless=rf"{DENIED}|\b(?:may|might|can|could|often|sometimes|usually|tends?|some|"
                        r"many|people|clients?|if|when|whether|ask)\b|\?$")  # fmt: skip
# What sends people to a doctor: a field of its own, or the words in the text.
CARE = {"see_a_doctor", "ask_a_doctor"}
DOCTOR = re.compile(r"\b(?:doctor|physician|nurse|emergency room)", re.IGNORECASE)
EVIDENCE = "add <!-- evidence: where it can be read --> after the sentence"


def claims(stated: StatedFacts, parsed: Parsed, every: Sequence[Sentence]) -> Iterator[Problem]:
    """What the sentences of a content file claim."""
    text = "\n".join(sentence.text for sentence in every)
    rules = near(RULES if stated.licensed else (*RULES, TITLE), text)
    careless = bool(near([CONDITION], text)) and not cares(parsed, text)
    for sentence in every:
        found = list(broken(parsed, sentence, rules))
        if sentence.quoted:
            found += broken(parsed, sentence, [TESTIMONIAL])
        if careless and not found:
            found = list(broken(parsed, sentence, [CONDITION]))
            careless = not found  # once a page is enough
        yield from found


def cares(parsed: Parsed, text: str) -> bool:
    """Whether a page says when to see a doctor."""
    return not CARE.isdisjoint(parsed.fields.values) or bool(DOCTOR.search(text))


def broken(parsed: Parsed, sentence: Sentence, rules: Iterable[Rule]) -> Iterator[Problem]:
    for one in rules:
        if sentence.evidence or not (match := one.words.search(sentence.text)):
            continue
        if not (one.unless and one.unless.search(sentence.text)):
            yield Problem(
                parsed.source,
                sentence.line,
                sentence.field,
                f"{quoted(match.group())} in {quoted(sentence.text, 90)}",
                f"other words: {one.why} ({one.source})",
                fix(one, in_field=bool(sentence.field)),
                one.level,
            )


def fix(rule: Rule, *, in_field: bool) -> str:
    """A rewording; the way to except an error, where a comment can stand."""
    advice = rule.instead
    if not advice.startswith(("leave", "say")):
        advice = f"write {quoted(advice)} instead"
    return advice if in_field or rule.level == "warning" else f"{advice}, or {EVIDENCE}"
