"""Neck signs: a page about work on the neck says when not to come, but to call for help.

Gives   a warning for a page of a modality or a symptom that speaks of the neck, and whose emergency
        signs leave out those of a stroke, or of an injured artery of the neck
Source  IFOMPT Cervical Framework (Rushton et al., 2020): pain in the neck or head unlike any
        before, dizziness, double vision, trouble speaking or swallowing
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.core.problems import Problem
from plugins.core.reading.front_matter import Parsed

FIELDS = {"modalities": "ask_a_doctor", "symptoms": "see_a_doctor"}
NECK = re.compile(r"\bnecks?\b", re.IGNORECASE)
LINK = re.compile(r"\[[^]]*\]\([^)]*\)")
SIGNS = {
    "a stroke": re.compile(r"\b(?:speak|speech|drooping|stroke)", re.IGNORECASE),
    "an injured artery of the neck": re.compile(r"\bheadache|\bneck pain", re.IGNORECASE),
}
TO_FIX = (
    'add "emergency:" below "{field}:", and signs such as "Sudden, severe neck pain or a headache '
    'unlike any before" and "Dizziness, double vision, a drooping face or trouble speaking"'
)


def neck_signs(parsed: Parsed) -> Iterator[Problem]:
    field = FIELDS.get(parsed.fields.path.parent.name)
    values = parsed.fields.values
    text = LINK.sub("", parsed.body)  # to a page that has the signs itself
    if not field or not NECK.search(f"{text}\n{values.get('techniques', '')}"):
        return
    signs = values.get(field)
    emergency = str(signs.get("emergency", "")) if isinstance(signs, dict) else ""
    missing = [name for name, words in SIGNS.items() if not words.search(emergency)]
    if missing:
        yield Problem(
            parsed.source,
            parsed.fields.line((field,)),
            field,
            f"work on the neck, and no sign of {' or '.join(missing)}",
            "the signs with which somebody must call for help, and not come for a massage",
            TO_FIX.format(field=field),
            "warning",
        )
