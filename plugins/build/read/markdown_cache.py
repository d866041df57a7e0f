"""Markdown cache: the bodies of all content files become HTML, each body once.

Gives   MarkdownCache: render(), the HTML of each text and the problems in it; save(), for the next
        build
Keeps   .cache/texts/: each text with its HTML and the answers that its links got. An answer depends
        on other pages and on the folder of the text, so HTML counts only while every answer is the
        same. Beyond LARGEST a site's further texts are not kept
Units   a text with a problem is not kept, so that each build reports it, with its line
Stops   nothing by itself, see plugins.core.markdown.render
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from markupsafe import Markup

from plugins.core.cache.memo import Memo, digest
from plugins.core.cache.package_versions import version
from plugins.core.markdown import (
    blocks,
    converter,
    fast_inline,
    inline,
    leftovers,
    readings,
    render,
    sanitizer_report,
    spaces,
    urls,
)
from plugins.core.markdown.render import MarkdownRenderer, handed_over
from plugins.core.markdown.urls import UrlError
from plugins.core.problems import Problem
from plugins.core.reading import marks
from plugins.core.system.processes import parallel_map

LARGEST = 64 * 1024**2  # characters, of some 10,000 pages: reading more takes memory
CODE = (
    *(render, converter, blocks, inline, fast_inline, leftovers, readings),
    *(marks, sanitizer_report, spaces, urls),
)
LIBRARIES = ("markdown", "pymdown-extensions", "comrak-ext", "nh3", "markupsafe")

Resolve = Callable[[str], str | None]
Answers = dict[str, str | None]


@dataclass(frozen=True)
class Text:
    """A body, where it is, and what resolves its links, see MarkdownRenderer.render()."""

    body: str
    path: str
    first_line: int
    resolve: Resolve


@dataclass
class RecordedAnswers:
    """A resolver, and what it has answered."""

    resolve: Resolve
    answers: Answers = field(default_factory=dict)

    def __call__(self, url: str) -> str | None:
        answer = self.answers[url] = self.resolve(url)
        return answer


class MarkdownCache:
    """The HTML of texts that earlier builds rendered, and of those that this one renders."""

    def __init__(self, renderer: MarkdownRenderer) -> None:
        self.renderer = renderer
        code = (Path(str(module.__file__)) for module in CODE)
        self.memo: Memo[tuple[str, Answers]] = Memo(
            "texts", Path(__file__), *code, *map(version, LIBRARIES)
        )
        self.save = self.memo.save
        self.room = LARGEST

    def render(self, texts: Sequence[Text]) -> Iterator[tuple[Markup, list[Problem]]]:
        """The HTML of each text, and the problems in it; new texts in several processes."""
        cached = [self._cached(text) for text in texts]
        new = self._rendered([t for t, html in zip(texts, cached, strict=True) if html is None])
        for html in cached:
            yield next(new) if html is None else (handed_over(html), [])

    def _cached(self, text: Text) -> str | None:
        """The HTML of a text, if its links get the answers that they got before."""
        html, answers = self.memo.get(digest(text.body)) or (None, {})
        if html is None or not all(same(text.resolve, *answer) for answer in answers.items()):
            return None
        self.room -= len(html)
        return html

    def _rendered(self, texts: Sequence[Text]) -> Iterator[tuple[Markup, list[Problem]]]:
        def plain(text: Text) -> tuple[str, Answers, list[dict[str, Any]]]:
            resolve = RecordedAnswers(text.resolve)
            html, problems = self.renderer.render(text.body, text.path, text.first_line, resolve)
            return str(html), resolve.answers, [asdict(problem) for problem in problems]

        rows = parallel_map(plain, texts)
        for text, (html, answers, problems) in zip(texts, rows, strict=True):
            self.room -= len(html)
            if self.room > 0 and not problems:
                self.memo.put(digest(text.body), (html, answers))
            yield handed_over(html), [Problem.of(problem) for problem in problems]


def same(resolve: Resolve, url: str, answer: str | None) -> bool:
    """Whether a link still gets this answer."""
    try:
        return resolve(url) == answer
    except UrlError:
        return False
