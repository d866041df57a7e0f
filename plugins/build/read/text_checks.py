"""Text checks: what features find in the words of each content file by itself.

Gives   check_texts(): their problems; checks_of(): the functions that check
Keeps   .cache/text_checks/: the hashes of the files in which they found nothing, for the packages
        of the functions, every library, and what practice.yaml states
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, astuple
from pathlib import Path
from typing import Any

from plugins.core.cache.file_stat import packages
from plugins.core.cache.memo import Memo, digest
from plugins.core.feature import Feature, no_items
from plugins.core.markdown.render import slowness
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from plugins.core.reading.front_matter import Parsed
from plugins.core.schema.stated_facts import StatedFacts
from plugins.core.system.processes import parallel_map

TextCheck = Callable[[StatedFacts, Parsed], Iterable[Problem]]


def checks_of(features: Iterable[Feature]) -> list[TextCheck]:
    checks = (feature.text_problems for feature in features)
    return [check for check in checks if check is not no_items]


def check_texts(site: Site) -> list[Problem]:
    """The problems in everything that was read, published or not."""
    stated, checks = site.practice.stated_facts, checks_of(site.features)
    clean = clean_files(stated, checks)

    def problems_in(parsed: Parsed) -> list[dict[str, Any]]:
        began = time.process_time()
        problems = [problem for check in checks for problem in check(stated, parsed)]
        problems += slowness(parsed.source, parsed.body_line, began)
        return [asdict(problem) for problem in problems]

    files = {hash_of(document.parsed): document.parsed for document in site.everything}
    unknown = {name: parsed for name, parsed in files.items() if not clean.get(name)}
    rows = parallel_map(problems_in, list(unknown.values()))
    for name, problems in zip(unknown, rows, strict=True):
        if not problems:
            clean.put(name, True)
    clean.save()
    return [Problem.of(problem) for problems in rows for problem in problems]


def clean_files(stated: StatedFacts, checks: Sequence[TextCheck]) -> Memo[bool]:
    """The files in which nothing was found, by their hashes."""
    modules = (sys.modules[check.__module__].__file__ for check in checks)
    code = {file for module in modules if module for file in package_of(Path(module))}
    return Memo("text_checks", Path(__file__), *sorted(code), repr(astuple(stated)), *packages())


def package_of(module: Path) -> list[Path]:
    """The files of the package that a module is, loaded by now or not; else the module alone."""
    return sorted(module.parent.rglob("*.py")) if module.name == "__init__.py" else [module]


def hash_of(parsed: Parsed) -> str:
    fields = parsed.fields
    lines = sorted(fields.lines.items(), key=repr)
    remarks = sorted(fields.remarks.items())
    return digest(parsed.source, fields.values, lines, remarks, parsed.body_line, parsed.body)
