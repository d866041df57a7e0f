"""Prose and its pictures: what is taken out, what stays, and that nothing becomes HTML."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markupsafe import Markup

from plugins.core.markdown.render import MarkdownRenderer
from plugins.core.model.pictures import Picture, Source, originals_in, parts

FILES = (("/images/a-480.1.jpg", 480), ("/images/a-900.2.jpg", 900))
A = Picture("/images/a-900.2.jpg", "", 900, 600, (Source("image/jpeg", FILES),))
PICTURES = {"/images/a.jpg": A}


def prose(text: str) -> Markup:
    html, problems = MarkdownRenderer().render(
        text, "content/pages/about.md", 1, lambda address: address
    )
    assert [one for one in problems if one.level == "error"] == []
    return html


def test_a_source_says_how_wide_its_files_are() -> None:
    """In the form that srcset has."""
    assert A.sources[0].srcset == "/images/a-480.1.jpg 480w, /images/a-900.2.jpg 900w"


def test_a_picture_knows_whether_it_is_upright() -> None:
    """A square one is not."""
    sizes = [(900, 600), (600, 900), (600, 600)]
    assert [replace(A, width=w, height=h).upright for w, h in sizes] == [False, True, False]


def test_a_picture_in_a_text_is_a_piece_of_its_own() -> None:
    """With its description and its title, as they were written."""
    found = list(parts(prose('One ![Two <b> & "3"](/images/a.jpg "A title") four.'), PICTURES))
    assert found == [
        "<p>One ",
        replace(A, alt='Two <b> & "3"', title="A title"),
        " four.</p>",
    ]
    assert [type(one) for one in found] == [Markup, Picture, Markup]


def test_a_link_to_a_picture_leads_to_its_largest_file() -> None:
    """The original is not published."""
    found = list(parts(prose("[One](/images/a.jpg) [two](/images/a.jpg#x)."), PICTURES))
    assert found == [
        '<p><a href="/images/a-900.2.jpg',
        '">One</a> <a href="/images/a-900.2.jpg',
        '#x">two</a>.</p>',
    ]
    assert {type(one) for one in found} == {Markup}


def test_a_picture_inside_a_link_stays_inside() -> None:
    """A small one that leads to the large one."""
    found = list(parts(prose("[![One](/images/a.jpg)](/images/a.jpg)"), PICTURES))
    assert found == [
        '<p><a href="/images/a-900.2.jpg',
        '">',
        replace(A, alt="One"),
        "</a></p>",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "No picture at all.",
        "[A page](/about/) and ![another](/images/b.jpg)",
        '`<img src="/images/a.jpg">` as code, and /images/a.jpg in words',
        '"src="/images/a.jpg"',
    ],
)
def test_everything_else_stays_as_it_is(text: str) -> None:
    """Words that look like HTML are words."""
    assert list(parts(prose(text), PICTURES)) == [prose(text)]


def test_the_originals_in_a_text_are_those_that_it_shows_or_links_to() -> None:
    """Each once."""
    text = "![a](/images/a.jpg) ![b](/images/b.png?x) [c](/images/c.gif) `![d](/images/d.jpg)`"
    assert originals_in(prose(text + text)) == {
        "/images/a.jpg",
        "/images/b.png",
        "/images/c.gif",
    }
