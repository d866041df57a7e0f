"""Table: what a practice may not say, as classes of words in a row, for every language.

Gives   ROWS, TITLE, TESTIMONIAL, CONDITION; Index: which rows may find something in a sentence
Units   the first row that finds words tells them
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.checks.claims.classes import CLASS, EFFECTS, PROMISES, needed, pattern
from plugins.core.problems import Level


@dataclass(frozen=True)
class Row:
    """Words that need care.

    words   what is claimed, in classes
    ways    what it takes, see needed() of classes.py
    why     what is wrong with it, in words that staff read
    duty    the rule that says so: a key of authorities.py
    instead what to write, or what to do
    unless  classes somewhere in the sentence that take the edge off
    hedged  a careful word before it, in the same clause, does so too
    """

    words: re.Pattern[str]
    ways: tuple[tuple[frozenset[str], ...], ...]
    why: str
    duty: str
    instead: str
    level: Level
    unless: re.Pattern[str] | None
    hedged: bool


def row(  # noqa: PLR0913  (the columns of a table)
    ways: Sequence[str],
    why: str,
    duty: str,
    instead: str,
    *,
    unless: str = "",
    level: Level = "error",
    hedged: bool = False,
) -> Row:
    words = "|".join(ways)
    edge = pattern(unless) if unless else None
    return Row(pattern(words), needed(words), why, duty, instead, level, edge, hedged)


ANCHORS = {CLASS[name] for name in f"{EFFECTS} {PROMISES}".split()}
EASE, FIND, LEAVE_OUT = "may help ease", "many clients find", "leave it out"
EFFECT = "effects on the body need evidence"
UNKNOWN = "massage is not known to do that"
NO_END = "nobody can promise to end a condition"
DOCTORS = "to treat a condition is a doctor's work"
# A client may say so of one shoulder, in a quotation.
PAIN_FREE = row(
    ["(leave|be|plain|duration) plain? free", "leave of turn free"],
    NO_END,
    "effect",
    EASE,
    hedged=True,
)
ROWS = (
    row(["cure"], "nobody can promise a cure", "effect", EASE),
    row(["miracle"], "a miracle is more than hands can promise", "effect", "say what the hands do"),
    row(["toxin", "(carry|ending|act|acted) gap waste",
         "carry [^stop comma turn]{0,6}? waste", "waste aux+ plain? (ending|carry)"],
        "massage does not remove toxins", "effect", "leave it out, or say that people may relax"),
    row(["guarantee"], "nobody can guarantee results", "result", FIND,
        unless="^(?=.*service)[^ill result relief heal healed cure free free_of sure]*$"),
    row(["result be plain? (promise|sure)",
         "promise [^stop comma neg]{0,8}? (ill|outcome|free|free_of|heal|healed|ending|vanish)",
         "sure [^stop comma]{0,4}? (free|ill|outcome)"],
        "nobody can promise results", "result", FIND, hedged=True),
    row(["(heal|healed) gap (ill|strokes|tissue|body|part|client)", "(heal|healed) (you|it)",
         "(ill|part|tissue|body) aux* be (det|your)? plain? (heal|healed)", "leave healed",
         "heal near ill", "recovery of gap ill"],
        "nobody can promise to heal a condition", "effect", EASE,
        unless="when|after|nature|some|if", hedged=True),
    row(["diagnose gap (ill|body)", "diagnose (turn|det|your|plain)?"],
        "a diagnosis is a doctor's", "scope", "ask about, feel for, look at"),
    row(["treat items ill", "hedge plain to treat items ill",
         "(we|work) (have|modal)? treated items ill", "ill [have be]+ plain? be? treated",
         "success treated"],
        DOCTORS, "scope", "people come to us with", hedged=True),
    row(["(remedy|success) gap (for|to|of|with|prep) items ill", "ill remedy",
         "success for client turn plain? ill"],
        DOCTORS, "scope", "people come to us with", hedged=True,
        unless="[prep have when after] [det plain of ill]{0,2} remedy"),
    row(["ending turn? gap (ill|strokes)", "no_more gap (ill|strokes)",
         "free_of gap ill", "carry gap ill", "split gap (ill|tissue) (away|vanish)", "discard pain",
         "neg near ill [^stop]{0,3}? again", "neg near [ill end part] [^stop]{0,3}? again",
         "neg again [^stop]{0,4} ill", "leave gap neg ill",
         "split (it|turn|you) vanish",
         "ill of? [plain part]? it? ending [turn with]",
         "ill modal ending", "^away comma? ill",
         "work [plain prep]{0,2} discard gap ill"],
        NO_END, "effect", EASE, hedged=True),
    PAIN_FREE,
    row(["ill of? [plain part]? (comma|stop)? (plain|modal|be|have|total|duration|again|turn)? "
         "(be|modal|it)? (total|plain)? "
         "(vanish|ended [prep total for]|mend [total duration]|mended)",
         "ill client? vanish", "ill of? [plain part]? (modal|it)? be plain? (ended|mended)"],
        NO_END, "effect", EASE, unless="some|nature|if", hedged=True),
    row(["duration gap (outcome|ill|ending|act|acted|heal|treat|free|free_of)",
         "vanish comma? duration", "(outcome|ill|ending|act|acted|healed|free) near duration",
         "total gap relief"],
        "nobody can promise that it lasts", "effect", "may ease for a while"),
    row(["(neg|total|free_of) det? plain? side_effects", "riskless"],
        "whatever has an effect can have side effects", "safety", "you may feel sore for a day"),
    row(["total (safe|success)", "safe (for|to) everyone",
         "safe for det{0,2} (ill|strokes)",
         "safe for client (prep|with) (ill|strokes)"],
        "nothing is safe for everyone", "safety", "say who should ask a doctor first"),
    row(["proven", "studies [^stop comma but neg]{0,6}? (shows|proven)", "have be shows to",
         "be shows turn",
         "(shows|proven) prep gap studies"],
        "a proof needs its source", "proof", FIND, unless="modest|prep proven"),
    row(["authority plain? approved",
         "others [plain det prep be have]{0,2} (recommend|approved) [det your plain of]{0,2}? "
         "(work|place|we|it)",
         "(approved|recommend) prep [det plain]{0,2}? others",
         "(approved|recommend) prep gap authority"],
        "a recommendation needs its source", "endorsement", LEAVE_OUT, unless="if|some|ask|hedge"),
    row(["rate"], "a rate of success needs its source", "proof", LEAVE_OUT, unless="modest"),
    row(["instead gap (care|others)", "discard (to|turn)? gap (care|others)", "need gap no_more",
         "care [for ill plain det your]{0,3}? no_more", "end (to|turn)? gap care",
         "neg [have modal client]{0,2} need gap care",
         "(ending|act) gap need (of|for)? gap care", "no_more gap care",
         "no_more gap need gap care", "act gap care you need",
         "care plain? (be|need) need? no_more",
         "(care|others) [plain have det your client]{0,2} fail"],
        "massage does not replace medical care", "care", "beside the care of your doctor"),
    row(["(act|acted|end|mend|hasten|carry) gap (body|ill)", "mend plain to gap body",
         "ill be plain? acted", "body [be it prep plain]{1,4}? acted",
         "body [^stop comma]{0,4}? be plain? acted", "body acted",
         "superior gap body", "body superior", "(ill|body) it (act|mend)",
         "ill acted (with|prep) (we|work)", "act prep gap (body|ill)",
         "shift [prep of det your plain and part comma]{0,6}? (body|ill)"],
        EFFECT, "effect", EASE, hedged=True, unless="if"),
    row(["(mend|end) gap tissue", "mended tissue", "tissue be total",
         "(tissue|part|ill) heal det? superior", "(tissue|part|ill) modal? heal total",
         "(heal|hasten|recovery) of gap tissue"],
        "hands are not known to do that", "effect", "say what the hands do", hedged=True),
    row(["wonder", "(lose|carry|act|ending) gap girth"], UNKNOWN, "effect", LEAVE_OUT),
    row(["(hasten|act|superior) gap recovery", "(heal|recovery) superior"],
        UNKNOWN, "effect", "may feel good after effort", level="warning", hedged=True),
    row(["(hasten|superior|free) [^stop comma neg]{0,4}? birth", "birth plain? (superior|free)"],
        UNKNOWN, "effect", LEAVE_OUT, hedged=True),
    row(["sure"], "nothing works for everyone", "result", FIND),
    row(["patient"], "this is the word of a clinic", "wording", "client", level="warning",
        unless="others patient|others prep patient"),
    row(["ease gap illness",
         "promote gap (body|ill|recovery|circulation)"],
        EFFECT, "effect", EASE, level="warning", hedged=True),
    row(["act gap circulation"], EFFECT, "effect", LEAVE_OUT, level="warning", hedged=True),
    row(["best [plain det your of ill]{0,2} (work|place|others|relief|remedy)", "best near ill",
         "best prep plain", "work best (of|prep)", "unique", "superior than gap (others|care)",
         "(superior|end|best|than|instead) gap any_other",
         "neg [^stop comma but]{0,10} than (we|work)", "neg end work"],
        "nobody can check the comparison", "comparison",
        "say what is special about how you work", level="warning"),
)  # fmt: skip
TITLE = row(["title"], "practice.yaml has no license that bears the title out", "title",
            "leave it out, or write the license into practice.yaml", level="warning")  # fmt: skip
TESTIMONIAL = row(["free", "healed", "saved", "ill near vanish", "no_more near ill"],
                  "what a client says is a claim of yours too", "endorsement",
                  "leave it out, or quote how the session felt", level="warning")  # fmt: skip
CONDITION = row(["condition"], "a condition needs a hedge, or a note to see a doctor", "effect",
                EASE, unless="hedge|some|neg|client|if|ask|be det", level="warning")  # fmt: skip


class Index:
    """Rows by the classes of words that they take: most sentences have none of them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.ways: dict[str, list[tuple[int, list[frozenset[str]]]]] = {}
        for number, each in enumerate(rows):
            for way in each.ways:
                # Classes of effects and promises are rarer than all others.
                first = min(way, key=lambda known: (not known <= ANCHORS, len(known)))
                rest = [known for known in way if known is not first]
                for name in first:
                    self.ways.setdefault(name, []).append((number, rest))

    def possible(self, classes: str) -> list[Row]:
        """The rows that may find something among words of these classes, in their order."""
        present = set(classes)
        numbers = {
            number
            for name in present & self.ways.keys()
            for number, rest in self.ways[name]
            if not any(map(present.isdisjoint, rest))
        }
        return [self.rows[number] for number in sorted(numbers)]
