"""Trigger point: a mark to choose, the fibers of a muscle that bend round a point in it.

Gives   trigger_point(): its shapes as SVG, with more or less detail for their size
Units   a square of 64, its middle at 0; fibers run from edge to edge, and beyond
Source  flow round a cylinder: y (1 - k² / (x² + y²)) is the same all along a fiber
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin, sqrt

TURN = -64  # degrees; steep, since level it would look like an eye
DOT = 1.2  # radius of the dot in the middle; those around it are smaller, and touch no other
REACH = 46  # half the length of a fiber, so that turned it still leaves the square


@dataclass(frozen=True)
class Detail:
    """How much a size can show.

    knot    radius of what the fibers bend round
    fibers  how far from the middle each runs where it is straight
    stroke  width of a fiber
    point   radius of the point
    rings   how many rings of dots the point is made of; 0 for a full disc
    """

    knot: float
    fibers: tuple[float, ...]
    stroke: float
    point: float
    rings: int


SMALL = Detail(knot=14, fibers=(3, 18), stroke=5, point=9.5, rings=0)
FINE = Detail(
    knot=14,
    fibers=(0.8, 2.6, 4.5, 6.5, 8.6, 10.9, 13.4, 16.1, 19, 22.1, 25.4, 28.9),
    stroke=0.42,
    point=10,
    rings=4,
)
LARGE = Detail(
    knot=14,
    fibers=(1.2, 4.4, 7.8, 11.6, 15.8, 20.4, 25.4, 30.8, 36.6),
    stroke=1.3,
    point=10,
    rings=4,
)


@lru_cache(8)
def trigger_point(detail: Detail, ink: str, clay: str) -> str:
    """Fibers in one color and the point in another, without anything round them."""
    paths = "".join(fiber(offset, detail.knot) for offset in detail.fibers)
    return (
        f'<g transform="rotate({TURN})">'
        f'<g fill="none" stroke="{ink}" stroke-width="{detail.stroke}">'
        f'<path d="{paths}"/><path d="{paths}" transform="scale(1 -1)"/></g>'
        f'<g fill="{clay}">{"".join(dots(detail))}</g></g>'
    )


def dots(detail: Detail) -> Iterator[str]:
    """The point: a disc, or dots that thin out from its middle."""
    yield f'<circle r="{DOT if detail.rings else detail.point}"/>'
    for ring in range(1, detail.rings + 1):
        distance = detail.point * ring / detail.rings
        for number in range(6 * ring):
            angle = 2 * pi * (number + ring / 2) / (6 * ring)
            x, y = distance * cos(angle), distance * sin(angle)
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{DOT - 0.13 * ring:.2f}"/>'


def fiber(offset: float, knot: float) -> str:
    """The smooth path of one fiber above the middle (Catmull-Rom through 35 points)."""
    line = [(x, -height(x, offset, knot)) for x in (REACH * n / 17 for n in range(-17, 18))]
    path = "M{:.1f} {:.1f}".format(*line[0])
    for before, one, two, after in zip(
        [line[0], *line], line, line[1:], [*line[2:], line[-1]], strict=False
    ):
        first = (one[0] + (two[0] - before[0]) / 6, one[1] + (two[1] - before[1]) / 6)
        second = (two[0] - (after[0] - one[0]) / 6, two[1] - (after[1] - one[1]) / 6)
        path += "C" + " ".join(f"{x:.1f} {y:.1f}" for x, y in (first, second, two))
    return path


def height(x: float, offset: float, knot: float) -> float:
    """How high a fiber runs at x, by halving: the higher, the farther its offset."""
    low, high = sqrt(max(knot * knot - x * x, 0)), offset + knot
    for _ in range(30):
        y = (low + high) / 2
        if y * (1 - knot * knot / (x * x + y * y)) < offset:
            low = y
        else:
            high = y
    return high
