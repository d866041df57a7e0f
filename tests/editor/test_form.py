"""Forms: every key of every model, described for any editor."""

from __future__ import annotations

import re

import pytest

from plugins.core.reading.front_matter import parse, read_yaml
from plugins.editor.form import Field, Form
from tests.editor.forms import ours, with_courses
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


def refused(field: Field, value: object) -> list[str]:
    """Values of a file that the patterns of a form would not let through."""
    if isinstance(value, dict):
        fields = [*field.fields, *(one for each in field.variants for one in each.fields)]
        return [
            word for one in fields if one.name in value for word in refused(one, value[one.name])
        ]
    if isinstance(value, list):
        return [word for item in value for word in refused(field.item or field, item)]
    pattern = field.pattern
    return [str(value)] if pattern and not re.fullmatch(pattern, str(value)) else []


@pytest.mark.parametrize("form", OURS, ids=lambda form: form.name)
def test_patterns_refuse_nothing_that_the_build_accepts(form: Form) -> None:
    """A file that is fine could not be saved any more."""
    paths = [FULL / form.file] if form.file else sorted((FULL / form.name).glob("*.md"))
    assert paths
    for path in paths:
        text = path.read_text(encoding="utf-8")
        fields = read_yaml(text, path) if form.file else parse(text, path).fields
        assert refused(Field(form.name, "group", fields=form.fields), fields.values) == []
