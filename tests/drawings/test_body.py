"""The theme's drawing of the body: what hurts is dotted, and the muscles behind it are tinted."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from plugins.drawings.sprite import SVG, groups, read, regions
from tests.sites import ROOT

BODY = read(ROOT / "theme/drawings/body.svg")
REGIONS = regions(BODY)
FINGER = 61.6  # of the drawing's units: 44 pixels on a phone that is 360 pixels wide
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


def corners(outline: str) -> list[tuple[float, float]]:
    """The corners of an outline of horizontal and vertical lines."""
    x, y, found = 0.0, 0.0, []
    for letter, text in re.findall(r"([MHV])([^MHVz]+)", outline):
        numbers = [float(one) for one in NUMBER.findall(text)]
        x = x if letter == "V" else numbers[0]
        y = y if letter == "H" else numbers[-1]
        found.append((x, y))
    return found


def outlines(region: str) -> list[list[tuple[float, float]]]:
    return [corners(one) for one in re.split(r"(?=M)", REGIONS[region]) if one]


def holds(outline: list[tuple[float, float]], x: float, y: float) -> bool:
    """Whether a point lies in an outline: an odd number of upright lines stands to its right."""
    lines = zip(outline, [*outline[1:], outline[0]], strict=True)
    beside = [a for (a, top), (b, end) in lines if a == b > x and min(top, end) < y < max(top, end)]
    return len(beside) % 2 == 1


def dots(region: str) -> list[tuple[float, float]]:
    """Where a pattern has its dots."""
    pattern = groups(BODY)[f"pain-{region}"].find(f"{{{SVG}}}path[@id='referred-{region}']")
    assert pattern is not None
    x, y, found = 0.0, 0.0, []
    for letter, text in re.findall(r"([Mm])([^Mmh]+)h0", pattern.get("d", "")):
        across, down = map(float, NUMBER.findall(text))
        x, y = (across, down) if letter == "M" else (x + across, y + down)
        found.append((x, y))
    return found


@pytest.mark.parametrize("region", REGIONS)
def test_a_region_is_as_large_as_a_finger(region: str) -> None:
    """On the narrowest phone, too."""
    sides = [zip(*outline, strict=True) for outline in outlines(region)]
    sizes = [max(side) - min(side) for pair in sides for side in pair]
    assert [size for size in sizes if size < FINGER] == []


def test_no_region_lies_over_another() -> None:
    """A touch has one answer."""
    every = [(region, outline) for region in REGIONS for outline in outlines(region)]
    crossing = {
        (x, y, tuple(names))
        for x in range(-19, 500, 3)
        for y in range(-29, 560, 3)
        if len(names := {region for region, one in every if holds(one, x + 0.5, y + 0.5)}) > 1
    }
    assert crossing == set()


@pytest.mark.parametrize("region", REGIONS)
def test_the_dots_lie_where_it_hurts(region: str) -> None:
    """The map asks where it hurts: what is touched is dotted, not where its muscles send pain."""
    inside = [any(holds(one, x, y) for one in outlines(region)) for x, y in dots(region)]
    assert len(inside) >= 15
    assert sum(inside) / len(inside) > 0.75


@pytest.mark.parametrize("region", REGIONS)
def test_each_muscle_has_its_trigger_point(region: str) -> None:
    """One to four muscles a place: tinted, with a cross on each."""
    muscles = groups(BODY)[f"muscle-{region}"].findall(f"{{{SVG}}}g")
    trigger = groups(BODY)[f"pain-{region}"].find(f"{{{SVG}}}g[@id='trigger-{region}']")
    assert trigger is not None
    assert 1 <= len(muscles) <= 4
    assert {path.get("d", "").count("M") for path in trigger} == {len(muscles)}
    assert ElementTree.tostring(groups(BODY)[f"muscle-{region}"]).count(b"--drawing-muscle") > 0
