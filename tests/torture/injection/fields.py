"""Fields: content with a text in every field that takes one, and the pages that show them.

Gives   content(): every file of a small practice; FIELDS, how many fields that is
        groups(): vectors put together until a field of LONG characters is full
        fits(): whether a field of one line takes a vector at all
        PLUGINS: those that put texts on pages; SHOWN: pages that show every field
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from pelicanconf import PLUGINS as EVERY
from plugins.core.problems import ContentError
from plugins.core.reading.front_matter import parse
from plugins.core.reading.source_files import decoded
from plugins.core.schema.model import validate
from plugins.news.model import News
from tests.build.test_vectors import facts

APART = " ¶ "
# Characters of a field, where the limit on them is that. The real one keeps pages in shape, not
# scripts out, and with it a page would show four vectors.
LONG = 3_000
# What takes time and puts no text on a page.
SLOW = ("social_cards", "typeface", "search", "offline", "brand", "hosting", "guide", "checks")
PLUGINS = [name for name in EVERY if name.rpartition(".")[2] not in SLOW]
SHOWN = ("/", "/contact/", "/offers/", "/modalities/a/", "/symptoms/b/", "/news/d/")


def content(text: str) -> dict[str, str | bytes]:
    v = json.dumps(text, ensure_ascii=False)
    figure = f"figures:\n  - drawing: sciatica\n    alt: {v}\n    caption: {v}\n    key: {v}\n"
    place = f"map:\n  - region: buttock\n    label: {v}\n    text: {v}\n"
    files = facts(text)
    return files | {
        "symptoms/b.md": str(files["symptoms/b.md"]).replace("---\n", f"---\n{figure}{place}", 1)
    }


FIELDS = sum(text.count("a text") for text in content("a text").values() if isinstance(text, str))


def fits(vector: str) -> bool:
    text = json.dumps(vector, ensure_ascii=False)
    path = Path("content/news/d.md")
    head = f"---\ntitle: {text}\nsummary: {text}\ndate: 2030-01-01\n---\n"
    try:
        validate(News, parse(decoded(head.encode(), path), path).fields)
    except ContentError:
        return False
    return True


def groups(vectors: Iterable[str]) -> Iterator[list[str]]:
    """One after the other, as many as a long line holds."""
    group: list[str] = []
    for vector in vectors:
        if group and len(APART.join([*group, vector])) > LONG:
            yield group
            group = []
        group.append(vector)
    yield group
