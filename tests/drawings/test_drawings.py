"""The theme's drawings: which pages show which, and what a file must be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.core.problems import ContentError, report
from plugins.drawings import site_problems
from plugins.drawings.lazy_sprite import lazy_sprite
from plugins.drawings.sprite import sprite
from tests.sites import PRACTICE, ROOT, model

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
EVEN = 'stroke-width="1.2" vector-effect="non-scaling-stroke"'
LEAN = f'<path stroke="var(--drawing-line)" d="M0 0h8" {EVEN} />'


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
    made = sprite(theme, ("hand", "body", "hand"))
    assert made.file.content == (
        '<svg xmlns="http://www.w3.org/2000/svg">'
        f'<g fill="none" id="hand"><g>{LEAN}</g></g>'
        f'<g id="body">{LEAN}</g><g id="body-pain-hip">{LEAN}</g></svg>\n'
    )
    assert made.drawings["hand"].address == f"{made.file.address}#hand"
    assert made.drawings["hand"].view_box == "0 0 40 30"


@pytest.mark.parametrize("path", sorted((ROOT / "theme/drawings").glob("*.svg")))
def test_every_drawing_has_lines_of_the_same_width(path: Path) -> None:
    """Plates of 1.2 to 3.4 pixels stood beside each other, as if several people had drawn them."""
    text = str(sprite(ROOT / "theme", (path.stem,)).file.content)
    lines = re.findall(
        r"<(?:path|circle|ellipse|line|rect)\b[^>]*drawing-(?:line|fiber)\)[^>]*>", text
    )
    stroked = [one for one in lines if re.search(r' stroke="var\(--drawing-(line|fiber)', one)]
    assert stroked
    assert [one for one in stroked if 'vector-effect="non-scaling-stroke"' not in one] == []
    assert {re.findall(r'stroke-width="(.*?)"', one)[0] for one in stroked} <= {"1.2", ".5"}


def test_a_region_has_an_outline_and_a_part_to_lay_over(theme: Path) -> None:
    """The outline stands in the page, where it is a link; the part is fetched with the drawing."""
    made = sprite(theme, ("body",))
    body = made.drawings["body"]
    assert body.regions == {"hip": "M0 0h9v9z M20 0h9v9z"}
    assert body.parts == {"pain-hip": f"{made.file.address}#body-pain-hip"}


def test_a_file_is_named_by_what_it_holds(theme: Path) -> None:
    """A browser may keep it for ever."""
    before = sprite(theme, ("hand",)).file.address
    assert sprite(theme, ("body",)).file.address != before
    (theme / "drawings/hand.svg").write_text(HAND.replace("h8", "h88"))
    assert sprite(theme, ("hand",)).file.address != before


def test_drawings_further_down_are_views_of_one_picture(theme: Path) -> None:
    """A browser fetches it when a visitor comes near, with the colors of day and night."""
    made = lazy_sprite(theme, ("hand", "body"))
    assert made.file.content == (
        '<svg xmlns="http://www.w3.org/2000/svg">'
        "<style>:root{color-scheme:light dark;--ink:#000;--drawing-line:var(--ink);}</style>"
        '<view id="hand-view" viewBox="0 0 40 30"/>'
        f'<g transform="translate(0 0)"><g fill="none" id="hand"><g>{LEAN}</g></g></g>'
        '<view id="body-view" viewBox="0 60 48 52"/>'
        f'<g transform="translate(0 60)"><g id="body">{LEAN}</g>'
        f'<g id="body-pain-hip">{LEAN}</g></g></svg>\n'
    )
    assert made.drawings["body"].address == f"{made.file.address}#body-view"
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
        sprite(theme, ("hand",))
    assert [problem.found for problem in caught.value.problems] == [found]


HEAD = "---\ntitle: T\nsummary: S.\n"
HIP = HEAD + "map:\n  - region: {region}\n    label: Hip\n    text: A spot.\n---\n"
PLATE = HEAD + "figures:\n  - drawing: {name}\n    alt: A hand.\n---\n"


@pytest.fixture
def here(theme: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The theme, in the folder that the commands are typed in."""
    monkeypatch.chdir(theme.parent)
    return theme


def told(theme: Path, files: Mapping[str, str]) -> str:
    """What staff read about these files."""
    site = model(theme.parent / "content", {"practice.yaml": PRACTICE, **files})
    return report(site_problems(replace(site, theme=theme)))


def test_drawings_and_regions_that_are_there_are_no_problem(here: Path) -> None:
    """A symptom has figures, and a place on the map."""
    files = {
        "symptoms/hip.md": HIP.format(region="hip"),
        "modalities/a.md": PLATE.format(name="hand"),
    }
    assert told(here, files) == ""


def test_a_name_that_resembles_a_drawing_is_mended_by_it(here: Path) -> None:
    """A letter too many is the usual reason."""
    assert (
        told(here, {"modalities/a.md": PLATE.format(name="handd")})
        == """\
content/modalities/a.md:5, figures, drawing
  Found   "handd"
  Needed  the name of a drawing in drawings/, or of the theme: body, hand
  To fix  did you mean "hand"? Write "drawing: hand\""""
    )


def test_a_name_that_resembles_no_drawing_is_told_them_all(here: Path) -> None:
    """Whoever cannot see the theme's folder chooses from the message."""
    assert (
        told(here, {"symptoms/a.md": PLATE.format(name="elephant")})
        == """\
content/symptoms/a.md:5, figures, drawing
  Found   "elephant"
  Needed  the name of a drawing in drawings/, or of the theme: body, hand
  To fix  choose one of these"""
    )


def test_a_name_that_resembles_a_region_is_mended_by_it(here: Path) -> None:
    """The names of regions stand in a drawing, which staff never open."""
    assert (
        told(here, {"symptoms/a.md": HIP.format(region="hips")})
        == """\
content/symptoms/a.md:5, map, region
  Found   "hips"
  Needed  a region of the body: hip
  To fix  did you mean "hip"? Write "region: hip\""""
    )


def test_a_name_that_resembles_no_region_is_told_them_all(here: Path) -> None:
    """A place that the body does not have can be no link on it."""
    assert (
        told(here, {"symptoms/a.md": HIP.format(region="elbow")})
        == """\
content/symptoms/a.md:5, map, region
  Found   "elbow"
  Needed  a region of the body: hip
  To fix  choose one of these"""
    )


def test_a_region_of_two_symptoms_is_refused_in_the_second(here: Path) -> None:
    """A touch can have one answer."""
    one = HIP.format(region="hip")
    assert (
        told(here, {"symptoms/a.md": one, "symptoms/b.md": one, "symptoms/c.md": one})
        == """\
content/symptoms/b.md:5, map, region
  Found   "hip", which stands in content/symptoms/a.md:5 too
  Needed  each region once
  To fix  delete it in one of the two places

content/symptoms/c.md:5, map, region
  Found   "hip", which stands in content/symptoms/a.md:5 too
  Needed  each region once
  To fix  delete it in one of the two places"""
    )


def test_a_region_that_stands_twice_in_one_symptom_is_refused(here: Path) -> None:
    """The page would have one address for two texts, and never show the second."""
    twice = HIP.format(region="hip\n    label: Hip\n    text: A spot.\n  - region: hip")
    assert (
        told(here, {"symptoms/a.md": twice})
        == """\
content/symptoms/a.md:8, map, region
  Found   "hip", which stands in content/symptoms/a.md:5 too
  Needed  each region once
  To fix  delete it in one of the two places"""
    )
