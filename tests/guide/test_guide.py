"""The style guide: every component has examples, and only developers see it."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from markupsafe import Markup

from pelicanconf import PLUGINS
from plugins import guide
from plugins.core.model.pages import File, Page
from plugins.guide.components import Component, Variant, components
from plugins.guide.design_tokens import Token, stylesheet, tokens
from plugins.guide.example_site import Example
from plugins.guide.examples import EXAMPLES, examples
from plugins.guide.unique_ids import with_unique_ids
from tests.sites import BARE, FULL, ROOT, model

THEME = ROOT / "theme"


EVERY = tuple(import_module(str(name)).FEATURE for name in PLUGINS)


@pytest.mark.parametrize("content", [FULL, BARE], ids=["full", "bare"])
def test_every_component_has_an_example(content: Path) -> None:
    """Whatever the practice has: a component that nobody sees in its variants breaks in one."""
    (page,) = guide.pages(model(content, preview=True, features=EVERY))
    assert [group.name for group in page.values["components"] if not group.variants] == []


def test_every_example_is_of_a_component_and_named_once() -> None:
    """One that is misspelled would show nowhere."""
    page = Page("/style-guide/", "A", "B", "style_guide", drawings=("body",))
    found = [(one.component, one.name) for one in examples(model(FULL, features=EVERY), page)]
    there = {path.stem for path in (THEME / "templates/components").glob("*.html")}
    assert {component for component, _ in found} <= there
    assert len(found) == len(set(found))


def test_a_site_to_publish_has_neither_its_page_nor_its_styles() -> None:
    """It is a tool, and its examples are made up."""
    site = model(FULL, features=EVERY)
    assert ([*guide.pages(site)], [*guide.files(site, ())]) == ([], [])


def test_in_the_preview_it_is_one_page_that_is_not_listed() -> None:
    """So it stands in no sitemap, and asks search engines to stay away."""
    site = model(FULL, preview=True, features=EVERY)
    (page,) = guide.pages(site)
    assert (page.address, page.template, page.listed) == ("/style-guide/", "style_guide", False)
    styles, *rest = guide.files(site, (page,))
    assert styles == File("/style-guide/guide.css", stylesheet(THEME))
    assert {one.address.rpartition("/")[0] for one in rest} == {"/style-guide/look"}


def test_a_group_says_its_contract_and_gives_each_example_what_the_macro_takes(
    tmp_path: Path,
) -> None:
    """A parameter that a macro gets is taken from the page's values, without another line."""
    folder = tmp_path / "templates/components"
    folder.mkdir(parents=True)
    (folder / "see_me.html").write_text(
        "{# What it is.\n   one    the first\n   other  the second #}\n"
        '{% macro see_me(one, other="x") %}{{ one }}{% endmacro %}\n'
    )
    (folder / "offer_clock.html").write_text(
        "{# Unseen. #}\n{% macro offer_clock() %}{% endmacro %}"
    )
    found = [
        Example("see_me", "Only one", {"one": 1, "more": 2}),
        Example("see_me", "Both", {"other": 4, "one": 3}),
    ]
    assert components(tmp_path, found) == (
        Component("offer_clock", "Unseen.", (), unseen=True, frame=False),
        Component(
            "see_me",
            "What it is.\none    the first\nother  the second",
            (
                Variant("see-me-1", "Only one", {"one": 1}),
                Variant("see-me-2", "Both", {"one": 3, "other": 4}),
            ),
            unseen=False,
            frame=False,
        ),
    )


@pytest.mark.parametrize(
    ("html", "made"),
    [
        (
            '<h2 id="a">A</h2><p aria-labelledby="a b">',
            '<h2 id="a-k">A</h2><p aria-labelledby="a-k b">',
        ),
        ('<label for="e">E</label><input id="e">', '<label for="e-k">E</label><input id="e-k">'),
        ('<a href="#a">A</a><p id="a">', '<a href="#a-k">A</a><p id="a-k">'),
        ('<a href="#else">A</a>', '<a href="#else">A</a>'),
        ('<a class="b" href="/offers/">A</a>', '<a class="b" href="#k">A</a>'),
        ('<a href="https://example.com/">A</a>', '<a href="https://example.com/">A</a>'),
        (
            '<form action="/thank-you/" method="post">',
            '<form action="/style-guide/" method="post">',
        ),
        ('<form action="https://example.com/">', '<form action="https://example.com/">'),
        ('<use href="/drawings/a.svg#body"/>', '<use href="/drawings/a.svg#body"/>'),
        ('<img src="/style-guide/full/qr.svg">', '<img src="/style-guide/qr.svg">'),
        ('<p data-id="a" id="a">&lt;i id="a"&gt;', '<p data-id="a" id="a-k">&lt;i id="a-k"&gt;'),
    ],
)
def test_examples_of_one_component_do_not_meet(html: str, made: str) -> None:
    """Ids that stand twice are wrong HTML, and a link must not leave the guide by mistake."""
    assert str(with_unique_ids(Markup(html), "k")) == made  # noqa: S704  (written above)


def test_the_tokens_are_those_of_the_theme_by_kind(tmp_path: Path) -> None:
    """What a @media rule changes is shown as it is at first."""
    (tmp_path / "css").mkdir()
    (tmp_path / "css/tokens.css").write_text(
        ":root {\n  --ink: light-dark(#000,\n    #fff);\n  --drawing-line: var(--ink);\n"
        "  --text: 1rem;\n  --space-1: 0.25rem;\n  --line: 1px;\n}\n"
        "@media print { :root { --text: 10pt; } }\n"
    )
    found = tokens(tmp_path)
    assert found.of("colors") == (
        Token("ink", "light-dark(#000, #fff)"),
        Token("drawing-line", "var(--ink)"),
    )
    assert found.of("sizes") == (Token("text", "1rem"),)
    assert found.of("spaces") == (Token("space-1", "0.25rem"),)
    assert found.of("others") == (Token("line", "1px"),)
    assert stylesheet(tmp_path).splitlines()[-4:] == [
        '.guide_colors [data-token="ink"] { background: var(--ink); }',
        '.guide_colors [data-token="drawing-line"] { background: var(--drawing-line); }',
        '.guide_sizes [data-token="text"] { font-size: var(--text); }',
        '.guide_spaces [data-token="space-1"] { inline-size: var(--space-1); }',
    ]


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_examples_of_a_feature_go_with_it(name: str) -> None:
    """Removing a feature is its folder and its line, and the guide does not miss it."""
    site, page = (
        model(FULL, features=EVERY),
        Page("/style-guide/", "A", "B", "style_guide", drawings=("body",)),
    )
    everything = {(one.component, one.name) for one in examples(site, page)}
    features = [feature for feature in EVERY if feature.name != name]
    documents = {kind.folder: site.all(kind.folder) for one in features for kind in one.kinds}
    found = examples(replace(site, features=tuple(features), documents=documents), page)
    left = {(one.component, one.name) for one in found}
    assert left < everything
