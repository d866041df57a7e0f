"""What is taken out of a text is told: what it was, on which line, what to do instead."""

from __future__ import annotations

import pytest

from plugins.core.markdown.render import MarkdownRenderer
from plugins.core.markdown.sanitizer_report import BodyText, Outline
from plugins.core.problems import report

COMPONENT = "delete <{0}>, or ask a developer for a component"
ONLY = "text and Markdown only"
FIRST = 'headings with "##", "###" or "####": the title of the page is its only first heading'
HEADINGS = 'headings with "##", "###" or "####"'
DEEPER = 'write "####" in front of the line, and nothing else'


def told(body: str) -> list[tuple[int, str, str, str]]:
    _, problems = MarkdownRenderer().render(body, "content/pages/about.md", 1, str)
    return [(one.line, one.found, one.needed, one.fix) for one in problems]


@pytest.mark.parametrize(
    ("body", "line", "found", "needed", "fix"),
    [
        ("a\n\n<iframe src='https://x.example'></iframe>", 3, "the HTML <iframe>", ONLY,
         COMPONENT.format("iframe")),
        ("a\n\n<b>x</b>", 3, "the HTML <b>", ONLY, 'write "**" before and after the words'),
        ("a\n\n<i>x</i>", 3, "the HTML <i>", ONLY, 'write "*" before and after the words'),
        ("a<br>\n<blockquote>b</blockquote>\n\n<b>x</b>", 4, "the HTML <b>", ONLY,
         'write "**" before and after the words'),
        ("`<u>` and\n<!-- <u> -->\n<u>x</u>", 3, "the HTML <u>", ONLY, COMPONENT.format("u")),
        ("## a\n\n# b", 3, 'a heading with one "#"', FIRST,
         'write "##" in front of the line, and nothing else'),
        ("## a\n\nb\n===", 4, 'a heading with one "#"', FIRST,
         'write "##" in front of the line, and nothing else'),
        ("## a\n\n##### b", 3, 'a heading with five "#"', HEADINGS, DEEPER),
        ("a\n\n> ###### b", 3, 'a heading with six "#"', HEADINGS, DEEPER),
        ("paid=yes\n\n<p id='x'>a</p>", 3, "id= inside <p>", "HTML without it", "delete id=..."),
        ('my class = a\n\n<a href="/" class="b">x</a>', 3, "class= inside <a>",
         "HTML without it", "delete class=..."),
        ("it is reversed\n\n<ol reversed><li>a</li></ol>", 3, "reversed= inside <ol>",
         "HTML without it", "delete reversed=..."),
        ("a\n\n<a title='no target' href='/'\n   target=_blank>x</a>", 4, "target= inside <a>",
         "HTML without it", "delete target=..."),
        ("a\n\n<p onclick = 'x'>a</p>", 3, "onclick= inside <p>", "HTML without it",
         "delete onclick=..."),
        ("a\n\n[x](javascript:alert(1))", 3, 'the link "javascript:alert(1)"',
         'a link that begins with "https://", not "javascript:"',
         "copy the link from the browser's address line"),
        ("a\n\n[x](java&#115;cript:alert(1))", 3, 'the link "javascript:alert(1)"',
         'a link that begins with "https://", not "javascript:"',
         "copy the link from the browser's address line"),
        ("[x][r]\n\nb\n\n[r]: //evil.test", 5, 'the link "//evil.test"',
         'a link that begins with "https://", or with one slash for this site',
         'write "https://evil.test"'),
        ("[x](</first visit/>)", 1, 'the link "/first visit/"', "a link without spaces",
         'write "%20" in place of each space'),
        ("a\n\nI <heart> you", 3, "the HTML <heart>", ONLY, COMPONENT.format("heart")),
        ("a\n\n<?php echo 1 ?>", 3, "the HTML <?php>", ONLY, COMPONENT.format("?php")),
        ("a\n\n<![CDATA[x]]>", 3, "the HTML <![CDATA>", ONLY, COMPONENT.format("![CDATA")),
        ("a\n\n<p></ words >", 3, "HTML that browsers may read in more than one way", ONLY,
         "delete what stands between < and >; to show a < itself, write &lt;"),
        ("a\n\n<p><![x](", 3, "the HTML <![>", ONLY, COMPONENT.format("![")),
        ("a\n\n<scr\0ipt>b</script>", 3, "HTML that browsers may read in more than one way", ONLY,
         "delete what stands between < and >; to show a < itself, write &lt;"),
    ],
)  # fmt: skip
def test_what_is_removed_is_told_with_its_line_and_what_to_do(
    body: str, line: int, found: str, needed: str, fix: str
) -> None:
    """The line is that of the thing itself: not of a code span, a remark, or a longer word."""
    assert told(body) == [(line, found, needed, fix)]


def test_each_thing_is_told_once_however_often_it_stands_there() -> None:
    """A page pasted from a word processor has hundreds of them."""
    body = "<span style='a'>x</span> " * 50 + "\n\n[x](//a.test) [y](//a.test)"
    assert [found for _, found, _, _ in told(body)] == [
        'the link "//a.test"',
        "the HTML <span>",
    ]


def test_a_message_can_be_read_as_a_whole() -> None:
    """Word for word, as it is printed."""
    _, problems = MarkdownRenderer().render("a\n\n# b", "content/pages/about.md", 9, str)
    assert (
        report(problems)
        == """\
content/pages/about.md:11
  Found   a heading with one "#"
  Needed  headings with "##", "###" or "####": the title of the page is its only first heading
  To fix  write "##" in front of the line, and nothing else"""
    )


def test_what_is_nowhere_has_the_first_line_of_the_text() -> None:
    """Better than the line of something else."""
    assert BodyText("a\nb", "a.md", 7).line("nowhere") == 7


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("<p>a b</p>", "<p>a  b</p>", True),
        ("<p>a &amp; b</p>", "<p>a &#38; b</p>", True),
        ("<table><tr></tr></table>", "<table><tbody><tr></tr></tbody></table>", True),
        ("<p>a</p>", "<p>b</p>", False),
        ("<p>a</p>", "a", False),
        ("<p>a</p>", "<p><em>a</em></p>", False),
    ],
)
def test_two_outlines_are_the_same_when_they_show_the_same(
    one: str, other: str, same: bool
) -> None:
    """Blanks, the way a sign is written, and the body of a table are no difference."""
    assert Outline.of(one).same(Outline.of(other)) is same
