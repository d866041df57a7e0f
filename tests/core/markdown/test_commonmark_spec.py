"""CommonMark's own examples: each comes out as specified, or its author hears of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

import nh3
import pytest

from plugins.core.markdown.render import MarkdownRenderer
from plugins.core.markdown.sanitizer_report import ATTRIBUTES, TAGS
from tests.tools import EXAMPLES

EXAMPLE = re.compile(
    r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$|^#+ *([^\n]*)$", re.DOTALL | re.MULTILINE
)
RAW = ("HTML blocks", "Raw HTML")  # staff write none; the tests of the sanitizer know all of it
# GitHub makes links of bare addresses; a tag alone stands in a paragraph.
OTHERWISE = {608, 611, 612, 31}
BLOCKS = {"p", "ul", "ol", "li", "blockquote", "pre", "hr", "br", *(f"h{n}" for n in range(1, 7))}
TYPOGRAPHIC = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "--", "\u2014": "---"}
    | {"\u2026": "..."}
)


class Outline(HTMLParser):
    """The elements and words of HTML, without the blanks and quotes that make no difference."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[tuple[str, ...]] = []
        self.words = ""
        self.code = 0
        self.feed(html)
        self.close()
        self.end_words()

    def end_words(self, *, block: bool = True) -> None:
        words = self.words.translate(TYPOGRAPHIC)
        if not self.code:
            words = re.sub(r"\s+", " ", words)
            after_block = not self.parts or self.parts[-1][0].strip("/") in BLOCKS
            words = words.lstrip() if after_block else words
            words = words.rstrip() if block else words
        if words:
            self.parts.append(("", words))
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.end_words(block=tag in BLOCKS)
        self.code += tag == "pre"
        kept = sorted(
            f"{name}={' '.join(unquote(value or '').split())}"
            for name, value in attrs
            if name not in ("id", "class")
        )
        self.parts.append((tag, *kept))

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("br", "hr", "img"):
            self.end_words(block=tag in BLOCKS)
            self.parts.append((f"/{tag}",))
            self.code -= tag == "pre"

    def handle_data(self, data: str) -> None:
        self.words += data


def outline(html: str) -> list[tuple[str, ...]]:
    return Outline(html.strip()).parts


def closed(html: str) -> str:
    """The same with every tag closed, as the sanitizer leaves it."""
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    return nh3.clean(
        html.strip(), tags=TAGS | {"h1", "h5", "h6"}, attributes=attributes, link_rel=None
    )


def examples() -> Iterator[tuple[int, str, str]]:
    """The number, Markdown and HTML of each example."""
    spec = (EXAMPLES.ready() / "commonmark-spec/spec.txt").read_text(encoding="utf-8")
    section, number = "", 0
    for match in EXAMPLE.finditer(spec.partition("<!-- END TESTS -->")[0]):
        if match[3] is not None:
            section = match[3]
            continue
        number += 1
        if section not in RAW:
            yield number, match[1].replace("\u2192", "\t"), match[2].replace("\u2192", "\t")


def test_each_example_of_commonmark_is_the_same_or_told() -> None:
    """What people type means what it means everywhere else, or they hear that it does not."""
    same, told, silent = 0, 0, []
    renderer = MarkdownRenderer()
    for number, markdown, html in examples():
        made, problems = renderer.render(markdown, "a.md", 1, str)
        if outline(str(made)) in (outline(html), outline(closed(html))):
            same += 1
        elif problems:
            told += 1
        else:
            silent.append(number)
    assert set(silent) <= OTHERWISE
    assert same + told + len(silent) == 588
    assert same >= 509


def test_a_difference_is_told_with_its_line() -> None:
    """Two programs, two pages: whoever wrote it finds out here."""
    body = "a\n\nb\n![a *b*](/images/x.jpg)"
    html, problems = MarkdownRenderer().render(body, "a.md", 5, str)
    assert html == '<p>a</p>\n<p>b\n<img alt="a *b*" src="/images/x.jpg"></p>'
    assert [str(one) for one in problems] == [
        """\
a.md:8
  Found   "![a *b*](/images/x.jpg)"
  Needed  words that mean one thing: programs read these in two ways
  To fix  write plain words between the brackets of the picture"""
    ]
    assert problems[0].level == "warning"


@pytest.mark.parametrize(
    ("body", "line", "found", "level"),
    [
        ("1. a\n  - b", 2, '"  - b", a list after the one above it', "warning"),
        ("> 10. a\n>   - b", 2, '">   - b", a list after the one above it', "warning"),
        ("[Parking]: free", 1, '"[Parking]: free", an address that no link uses: it does not show',
         "error"),
        ("- a\n\n  [b]: c", 3, '"[b]: c", an address that no link uses: it does not show',
         "error"),
        ("a\n\n[^1]: b", 3, '"[^1]:", a footnote that nothing refers to', "warning"),
        ("a\nb[^c] d", 2, '"[^c]"', "error"),
        ("a\nb **c", 2, '"**"', "error"),
        ("a **b **.", 1, '"**"', "error"),
        ("- a\n- b ~~c", 2, '"~~"', "error"),
        ("__a", 1, '"__"', "error"),
        ("a\nb\n---", 1, '"a\\nb" above ---, which make one heading of it', "warning"),
        ("<!-- a --> **b**", 1,
         '"**b**", in HTML, where marks of Markdown show as they are', "warning"),
        ("| a |\n|-|\n| **b |", 3, '"**"', "error"),
        ("a[^b]\n\n[^b]: c\n\n    d **e", 5, '"**"', "error"),
        ("[a [b](/c/) d](/e/)", 1, '"[a [b](/c/) d](/e/)"', "warning"),
    ],
)  # fmt: skip
def test_what_shows_or_goes_otherwise_than_meant_is_told(
    body: str, line: int, found: str, level: str
) -> None:
    """A list beside another one, a mark without its other half, a text that is none."""
    _, problems = MarkdownRenderer().render(body, "a.md", 1, str)
    assert (line, found, level) in [(one.line, one.found, one.level) for one in problems]


@pytest.mark.parametrize(
    "body",
    [
        *("a \\*\\* b", "5 * 4 x 3", "Name: ______", "snake_case_word", "2*3*4"),
        *("- a\n\n1. b", "- a\n+ b", "a\n\n---", "[a]\n\n[a]: /b/", "![A]\n\n[a]: /images/b.jpg"),
        *("AT&T &amp; &copy; &#169;", "a<b", "`**a`", "\\[a](b)", "[x] (y)", "~5 min, ~6 min"),
    ],
)
def test_what_means_one_thing_passes_in_silence(body: str) -> None:
    """A message about nothing teaches people to ignore messages."""
    assert MarkdownRenderer().render(body, "a.md", 1, str)[1] == []
