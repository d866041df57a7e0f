"""A host that sends the headers of the published folder, as its _headers says.

Gives   sending_headers(): the address of the folder on loopback, while the block runs
Lacks   Strict-Transport-Security, which would follow 127.0.0.1 into other tests
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from tests.conftest import Quiet, serving

Rules = dict[str, list[tuple[str, str]]]


def read(table: str) -> Rules:
    rules: Rules = {}
    for line in table.splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            rules[list(rules)[-1]].append((name, value))
        elif line:
            rules[line] = []
    return rules


class Host(Quiet):
    """Every rule whose address is the path, or begins it and ends in a star."""

    def __init__(self, *args: Any, rules: Rules, **more: Any) -> None:
        self.rules = rules
        super().__init__(*args, **more)

    def end_headers(self) -> None:
        path = self.path.partition("?")[0]
        for address, headers in self.rules.items():
            if path == address or (address.endswith("*") and path.startswith(address[:-1])):
                for name, value in headers:
                    if name != "Strict-Transport-Security":
                        self.send_header(name, value)
        super().end_headers()


@contextmanager
def sending_headers(folder: Path) -> Iterator[str]:
    rules = read((folder / "_headers").read_text(encoding="utf-8"))
    with serving(partial(Host, rules=rules, directory=str(folder))) as address:
        yield address
