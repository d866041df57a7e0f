"""Word list: every word that can be found, so that one that was typed wrong leads to it.

Gives   word_list(): the words of the pages, small letters, sorted
Why     Pagefind takes a word that it does not know for its first letters: "siatica" finds nothing,
        "xyzzy" finds x-rays
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"[^\W\d_]{3,}")


def word_list(texts: Mapping[str, str]) -> list[str]:
    plain = (unescape(TAG.sub(" ", text)).lower() for text in texts.values())
    return sorted({word for text in plain for word in WORD.findall(text)})
