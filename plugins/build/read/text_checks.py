"""Text checks: what features find in the words of each content file by itself.

Gives   check_texts(): their problems; checks_of(): the functions that check
Keeps   a bundle in .cache/looks/ for the functions' packages, every library, and what practice.yaml
        states: the hashes of the files in which they found nothing
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

from plugins.build.incremental.fingerprint import packages
from plugins.core.cache.memo import Memo
from plugins.core.cache.store import key
from plugins.core.feature import Feature, no_items
from plugins.core.model.documents import Document
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from plugins.core.reading.front_matter import Parsed
from plugins.core.schema.stated_facts import StatedFacts
from plugins.core.system.processes import parallel_map

FOLDER = "looks"
Look = Callable[[StatedFacts, Parsed], Iterable[Problem]]


def checks_of(features: Iterable[Feature]) -> list[Look]:
    return [one.text_problems for one in features if one.text_problems is not no_items]


def check_texts(site: Site) -> list[Problem]:
    """What they find in everything that was read, published or not."""
    stated, every = site.practice.stated_facts, checks_of(site.features)
    clean = cleared(stated, every)

    def seen(document: Document) -> list[tuple[Any, ...]]:
        parsed = document.parsed
        return [astuple(problem) for look in every for problem in look(stated, parsed)]

    documents = [(digest(document.parsed), document) for document in site.everything]
    new = [(name, document) for name, document in documents if not clean.get(name)]
    found = parallel_map(seen, [document for _, document in new])
    for (name, _), problems in zip(new, found, strict=True):
        if not problems:
            clean.put(name, True)
    clean.keep()
    return [Problem(*one) for problems in found for one in problems]


def cleared(stated: StatedFacts, looks: Sequence[Look]) -> Memo[bool]:
    """The files in which nothing was found before, by their hashes."""
    return Memo(FOLDER, depends(stated, looks), packed, unpacked)


def depends(stated: StatedFacts, looks: Sequence[Look]) -> str:
    """What decides, beside a file, what is found in it."""
    names = {look.__module__ for look in looks}
    code = sorted(
        (name, module.__file__)
        for name, module in sys.modules.items()
        if any(f"{name}.".startswith(f"{one}.") for one in names) and module.__file__
    )
    files = (Path(__file__), *(Path(file) for _, file in code))
    return key(*files, repr(astuple(stated)), *packages(), sys.version)


def digest(parsed: Parsed) -> str:
    fields = parsed.fields
    lines = sorted(fields.lines.items(), key=repr)
    said = (parsed.source, fields.values, lines, parsed.body_line, parsed.body)
    return hashlib.sha256(repr(said).encode()).hexdigest()


def packed(clean: Mapping[str, bool]) -> bytes:
    return json.dumps(list(clean)).encode()


def unpacked(content: bytes) -> dict[str, bool]:
    return dict.fromkeys(json.loads(content), True)
