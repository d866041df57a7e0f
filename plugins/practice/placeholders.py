"""Placeholders: facts that nobody has filled in yet, though a line is there.

Gives   a problem for each example of practice.yaml that was left as it was (example.com, "Example
        Street", 000-000-0000, XX, 0/0), and for each word such as "null" or "TBD" in a field of any
        file: a warning in the preview, an error when publishing
Source  RFC 2606 for the names of hosts that nobody can own
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plugins.core.model.site import Site
from plugins.core.problems import Level, Problem, quoted
from plugins.core.reading.front_matter import Location

NOBODYS_HOST = re.compile(
    r"(?:[/@.]|^)(?:example\.(?:com|net|org|edu)|[\w-]+\.example"
    r"|your-?(?:domain|practice|site|website|business|company)\.(?:com|net|org))(?![\w.-])",
    re.IGNORECASE,
)
YOURS = re.compile(r"\byour[-_ ](?:account|practice|user|name|domain|page)\b", re.IGNORECASE)
EXAMPLE = re.compile(
    r"\bexample (?:street|st|road|rd|avenue|ave|person|license|licence|holiday|words)\b"
    r"|\bexample(?:town|ville|city)\b|\bsampleville\b|\blorem ipsum\b",
    re.IGNORECASE,
)
# No digit but zeros, and three of them at least: 000-000-0000, "00000", "$000-$000".
ZEROS = re.compile(r"(?=(?:.*0){3})[^1-9]*")
WITH_ZEROS = re.compile(r"\b0{3,}\b")
NOTHING = re.compile(
    r"null|nil|none|undefined|nan|n/?a|tbd|tba|tbc|to ?do|to be (?:determined|announced|decided)"
    r"|x{2,}|\?+|\.{2,}|-+|\[.*\]|<.*>",
    re.IGNORECASE,
)
EXAMPLE_HOURS = {"00:00-01:00", "02:00-03:00"}
# Here such a word may say what it means: the code of an offer, what a list of drawings calls one,
# "none" of steps.
MEANT = {"code", "key", "priority", "order", "reason", "steps", "lift", "restroom"}
TRUE = "a text for visitors, who would read this one"
WRITE = "write it, or delete the line"


def placeholders(site: Site) -> Iterator[Problem]:
    level: Level = "warning" if site.preview else "error"
    for location, text in scalars(site.practice_fields.values):
        if example(location, text):
            needed = "the true one"
            fix = f'write yours, or delete the lines of "{location[0]}"'
            yield site.practice_problem(
                location, f"{quoted(text)}, an example", needed, fix, level=level
            )
        elif nothing(location, text):
            yield site.practice_problem(location, quoted(text), TRUE, WRITE, level=level)
    for document in site.everything:
        for location, text in scalars(document.fields.values):
            if nothing(location, text):
                yield document.problem(
                    str(location[0]), quoted(text), TRUE, WRITE, location=location, level=level
                )


def scalars(value: Any, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Each text below a value, and where it stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from scalars(inner, (*location, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from scalars(inner, (*location, place))
    elif isinstance(value, str):
        yield location, value.strip()


def example(location: Location, text: str) -> bool:
    key = location[0]
    if key == "geo":
        return not text.strip("+-0.")
    if key in ("hours", "special_days") and text in EXAMPLE_HOURS:
        return True
    if key == "address" and text.casefold() == "xx":
        return True
    if key in ("telephone", "text_messages", "fax", "address", "price_range") and ZEROS.fullmatch(
        text
    ):
        return True
    if key in ("address", "licences") and WITH_ZEROS.search(text):
        return True
    return any(form.search(text) for form in (NOBODYS_HOST, YOURS, EXAMPLE))


def nothing(location: Location, text: str) -> bool:
    return location[-1] not in MEANT and bool(NOTHING.fullmatch(text))
