"""The theme's drawings: which pages show which, and what a file must be."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core.problems import ContentError
from plugins.drawings.album import album
from plugins.drawings.sheet import sheet

LINE = '<path stroke="var(--drawing-line,#17261f)" d="M0 0h8"/>'
HAND = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">
  <g id="plate" fill="none">
    <g id="thumb">
      {LINE}
    </g>
  </g>
</svg>
"""
BODY = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 52">
  <defs>
    <g id="pain-hip">{LINE}</g>
    <g id="hit-hip"><path d="M0 0h9v9z"/><path d="M20 0h9v9z"/></g>
  </defs>
  <g id="plate">{LINE}</g>
</svg>
"""
TOKENS = ":root {\n  --ink: #000;\n  --drawing-line: var(--ink);\n  --text: 1rem;\n}"
LEAN = '<path stroke="var(--drawing-line)" d="M0 0h8" />'


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme with a drawing of a hand, and one of a body with a region."""
    for name, text in {
        "drawings/hand.svg": HAND,
        "drawings/body.svg": BODY,
        "css/tokens.css": TOKENS,
    }.items():
        path = tmp_path / "theme" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "theme"


def test_the_drawings_of_a_page_are_one_file(theme: Path) -> None:
    """Each request is a wait on a phone; ids of two drawings must not meet in it."""
    made = sheet(theme, ("hand", "body", "hand"))
    assert made.text == (
        '<svg xmlns="http://www.w3.org/2000/svg">'
        f'<g fill="none" id="hand"><g>{LEAN}</g></g>'
        f'<g id="body">{LEAN}</g><g id="body-pain-hip">{LEAN}</g></svg>\n'
    )
    assert made.drawings["hand"].address == f"{made.address}#hand"
    assert made.drawings["hand"].view_box == "0 0 40 30"


def test_a_region_has_an_outline_and_a_part_to_lay_over(theme: Path) -> None:
    """The outline stands in the page, where it is a link; the part is fetched with the drawing."""
    made = sheet(theme, ("body",))
    body = made.drawings["body"]
    assert body.regions == {"hip": "M0 0h9v9z M20 0h9v9z"}
    assert body.parts == {"pain-hip": f"{made.address}#body-pain-hip"}


def test_a_file_is_named_by_what_it_holds(theme: Path) -> None:
    """A browser may keep it for ever."""
    before = sheet(theme, ("hand",)).address
    assert sheet(theme, ("body",)).address != before
    (theme / "drawings/hand.svg").write_text(HAND.replace("h8", "h88"))
    assert sheet(theme, ("hand",)).address != before


def test_drawings_further_down_are_views_of_one_picture(theme: Path) -> None:
    """A browser fetches it when a visitor comes near, with the colors of day and night."""
    made = album(theme, ("hand", "body"))
    assert made.text == (
        '<svg xmlns="http://www.w3.org/2000/svg">'
        "<style>:root{color-scheme:light dark;--ink:#000;--drawing-line:var(--ink);}</style>"
        '<view id="hand-view" viewBox="0 0 40 30"/>'
        f'<g transform="translate(0 0)"><g fill="none" id="hand"><g>{LEAN}</g></g></g>'
        '<view id="body-view" viewBox="0 60 48 52"/>'
        f'<g transform="translate(0 60)"><g id="body">{LEAN}</g>'
        f'<g id="body-pain-hip">{LEAN}</g></g></svg>\n'
    )
    assert made.drawings["body"].address == f"{made.address}#body-view"
    assert (made.drawings["body"].width, made.drawings["body"].height) == (48, 52)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<svg", "unclosed token: line 1, column 0"),
        (HAND.replace('viewBox="0 0 40 30"', ""), "no viewBox of four numbers"),
        (HAND.replace('id="plate"', 'id="hand"'), 'no group with id="plate"'),
    ],
)
def test_a_file_that_is_no_drawing_stops_the_build(theme: Path, text: str, found: str) -> None:
    """A page with a hole where its figure belongs is not published."""
    (theme / "drawings/hand.svg").write_text(text)
    with pytest.raises(ContentError) as caught:
        sheet(theme, ("hand",))
    assert [problem.found for problem in caught.value.problems] == [found]
