"""Languages: staff of a site in two languages edit both in one form, facts once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Locator

from plugins.editor.pages_cms import configuration
from plugins.editor.sveltia import config
from tests.editor.checkout import DESK, PHONE, Editor, changed_lines, editing
from tests.editor.forms import inner, ours, with_courses
from tests.sites import FULL

DENVER = FULL.with_name("denver")
LANGUAGES = ("en", "es")
Open = Callable[[int], Editor]


def fields_of(name: str) -> dict[str, dict[str, Any]]:
    settings = config(with_courses(), [], content="content", languages=LANGUAGES)
    every = [*settings["collections"], *settings["singletons"]]
    return {field["name"]: field for one in every if one["name"] == name for field in one["fields"]}


def test_a_translation_lies_in_the_folder_of_its_language() -> None:
    settings = config(ours(), [], content="content", languages=LANGUAGES)
    offers = next(one for one in settings["collections"] if one["name"] == "offers")
    assert (offers["folder"], offers["i18n"]) == ("content/{{locale}}/offers", True)
    assert settings["singletons"][0]["file"] == "content/{{locale}}/practice.yaml"
    assert settings["media_folder"] == "content/images"
    assert settings["i18n"]["locales"] == ["en", "es"]


def test_a_translation_has_words_alone_and_needs_none() -> None:
    """A price that stands twice is wrong once it changes."""
    courses = fields_of("courses")
    assert {name for name, field in courses.items() if field.get("i18n")} == {
        *("title", "bring", "picture", "body")
    }
    assert (courses["title"]["required"], courses["begins"]["required"]) == (["en"], ["en"])
    assert [one["name"] for one in courses["picture"]["fields"] if one.get("i18n")] == ["alt"]


def test_an_entry_of_a_translation_says_which_it_is() -> None:
    """The build joins entries by their order, so none may be left out."""
    packages = {one["name"]: one for one in fields_of("practice")["packages"]["fields"]}
    assert (packages["name"]["required"], packages["name"]["i18n"]) == (True, True)
    assert "i18n" not in packages["price"]


def test_a_site_in_one_language_hears_nothing_of_others() -> None:
    settings = config(with_courses(), [], content="content")
    assert "i18n" not in str(settings)
    assert "{{locale}}" not in str(settings)


def test_another_editor_has_the_words_of_each_language_too() -> None:
    values = yaml.safe_load(configuration(with_courses(), "content", ["es"]))
    entries = {one["name"]: one for one in values["content"]}
    assert len(entries) == 2 * len(with_courses())
    courses = entries["es-courses"]
    assert (courses["path"], courses["operations"]["create"]) == ("content/es/courses", False)
    names = [one["name"] for one in courses["fields"]]
    assert names == ["title", "bring", "picture", "body"]
    assert not any(one.get("required") for one in inner(courses["fields"]))
    assert entries["es-practice"]["path"] == "content/es/practice.yaml"


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    with ExitStack() as stack:
        yield lambda width: stack.enter_context(
            editing(browser, tmp_path / "host", DENVER, width, LANGUAGES)
        )


def filled(pane: Locator) -> Locator:
    """The first line of a form that says something."""
    pane.get_by_role("textbox").first.wait_for()
    lines = pane.locator("input[role=textbox]").all()
    return next(one for one in lines if one.input_value())


@pytest.mark.torture
def test_every_translation_can_be_edited_and_put_back(opened: Open) -> None:
    """An edit changes one line of one language; the way back leaves every byte as it was."""
    editor = opened(DESK)
    for path in sorted((DENVER / "es").rglob("*.*")):
        name = path.relative_to(DENVER / "es").as_posix()
        before, original = path.read_bytes(), (DENVER / name).read_bytes()
        editor.open(name)
        was = filled(editor.pane("es")).input_value()
        filled(editor.pane("es")).fill(f"{was} x")
        lines = changed_lines(before, editor.save(f"es/{name}"))
        assert len(lines) == 2, (name, lines)
        assert f"{was} x" in lines[1], (name, lines)
        assert editor.read(name) == original, name
        editor.open(name)
        filled(editor.pane("es")).fill(was)
        assert editor.save(f"es/{name}") == before, name
        assert editor.read(name) == original, name
    assert editor.foreign == []


@pytest.mark.torture
def test_a_fact_is_edited_once(opened: Open) -> None:
    """In the first language; the translation keeps every byte."""
    editor = opened(DESK)
    name = "modalities/deep-tissue-massage.md"
    editor.open(name)
    filled(editor.pane("en")).fill("Deep tissue")
    assert len(changed_lines((DENVER / name).read_bytes(), editor.save(name))) == 2
    assert editor.read(f"es/{name}") == (DENVER / "es" / name).read_bytes()


@pytest.mark.torture
def test_a_translation_is_begun_on_a_phone(opened: Open) -> None:
    """Under the name of its original, with nothing of it but what somebody typed."""
    editor = opened(PHONE)
    name = "pages/first-visit.md"
    editor.open(name)
    editor.page.get_by_role("combobox", name="Switch Locale").click()
    editor.page.get_by_role("option", name="Spanish").click()
    editor.page.get_by_role("button", name="Enable").click()
    title = editor.pane("es").get_by_role("textbox", name="Title", exact=True).first
    title.fill("Su primera visita")
    written = editor.save(f"es/{name}").decode()
    assert written == "---\ntitle: Su primera visita\n---\n"
    assert editor.read(name) == (DENVER / name).read_bytes()
