"""Stated: what practice.yaml states that a text can contradict, in plain values.

Gives   Stated, which is all that a feature's `look` knows of the practice: so that it can be kept,
        and one text be looked at with nothing else read
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Stated:
    """telephone: as pages show it; numbers: every number of the practice, in E.164; country: a
    two-letter ISO 3166 code; licensed: whether it names a license."""

    telephone: str
    numbers: tuple[str, ...]
    country: str
    licensed: bool
