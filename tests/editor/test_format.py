"""Format: what the editor reads of our files and writes into them, in a real browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from plugins.core.reading.front_matter import parse, read_yaml
from tests.editor.checkout import hosted
from tests.sites import FULL

FILES = sorted([*FULL.rglob("*.md"), FULL / "practice.yaml"])
LOAD = """async () => {
  const { formatOf } = await import("./format.js");
  const { shapes, config, missing, ...known } = await (await fetch("config.json")).json();
  window.formats = Object.fromEntries(Object.entries(shapes).map(([name, { keys, body }]) =>
    [name, formatOf(keys, { body, ...known })]));
}"""
CHANGE = """async ([name, text, changes]) => {
  const format = formats[`handbill-${name}`];
  const values = text === null ? {} : format.fromFile(text.trim());
  return `${(await format.toFile({ ...structuredClone(values), ...changes })).trim()}\\n`;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with hosted(tmp_path_factory.mktemp("editor"), FULL) as address:
        page = browser.new_page()
        page.goto(f"{address}admin.css")
        page.evaluate(LOAD)
        yield page
        page.close()


def changed(page: Page, name: str, text: str | None, **changes: Any) -> str:
    """The text that the editor writes for a file, with some keys changed."""
    made: str = page.evaluate(CHANGE, [name, text, changes])
    return made


def kind_of(path: Path) -> str:
    return "practice" if path.suffix == ".yaml" else path.parent.name


def test_an_untouched_file_keeps_every_byte(page: Page) -> None:
    """Remarks, order, quotes and blanks: a save changes what somebody changed."""
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        assert changed(page, kind_of(path), text) == text, path.name


OFFER = """---
headline: 'Save: 20'  # shown first
# reviewed: the name of a book
terms: >-
  Long
  words.
modalities: a, b and c
pages: contact
starts: 2030-01-01 09:00

priority: 007
ends:
unknown: kept
---


Text with *marks* and 3*4*5.
"""


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"headline": "New"}, "'Save: 20'  #", "'New'  #"),
        ({"code": "yes"}, "priority: 007\n", "priority: 007\ncode: yes\n"),
        ({"code": "null"}, "priority: 007\n", 'priority: 007\ncode: "null"\n'),
        ({"code": ""}, "", ""),
        ({"button": {}, "aliases": [], "ends": None}, "", ""),
        ({"priority": 8}, "priority: 007", "priority: 8"),
        ({"modalities": ["a", "b", "c"], "pages": ["/contact/"]}, "", ""),
        (
            {"modalities": ["c"]}, "modalities: a, b and c", "modalities:\n  - c",
        ),
        ({"starts": ""}, "starts: 2030-01-01 09:00\n\n", "\n"),
        ({"body": "Other"}, "---\n\n\nText with *marks* and 3*4*5.", "---\n\nOther"),
    ],
)  # fmt: skip
def test_what_changes_is_what_somebody_changed(
    page: Page, changes: dict[str, Any], old: str, new: str
) -> None:
    """A diff of one line tells a colleague what happened."""
    written = changed(page, "offers", OFFER, **changes)
    parts = (parse(text, Path("a.md")) for text in (written, OFFER.replace(old, new)))
    one, other = ((part.fields.values, part.body.strip()) for part in parts)
    assert one == other
    kept = [line for line in OFFER.splitlines() if line not in old and line.startswith("#")]
    assert [line for line in kept if line not in written.splitlines()] == []
    if not old or "\n" not in new:  # lines alone: no other sign changes
        assert written == OFFER.replace(old, new)


SIGNS = "---\ntitle: A\nask_a_doctor:\n- You have a fever\n- You faint\n---\n"


def test_a_short_form_stays_until_somebody_uses_the_long_one(page: Page) -> None:
    """A plain list is a group with one key; a form would write it as keys 0 and 1."""
    assert changed(page, "modalities", SIGNS, title="B") == SIGNS.replace("title: A", "title: B")
    groups = {"emergency": ["Chest pain"], "before_you_book": ["You have a fever", "You faint"]}
    values = parse(changed(page, "modalities", SIGNS, ask_a_doctor=groups), Path("a.md")).fields
    assert values.values["ask_a_doctor"] == groups


def test_what_no_form_has_a_place_for_stays(page: Page) -> None:
    """A group where a line is expected, and keys that nobody knows: the build says what to do."""
    text = "---\ntitle: {a: b}\nsummary: C\npicture: stones.png\nlater: [{x: y}]\n---\n"
    assert changed(page, "modalities", text, summary="D") == text.replace(
        "summary: C", "summary: D"
    )


def test_a_new_file_has_the_keys_that_were_filled_in(page: Page) -> None:
    written = changed(
        *(page, "modalities", None), title="Cupping: dry", summary="no", starter="",
        picture={"file": "/images/cups.jpg", "alt": ""}, body="Glass cups.\n\nNo fire.",
        sessions=[{"minutes": "60", "price": "90.00"}, {"minutes": "", "price": ""}],
    )  # fmt: skip
    assert written == (
        '---\ntitle: "Cupping: dry"\nsummary: no\npicture:\n  file: cups.jpg\n'
        "sessions:\n  - minutes: 60\n    price: 90.00\n"
        "---\n\nGlass cups.\n\nNo fire.\n"
    )


def test_a_file_that_nobody_can_read_is_not_opened(page: Page) -> None:
    """Its text would be lost at the next save."""
    script = "([text]) => { try { formats['handbill-offers'].fromFile(text); } catch (error)"
    script += " { return error.message; } }"
    said = page.evaluate(script, ["---\nheadline: 'a\nends: b\n---\n"])
    assert "Open the preview: it says how to mend it." in said


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Co", "Cn"])
    | st.sampled_from(list("\n:#-'\"[]{},&*!|>%@`?~ ")),
    min_size=1,
    max_size=30,
).map(str.strip).filter(bool)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(st.fixed_dictionaries({"question": WORDS, "answer": WORDS}), max_size=3), WORDS)
def test_any_text_comes_back_as_it_was_typed(
    page: Page, questions: list[dict[str, str]], title: str
) -> None:
    """Our reader reads what the browser wrote: quotes, colons, dashes, other scripts."""
    text = FILES[0].parents[1].joinpath("modalities/hot-stones.md").read_text(encoding="utf-8")
    for changes in ({"title": title}, {"title": title, "questions": questions}):
        values = parse(changed(page, "modalities", text, **changes), Path("a.md")).fields.values
        wanted = {"questions": values.get("questions", []), "title": title, **changes}
        found = {"questions": values.get("questions", []), "title": values["title"]}
        assert json.dumps(found) == json.dumps(wanted)


def test_hours_of_several_days_stay_beside_those_of_one(page: Page) -> None:
    """The form has no field for mon-fri; whoever adds a Sunday closes no other day."""
    text = "name: A\nhours:\n  mon-fri: 09:00-18:00\n"
    for hours in ({"sunday": "closed"}, {"monday": "", "sunday": "closed"}):
        written = changed(page, "practice", text, hours=hours)
        values = read_yaml(written, Path("practice.yaml")).values
        assert values["hours"] == {"mon-fri": "09:00-18:00", "sunday": "closed"}


def test_the_practice_keeps_its_remarks(page: Page) -> None:
    """They say to staff what each key is for."""
    text = "# Facts.\nname: A\ntelephone: 303-555-0142\n\n# Where.\n# address:\n#   city: B\n"
    written = changed(page, "practice", text, email="a@example.com", hours={"monday": "closed"})
    assert [line for line in text.splitlines() if line not in written.splitlines()] == []
    assert read_yaml(written, Path("practice.yaml")).values == {
        "name": "A", "telephone": "303-555-0142", "email": "a@example.com",
        "hours": {"monday": "closed"},
    }  # fmt: skip
