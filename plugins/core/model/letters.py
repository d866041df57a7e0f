"""Letters: the characters beyond ASCII, which decide what a cut font must have.

Gives   beyond_ascii()
"""

from __future__ import annotations


def beyond_ascii(text: str) -> frozenset[str]:
    """The characters of a text that are not in ASCII."""
    return frozenset(() if text.isascii() else (one for one in set(text) if not one.isascii()))
