"""Notices: whose work comes with Handbill, and under which licence.

    .venv/bin/python -m plugins.desk.notices > .github/NOTICES.md

Reads   the lock files: requirements.txt, requirements-dev.txt, package-lock.json of the tests; the
        licences that installed packages name
Gives   .github/NOTICES.md, which `make lock` writes again
Stops   nothing: of a package that this machine does not need, the licence is on its page
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from plugins.core.paths import PROJECT

PIN = re.compile(r"(?m)^([A-Za-z0-9._-]+)==([^ ;\\\n]+)")
CLASSIFIER = "License :: "
UNKNOWN = "see its page"
LONGEST = 40  # characters; some packages put the whole text there
TOP = """\
# Notices

Handbill is under the [GNU AGPL, version 3 or later](../LICENSE). It stands on the work of others,
which `make` installs. `make lock` writes this list from the lock files.

## In every published site

| what | licence | where its text is |
| --- | --- | --- |
| Pagefind, the search | MIT | `licence.txt` beside it, below `/assets/` |
| Fraunces, the typeface of the headings | OFL-1.1 | `fraunces-licence.txt` below `/assets/` |
| EB Garamond, where a practice chose it | OFL-1.1 | `eb-garamond-licence.txt` below `/assets/` |
| Bricolage Grotesque, likewise | OFL-1.1 | `bricolage-grotesque-licence.txt` below `/assets/` |
| Bitter, likewise | OFL-1.1 | `bitter-licence.txt` below `/assets/` |

Scripts and styles of the theme are published with the site. The practice may use them there as it
likes.
"""
PARTS = {
    "For a build": "requirements.txt",
    "For tests and development": "requirements-dev.txt",
}


def main() -> None:
    sys.stdout.write("\n".join([TOP, *tables(), *npm(), ""]))


def tables() -> Iterator[str]:
    seen: set[str] = set()
    for title, name in PARTS.items():
        rows = {
            package: f"| {package} | {', '.join(versions)} | {licence(package)} |"
            for package, versions in pins(PROJECT / name).items()
            if package not in seen
        }
        seen |= rows.keys()
        head = ["| package | version | licence |", "| --- | --- | --- |"]
        yield "\n".join([f"## {title}\n", *head, *rows.values(), ""])


def pins(path: Path) -> dict[str, list[str]]:
    """The packages of a lock file, each with its versions: machines may need different ones."""
    found: dict[str, list[str]] = {}
    for package, version in PIN.findall(path.read_text("utf-8")):
        found.setdefault(package, []).append(version)
    return dict(sorted(found.items()))


def licence(package: str) -> str:
    """As the package says it: an SPDX expression, or a classifier, or a few words."""
    try:
        said = metadata(package)
    except PackageNotFoundError:
        return UNKNOWN
    classifiers = said.get_all("Classifier", [])
    expressions = said.get_all("License-Expression", [])
    named = [one.rpartition(" :: ")[2] for one in classifiers if one.startswith(CLASSIFIER)]
    lines = [first_line(text) for text in said.get_all("License", [])]
    return " or ".join(expressions or named) or "".join(lines) or UNKNOWN


def first_line(text: str) -> str:
    line = text.strip().partition("\n")[0]
    return line if len(line) <= LONGEST else ""


def npm() -> Iterator[str]:
    """How many packages of npm the tests use, by licence: thousands of them, none published."""
    counts: Counter[str] = Counter()
    for path in sorted((PROJECT / "tests").rglob("package-lock.json")):
        if "node_modules" not in path.parts:
            for name, package in json.loads(path.read_text("utf-8"))["packages"].items():
                if name:
                    counts[str(package.get("license") or UNKNOWN)] += 1
    rows = [f"| {name} | {count} |" for name, count in sorted(counts.items())]
    head = ["| licence | packages |", "| --- | --- |"]
    yield "\n".join(["## Packages of npm, for tests\n", *head, *rows])


if __name__ == "__main__":
    main()
