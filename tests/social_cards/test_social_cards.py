"""Cards: what networks show of a page."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from plugins.core.cache import store
from plugins.core.design.font import FRAUNCES, metrics
from plugins.core.design.palette import palette
from plugins.core.model.pages import Card, Page
from plugins.social_cards import FEATURE
from plugins.social_cards.illustration import Plate, plate
from plugins.social_cards.layout import HEIGHT, MARGIN, TITLE, WIDTH, Art, Words, layout, placed
from plugins.social_cards.text_fit import LEADING, Fitted, fitted
from tests.sites import BARE, PRACTICE, model

THEME = Path(__file__).parents[2] / "theme"
DAY = palette(THEME).light
ROOM = (480.0, 350.0)
PLATE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 520"><g id="plate">
<g id="part"><path fill="var(--drawing-line,#000000)" d="{shape}"/></g>
<g id="keys"><path stroke="var(--drawing-line,#000000)" d="M0 9h480"/></g>
<g id="numerals"><text x="9" y="9">1</text></g></g></svg>"""


def page(title: str, *drawings: str, address: str = "/a/b/") -> Page:
    return Page(address, title, "", "page", drawings=drawings)


def card(made: Page) -> Card:
    """The card that a page has once the feature has seen it."""
    (completed,) = FEATURE.complete_pages(model(BARE), (made,))
    assert completed.card
    return completed.card


def image(made: Page) -> Image.Image:
    return Image.open(BytesIO(card(made).content))


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=300))
@example("Neuromuscular Therapy")
@example("x" * 300)
@example("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk and more words")
def test_a_title_never_leaves_its_room(title: str) -> None:
    """A title that runs into the drawing looks broken wherever it is shared."""
    made = fitted(title, ROOM, TITLE, metrics())
    assert all(metrics().width(line) * made.size <= ROOM[0] for line in made.lines[:-1])
    assert all(metrics().width(line.rstrip("…")) * made.size <= ROOM[0] for line in made.lines)
    assert made.size * (1 + LEADING * (len(made.lines) - 1)) <= ROOM[1]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Sciatica", Fitted(116, ("Sciatica",))),
        ("Low Back Pain", Fitted(108, ("Low Back", "Pain"))),
        ("Thoracic Outlet Syndrome", Fitted(100, ("Thoracic", "Outlet", "Syndrome"))),
        (
            "What to expect of a first visit to the practice",
            Fitted(80, ("What to", "expect of a", "first visit to", "the practice")),
        ),
    ],
)
def test_lines_are_balanced_and_as_large_as_they_can_be(title: str, lines: Fitted) -> None:
    """Size counts first: it is read at a third of its width, in a chat."""
    assert fitted(title, ROOM, TITLE, metrics()) == lines


def test_a_title_without_end_is_cut() -> None:
    """Two hundred words at the smallest size do not fit; an ellipsis says so."""
    made = fitted("word " * 200, ROOM, TITLE, metrics())
    assert made.size == TITLE[-1]
    assert len(made.lines) == 8
    assert made.lines[-1].endswith("word…")


def test_a_card_says_title_name_and_number() -> None:
    """Its words, in the order that they are read, and nothing else."""
    drawn = layout(Words("Hip & <Pain>", "R&B Hands", "303-555-0142"), "", DAY, FRAUNCES)
    texts = [one for one in ElementTree.fromstring(drawn).iter() if one.tag.endswith("}text")]  # noqa: S314
    assert [one.text for one in texts] == ["Hip &", "<Pain>", "R&B Hands", "303-555-0142"]
    assert [one.get("fill") for one in texts[-2:]] == [DAY["ink"].hex, DAY["clay"].hex]


def test_a_card_has_the_size_that_networks_ask_for_and_is_small() -> None:
    """Chats do not show what takes too long."""
    made = card(page("Low Back Pain"))
    picture = Image.open(BytesIO(made.content))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert (made.width, made.height) == (WIDTH, HEIGHT) == (1200, 630)
    assert len(made.content) < 60_000
    assert picture.convert("RGB").getpixel((5, 5)) == tuple(bytes.fromhex(DAY["paper"].hex[1:]))


def test_a_card_is_named_by_its_page_and_what_it_shows() -> None:
    """A network keeps a picture by its address; another picture needs another one."""
    one, other = card(page("One")), card(page("Other"))
    assert one.address.startswith("/cards/a-b.")
    assert one.address != other.address
    assert card(page("One", address="/")).address.startswith("/cards/home.")
    assert card(page("One", address="/404.html")).address.startswith("/cards/404.")
    assert one.alt == "One. Bare Hands, 303-555-0142"


def test_a_card_is_the_same_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its address is the hash of its bytes: another one would be another page."""
    kept = card(page("Low Back Pain", "low-back-pain"))
    monkeypatch.setattr(store, "ROOT", tmp_path)
    assert card(page("Low Back Pain", "low-back-pain")) == kept


@pytest.mark.parametrize(
    "title", ["", "\u80a9\u306e\u75db\u307f", "\u05db\u05ea\u05e3", "😀", "x" * 250]
)
def test_no_title_stops_a_build(title: str) -> None:
    """Letters that Fraunces lacks come from the machine, if it has them."""
    assert image(page(title)).size == (1200, 630)


def test_every_drawing_of_the_theme_stands_beside_the_title() -> None:
    """Half a drawing may leave the card on purpose, and none covers the words."""
    for path in sorted((THEME / "drawings").glob("*.svg")):
        picture = image(page("Pain", path.stem)).convert("RGB")
        paper = picture.getpixel((5, 5))
        column = picture.crop((0, 300, MARGIN + 200, 460)).getcolors()
        right = picture.crop((640, 0, WIDTH, HEIGHT)).getcolors(1 << 16)
        assert column == [((MARGIN + 200) * 160, paper)], path.stem
        assert right and len(right) > 8, path.stem


def drawing(folder: Path, shape: str) -> Path:
    path = folder / "plate.svg"
    path.write_text(PLATE.format(shape=shape))
    return path


@pytest.mark.parametrize(
    ("shape", "box", "edges"),
    [
        ("M100 0h100v520h-100z", [100, 0, 100, 520], (True, True)),
        ("M100 50h100v100h-100z", [100, 50, 100, 100], (False, False)),
        ("M100 50h100v470h-100z", [100, 50, 100, 470], (False, True)),
    ],
)
def test_a_drawing_is_shown_without_its_key_and_cut_where_it_goes_on(
    tmp_path: Path, shape: str, box: list[float], edges: tuple[bool, bool]
) -> None:
    """Numerals mean nothing without their words; a leg goes on below the card."""
    made = plate(drawing(tmp_path, shape).read_text(encoding="utf-8"), DAY)
    assert list(made.box) == box
    assert (made.above, made.below) == edges
    assert "text" not in made.shapes
    assert f'fill="{DAY["ink"].hex}"' in made.shapes


def test_the_preview_has_no_cards() -> None:
    """Nobody shares it, and to draw them takes longer than all the rest of a build."""
    pages = (page("Low Back Pain"),)
    assert FEATURE.complete_pages(model(BARE, preview=True), pages) == pages


def test_a_drawing_that_is_not_there_leaves_the_mark() -> None:
    """Every place for a picture looks finished without one."""
    assert card(page("Pain", "nothing")).content == card(page("Pain")).content


def test_only_pages_that_have_one_have_a_file() -> None:
    """The file of each card, at its address."""
    site = model(BARE)
    (made,) = FEATURE.complete_pages(site, (page("Pain"),))
    assert made.card
    written = list(FEATURE.files(site, (made, replace(made, card=None))))
    assert [(file.address, file.content) for file in written] == [
        (made.card.address, made.card.content)
    ]


@pytest.mark.parametrize(
    ("above", "below", "top", "bottom"),
    [
        (False, False, 175, 455),
        (True, False, -12, 268),
        (False, True, 362, 642),
        (True, True, 175, 455),
    ],
)
def test_a_wide_drawing_keeps_to_the_edge_that_it_leaves(
    above: bool, below: bool, top: float, bottom: float
) -> None:
    """An arm that is cut off in the middle of the paper looks like an accident."""
    art = placed(Plate("<path/>", (0, 0, 200, 100), above, below))
    assert art == Art(f'<g transform="translate(568.00 {top:.2f}) scale(2.8000)"><path/></g>', 568)
    assert bottom - top == 2.8 * 100


def test_a_long_name_has_two_lines() -> None:
    """The name of a practice is not cut while there is room."""
    name = "Center for Neuromuscular Massage Therapy and Acupuncture"
    drawn = layout(Words("Hip Pain", name, "303-555-0142"), "", DAY, FRAUNCES)
    texts = [one for one in ElementTree.fromstring(drawn).iter() if one.tag.endswith("}text")]  # noqa: S314
    assert [(one.text, one.get("y")) for one in texts[1:]] == [
        ("Center for Neuromuscular Massage", "508.0"),
        ("Therapy and Acupuncture", "538.2"),
        ("303-555-0142", "584.0"),
    ]


@pytest.mark.parametrize(
    ("title", "letters"),
    [
        ("Hip Pain", ""),
        ("Élan für Füße", ""),
        ("鍼灸と指圧", "鍼灸と指圧"),
        ("Spring 🌸 offer 🌸", "🌸"),
    ],
)
def test_letters_without_shapes_are_told(tmp_path: Path, title: str, letters: str) -> None:
    """The card of such a page has a hole, or no title at all, and only its readers would know."""
    text = f"---\ntitle: {title}\nsummary: A.\n---\n"
    site = model(tmp_path, {"practice.yaml": PRACTICE, "symptoms/a.md": text})
    told = [(one.line, one.level, one.found.split(",")[0]) for one in FEATURE.site_problems(site)]
    assert told == ([(2, "warning", f'"{letters}"')] if letters else [])
