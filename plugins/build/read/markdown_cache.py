"""Converted: the HTML of texts, remembered from build to build by the hash of each text.

Gives   Converted: of(), the HTML of a text while its links lead where they led; put() and keep(),
        for the next build. Asked: a resolver of links that remembers its answers
Keeps   a bundle in .cache/texts/ for the code, Markdown, nh3 and Python that make HTML: JSON, each
        text with its HTML and the answers that its links got. An answer depends on other pages and
        on the place of the text; so HTML counts only where every answer is still the same. Beyond
        LARGEST a site's further texts are not kept
Units   a text with a problem is not kept: the problem is to be told again, with its line
Stops   nothing: what is not known is converted
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

from plugins.core.cache.memo import Memo
from plugins.core.cache.store import key
from plugins.core.markdown import fast_inline, render, sanitizer_report, urls
from plugins.core.markdown.urls import UrlError

FOLDER = "texts"
LARGEST = 64 * 1024**2  # characters, of some 10,000 pages: reading more takes memory

Resolve = Callable[[str], str | None]
Answers = dict[str, str | None]
# The HTML of a text and what its links were answered.
Known = tuple[str, Answers]


@dataclass
class Asked:
    """A resolver, and what it has answered."""

    resolve: Resolve
    answers: Answers = field(default_factory=dict)

    def __call__(self, url: str) -> str | None:
        answer = self.answers[url] = self.resolve(url)
        return answer


class Converted:
    """The HTML of texts that were converted before, and of those that are converted now."""

    def __init__(self) -> None:
        self.bundle: Memo[Known] = Memo(FOLDER, depends(), packed, unpacked)
        self.keep = self.bundle.keep
        self.room = LARGEST

    def of(self, body: str, resolve: Resolve) -> str | None:
        """The HTML of a text, if the resolver answers what it answered before."""
        html, answers = self.bundle.get(digest(body)) or (None, {})
        if html is None or not all(same(resolve, *one) for one in answers.items()):
            return None
        self.room -= len(html)
        return html

    def put(self, body: str, html: str, answers: Answers) -> None:
        """Know the HTML of a text that has no problem."""
        self.room -= len(html)
        if self.room > 0:
            self.bundle.put(digest(body), (html, answers))


def same(resolve: Resolve, url: str, answer: str | None) -> bool:
    """Whether a link still gets this answer."""
    try:
        return resolve(url) == answer
    except UrlError:
        return False


def digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def depends() -> str:
    """What decides, beside a text and the answers to its links, what HTML it becomes."""
    code = (Path(str(one.__file__)) for one in (render, fast_inline, sanitizer_report, urls))
    libraries = map(version, ("markdown", "nh3", "markupsafe"))
    return key(Path(__file__), *code, *libraries, sys.version)


def packed(texts: Mapping[str, Known]) -> bytes:
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()


def unpacked(content: bytes) -> dict[str, Known]:
    found: dict[str, Known] = json.loads(content)
    return found
