"""Forms: every key of every model, described for any editor."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from plugins.editor.form import Field, Form
from tests.editor.forms import misfits, ours, with_courses, without_a_place
from tests.sites import FULL, ROOT

STAFF = (ROOT / "content/README.md").read_text(encoding="utf-8")
OURS = ours()


def test_a_kind_that_is_added_has_a_form() -> None:
    """Whoever adds a kind or a key writes no line for the editor."""
    courses = with_courses()[-1]
    assert (courses.name, courses.label, courses.singular) == ("courses", "Courses", "course")
    assert [(one.name, one.type, one.required) for one in courses.fields] == [
        ("title", "line", True),
        ("begins", "day", True),
        ("price", "line", False),
        ("mats", "list", False),
        ("for_symptoms", "list", False),
        ("bring", "list", False),
        ("open_to_all", "yes_no", False),
        ("picture", "group", False),
    ]
    fields = {one.name: one for one in courses.fields}
    assert fields["title"].hint == "What it is called."
    assert fields["open_to_all"].label == "Open to all"
    assert fields["for_symptoms"] == Field(
        "for_symptoms", "list", names=True,
        item=Field("for_symptoms", "reference", folder="symptoms"),
    )  # fmt: skip
    mats = fields["mats"].item
    assert mats
    width, color = mats.fields
    assert (width.type, width.least, width.most) == ("number", 1, 9)
    assert (color.type, color.choices) == ("choice", ("red", "blue"))
    picture = fields["picture"].fields[0]
    assert (picture.name, picture.type) == ("file", "picture")


@pytest.mark.parametrize("form", OURS[1:], ids=lambda form: form.name)
def test_keys_stand_in_the_order_of_the_guide(form: Form) -> None:
    """Staff who know the guide find each key where they look for it."""
    row = re.search(rf"(?m)^\| `{form.name}/` \| (.*) \| (.*) \|$", STAFF)
    assert row
    assert [one.name for one in form.fields] == re.findall(r"`(\w+)`", row[1] + row[2])


@pytest.mark.parametrize("form", OURS, ids=lambda form: form.name)
def test_every_key_has_a_hint(form: Form) -> None:
    """The form has no guide beside it."""
    assert [one.name for one in form.fields if not one.hint] == []


def test_each_newsletter_provider_has_its_own_keys() -> None:
    newsletter = next(one for one in OURS[0].fields if one.name == "newsletter")
    shared = {"heading", "invitation", "confirm", "consent"}
    keys = {
        one.word: [key.name for key in one.fields if key.name not in shared]
        for one in newsletter.variants
    }
    assert newsletter.tag == "provider"
    assert keys["buttondown"] == ["username"]
    assert set(keys["custom"]) == {"action", "email_field", "honeypot", "answers"}


@pytest.mark.parametrize("form", OURS, ids=lambda form: form.name)
def test_forms_have_a_place_for_all_that_the_build_accepts(form: Form) -> None:
    """What a pattern refuses could not be saved; what has no place, nobody could see."""
    assert misfits(form, FULL) == []


def test_a_value_without_a_place_is_told() -> None:
    """The test above must be able to fail."""
    group = Field("ask", "group", fields=(Field("a", "line", pattern="[0-9]+"),))
    assert without_a_place(group, ["b"]) == ["ask: ['b']"]
    assert without_a_place(group, {"a": "x", "c": "y"}) == ["a: x", "c: y"]
    assert without_a_place(replace(group, short="a"), "7") == []
