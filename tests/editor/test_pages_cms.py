"""Pages CMS: the same forms for another editor."""

from __future__ import annotations

import yaml

from plugins.editor.pages_cms import configuration
from tests.editor.forms import inner, with_courses

# https://pagescms.org/docs/configuration
KNOWN = {"string", "text", "code", "select", "reference", "object", "image", "collection", "file"}


def test_another_editor_gets_the_same_forms() -> None:
    """An editor is 0.x with one maintainer; another must be able to take its place."""
    values = yaml.safe_load(configuration(with_courses(), "content"))
    entries = {one["name"]: one for one in values["content"]}
    forms = {one.name: one for one in with_courses()}
    assert list(entries) == list(forms)
    for name, one in entries.items():
        names = [field["name"] for field in one["fields"] if field["name"] != "body"]
        assert names == [field.name for field in forms[name].fields]
    assert {one["type"] for one in inner(values)} <= KNOWN
    courses = {one["name"]: one for one in entries["courses"]["fields"]}
    assert courses["for_symptoms"] == {
        "name": "for_symptoms",
        "label": "For symptoms",
        "type": "reference",
        "options": {"collection": "symptoms", "value": "{name}", "label": "{fields.title}"},
        "list": True,
    }
