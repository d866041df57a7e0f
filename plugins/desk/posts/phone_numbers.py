"""Phone numbers: finds sentences with a telephone number in a text.

Gives   has_number(); remove_numbers(): the text without such sentences, and those sentences
Source  phonenumbers' matcher finds numbers in text as phones do
"""

from __future__ import annotations

import re

import phonenumbers

from plugins.core.model.site import Site

SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def has_number(text: str, site: Site) -> bool:
    return phonenumbers.PhoneNumberMatcher(text, site.practice.country).has_next()


def remove_numbers(text: str, site: Site) -> tuple[str, list[str]]:
    sentences = SENTENCE_END.split(text)
    removed = [sentence for sentence in sentences if has_number(sentence, site)]
    return " ".join(sentence for sentence in sentences if sentence not in removed), removed
