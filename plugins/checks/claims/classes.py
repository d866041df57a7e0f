"""Classes: the kinds of words that the table of claims speaks of, each as one character.

Gives   CLASS: the character of each class; pattern(): a regular expression over those characters
        from one over names of classes: "end gap ill" finds "ends years of back pain"
"""

from __future__ import annotations

import re

# What stands around a claim, and tells who speaks of what.
FRAME = (
    "plain det your of for to prep with and turn than if when after be have modal must hedge help "
    "neg we you it work place client comma stop but lead want ask say see number percent others "
    "care service nature some modest leave split inverted"
)
# What a session may do, or is said to do: without one of these a sentence claims nothing.
EFFECTS = (
    "cure heal healed end ended mend mended treat treated act acted carry vanish diagnose hasten "
    "remedy wonder free free_of no_more again away shift ease promote lose"
)
# What it does that to.
OBJECTS = (
    "condition illness pain strokes body tissue part circulation waste recovery birth result "
    "relief girth"
)
# How sure, how long, compared with what, and who says so.
PROMISES = (
    "miracle toxin guarantee promise duration total sure safe everyone side_effects riskless "
    "proven studies shows authority approved recommend best superior unique any_other success "
    "rate patient title instead discard need fail saved"
)
NAMES = f"{FRAME} {EFFECTS} {OBJECTS} {PROMISES}".split()
CLASS = {name: chr(0xE000 + number) for number, name in enumerate(NAMES)}
# Words between a verb and what it does something to: of any class but these.
GAP = (
    "[^for to prep with and turn than if when after be have modal must hedge help neg we you it "
    "comma stop but]"
)
SETS = {
    "ill": "condition illness pain",
    "ending": "end ended mend mended",
    "aux": "be have modal must",
    "outcome": "result relief superior",
}
ALIASES = {
    **{name: f"[{words}]" for name, words in SETS.items()},
    "gap": f"{GAP}{{0,4}}?",
    # A list of things: "treats anxiety, depression and gout".
    "items": "[^turn than if when be have modal must neg we you it stop but prep]{0,7}?",
    "near": "[^stop but]{0,6}?",
}
IN_SET = re.compile(r"(?<=\[)[^\]]*(?=\])")
# A class, a set of classes or a group, and how often; groups have no groups in them.
PART = re.compile(
    r"(?:(?P<or>\|)|(?P<out>\[\^[^\]]*\]|\(\?[^)]*\)|[\^$])|"
    r"(?P<some>\[[^\]]*\]|\((?:\[[^\]]*\]|[^()])*\)|.))"
    r"(?P<times>(?:[?*+]|\{[\d,]+\})\??)?"
)
KNOWN = frozenset(CLASS.values())
WORD = re.compile(r"[a-z]\w*")


def pattern(words: str) -> re.Pattern[str]:
    return re.compile(characters(words), re.DOTALL)


def characters(words: str) -> str:
    """The expression with each name as its character; a name that nobody knows is an error."""
    words = IN_SET.sub(lambda each: replaced(each[0], SETS), words)
    words = replaced(words, ALIASES)
    return WORD.sub(lambda name: CLASS[name[0]], words).replace(" ", "")


def replaced(words: str, by: dict[str, str]) -> str:
    return WORD.sub(lambda name: by.get(name[0], name[0]), words)


def needed(words: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """For each way in which an expression may be met: sets of characters, of each of which a text
    has one. To look for those is much quicker than to look for the expression."""
    ways: list[list[frozenset[str]]] = [[]]
    for part in PART.finditer(characters(words)):
        if part["or"]:
            ways.append([])
        elif part["some"] and not (part["times"] or "").startswith(("?", "*", "{0")):
            ways[-1].append(frozenset(part["some"]) & KNOWN)
    return tuple(tuple(sets) for sets in ways)
