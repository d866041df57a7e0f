"""Vocabulary: the words of a language, each with its class; a sentence as a row of classes.

Gives   Vocabulary; tagged(): the classes of a sentence's words, with where each word stands
Units   a word has one class; of several phrases that begin alike the longest counts
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from plugins.checks.claims.classes import CLASS, EFFECTS, FRAME, OBJECTS, PROMISES

APOSTROPHE = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}]")
ODD = str.maketrans("\N{LATIN SMALL LETTER DOTLESS I}\N{LATIN SMALL LETTER LONG S}", "is")
# What stands between words, beside blanks.
BETWEEN = (
    '!"&()*+,-./:;<=>?@[\\]^_`{|}~\N{EN DASH}\N{EM DASH}\N{HORIZONTAL ELLIPSIS}'
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{NO-BREAK SPACE}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{NARROW NO-BREAK SPACE}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{INVERTED EXCLAMATION MARK}"
    "\N{INVERTED QUESTION MARK}"
)
SPACES = str.maketrans({**dict.fromkeys(BETWEEN, " "), "%": " % ", "#": " # "})
MARKS = {
    **dict.fromkeys(";:!?\N{EN DASH}\N{EM DASH}", CLASS["stop"]),
    ",": CLASS["comma"],
    "%": CLASS["percent"],
}
PLAIN, NUMBER = CLASS["plain"], CLASS["number"]
# Words that are said of much else besides: a sentence is worth a look for others.
TRIGGERS = {CLASS[name] for name in f"{EFFECTS} {PROMISES}".split()}
COMMON = {CLASS[name] for name in f"{FRAME} {OBJECTS}".split()}

Form = Callable[[str], tuple[Iterable[str], Iterable[str]]]


@dataclass(frozen=True)
class Tagged:
    """The classes of the words of a sentence; sizes: how many words each stands for."""

    text: str
    classes: str
    sizes: list[int]
    known: Vocabulary

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the sentence the words from one to another stand."""
        found = [*self.known.token.finditer(self.text)]
        first, last = sum(self.sizes[:start]), sum(self.sizes[:end])
        return found[first].start(), found[last - 1].end()


@dataclass
class Vocabulary:
    """The words of a language.

    token       what a word is
    plain_form  a word as the lists have it
    doctor      an expression for what sends to a doctor
    wording     what to write instead, by what the table has
    classes     of each word
    phrases     below their first word, the longest first
    triggers    a sentence that claims something has one of these words,
    parts       or one of these phrases, below one of its words
    conditions  the same for conditions
    """

    token: re.Pattern[str]
    plain_form: Callable[[str], str]
    doctor: str
    wording: Mapping[str, str] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    triggers: set[str] = field(default_factory=set)
    parts: dict[str, list[str]] = field(default_factory=dict)
    conditions: set[str] = field(default_factory=set)

    def words(self, text: str) -> list[str]:
        found = self.token.findall(folded(text))
        return [self.plain_form(word) for word in found] if APOSTROPHE.search(text) else found

    def add(self, words: Iterable[str], name: str) -> None:
        """Words and phrases of a class; the class of a word that is there already stays."""
        for entry in words:
            first, *rest = self.words(entry)
            if rest:
                phrases = self.phrases.setdefault(first, [])
                if all(tuple(rest) != known for known, _ in phrases):
                    phrases.append((tuple(rest), CLASS[name]))
            else:
                self.classes.setdefault(first, CLASS[name])

    def close(self) -> Vocabulary:
        """After the last word."""
        for word, name in self.classes.items():
            if name in TRIGGERS:
                self.triggers.add(word)
            elif name == CLASS["condition"]:
                self.conditions.add(word)
        for first, phrases in self.phrases.items():
            phrases.sort(key=lambda phrase: -len(phrase[0]))
            for rest, name in phrases:
                rarest = max((first, *rest), key=self.rareness)
                if name in TRIGGERS:
                    self.parts.setdefault(rarest, []).append(f" {' '.join((first, *rest))} ")
                elif name == CLASS["condition"]:
                    self.conditions.add(rarest)
        return self

    def rareness(self, word: str) -> tuple[bool, bool, int]:
        """Words that few sentences have stand for a phrase: none of grammar, but long ones."""
        return word.isalnum(), self.classes.get(word) not in COMMON, len(word)

    def may_claim(self, text: str, *, careless: bool = False) -> bool:
        """Whether a text has words without which nothing is claimed; careless: on a page where a
        condition by itself is worth a look."""
        # Most sentences end here: to split them is quicker than to look for words.
        apart = APOSTROPHE.search(text)
        words = self.words(text) if apart else folded(text).translate(SPACES).split()
        if not self.triggers.isdisjoint(words):
            return True
        if careless and not self.conditions.isdisjoint(words):
            return True
        if self.parts.keys().isdisjoint(words):
            return False
        row = f" {' '.join(words)} "
        return any(phrase in row for word in words for phrase in self.parts.get(word, ()))

    def tagged(self, text: str) -> Tagged:
        words = self.words(text)
        classes, sizes, position = [], [], 0
        phrases, known = self.phrases, self.classes
        while position < len(words):
            word, size, name = words[position], 1, ""
            for rest, of_phrase in phrases.get(word, ()):
                if tuple(words[position + 1 : position + 1 + len(rest)]) == rest:
                    size, name = len(rest) + 1, of_phrase
                    break
            classes.append(
                name or known.get(word) or MARKS.get(word) or (NUMBER if word.isdigit() else PLAIN)
            )
            sizes.append(size)
            position += size
        return Tagged(text, "".join(classes), sizes, self)


def folded(text: str) -> str:
    """Small letters, with those that are taken for one another as one."""
    if text.isascii():
        return text.lower()
    return text.replace("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "i").lower().translate(ODD)


def entries(words: str) -> Iterator[str]:
    return (entry for part in words.split(",") if (entry := " ".join(part.split())))


def add_all(
    vocabulary: Vocabulary,
    words: Mapping[str, str],
    forms: Callable[[str, str], Iterable[tuple[str, str]]],
) -> None:
    """Every entry as it stands; then its forms, which forms() gives with their classes."""
    for name, listed in words.items():
        vocabulary.add(entries(listed), name)
    for name, listed in words.items():
        for entry in entries(listed):
            for form, of_class in forms(name, entry):
                vocabulary.add([form], of_class)
