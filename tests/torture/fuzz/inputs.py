"""Inputs: content files as nobody should write them, for hypothesis.

Gives   documents(): Markdown files, their fields and bodies taken from real ones and changed;
        practices(): the same of practice.yaml; bodies(): Markdown out of pieces; SEEDS
"""

from __future__ import annotations

import json
import re

from hypothesis import strategies as st

from tests.core.vectors import VECTORS
from tests.sites import FULL

SEEDS: dict[str, list[str]] = {}
for found in sorted(FULL.rglob("*.md")):
    SEEDS.setdefault(found.parent.name, []).append(found.read_text(encoding="utf-8"))
PRACTICES = [(FULL / "practice.yaml").read_text(encoding="utf-8")]

KEYS = sorted(
    {key for group in (*SEEDS.values(), PRACTICES) for key in re.findall(r"(\w+):", "".join(group))}
)
DATES = [
    *("2026-12-31", "2026-12-31 18:00", "31/12/2026", "2026-02-30", "2026-13-01", "0001-01-01"),
    *("9999-12-31", "2026-03-08 02:30", "2026-11-01 01:30", "2026-12-31T18:00:00Z", "Friday"),
    *("2026-12-31 25:00", "12-31", "\uff12026-12-31", "2026-12-31 18:00 +0100", "10000-01-01", "5"),
]
SIGNS = [
    "#", "&", "*a", "!x", "|", ">", "|-\n    x", "{a: b}", "[a, b]", "[", "}", "%", "@", "`",
    "- ", "'", '"', "''", '"\\x00"', '"\\u2028"', '"\\ud800"', "~", "null", "yes", "?", ": ",
    "a: b", "<<", "---", "...", "\t", "\u00a0", "\ufeff", "\u202e", "\x00", "\x1b[2J", "\x85",
    "\u2028", "😀", "e\u0301", "\ud7ff", "9" * 400, "x" * 400, "1e999", "-0", "0x10",
    "09:30-17:00", "NaN", "25.50", "$1,000", "303-555-0142", "+44 20 7946 0000",
    "https://a.example/", "javascript:x", "/first-visit/", "../../x", "low-back-pain",
    "everywhere", "#7a3b2e", "en-US", "America/Denver",
]  # fmt: skip
VALUES = st.one_of(
    st.sampled_from([*DATES, *SIGNS]),
    st.sampled_from(sorted(VECTORS)).map(json.dumps),
    st.text(max_size=40),
    st.text(max_size=20).map(json.dumps),
)
# Markdown and HTML, from which bodies are put together.
PIECES = [
    "# ", "## ", "> ", "> > ", "- ", "1. ", "10) ", "    ", "\t", "  \n", "\n", "\n\n", "***",
    "---", "*", "**", "_", "__", "`", "```", "~~~", "|", "|-|-|", ":-:", ":   ", "\\", "&", "<",
    ">", '"', "[", "]", "(", ")", "![", "](", "][", "]: ", "[x](/images/a.jpg)",
    "![x](/images/a.jpg 'T')", "[r]: https://a.example/ 'T'", "[x][r]", "*[TMJ]: joint", "TMJ",
    "<https://a.example>", "'", "--", "...", "<p>", "</p>", "<strong>", "</strong>", "<table>",
    "<td>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<a href=", "'javascript:alert(1)'",
    "onclick=x ", "</a>", "&lt;", "&#60;", "&#x6A;", "&bogus;", "&", "https://", "javascript:",
    "mailto:", "text ", "Zoë ", "針", "\u202e", "😀", "\u200b", "klzzwxh:0001", "wzxhzdk:0",
    "{: #x}", "{{ x }}", "$", "%", "^", "www.a.example", "#a", "/b/",
]  # fmt: skip


@st.composite
def changed(draw: st.DrawFn, seeds: list[str]) -> str:
    """A seed, some lines of which are other ones now."""
    lines = draw(st.sampled_from(seeds)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        lines[at : at + 1] = draw(st.sampled_from(CHANGES))(draw, lines[at])
    return draw(st.sampled_from(["\n"] * 6 + ["\r\n", "\r"])).join(lines)


def another_value(draw: st.DrawFn, line: str) -> list[str]:
    key, colon, _ = line.partition(":")
    return [f"{key}{colon or ':'} {draw(VALUES)}"]


def another_key(draw: st.DrawFn, line: str) -> list[str]:
    return [re.sub(r"\w+", lambda _: draw(st.sampled_from(KEYS)), line, count=1)]


def mistyped(draw: st.DrawFn, line: str) -> list[str]:
    at = draw(st.integers(0, len(line)))
    cut = draw(st.integers(0, 2))
    return [line[:at] + draw(st.sampled_from([*SIGNS, *PIECES, ""])) + line[at + cut :]]


def moved(draw: st.DrawFn, line: str) -> list[str]:
    return [draw(st.sampled_from(["  ", "    ", "\t", " ", "- ", "", "      - "])) + line.strip()]


def more(draw: st.DrawFn, line: str) -> list[str]:
    return [line, f"{draw(st.sampled_from(KEYS))}: {draw(VALUES)}"]


CHANGES = [
    another_value,
    another_key,
    mistyped,
    moved,
    more,
    lambda _draw, line: [line, line],
    lambda _draw, _line: [],
]


def bodies() -> st.SearchStrategy[str]:
    pieces = st.one_of(
        st.sampled_from(PIECES),
        st.sampled_from(PIECES),
        st.sampled_from(sorted(VECTORS)),
        st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12),
        st.tuples(st.sampled_from(PIECES), st.integers(2, 60)).map(lambda one: one[0] * one[1]),
    )
    return st.lists(pieces, max_size=24).map("".join)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, str]:
    """The folder that it is for, and the text."""
    folder = draw(st.sampled_from(sorted(SEEDS)))
    text = draw(changed(SEEDS[folder]))
    if draw(st.booleans()):
        head, fence, _ = text.partition("\n---\n")
        text = head + fence + draw(bodies())
    return folder, text


def practices() -> st.SearchStrategy[str]:
    return changed(PRACTICES)
