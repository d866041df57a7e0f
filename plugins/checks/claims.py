"""Claims: what a massage practice may not say, or should think about before it says it.

Reads   every sentence of every document
Gives   an error or a warning for each sentence that a rule finds, with its source and a rewording
Except  a sentence that claims nothing, see speakers.py; one with a comment after it,
        `<!-- reviewed: why -->` or `<!-- evidence: where it can be read -->`; a field below
        `# reviewed: why`
Source  FTC Health Products Compliance Guidance (December 2022); 16 CFR 233 and 465; UK ASA/CAP
        advice on massage; Texas 16 TAC 117.93; schools of wording, not legal advice
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plugins.checks.sentences import Sentence
from plugins.checks.speakers import CARE, DENIAL, claims_nothing
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
# What nobody may promise to end, beside those: pain of any kind, and graver conditions.
ILLS = (
    rf"(?:{CONDITIONS}|pains?|aches?|injur(?:y|ies)|diseases?|illness(?:es)?|cancer|diabetes|"
    r"infertility|neuropathy|bursitis|tendinitis|whiplash|vertigo|asthma|ptsd|hypertension|"
    r"plantar fasciitis|frozen shoulder|tennis elbow|pinched nerves?|bulging dis[ck]s?|"
    r"(?:high )?blood pressure|lupus|gout|tumors?)"
)


ODD = str.maketrans("\N{LATIN SMALL LETTER DOTLESS I}\N{LATIN SMALL LETTER LONG S}", "is")


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
    unless: re.Pattern[str] | None = None


def rule(  # noqa: PLR0913, PLR0917  (the columns of a table)
    stems: str,
    words: str,
    why: str,
    source: str,
    instead: str,
    level: Level = "error",
    unless: str = "",
) -> Rule:
    """stems: with | between them."""
    found = re.compile(words, re.IGNORECASE)
    hedge = re.compile(unless, re.IGNORECASE) if unless else None
    return Rule(tuple(stems.split("|")), found, why, source, instead, level, hedge)


def folded(text: str) -> str:
    """Small letters, as many as there are letters, as those that re.IGNORECASE takes for one
    another."""
    if text.isascii():
        return text.lower()
    return text.replace("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "i").lower().translate(ODD)


def near(rules: Iterable[Rule], text: str) -> list[Rule]:
    """The rules that may find something in a line of a text: to look for stems is much quicker."""
    said = folded(text)
    return [one for one in rules if any(map(one.words.search, lines_with(one.stems, said)))]


def lines_with(stems: Iterable[str], text: str) -> Iterator[str]:
    """The lines of a text that have one of the stems in them."""
    for stem in stems:
        position = text.find(stem)
        while position >= 0:
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            yield text[text.rfind("\n", 0, position) + 1 : end]
            position = text.find(stem, end)


# What may stand between a verb and what it ends.
FILLER = (
    r"(?:your|the|all|any|every|of|effects?|symptoms?|signs?|root|causes?|source|most|even|years|"
    r"(?!(?:if|when|before|after|with|without|at|in|by|for|as|and|or|because|to|on|where|while|near|"
    r"under|over|that|which|who|you|we|this|how|what|than|until|since|from|into)\b)\w+)"
)
# A careful sentence about what a session can do.
HEDGED = r"\b(?:may|might|could|helps?|hopes?|aims?|often|sometimes|tr(?:y|ies) to)\b"
# What a practice may well guarantee, and what it may not.
SERVICES = (
    r"\b(?:gift|cards?|certificates?|vouchers?|deposits?|appointments?|place|spot|slot|space|seat|"
    r"time|prices?|rates?|expire|step-free|access|accessible|parking|privacy|private|booking|"
    r"reservation|delivery|balance|refunds?|law|clean|sheets?|linen|towels?)\b"
)
RESULTS = (
    r"\b(?:results?|relief|pain|heal|healed|better|cure|cured|money|free of|satisfaction|success|"
    r"improve\w*|sleep|relaxed)\b"
)
CARE_OF_OTHERS = (
    r"(?:surger(?:y|ies)|an operation|operations|medic\w+|drugs?|pills?|painkillers?|opioids?|"
    r"injections?|blood thinners?|antidepressants?|doctors?)\b"
)
# What a sentence may say that hands do to a body, and what of a body or an illness.
EFFECTS = (
    r"(?:drains?|draws? out|pulls? out|flush(?:es)? out|rids?|cleanses?|purif(?:y|ies)|rebuilds?|"
    r"regenerates?|restores?|repairs?|dissolves?|melts?|shrinks?|lowers?|raises?|reduces?|"
    r"increases?|boosts?|stimulates?|strengthens?|activates?|prevents?|improves?|removes?|"
    r"releases?|takes? away|ends?|eliminates?|erases?|destroys?|kills?|balances?|regulates?|"
    r"reverses?|fights?|undo(?:es)?|gets? rid of|relieves? (?:every|all|any))"
)
EFFECTED = (
    rf"(?:{ILLS}|poisons?|impurities|cartilage|dis[ck]s|nerves?|organs?|immun\w+|hormones?|"
    r"cortisol|serotonin|dopamine|endorphins?|inflammation|blood clots?|kidney stones?|cellulite|"
    r"trauma|suffering|fertility|metabolism|digestion|swelling|wrinkles|stretch marks|viruses|"
    r"infections?|addictions?|long covid|damage|ag(?:e)?ing|allerg\w+|blood sugar|cholesterol)"
)
RULES = (
    rule("cur", r"\bcure[sd]?\b|\bcuring\b", "nobody can promise a cure", FTC,
         "may help ease",
         unless=r"\b(?:must|has to) be cured\b|\bcured (?:before|first|ham|meats?)\b"),
    rule("heal", rf"\bheal(?:s|ed|ing)?\b.{{0,40}}?\b{ILLS}\b",
         "nobody can promise to heal a condition", FTC, "many clients find that ... eases"),
    rule("heal|fixed|gone|vanish|disappear|melt",
         rf"\b{ILLS} (?:(?:is|are|will be|gets?) (?:healed|fixed|gone)|will (?:vanish|disappear|"
         r"melt))\b|\bheals? (?:you|your|the)\b|"
         r"\bheals? (?:\w+ )?(?:joints?|wounds?|muscles?|tissues?|bod(?:y|ies)|nerves?|bones?|"
         r"scars?)\b|\b(?:leaves?|left) healed\b",
         "nobody can promise to heal a condition", FTC, "many clients find that ... eases",
         unless=r"\b(?:once|when|after|must|time|slowly|some|many|often|may)\b"),
    rule("guarantee", r"\bguarantee", "nobody can guarantee results", TEXAS, "many clients find",
         unless=rf"^(?!.*{RESULTS}).*{SERVICES}"),
    rule("tox",
         r"\bdetox(?!\w* (?:program|center|clinic|ward|unit|from (?:alcohol|drugs|opioids)))|"
         r"\btoxins\b|"
         r"\b(?:flush|remov|releas|eliminat|clear|wash|drain|rid|cleans)\w*\b.{0,40}\btoxin\b",
         "massage does not remove toxins", ASA,
         "leave it out, or say that people may feel relaxed", unless=r"\bbotulinum|\bbotox"),
    rule("acid|waste", r"\blactic acid\b|\bmetabolic waste\b", "massage does not flush lactic acid",
         ASA, "may ease muscles that feel sore"),
    rule("mirac", r"\bmiracle|\bmiraculous", "a miracle is more than hands can promise", FTC,
         "say what the hands do"),
    rule("diagnos",
         r"\bdiagnos(?:e|es|ing)\b|\b(?:we|our \w+|therapists?) (?:have )?diagnosed\b|"
         r"\bdiagnosed (?:by (?:us|our)|here|(?:in|at|during) (?:the|your|our|one))\b|"
         r"\bour diagnos[ei]s\b|\b(?:give|offer|provide|make|get|free|exact|accurate|precise|"
         r"full) (?:you )?(?:an? |the |your )?(?:\w+ )?diagnosis\b",
         "a diagnosis is a doctor's", TEXAS, "ask about, feel for, look at"),
    rule("permanent|for good|forever|for all|lasting|complete|total|instant|immediate",
         r"\bpermanent(?:ly)? (?:pain )?(?:relief|relieve|fix|end|cure|solution|free)|"
         r"\bgone,? (?:permanently|for good|forever)\b|"
         r"\b(?:lasting|complete|total|instant|immediate) (?:pain )?(?:relief|cure)\b|"
         rf"\b{ILLS}\b.{{0,40}}\b(?:permanently|for good|forever|once and for all)\b|"
         rf"\b(?:permanently|forever|once and for all)\b.{{0,40}}\b{ILLS}\b",
         "nobody can promise permanent relief", FTC, "may help ease"),
    rule("side effect|side-effect|risk free|risk-free",
         r"\b(?:no|zero|without(?: any)?|free of) side[- ]effects?\b|\brisk[- ]free\b",
         "whatever has an effect can have side effects", FTC, "you may feel sore for a day"),
    rule("safe|effective|success|fail",
         r"\b100 ?% (?:safe|effective|success\w*)|\b(?:completely|totally|perfectly) safe\b|"
         r"\bnever fails\b",
         "nothing is safe for everyone", FTC, "say who should ask a doctor first"),
    rule("prove|studies|research|science",
         r"\b(?:clinically|scientifically|medically) prove[nd]?\b|"
         r"\bproven (?:to|cure|remedy|methods?|techniques?|therap|treatments?|results?|relief)|"
         r"\b(?<!few )(?:studies|research|science) (?:has |have )?(?:shows?|shown|prove[sn]?)\b",
         "a proof needs its source", FTC, "many clients find"),
    rule("treat", rf"\btreat(?:s|ing|ed|ments? (?:for|of))?\b.{{0,40}}?\b{ILLS}\b",
         "to treat a condition is a doctor's work", FTC, "people come to us with",
         unless=r"\b(?:in|under|undergoing|during|after|(?:hav|receiv|gett)(?:e|ing)|finished) "
                r"treatment (?:for|of)\b|"
                r"\b(?:you|who|that|people|clients?)(?:'ve)?(?: have| has| had| were| was| are|"
                r" is)?(?: \w+)?(?: been| being)? treated for\b"),
    rule("eliminat|revers|fix|repair|end |ends |banish|eras|resol|rid|bye|farewell|stop|"
         "shrink|never|no more|free",
         r"\b(?:shrinks?|eliminat(?:e|es|ing)|revers(?:e|es|ing)|fix(?:es|ing)?|"
         r"repair(?:s|ing)?|ends?|banish(?:es)?|eras(?:e|es|ing)|resolv(?:e|es|ing)|gets? rid of|"
         r"stops?|(?:say |wave |bid )?(?:good-?bye|farewell) to) "
         rf"(?:{FILLER} ){{0,4}}?{ILLS}\b|"
         rf"\bnever\b.{{0,30}}\b{ILLS} again\b|\bnever again\b.{{0,30}}\b{ILLS}\b|"
         rf"\bno more {ILLS}\b|"
         r"\b(?:is|are) free (?:of|from) pain\b|\b(?:be|leave|live|living|life|feel|become|"
         r"stay|walk out|go home)(?: \w+)? (?:pain[- ]free|free (?:of|from) pain)\b",
         "nobody can promise to end a condition", FTC, "may help ease", unless=HEDGED),
    rule("cancer|disease|diabetes|dementia|stroke|attack|covid",
         r"\b(?:prevent|fight|beat|ward)(?:s|ing)?\b(?: off)?(?: \w+)? "
         r"(?:cancer|disease|diabetes|dementia|strokes?|heart attacks?|covid)\b",
         "massage is not known to do that", FTC, "leave it out", unless=HEDGED),
    rule("blood pressure|blood sugar|cholesterol",
         r"\b(?:lower|reduc|normali[sz]|regulat)(?:e?s?|ing)\b(?: \w+)? "
         r"(?:blood pressure|blood sugar|cholesterol)\b",
         "massage is not known to do that", FTC, "leave it out", unless=HEDGED),
    rule("recovery|healing", r"\b(?:speed|accelerat)(?:e?s|ing)?\b(?: up)?(?: \w+)? "
         r"(?:recovery|healing)\b",
         "massage is not known to do that", FTC, "may feel good after effort", level="warning",
         unless=HEDGED),
    rule("immun",
         r"\b(?:boost|strengthen|improv|enhanc|stimulat|increas)(?:e?s?|ing)\b.{0,20}\bimmun",
         "massage is not known to do that", FTC, "leave it out"),
    rule("fertility|weight with|weight through|weight by|fat|cellulite",
         r"\b(?:improv|boost|restor|increas)(?:e?s?|ing) (?:your )?fertility\b|"
         r"\b(?:melts?|burns?|breaks? (?:down|up)|dissolves?)\b(?: away)? (?:body )?"
         r"(?:fat|cellulite)\b|\blos(?:e|ing) weight (?:with|through|by) massage",
         "massage is not known to do that", FTC, "leave it out"),
    rule("instead of|replace|alternative to|skip|avoid|cancel|no doctor|taking|throw|"
         "ditch|forget|no need|as effective|as good|as strong|better than|no longer",
         r"\b(?:as (?:effective|good|strong) as|better than) (?:surgery|medic|drugs|pills)|"
         r"\bno longer (?:need|take)s?(?: \w+)? (?:pills|painkillers|medic|drugs|surgery)|"
         r"\binstead of (?:surgery|medication|medicine|drugs|pills|painkillers)|"
         r"\b(?:replaces?|alternative to) (?:surgery|medication|medicine)|"
         r"\b(?:skip|avoid|cancel) (?:the |your )?surgery\b|\bno doctor needed\b|"
         r"\b(?:stop taking|throw away|ditch|skip|forget(?: about)?|no need for) "
         r"(?:the |your |any )?(?:pills|painkillers|medic(?:ation|ine)s?|drugs|doctors?|surgery)\b",
         "massage does not replace medical care", FTC, "beside the care of your doctor"),
    rule("fda", r"\bFDA[- ]approved\b(?! (?:drug|medic|patch|vaccine|pill|device))",
         "the FDA approves no massage", FTC, "leave it out"),
    rule("patient", r"\b(?:patients|(?:an?|each|every|new|one|our) patient)\b"
                    r"(?! (?:with|and|of|advoca|portal|educat|listen|teach|hand|ear))",
         "this is the word of a clinic", TEXAS, "client", level="warning",
         unless=r"\b(?:cancer|hospital|diabetic|dental|stroke|dialysis|their|his|her) patients?\b"),
    rule("align|posture|spine|pelvis|hormon|nervous|metabol|energy|scar|adhesion|calcium",
         r"\b(?:re)?align(?:s|ing)? (?:\w+ )?(?:spine|back|pelvis|hips?|neck|body|joints?)\b|"
         r"\b(?:correct|straighten|restor|fix)(?:e?s|ing)? (?:\w+ )?(?:posture|spine|pelvis)\b|"
         r"\b(?:re)?(?:balanc|regulat|normali[sz]|restor|set)(?:e?s|ing) (?:\w+ ){0,2}?"
         r"(?:hormones?|nervous system|metabolism|energy)\b|"
         r"\b(?:breaks? (?:up|down)|dissolves?|breaking (?:up|down)|dissolving) (?:\w+ ){0,2}?"
         r"(?:scar tissue|scars|adhesions?|calcium)\b",
         "hands are not known to do that", ASA, "say what the hands do", unless=HEDGED),
    rule("safer|gentler|cheaper|better|more effective|just as|alternative|need",
         rf"\b(?:safer|gentler|cheaper|better|more effective) than {CARE_OF_OTHERS}|"
         r"\bjust as (?:effective|good|strong)(?! as| a)\b|"
         rf"\balternative to (?:\w+ )?{CARE_OF_OTHERS}|"
         rf"\bnever (?:again )?need(?:s|ed)? (?:\w+ )?{CARE_OF_OTHERS}|"
         rf"\bneed(?:s|ed)? no (?:\w+ )?{CARE_OF_OTHERS}",
         "massage does not replace medical care", FTC, "beside the care of your doctor"),
    rule("recommend|trust|endors|approv|swear",
         r"\b(?:doctors|physicians|surgeons|experts) (?:all |everywhere |now )?"
         r"(?:recommend|trust|endorse|approve|swear by)\b|"
         r"\b(?:recommended|trusted|endorsed|approved) by (?:\w+ )?"
         r"(?:doctors|physicians|surgeons|experts|hospitals)\b",
         "a recommendation needs its source (16 CFR 255)", FTC, "leave it out",
         unless=r"\b(?:if|whether|when|unless|some|many|may|ask)\b"),
    rule("drain|draw out|draws out|pull out|pulls out|flush out|flushes out|rid |rids |cleanse|"
         "purif|rebuild|regenerat|restore|repair|dissolve|melt|shrink|lower|raise|reduce|increase|"
         "boost|stimulat|strengthen|activate|prevent|improve|remove|release|take away|takes away|"
         "end |ends |eliminate|erase|destroy|kill|balance|regulate|reverse|fight|undo|get rid|"
         "gets rid|relieve",
         rf"\b{EFFECTS} (?:{FILLER} ){{0,3}}?{EFFECTED}\b",
         "effects on the body need evidence", ASA, "may help ease",
         unless=rf"{HEDGED}|\b(?:please|if|whether|when|before|rest|ice|sleep|walking|exercise)\b"),
    rule("never|without|no pain|without pain",
         r"\bnever (?:\w+ )?(?:hurts?|aches?|suffers?|be in pain)\b.{0,20}\bagain\b|"
         r"\bleaves? (?:\w+ ){0,2}?(?:without|with no) pain\b",
         "nobody can promise to end a condition", FTC, "may help ease", unless=HEDGED),
    rule("tell|find|know",
         r"\b(?:we|therapists?) (?:can |will |always )?(?:tell|find|know)s? (?:you )?"
         r"(?:what is wrong|what's wrong|the (?:\w+ )?cause|why (?:you|it) hurts?)\b",
         "a diagnosis is a doctor's", TEXAS, "ask about, feel for, look at",
         unless=r"\b(?:cannot|can't|not)\b"),
    rule("medicine without|fail|results than|smoking|throw",
         r"\bmedicine without (?:drugs|pills)\b|\bwhere (?:\w+ ){1,4}?fail(?:s|ed)\b|"
         r"\b(?:better|faster|stronger) results than\b|\b(?:quit|stop) smoking\b|"
         r"\bthrow(?:s|ing)? away (?:your|the) \w+",
         "massage does not replace medical care", FTC, "beside the care of your doctor",
         unless=r"\bplease\b|\bnot?\b"),
    rule("most effective|fastest|quickest|strongest|only",
         r"\b(?:most effective|fastest|quickest|strongest|the only) (?:\w+ ){0,2}?"
         r"(?:way|method|clinic|therapy|treatment|massage|technique|relief|therapists?)\b"
         r"(?! (?:to (?:reach|park|book|get here)))",
         "nobody can check the comparison", FTC, "say what is special about how you work",
         level="warning"),
    rule("answer|solution|remedy|secret|good as new|lifetime|for life|heal itself|heal yourself|"
         "power to heal|no one else|nobody else",
         rf"\b(?:answer to|solution (?:to|for)|remedy (?:for|against)|secret to ending) "
         rf"(?:{FILLER} ){{0,2}}?{ILLS}\b|\bgood as new\b|"
         r"\b(?:results?|effects?|relief)\b.{0,20}\b(?:a lifetime|for life)\b|"
         r"\b(?:power|ability) to heal\b|\b(?:nobody|no one) else (?:in|gets|can|has)\b",
         "nobody can promise that", FTC, "many clients find that ... eases",
         unless=HEDGED),
    rule("healed|proven by",
         r"\bhealed (?:\w+ )?(?:thousands|hundreds|dozens|many|clients|people|patients)\b|"
         r"\bproven by (?:\w+ )?(?:science|studies|research|doctors|experts)\b",
         "a proof needs its source", FTC, "many clients find"),
    rule("replace", r"\breplaces? (?:your|the|any|all) (?:\w+ )?"
                    r"(?:medic\w+|drugs|pills|painkillers|surgery|doctors?|therapy)\b",
         "massage does not replace medical care", FTC, "beside the care of your doctor"),
    rule("work", r"\bworks? (?:for|on) (?:every(?:one|body)|every \w+|anyone|anybody)\b|"
                 r"\balways works?\b|\bworks every time\b",
         "nothing works for everyone", FTC, "many clients find"),
    rule("heal", r"\bheal(?:s|ed|ing)? (?:(?:your|the|torn|injured|damaged|broken|strained|sore) )+"
                 r"(?:muscles?|tendons?|ligaments?|tissues?|fractures?|bones?|joints?|nerves?|"
                 r"injur(?:y|ies)|back|body)\b|\bheal(?:s|ed|ing)? of fractures\b",
         "nobody can promise to heal a condition", FTC, "many clients find that ... eases",
         unless=r"\b(?:once|when|after|until|must|slowly|may)\b"),
    rule("forever|for good|for all|permanently",
         r"\b(?:rid of|bye to|gone|fix|solv|correct|remov|chang|end)\w*\b.{0,40}"
         r"\b(?:forever|for good|once and for all|permanently)\b|"
         r"\bpermanently (?:\w+ )?(?:correct|fix|remov|releas|heal|chang|improv|solv|reliev)\w*",
         "nobody can promise that it lasts", FTC, "may ease for a while"),
    rule("labor|labour|birth|delivery",
         r"\b(?:shorter|easier|faster|quicker|shortens|eases|speeds up) (?:labou?r|births?|"
         r"delivery)\b|\b(?:labou?r|births?|delivery) (?:\w+ )?(?:shorter|easier|faster|quicker)\b",
         "massage is not known to do that", FTC, "leave it out", unless=HEDGED),
    rule("circulation|blood flow",
         r"\b(?:massage|session|treatment|therapy|cupping|acupuncture|we|it|and|^)\b.{0,30}"
         r"\b(?:increas|improv|boost|stimulat|enhanc)(?:e?s|ing|e) (?:your |the |blood )?"
         r"(?:circulation|blood flow)\b|^(?:increas|improv|boost|stimulat|enhanc)(?:e?s|ing) "
         r"(?:your |the |blood )?(?:circulation|blood flow)\b",
         "effects on the body need evidence", ASA, "leave it out", level="warning",
         unless=HEDGED),
    rule("best|world|number|top|unmatched|finest|leading|#1",
         r"\b(?:the best|world[- ]class|number one|top[- ]rated|unmatched|finest|leading)\b"
         r"(?=.{0,30}\b(?:massage|therap|practice|clinic|team|care|in (?:town|denver|colorado)))"
         r"|#1\b",
         "nobody can check the comparison", FTC, "say what is special about how you work",
         level="warning"),
)  # fmt: skip
TITLE = rule("licensed|certified|registered|lm|l.m|l.ac",
             r"\b(?:licensed|certified|registered)\b|\bL\.?M\.?T\b|\bL\.Ac\b",
             "practice.yaml has no license that bears the title out", TEXAS,
             "leave it out, or write the license into practice.yaml", level="warning")  # fmt: skip
TESTIMONIAL = rule("pain|healed|saved|ache|migraine|stiffness|hurt",
                   r"\bpain[- ]free\b|\bhealed\b|\bsaved my\b|"
                   r"\b(?:pain|ache|headache|migraine|stiffness)s?\b.{0,30}\b(?:gone|vanished)\b|"
                   r"\bno (?:more|longer)\b.{0,20}\b(?:pain|ache|hurt)",
                   "what a client says is a claim of yours too", FTC,
                   "leave it out, or quote how the session felt", level="warning")  # fmt: skip
CONDITION = rule("sciatica|carpal|thoracic|tmj|arthritis|migraine|fibromyalgia|pain|insomnia|"
                 "anxiety|depression|dis|tendonitis|scoliosis|headache", rf"\b{CONDITIONS}\b",
                 "a condition needs a hedge, or a note to see a doctor", ASA,
                 "may help ease", level="warning",
                 unless=rf"{DENIAL}|\b(?:may|might|can|could|often|sometimes|usually|tends?|some|"
                        r"many|people|clients?|if|when|whether|ask)\b|\?$|"
                        r"\bis (?:a|an|the|when)\b")  # fmt: skip
# Emphasis, and what a link has around its words.
MARKS = re.compile(r"\*+|!?\[|\](?:\([^)]*\)|\[[^\]]*\])?")
DOCTOR = re.compile(r"\b(?:doctor|physician|nurse|emergency room)", re.IGNORECASE)


def claims(
    stated: StatedFacts, parsed: Parsed, every: Sequence[Sentence], *, page: bool = True
) -> Iterator[Problem]:
    """What the sentences of a content file claim. page: whether the file is a page of its
    own, which says when to see a doctor."""
    every = [without_marks(sentence) for sentence in every]
    text = "\n".join(sentence.text for sentence in every)
    rules = near(RULES if stated.licensed else (*RULES, TITLE), text)
    careless = page and bool(near([CONDITION], text)) and not cares(parsed, text)
    for sentence in every:
        found = list(broken(parsed, sentence, rules))
        if sentence.quoted and not found:
            found += broken(parsed, sentence, [TESTIMONIAL])
        if careless and not found:
            found = list(broken(parsed, sentence, [CONDITION]))
            careless = not found  # once a page is enough
        yield from found


def without_marks(sentence: Sentence) -> Sentence:
    """The sentence as visitors read it: "ends **all** [pain](/pain/)" says what it says."""
    if "*" not in sentence.text and "[" not in sentence.text:
        return sentence
    return replace(sentence, text=MARKS.sub("", sentence.text))


def cares(parsed: Parsed, text: str) -> bool:
    """Whether a page says when to see a doctor."""
    return not CARE.isdisjoint(parsed.fields.values) or bool(DOCTOR.search(text))


def broken(parsed: Parsed, sentence: Sentence, rules: Iterable[Rule]) -> Iterator[Problem]:
    """A problem for each claim; words that break several rules are told by the first of them."""
    if sentence.evidence or sentence.reviewed:
        return
    told: list[range] = []
    for one in rules:
        if one.unless and one.unless.search(sentence.text):
            continue
        for match in one.words.finditer(sentence.text):
            if claims_nothing(sentence, match):
                continue
            if any(match.start() < span.stop and span.start < match.end() for span in told):
                continue
            told.append(range(*match.span()))
            yield Problem(
                parsed.source,
                sentence.line,
                sentence.field,
                f"{quoted(match.group())} in {quoted(sentence.text, 90)}",
                f"other words: {one.why} ({one.source})",
                fix(one, sentence),
                one.level,
            )
            break


def fix(rule: Rule, sentence: Sentence) -> str:
    """A rewording; the way to except an error."""
    advice = rule.instead
    if not advice.startswith(("leave", "say")):
        advice = f"write {quoted(advice)} instead"
    return advice if rule.level == "warning" else f"{advice}, or {sentence.exception}"
