"""Fitting: a text in as large a size as its room allows, its lines of about one length.

Gives   fitted(): the size and the lines; never wider or higher than the room
Units   pixels; LEADING in sizes. Widths are those before kerning, which only takes from them
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.core.design.font import Metrics

LEADING = 1.08


@dataclass(frozen=True)
class Fitted:
    """Lines of text, and the size that they are set in."""

    size: int
    lines: tuple[str, ...]


def fitted(text: str, room: tuple[float, float], sizes: Sequence[int], metrics: Metrics) -> Fitted:
    """The text in the largest of the sizes that the room allows; cut where even the last is
    too large."""
    width, height = room
    for size in sizes:
        lines = balanced(text.split(), width / size, metrics)
        if lines and len(lines) <= most(height, size):
            return Fitted(size, lines)
    size = sizes[-1]
    lines = greedy(broken(text.split(), width / size, metrics), width / size, metrics) or ()
    return Fitted(size, shortened(lines, most(height, size)))


def most(height: float, size: int) -> int:
    """How many lines of a size fit below each other."""
    return max(int((height - size) / (size * LEADING)) + 1, 1)


def greedy(words: Iterable[str], width: float, metrics: Metrics) -> tuple[str, ...] | None:
    """As many words in each line as fit; None when one word does not. Widths in em."""
    lines: list[str] = []
    for word in words:
        if metrics.width(word) > width:
            return None
        if lines and metrics.width(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def balanced(words: Sequence[str], width: float, metrics: Metrics) -> tuple[str, ...] | None:
    """As few lines as need be, in the narrowest column that they need."""
    lines = best = greedy(words, width, metrics)
    if not lines:
        return lines
    narrow = width
    while best and len(best) == len(lines):
        lines = best
        narrow -= 0.25
        best = greedy(words, narrow, metrics)
    return lines


def broken(words: Iterable[str], width: float, metrics: Metrics) -> list[str]:
    """The words, those that are too wide in pieces."""
    pieces: list[str] = []
    for word in words:
        piece = ""
        for character in word:
            if piece and metrics.width(piece + character) > width:
                pieces.append(piece)
                piece = ""
            piece += character
        pieces.append(piece)
    return pieces


def shortened(lines: tuple[str, ...], count: int) -> tuple[str, ...]:
    """At most so many lines; an ellipsis takes the place of the last word that is shown."""
    if len(lines) <= count:
        return lines
    kept = lines[count - 1]
    cut = kept.rpartition(" ")[0] or kept[:-2]
    return (*lines[: count - 1], f"{cut.rstrip(' ,.;:')}…")
