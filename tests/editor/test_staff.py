"""Staff: the real editor, as a person uses it, on a phone and at a desk."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, FilePayload

from tests.build.conftest import Project
from tests.editor.checkout import (
    DESK,
    LIST,
    PHONE,
    Editor,
    changed_lines,
    edit_and_put_back,
    editing,
    hosted,
)
from tests.sites import FULL, drawn, model, tree, write

Open = Callable[..., Editor]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """The editor over the practice with every fact."""
    with ExitStack() as stack:
        yield lambda width=DESK: stack.enter_context(
            editing(browser, tmp_path / "host", FULL, width)
        )


def difference(name: str, after: bytes) -> list[str]:
    """The lines of a file that changed."""
    return changed_lines((FULL / name).read_bytes(), after)


def test_an_edit_changes_one_line_and_asks_no_other_host(opened: Open) -> None:
    """On a phone: an offer, then the telephone number."""
    editor = opened(PHONE)
    editor.open("offers/spring.md")
    editor.field("Headline").fill("Spring: save more")
    assert difference("offers/spring.md", editor.save("offers/spring.md")) == [
        "-headline: Spring, save $25 on Swedish massage",
        '+headline: "Spring: save more"',
    ]
    editor.open("practice.yaml")
    editor.field("Telephone").fill("303-555-0199")
    assert difference("practice.yaml", editor.save("practice.yaml")) == [
        "-telephone: 303-555-0142",
        "+telephone: 303-555-0199",
    ]
    assert editor.foreign == []


def test_a_new_offer_is_one_that_the_build_accepts(opened: Open, full: Project) -> None:
    """What nobody filled in is absent, not empty."""
    editor = opened()
    editor.new("offers")
    editor.field("Headline").fill("Autumn hands")
    editor.field("Ends").fill("2030-11-30")
    editor.field("Regular price").fill("90.50")
    written = editor.save("offers/autumn-hands.md")
    assert written.decode() == (
        "---\nheadline: Autumn hands\nends: 2030-11-30\nregular_price: 90.50\n---\n"
    )
    site = model(full.content, {"offers/autumn-hands.md": written})
    assert [one.title for one in site.get("offers", ["autumn-hands"])] == ["Autumn hands"]


def test_a_value_that_the_build_refuses_is_refused_at_once(opened: Open) -> None:
    """Nobody waits for a build to learn of a slip."""
    editor = opened()
    editor.open("offers/spring.md")
    editor.field("Regular price").fill("ninety")
    editor.page.get_by_role("button", name="Save", exact=True).click()
    editor.page.get_by_text("an amount like 25 or 25.50").first.wait_for()
    assert difference("offers/spring.md", editor.read("offers/spring.md") or b"") == []


@pytest.mark.torture
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_note_with_a_picture_is_one_that_the_build_accepts(
    opened: Open, full: Project, width: int
) -> None:
    """A picture as a phone names it, a day from the calendar, a text with signs of Markdown."""
    editor = opened(width)
    editor.new("news")
    editor.field("Title").fill("New lamp")
    editor.field("Summary").fill("A warm one.")
    editor.page.locator("input[type=date]").first.fill("2030-05-14")
    editor.page.get_by_role("checkbox", name="Add \u2068Picture\u2069").click()
    picture = FilePayload(name="IMG 0001.JPG", mimeType="image/jpeg", buffer=drawn())
    editor.drawn(editor.page.locator("input[type=file]").first).set_input_files(files=[picture])
    editor.field("Alt").fill("A lamp on a table")
    editor.field("Text").click()
    editor.page.keyboard.type("It is *soft* & warm.")
    written = editor.save("news/new-lamp.md")
    assert written.decode() == (
        "---\ntitle: New lamp\nsummary: A warm one.\ndate: 2030-05-14\npicture:\n"
        "  file: img-0001.jpg\n  alt: A lamp on a table\n---\n\nIt is *soft* & warm.\n"
    )
    image = editor.read("images/img-0001.jpg")
    assert image == picture["buffer"]
    full.write({"news/new-lamp.md": written, "images/img-0001.jpg": image})
    full.built(live=False)
    assert "It is soft & warm." in full.page("/news/new-lamp/").get_text()


# A HEIC of one color, 64 pixels wide, as libheif writes it with x265.
HEIC = b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAVZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAA"
    "AAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAABegABAAAAAAAAABkAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAA"
    "AAABAABodmMxAAAAAA5waXRtAAAAAAABAAAA1mlwcnAAAAC3aXBjbwAAAHhodmNDAQNwAAAAkAAAAAAAHvAA/P34"
    "+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmu"
    "bgIaDAgAAAMAyAAAAwAIQGIAAQAHRAHBcrAiQAAAABNjb2xybmNseAABAA0ABoAAAAAUaXNwZQAAAAAAAABAAAAA"
    "QAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgQIDBAAAACFtZGF0AAAAFSgBrxmA93yFN7TE4f+p"
    "4L/IgV4tHA=="
)


@pytest.mark.torture
@pytest.mark.parametrize("name", ["IMG 0002.HEIC", "IMG 0002.jpg"])
def test_a_picture_in_the_format_of_the_iphone_becomes_one_that_all_browsers_show(
    opened: Open, name: str
) -> None:
    """The editor turns it into WebP by itself, also when somebody has renamed it; one that it
    cannot read is refused in words."""
    editor = opened(PHONE)
    editor.new("news")
    editor.page.get_by_role("checkbox", name="Add \u2068Picture\u2069").click()
    chooser = editor.drawn(editor.page.locator("input[type=file]").first)
    broken = FilePayload(name=name, mimeType="image/heic", buffer=HEIC[:300])
    chooser.set_input_files(files=[broken])
    refused = editor.page.get_by_role("alertdialog")
    assert "Please convert the file and try again" in refused.inner_text()
    refused.get_by_role("button").last.click()
    picture = FilePayload(name=name, mimeType="image/heic", buffer=HEIC)
    chooser.set_input_files(files=[picture])
    editor.field("Alt").fill("A lamp")
    editor.page.locator("input[type=date]").first.fill("2030-05-14")
    editor.field("Summary").fill("A warm one.")
    editor.field("Title").fill("New lamp")
    assert b"  file: img-0002.webp\n" in editor.save("news/new-lamp.md")
    with Image.open(BytesIO(editor.read("images/img-0002.webp") or b"")) as image:
        assert (image.format, image.size) == ("WEBP", (64, 64))
    assert editor.foreign == []


@pytest.mark.torture
def test_hours_links_and_a_new_page(opened: Open) -> None:
    """Fields in groups, chosen words, and a name that becomes an address."""
    editor = opened(PHONE)
    editor.open("practice.yaml")
    editor.group("hours").get_by_role("button", name="Expand").first.click()
    editor.group("hours.sunday").get_by_role("textbox").fill("10:00-12:00")
    assert difference("practice.yaml", editor.save("practice.yaml")) == [
        "-  sunday: closed",
        "+  sunday: 10:00-12:00",
    ]
    editor.open("modalities/hot-stones.md")
    editor.page.get_by_role("checkbox", name="Tired Feet").click()
    changed = difference("modalities/hot-stones.md", editor.save("modalities/hot-stones.md"))
    assert any("tired-feet" in line for line in changed)
    editor.new("pages")
    editor.field("Title").fill("Caf\u00e9 & parking")
    editor.field("Summary").fill("Where to leave the car.")
    assert editor.save("pages/cafe-parking.md").decode() == (
        "---\ntitle: Caf\u00e9 & parking\nsummary: Where to leave the car.\n---\n"
    )


ODD = {
    "modalities/odd.md": """---
# Ask Ada before you change this.
title: Odd  # as printed
summary: 'It''s "fine": 25%'
starter: true
symptoms: stiff-neck, sore-shoulders and tired-feet
techniques: Kneading
sessions: []
picture:
  alt: Stones
  file: stones.png
---
Text \\* with 3*4*5, {{ signs }} and <b>.



> End
""",
    "practice.yaml": """# All that we know.
name: Odd
telephone: 303-555-0142
time_zone: America/Denver
text_messages: yes
hours:
  mon-fri: ["09:00-12:00", "13:00-18:00"]
  sat, sun: closed
share: email, facebook
# email: name@example.com
""",
}


@pytest.mark.torture
def test_what_people_write_by_hand_stays_as_they_wrote_it(browser: Browser, tmp_path: Path) -> None:
    """Remarks, quotes, lists in one line, days under one key, "true" for yes: no save changes what
    it means."""
    write(tmp_path / "content", ODD)
    with editing(browser, tmp_path / "host", tmp_path / "content") as editor:
        for name, text in ODD.items():
            folder = name.rpartition("/")[0]
            editor.open(name)
            editor.first(folder).fill("Even")
            assert editor.save(name).decode() == text.replace(": Odd", ": Even")


@pytest.mark.torture
@pytest.mark.parametrize(
    ("picker", "words"),
    [
        ("delete window.showDirectoryPicker", "browser"),
        ("window.showDirectoryPicker = async () => { const root = await "
         "navigator.storage.getDirectory(); return root.getDirectoryHandle('empty', "
         "{ create: true }); }", "repository"),
    ],
    ids=["no picker", "another folder"],
)  # fmt: skip
def test_a_folder_that_cannot_be_opened_is_a_sentence(
    browser: Browser, tmp_path: Path, picker: str, words: str
) -> None:
    """Firefox and Safari have no picker; the folder must be that of the project."""
    with hosted(tmp_path, FULL) as address:
        page = browser.new_page()
        page.add_init_script(picker)
        page.goto(address)
        button = page.get_by_role("button", name="Work with Local Repository")
        button.wait_for()
        if button.is_enabled():
            button.click()
        page.get_by_role("alert").filter(has_text=words).first.wait_for()
        page.close()


@pytest.mark.torture
def test_a_file_that_changed_meanwhile_is_not_overwritten(opened: Open) -> None:
    """By "Fix it" in the preview beside it, or in another program."""
    editor = opened()
    editor.page.route("**/admin/unchanged/*", lambda route: route.fulfill(status=409))
    editor.open("offers/spring.md")
    editor.field("Headline").fill("Mine")
    editor.page.get_by_role("button", name="Save", exact=True).click()
    editor.page.get_by_text("Somebody changed this file since you opened it").first.wait_for()
    assert difference("offers/spring.md", editor.read("offers/spring.md") or b"") == []
    assert editor.field("Headline").input_value() == "Mine"
    editor.page.unroute("**/admin/unchanged/*")


@pytest.mark.torture
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_file_can_be_edited_and_put_back(opened: Open, width: int) -> None:
    """An edit changes one fact; the way back leaves every byte as it was, so the site, too."""
    edit_and_put_back(opened(width), FULL)


@pytest.mark.torture
def test_the_site_is_the_same_after_an_edit_and_the_way_back(opened: Open, full: Project) -> None:
    """What nobody changed is built as before: one file of each kind, and the whole site."""
    full.built(live=False)
    before = tree(full.output)
    editor = opened()
    for name in ("modalities/swedish-massage.md", "offers/spring.md", "practice.yaml"):
        folder = name.rpartition("/")[0]
        editor.open(name)
        was = editor.first(folder).input_value()
        editor.first(folder).fill(f"{was} x")
        editor.save(name)
        editor.open(name)
        editor.first(folder).fill(was)
        full.write({name: editor.save(name)})
    full.built(live=False)
    assert tree(full.output) == before


@pytest.mark.torture
def test_an_ended_offer_goes(opened: Open) -> None:
    """As `make offers` advises: its file is deleted."""
    editor = opened(PHONE)
    editor.open("offers/winter.md")
    menus = editor.page.get_by_role("button", name=re.compile("Menu|More|Options"))
    menus.first.click()
    editor.page.get_by_role("menuitem", name=re.compile("Delete")).click()
    editor.page.get_by_role("alertdialog").get_by_role("button", name="Delete").click()
    editor.page.wait_for_function(LIST)
    editor.page.get_by_text("deleted").first.wait_for()
    assert editor.read("offers/winter.md") is None
    assert editor.read("offers/spring.md") is not None
