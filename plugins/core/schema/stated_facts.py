"""StatedFacts: what practice.yaml states that a text can contradict, in plain values.

Gives   StatedFacts: all that Feature.text_problems gets of the practice, so that its results can be
        cached and one text checked without reading anything else
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StatedFacts:
    """telephone: as pages show it; numbers: every number of the practice, in E.164; country: a
    two-letter ISO 3166 code; licensed: whether it names a license; language: the BCP 47 tag of the
    site; region: the state or province, as the address has it."""

    telephone: str
    numbers: tuple[str, ...]
    country: str
    licensed: bool
    language: str = "en-US"
    region: str = ""
