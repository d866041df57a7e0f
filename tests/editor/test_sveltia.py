"""Sveltia CMS: its configuration has what it knows, and nothing that it would ignore."""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Mapping
from typing import Any

import pytest
from jsonschema import Draft7Validator

from plugins.core.cache import store
from plugins.editor.packages import PINS, FetchError, download, pins
from plugins.editor.sveltia import config
from tests.editor.forms import inner, ours, with_courses
from tests.tools import required

# The widgets that there are, each with the settings that it knows.
SHARED = {"name", "label", "widget", "hint", "required"}
OWN: Mapping[str, set[str]] = {
    "string": {"pattern"},
    "text": {"pattern"},
    "number": {"value_type", "min", "max"},
    "select": {"options"},
    "relation": {"collection", "value_field", "display_fields", "search_fields", "multiple"},
    "datetime": {"type", "format"},
    "color": {"allowInput"},
    "image": {"accept"},
    "list": {"field", "fields", "label_singular"},
    "object": {"fields", "types", "typeKey", "collapsed"},
    "markdown": {"modes"},
}
SCHEMA = "package/schema/sveltia-cms.json"


def schema() -> Any:
    """Sveltia's own schema, which no site needs."""

    def fetched() -> bytes:
        with tarfile.open(fileobj=io.BytesIO(download(next(pins())))) as files:
            member = files.extractfile(SCHEMA)
            assert member
            return member.read()

    try:
        return json.loads(store.cached("editor", store.key(PINS, SCHEMA), fetched))
    except FetchError as error:
        if required():
            raise
        pytest.skip(str(error))


def made() -> dict[str, Any]:
    pages = ["everywhere", "/contact/"]
    return config(with_courses(), pages, content="content", repository="example/hands")


def fields_of(name: str) -> dict[str, dict[str, Any]]:
    settings = made()
    every = [*settings["collections"], *settings["singletons"]]
    return {
        field["name"]: field
        for one in every if one["name"] == name
        for field in one["fields"]
    }  # fmt: skip


def test_its_own_schema_accepts_the_configuration() -> None:
    """Sveltia starts with nothing but a list of errors otherwise."""
    errors = [error.message for error in Draft7Validator(schema()).iter_errors(made())]
    assert errors == []


def test_every_widget_exists_and_has_settings_that_it_knows() -> None:
    """The schema takes a misspelled widget for one of ours, and Sveltia a misspelled setting for
    nothing."""
    settings = made()
    for form in [*settings["collections"], *settings["singletons"]]:
        for field in inner(form["fields"]):
            if "widget" in field:
                assert set(field) - SHARED <= OWN[field["widget"]], field


def test_a_value_that_a_number_would_change_is_a_line() -> None:
    """25.50 would become 25.5, and 02134 a town elsewhere."""
    price = fields_of("courses")["price"]
    assert (price["widget"], price["required"]) == ("string", False)
    assert price["pattern"][1] == "an amount like 25 or 25.50"


def test_yes_and_no_stay_words() -> None:
    """A switch would turn "starter: yes" into false, and publish what nobody confirmed."""
    starter = fields_of("modalities")["starter"]
    assert starter["widget"] == "select"
    assert [one["value"] for one in starter["options"]] == ["yes", "no"]


def test_cross_links_are_chosen_from_what_there_is() -> None:
    symptoms = fields_of("modalities")["symptoms"]
    assert symptoms["widget"] == "relation"
    assert (symptoms["collection"], symptoms["multiple"]) == ("symptoms", True)
    pages = fields_of("offers")["pages"]
    assert pages["field"]["options"] == ["everywhere", "/contact/"]


def test_every_kind_and_the_practice_can_be_edited() -> None:
    settings = made()
    names = [one["name"] for one in (*settings["singletons"], *settings["collections"])]
    assert names == [*(one.name for one in ours()), "courses"]
    assert settings["backend"]["repo"] == "example/hands"
