"""Rules: what holds for every build, whatever it met: its exit code, its words and its site.

Gives   faults(): every rule that was broken, in a few words
"""

from __future__ import annotations

import re

from plugins.core.problems import UNCHANGED
from tests.torture.copies import Whole, differences


def faults(
    code: int, said: str, left: Whole, old: Whole, new: Whole, *, cached: bool = False
) -> list[str]:
    """What must not be after a build that met something bad; nothing, when all is well.

    cached  it met it in .cache/
    """
    found = []
    if code == 0 and left != new:
        found.append(f"0, and a wrong site: {differences(left, new)}")
    if code and left not in (old, new):
        found.append(f"torn: {differences(left, new)}")
    if code and UNCHANGED in said and left != old:
        found.append("said to be unchanged, and is not")
    if code and cached:
        found.append("an error in .cache/ that stops a build")
    if "Traceback" in said:
        found.append("a call stack")
    if code and not re.search(r"^  To fix  \w", said, re.MULTILINE):
        found.append("not a word on what to do")
    return found
