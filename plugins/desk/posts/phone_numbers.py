"""Telephones: sentences of a text that have a telephone number.

Gives   has_number(); apart(): the text without such sentences, and those sentences
Source  phonenumbers' matcher finds numbers in text as phones do
"""

from __future__ import annotations

import re

import phonenumbers

from plugins.core.model.site import Site

SENTENCE = re.compile(r"(?<=[.!?])\s+")


def has_number(text: str, site: Site) -> bool:
    region = site.practice.address.country if site.practice.address else "US"
    return phonenumbers.PhoneNumberMatcher(text, region).has_next()


def apart(text: str, site: Site) -> tuple[str, list[str]]:
    sentences = SENTENCE.split(text)
    dropped = [one for one in sentences if has_number(one, site)]
    return " ".join(one for one in sentences if one not in dropped), dropped
