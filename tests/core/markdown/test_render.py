"""MarkdownRenderer: ordinary Markdown passes silently; what could run, or hide, never passes."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.markdown import render as prose
from plugins.core.markdown.render import MarkdownRenderer, TooSlowError, time_limit
from plugins.core.markdown.sanitizer_report import ATTRIBUTES, TAGS
from plugins.core.markdown.urls import UrlError, safe_url
from plugins.core.problems import Problem, report
from tests.core.conftest import steady
from tests.core.vectors import VECTORS

VOID = {"img", "br", "hr"}


def render(
    body: str, resolve: Callable[[str], str | None] = lambda url: url
) -> tuple[str, list[Problem]]:
    html, problems = MarkdownRenderer().render(body, "content/pages/about.md", 5, resolve)
    return str(html), problems


class Audit(HTMLParser):
    """Everything in a piece of HTML that may not stand in a page, as browsers would read it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(tag)
        for name, value in attrs:
            if name not in ATTRIBUTES.get(tag, set()):
                self.found.append(f"{tag} {name}")
            if name in ("href", "src"):
                self.link(name, value or "")
            if name == "class" and value not in {"align-left", "align-center", "align-right"}:
                self.found.append(f"class {value}")

    def link(self, name: str, value: str) -> None:
        try:
            safe_url(value)
        except UrlError:
            self.found.append(value)
        if name == "src" and ":" in value:
            self.found.append(value)

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"<![{data}]>")


def audit(html: str) -> list[str]:
    made = Audit()
    made.feed(html)
    made.close()
    return made.found


@pytest.mark.parametrize(("vector", "told"), VECTORS.items(), ids=map(ascii, VECTORS))
def test_nothing_that_could_run_is_published_and_nothing_goes_in_silence(
    vector: str, told: list[str]
) -> None:
    """A page of a practice is not where a stranger's script runs, whoever pasted it."""
    html, problems = render(f"Before\n\n{vector}\n\nAfter")
    assert audit(html) == []
    assert [one.found for one in render(vector)[1]] == told
    assert bool(problems) == bool(told) or "<plaintext>" in vector


@pytest.mark.parametrize(
    "vector", [vector for vector, told in VECTORS.items() if not told], ids=ascii
)
def test_what_goes_without_a_word_shows_as_the_text_that_it_is(vector: str) -> None:
    """Or is a remark, which nobody is meant to see."""
    html, _ = render(vector)
    assert "alert(1)" in html or vector.startswith("<!--[") or "alert" not in vector


PIECES = [
    "<script>", "</script>", "<b>", "</b>", "<p>", "</p>", "<svg>", "<math>", "<mtext>", "<style>",
    "</style>", "<table>", "<td>", "<a href='/x/'>", "</a>", "<img src=x onerror=alert(1)>", "<!--",
    "-->", "<title>", "</title>", "<noscript>", "</noscript>", "<template>", "</template>",
    "<![CDATA[", "]]>", "<textarea>", "</textarea>", "javascript:alert(1)", "[x](", ")", "![x](",
    "<javascript:", ">", "<", "`", "\"", "'", "&lt;", "&#106;", "\n", "\n\n", "    ", "> ", "- ",
    "*", "|", "text ",
    "<foreignObject>", "<mglyph>", "<annotation-xml encoding='text/html'>", "onclick=alert(1) ",
    "<a ",
]  # fmt: skip


@pytest.mark.torture
@steady(400)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_mixture_of_pieces_gets_through(body: str) -> None:
    """What breaks sanitizers is the nesting that nobody thought of. And what is clean stays as it
    is: were it to change when read again, two browsers might read two things."""
    html, problems = render(body)
    assert audit(html) == []
    again, more = MarkdownRenderer().render(html, "a.md", 1, lambda url: url)
    assert audit(str(again)) == []
    assert problems or not [one for one in more if "the HTML" in one.found]


ORDINARY = {
    "table": "| a | b | c |\n|:--|:-:|--:|\n| 1 | **2** | [x](/x/) |\n| `b` | & | < |",
    "table of HTML": "<table><tr><td>a</td></tr></table>",
    "code": "Use `<b>&amp;</b>` and `a < b && c`.\n\n    <script>alert(1)</script>\n    &lt; & <b>",
    "block of code": "```\n<b>x</b>\n```",
    "smart quotes": "\"Hello,\" she said -- it's 'fine' ... 'tis the '90s --- done",
    "abbreviation": 'The TMJ hurts.\n\n*[TMJ]: Temporomandibular "joint" & <jaw>',
    "terms": "Term\n:   One\n:   Two\n\nOther\n:   - a\n    - b",
    "lists": "- a\n    - b\n        - c\n- d\n\n1. x\n    1. y\n2. z\n\n3) no",
    "list from three": "3. a\n4. b",
    "picture": '![A hand & "arm"](/images/a.jpg "Title\'s")',
    "picture in a link": "[![a](/images/a.jpg)](/x/)",
    "picture by reference": "![alt][i]\n\n[i]: /images/a.jpg 'T'",
    "breaks": "a  \nb<br>c<br/>d<br />\ne",
    "remarks": "<!-- evidence: https://x.example -->\nText\n\n<!-- two\n<b> -->\n\na <!-- c --> b",
    "addresses": "<https://example.com/a?b=c&d=e> <ada@example.com> <mailto:ada@example.com>",
    "signs": "2 < 3 and 5 > 4, a<b, x <3, AT&T, R&D; &nbsp; &copy; &#169; &hearts; & < <- ->",
    "entities": "AT&amp;T &lt;3 &quot;x&quot; &#39;y&#39; &bogus; &#0;",
    "headings": "## A\n\n### B\n\n#### C\n\nTitle\n-----",
    "rules": "a\n\n---\n\n***",
    "quotation": "> a\n> > b\n>\n> - c\n> 1. d",
    "stress": "*a* **b** ***c*** _d_ __e__ a_b_c 2*3*4 **[a](/a/)** *[**b**](/b/)*",
    "escapes": r"\*a\* \[x\] \_ 1\. \`",
    "references": "[a][1] and [b] and [c][]\n\n[1]: /x/ \"T\"\n[b]: https://x.example/\n[c]: </z/>",
    "links": "[a](/x/?q=1&r=2#f) [b](<https://a.example/a(b)>) [c](https://a.example/_(b)) [q](#a)",
    "telephone and post": "[t](tel:+13035550142) [m](mailto:a@b.example?subject=x%20y) [s](sms:+1)",
    "entity in a link": "[x](/a?b=1&amp;c=2)",
    "HTML that may stay": "<p>x</p>\n\n<ul><li>a</ul>\n\n<strong>a</strong> <code>c</code> "
    '<abbr title="A & B">y</abbr>\n\n<dl><dt>a<dd>b</dl>\n\n<ol start="3"><li>a</li></ol>',
    "aligned cell": '<table>\n<tbody><tr><td class="align-left">b</td></tr></tbody>\n</table>',
    "table in a list": "- a\n\n    | x | y |\n    |---|---|\n    | 1 | 2 |",
    "other scripts": "Zoë 針灸 “x” ½ €5 ° 😀",
    "template signs": "$25 {x} #1 @home ~x ^y^ |",
    "boxes": "- [ ] a\n- [x] b",
    "empty": "",
    "long": "word " * 3000,
}  # fmt: skip


@pytest.mark.parametrize("body", ORDINARY.values(), ids=ORDINARY)
def test_ordinary_markdown_passes_without_a_word(body: str) -> None:
    """A message about nothing teaches people to ignore messages."""
    html, problems = render(body)
    assert report(problems) == ""
    assert audit(html) == []


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("a\n\n## b", '<p>a</p>\n<h2 id="b">b</h2>'),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ('It\'s "it" -- so', "<p>It\u2019s \u201cit\u201d \u2013 so</p>"),
        ("<ada@example.com>", '<p><a href="mailto:ada@example.com">ada@example.com</a></p>'),
        ("![a](/images/a.jpg 'b')", '<p><img alt="a" src="/images/a.jpg" title="b"></p>'),
        (
            "|a|\n|-:|\n|1|",
            '<table>\n<thead>\n<tr>\n<th class="align-right">a</th>\n</tr>\n</thead>\n<tbody>\n'
            '<tr>\n<td class="align-right">1</td>\n</tr>\n</tbody>\n</table>',
        ),
        ("TMJ\n\n*[TMJ]: jaw", '<p><abbr title="jaw">TMJ</abbr></p>'),
        ("a <!-- evidence: https://x.example --> b", "<p>a  b</p>"),
    ],
)
def test_markdown_becomes_this_html(body: str, html: str) -> None:
    """Alignment as a class, since style attributes are blocked; remarks are gone."""
    assert render(body)[0] == html


def test_links_are_resolved() -> None:
    """What staff type becomes what is published; in pictures too."""
    addresses = {"sciatica.md": "/symptoms/sciatica/", "a.jpg": "/images/a.jpg"}
    assert render("[x](sciatica.md) ![y](a.jpg)", addresses.get) == (
        '<p><a href="/symptoms/sciatica/">x</a> <img alt="y" src="/images/a.jpg"></p>',
        [],
    )


def test_a_link_to_a_page_that_is_left_out_keeps_its_words() -> None:
    """A starter page is not published; the sentence that names it is."""
    assert render("[x](/draft/)", lambda _url: None) == ("<p><a>x</a></p>", [])


def missing(url: str) -> str:
    raise UrlError("a page that exists", f'did you mean "{url}x/"?')


def test_a_link_to_nowhere_is_told_with_its_line() -> None:
    """In words that the resolver chose, once for each place that it leads to."""
    html, problems = render("a\n\n[x](/a/)\n[y](/b/) [z](/a/)", missing)
    assert html == "<p>a</p>\n<p><a>x</a>\n<a>y</a> <a>z</a></p>"
    assert (
        report(problems)
        == """\
content/pages/about.md:7
  Found   the link "/a/"
  Needed  a page that exists
  To fix  did you mean "/a/x/"?

content/pages/about.md:8
  Found   the link "/b/"
  Needed  a page that exists
  To fix  did you mean "/b/x/"?"""
    )


def test_a_fault_of_the_resolver_is_not_swallowed() -> None:
    """The sanitizer would let the link pass as it was typed, and say so on stderr only."""

    def broken(_url: str) -> str:
        raise KeyError("ours")

    with pytest.raises(KeyError, match="ours"):
        render("[x](/a/)", broken)


def test_a_picture_of_another_site_is_refused() -> None:
    """Its host would learn who reads about which pain."""
    html, problems = render("a\n![x](https://ads.example/p.gif)")
    assert html == '<p>a\n<img alt="x"></p>'
    assert (
        report(problems)
        == """\
content/pages/about.md:6
  Found   the picture "https://ads.example/p.gif", which another site serves
  Needed  files of this site: another site learns who reads the page, and when
  To fix  put a copy into content/images/, if you may, and show that one"""
    )


def test_one_converter_carries_nothing_from_one_file_to_the_next() -> None:
    """A build has one for all files: their order must not change a page."""
    bodies = [*ORDINARY.values(), *VECTORS]
    shared = MarkdownRenderer()
    for body in [*bodies, *reversed(bodies)]:
        assert shared.render(body, "a.md", 1, str) == MarkdownRenderer().render(
            body, "a.md", 1, str
        )


@pytest.mark.parametrize("error", [TooSlowError, RecursionError])
def test_a_text_that_was_given_up_leaves_nothing_behind(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The converter was stopped in the middle of a list; the next file is no list."""
    shared = MarkdownRenderer()
    parser = shared.markdown.parser

    def stopped(*_args: object) -> None:
        parser.state.set("list")
        raise error

    monkeypatch.setattr(parser, "parseDocument", stopped)
    assert shared.render("- a", "a.md", 1, str)[1]
    assert shared.render("b\n\nc", "b.md", 1, str) == ("<p>b</p>\n<p>c</p>", [])


SLOW = {
    "[": "[" * 10240, "[a](": "[a](" * 5000, "![a](": "![a](" * 4000, "[a][": "[a][" * 5000,
    "[a](<": "[a](<" * 5000, "<![CDATA[": "<![CDATA[" * 2000, "*": "*" * 10000, "_ _": "_ " * 5000,
    "<": "<" * 10000, "`": "`" * 10000, "`a": "`a" * 5000, ">": ">" * 5000, "> ": "> " * 5000,
    "deep lists": "\n".join("    " * depth + "- a" for depth in range(200)),
    "* * *": "* " * 5000 + "x", "1. 1.": "1. " * 5000, "**a": "**a" * 3500, "a*": "a*" * 8000,
    "terms": "a\n: b\n" * 2000, "table": "a|b\n-|-\n" + "`|" * 8000, "<a": "<a " * 3000,
    "<b>": "<b>" * 10000, "<ul><li>": "<ul><li>" * 4000, "\\": "\\" * 30000, "*[": "*[" * 4000,
    "abbreviations": "".join(f"*[A{n}]: x\n" for n in range(800)) + "A1 A2 " * 800,
    "(": "(" * 10000, "&": "&" * 30000, "\"'": "\"'" * 10000, "a@": "a@" * 10000,
}  # fmt: skip


@pytest.mark.parametrize("body", SLOW.values(), ids=SLOW)
def test_a_text_that_is_slow_to_read_is_read_or_given_up(
    body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some hold other generators for minutes, or end them with a call stack."""
    monkeypatch.setattr(prose, "SECONDS", 1)
    began = time.process_time()
    html, problems = render(body)
    assert time.process_time() - began < 4
    assert audit(html) == []
    assert {one.path for one in problems} <= {"content/pages/about.md"}


@pytest.mark.parametrize("body", [("[" * 39 + "x\n") * 3, "[" * 39 + " # "])
def test_a_few_brackets_are_no_reason_to_wait(body: str) -> None:
    """Forty signs once kept a build busy for ever: in the search for rows that are too long."""
    began = time.process_time()
    html, problems = render(body)
    assert (audit(html), problems) == ([], [])
    assert time.process_time() - began < 1


def test_brackets_without_end_are_told_with_their_line() -> None:
    """A line of them, pasted, before anything is read."""
    assert (
        report(render("a\n\n" + "[a](" * 50)[1])
        == """\
content/pages/about.md:7
  Found   a long row of brackets
  Needed  plain text
  To fix  delete it"""
    )


def test_what_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not which line: nobody knows; what it usually is."""
    monkeypatch.setattr(prose, "SECONDS", 0.05)
    assert (
        report(render("\\" * 200_000)[1])
        == """\
content/pages/about.md:5
  Found   a text that takes more than 0.05 seconds to read
  Needed  a text like that of other pages
  To fix  delete rows of signs such as [, < or *; split a very long table or list"""
    )


def test_what_is_too_deep_is_told() -> None:
    """It is not slow: saying so would send people after the wrong thing."""
    assert (
        report(render("> " * 3000 + "x")[1])
        == """\
content/pages/about.md:5
  Found   lists, quotations or terms too deep inside each other
  Needed  a text like that of other pages
  To fix  move them to the left; put empty lines between terms"""
    )


def test_the_time_limit_leaves_no_alarm_behind() -> None:
    """An alarm that rings later would end something else."""
    before = signal.getsignal(signal.SIGVTALRM)
    with pytest.raises(TooSlowError), time_limit(0.01):
        while True:
            pass
    with time_limit(5):
        pass
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)
    assert signal.getsignal(signal.SIGVTALRM) == before


def test_the_time_limit_counts_the_time_of_this_process() -> None:
    """A busy machine refused texts that are like those of other pages."""
    with time_limit(0.01):
        time.sleep(0.05)


def test_a_thread_renders_without_the_limit() -> None:
    """Only the main thread may set an alarm; elsewhere a page is still a page."""
    made: list[tuple[str, list[Problem]]] = []
    thread = threading.Thread(target=lambda: made.append(render("a")))
    thread.start()
    thread.join()
    assert made == [("<p>a</p>", [])]
