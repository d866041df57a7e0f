"""Markdown as on GitHub: what people type elsewhere means the same here."""

from __future__ import annotations

import re

import pytest

from plugins.core.markdown.converter import TAKEN
from plugins.core.markdown.render import MarkdownRenderer
from plugins.core.problems import report
from tests.sites import ROOT

LIST = "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"
NESTED = "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"
TABLE = (
    "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n"
    "<td>2</td>\n</tr>\n</tbody>\n</table>"
)
SAME = {
    "list under a line": ("x:\n- a\n- b", f"<p>x:</p>\n{LIST}"),
    "stars under a line": ("x:\n* a\n* b", f"<p>x:</p>\n{LIST}"),
    "numbers under a line": ("x:\n1. a\n2. b", "<p>x:</p>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
    "numbers with brackets": ("3) a\n4) b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
    "table under a line": ("x:\n|a|b|\n|-|-|\n|1|2|", f"<p>x:</p>\n{TABLE}"),
    "table without pipes around it": ("a|b\n-|-\n1|2", TABLE),
    "table with a pipe in it": (
        "|a|\n|-|\n|`b \\| c` \\||",
        TABLE.replace("<th>b</th>\n", "")
        .replace("<td>2</td>\n", "")
        .replace("1", "<code>b | c</code> |"),
    ),
    "quotation under a line": ("x\n> a\nb", "<p>x</p>\n<blockquote>\n<p>a\nb</p>\n</blockquote>"),
    "heading under a line": ("x\n## a", '<p>x</p>\n<h2 id="a">a</h2>'),
    **{f"nested by {n}": (f"- a\n{' ' * n}- b", NESTED) for n in (2, 3, 4, 5)},
    "nested by a tab": ("- a\n\t- b", NESTED),
    "nested in numbers": (
        "1. a\n   - b\n2. c",
        "<ol>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ol>",
    ),
    "text of an item": ("- a\n\n  b", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>"),
    "backslash at the end": ("a\\\nb", "<p>a<br>\nb</p>"),
    "blanks at the end": ("a   \nb", "<p>a<br>\nb</p>"),
    "escapes": (r"\~ \$ \& \| \> \, \&amp; a\b", "<p>~ $ &amp; | &gt; , &amp;amp; a\\b</p>"),
    "struck through": ("~~a~~ b ~5 min", "<p><del>a</del> b ~5 min</p>"),
    "bare addresses": (
        "https://a.example/x, www.b.example.",
        '<p><a href="https://a.example/x">https://a.example/x</a>, '
        '<a href="http://www.b.example">www.b.example</a>.</p>',
    ),
    "bare mail": ("at ada@a.example", '<p>at <a href="mailto:ada@a.example">ada@a.example</a></p>'),
    "fenced code": (
        "a\n```\n- b\n\n<c>\n```",
        "<p>a</p>\n<pre><code>- b\n\n&lt;c&gt;\n</code></pre>",
    ),
    "code without an end": (
        "[a]\n\n[a]: /b/\n\n```\nc",
        '<p><a href="/b/">a</a></p>\n<pre><code>c\n</code></pre>',
    ),
    "tasks": ("- [ ] a\n- [x] b", "<ul>\n<li>[ ] a</li>\n<li>[x] b</li>\n</ul>"),
    "words above a line": ("a\n---", '<h2 id="a">a</h2>'),
    "two headings of a name": (
        "## A & b\n## A & b",
        '<h2 id="a--b">A &amp; b</h2>\n<h2 id="a--b_1">A &amp; b</h2>',
    ),
    "name of the theme": ("## Questions", '<h2 id="questions-1">Questions</h2>'),
    "address below": (
        "[a] [b][A]\n\n[a]: /a/ 'T'",
        '<p><a href="/a/" title="T">a</a> <a href="/a/" title="T">b</a></p>',
    ),
    "address above the words": ("[a]: /a/\nb [a]", '<p>b <a href="/a/">a</a></p>'),
    "terms": (
        "A\n:   b\n:   c\n\nD\n\n: e",
        "<dl>\n<dt>A</dt>\n<dd>b</dd>\n<dd>c</dd>\n<dt>D</dt>\n"
        "<dd>\n<p>e</p>\n</dd>\n</dl>",
    ),
    "footnotes": (
        "a[^z] b[^y] c[^z]\n\n[^y]: Y\n[^z]: *Z*",
        '<p>a<sup id="fnref:z"><a href="#fn:z">1</a></sup> b<sup id="fnref:y"><a href="#fn:y">2</a>'
        '</sup> c<sup id="fnref2:z"><a href="#fn:z">1</a></sup></p>\n<hr>\n<ol>\n<li id="fn:z">\n'
        '<p><em>Z</em>&nbsp;<a href="#fnref:z">↑ 1</a><a href="#fnref2:z">↑ 1</a></p>\n</li>\n'
        '<li id="fn:y">\n<p>Y&nbsp;<a href="#fnref:y">↑ 2</a></p>\n</li>\n</ol>',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "html"), SAME.values(), ids=SAME)
def test_what_people_type_elsewhere_means_the_same_here(body: str, html: str) -> None:
    """Nobody reads how Markdown is written; people type what worked the last time."""
    made, problems = MarkdownRenderer().render(body, "a.md", 1, str)
    assert (made, report(problems)) == (html, "")


def test_a_name_that_somebody_typed_goes() -> None:
    """Names are the generator's, so that no page has one twice."""
    html, problems = MarkdownRenderer().render('<h2 id="b">a</h2>\n\n## c', "a.md", 1, str)
    assert html == '<h2>a</h2>\n<h2 id="c">c</h2>'
    assert [one.found for one in problems] == ["id= inside <h2>"]


def test_no_heading_takes_a_name_of_the_theme() -> None:
    """A link to #questions must not lead to one of two places: TAKEN has every id of a template."""
    templates = [
        path for path in (ROOT / "theme/templates").rglob("*.html") if path.stem != "style_guide"
    ]
    named = {name for path in templates for name in re.findall(r' id="([\w-]+)"', path.read_text())}
    assert named == set(TAKEN) | {"content"}


def test_a_paragraph_crowded_with_signs_is_told() -> None:
    """Parsers take minutes for it."""
    _, problems = MarkdownRenderer().render("a\n\n" + "*a " * 5000, "a.md", 5, str)
    assert [(one.line, one.found) for one in problems] == [
        (7, "a paragraph with thousands of signs such as *, _, ` or [")
    ]


def test_an_empty_text_is_not_blamed_for_the_one_before() -> None:
    """A notice without a text was told the typed bullets of another page."""
    renderer = MarkdownRenderer()
    assert renderer.render("[gallery]\n\n1. a\n  - b\n", "a.md", 1, str)[1]
    for empty in ("", " \n\n"):
        assert renderer.render(empty, "b.md", 1, str) == ("", [])
