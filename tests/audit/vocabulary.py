"""Structured data against the vocabulary of schema.org.

Gives   graphs(): what every page of a folder says; complaints(): what the vocabulary does not
        know, in the compiler's words, by the name of the graph
Needs   from npm TypeScript and schema-dts, which has all of the vocabulary as types:
        a property or a type that it lacks, or a value of another type, is an error of types
Source  schema.org 30 through schema-dts; json-ld.org for the graph around it
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

from tests.node import NODE

HEAD = 'import type { Graph } from "schema-dts";\n'
SETTINGS = {
    "compilerOptions": {
        "strict": True,
        "noEmit": True,
        "skipLibCheck": True,
        "types": [],
        "target": "es2022",
        "module": "esnext",
        "moduleResolution": "bundler",
    },
    "files": ["graphs.ts"],
}
ERROR = re.compile(r"^graphs\.ts\((\d+),\d+\): error (.*)$", re.MULTILINE)


def graphs(folder: Path) -> dict[str, Any]:
    """The graph of each page that has one, by its file."""
    found = {}
    for path in sorted(folder.rglob("*.html")):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for script in soup.find_all("script", type="application/ld+json"):
            found[path.relative_to(folder).as_posix()] = json.loads(script.get_text())
    return found


def complaints(said: Mapping[str, Any], folder: Path, modules: Path) -> dict[str, list[str]]:
    """The compiler's words for each graph that it refuses. folder: an empty one to work in."""
    lines = [
        f"export const graph{number}: Graph = {json.dumps(graph)};\n"
        for number, graph in enumerate(said.values())
    ]
    (folder / "graphs.ts").write_text(HEAD + "".join(lines), encoding="utf-8")
    (folder / "tsconfig.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    (folder / "node_modules").symlink_to(modules)
    done = subprocess.run(
        [NODE, str(modules / "typescript/bin/tsc"), "--pretty", "false"],
        cwd=folder, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    names = list(said)
    found: dict[str, list[str]] = {}
    for line, words in ERROR.findall(done.stdout):
        found.setdefault(names[int(line) - 2], []).append(words)
    assert (done.returncode == 0) == (not found), done.stdout + done.stderr
    return found
