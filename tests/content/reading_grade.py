"""Reading grade: how many years of school a text takes, by the length of its words and sentences.

Gives   prose(): the sentences of a content file, without fields, headings and tables;
        grade(): their Automated Readability Index
Why     no library: textstat downloads a dictionary of syllables while it runs
Source  Smith and Senter, Automated Readability Index (AMRL-TR-66-220, 1967)
"""

from __future__ import annotations

import re

LINK = re.compile(r"!?\[([^]]*)\]\([^)]*\)")
ITEM = re.compile(r"^(?:[-*+]|\d+\.)\s+")
SKIPPED = re.compile(r"^(?:#|\||>|```)")
WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
END = re.compile(r"[.?!:](?=\s|$)")


def prose(text: str) -> str:
    """Each line or item is a sentence, when it does not say where it ends."""
    body = text.split("---\n", 2)[2]
    lines = (ITEM.sub("", line.strip()) for line in LINK.sub(r"\1", body).splitlines())
    kept = [line.replace("*", "") for line in lines if line and not SKIPPED.match(line)]
    return " ".join(line if END.search(line[-1]) else f"{line}." for line in kept)


def grade(text: str) -> float:
    words, sentences = WORD.findall(text), len(END.findall(text))
    letters = sum(len(re.sub(r"\W", "", word)) for word in words)
    return 4.71 * letters / len(words) + 0.5 * len(words) / sentences - 21.43
