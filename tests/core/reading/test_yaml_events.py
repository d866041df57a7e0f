"""What PyYAML finds in a few lines, and where it stops."""

from __future__ import annotations

import pytest
import yaml

from plugins.core.reading import yaml_events
from plugins.core.reading.yaml_events import Fault, Part, parts


def test_the_parts_come_in_their_order_with_their_rows() -> None:
    """A text knows whether it had quotes: an empty one without them is not set."""
    assert parts(["# remark", "a: ''", "b:", "  - c"]) == [
        Part("mapping", 1),
        Part("text", 1, "a", plain=True),
        Part("text", 1, "", plain=False),
        Part("text", 2, "b", plain=True),
        Part("list", 3),
        Part("text", 3, "c", plain=True),
        Part("end"),
        Part("end"),
    ]


def test_nothing_has_no_parts() -> None:
    """An empty file, or one of remarks only, is no fault."""
    assert parts([""]) == parts(["# remark", ""]) == []


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (["a: b: c"], Fault(0)),
        (["a: 'b", "c: d"], Fault(0, (1,))),
        (["a: &b c"], Fault(0)),
        (["a: b", "c: *d"], Fault(1)),
        (["a: !b c"], Fault(0)),
        (["a: b", "- c"], Fault(1, (0,))),
        (["a: b #1"], Fault(0, remark=True)),
        (["a: #1"], Fault(0, remark=True)),
        (["a:", "- b", "  - c"], Fault(2)),
        (["a:", "  -b"], Fault(1)),
        (["[a]: b"], Fault(0)),
        (["- a"], Fault(0)),
        (["text"], Fault(0)),
        (["a: b", "---", "c: d"], Fault(1)),
        (["a: b", "c: \ufffe"], Fault(1)),
    ],
    ids=str,
)
def test_a_fault_stands_where_reading_stops(lines: list[str], fault: Fault) -> None:
    """Also where YAML would read on, and lose what somebody typed."""
    assert parts(lines) == fault


@pytest.mark.parametrize(
    "lines",
    [["a: b # remark"], ["a: # remark"], ["a: b ## remark"], ["a: C#"], ["a: '#1'"],
     ["a: |", " #1"], ["a:", "  -104.99"], ["a: -104.99"], ["a: >", "  - b"], ["a: b", "  c"]],
    ids=str,
)  # fmt: skip
def test_what_looks_like_a_fault_may_be_none(lines: list[str]) -> None:
    """Remarks, languages, western longitudes and texts over two lines are typed on purpose."""
    assert isinstance(parts(lines), list)


def test_the_reader_without_libyaml_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no wheel of PyYAML is to be had."""
    lines = ["a: b", "c:", "  - d", "  - e: f"]
    fast = parts(lines)
    monkeypatch.setattr(yaml_events, "LOADER", yaml.BaseLoader)
    assert parts(lines) == fast
