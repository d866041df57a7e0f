"""Texts: the bodies of all content files become HTML.

Gives   rendered(): the HTML of each text and what is wrong in it, in their order
How     what is known from an earlier build is taken from there, the rest is made in several
        processes, and known from then on
Stops   nothing by itself, see plugins.core.markdown.render
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from markupsafe import Markup

from plugins.build.read.markdown_cache import Answers, Asked, Converted, Resolve
from plugins.core.markdown.render import MarkdownRenderer, handed_over
from plugins.core.problems import Problem
from plugins.core.system.processes import parallel_map


@dataclass(frozen=True)
class Text:
    """A body, where it stands, and what resolves its links, see MarkdownRenderer.render()."""

    body: str
    path: str
    first_line: int
    resolve: Resolve


def rendered(
    texts: Sequence[Text], prose: MarkdownRenderer, known: Converted | None = None
) -> Iterator[tuple[Markup, list[Problem]]]:
    """The HTML of each text, and what is wrong in it."""
    before = [known.of(text.body, text.resolve) if known else None for text in texts]
    new = [text for text, html in zip(texts, before, strict=True) if html is None]
    made = iter(converted(new, prose, known))
    for html in before:
        yield next(made) if html is None else (handed_over(html), [])


def converted(
    texts: Sequence[Text], prose: MarkdownRenderer, known: Converted | None
) -> Iterator[tuple[Markup, list[Problem]]]:
    """The same, made now."""

    def plain(text: Text) -> tuple[str, Answers, list[tuple[Any, ...]]]:
        resolve = Asked(text.resolve)
        html, problems = prose.render(text.body, text.path, text.first_line, resolve)
        return str(html), resolve.answers, [astuple(problem) for problem in problems]

    for text, (html, answers, problems) in zip(texts, parallel_map(plain, texts), strict=True):
        if known and not problems:
            known.put(text.body, html, answers)
        yield handed_over(html), [Problem(*one) for one in problems]
