"""Guided: inputs that a coverage-guided fuzzer makes, in a process of its own, which it takes over.

As a command: PART FOLDER [flags of libFuzzer] CORPUS...; works in FOLDER. PART is practice, body,
or a folder of content. Exits with 77 at the first input that breaks a rule, and prints what it
was; else prints "Done 20000 runs".

Source  atheris, which is libFuzzer for Python
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["plugins", "markdown", "yaml"]):
    from tests.torture.fuzz.examine import HEAD, Bench


def main(part: str, folder: str, *flags: str) -> None:
    os.chdir(folder)  # messages name files as they stand below it
    bench = Bench(Path(folder))

    def attempt(data: bytes) -> None:
        if part == "practice":
            bench.practice(data)
        elif part == "body":
            bench.document("pages", HEAD.encode() + data)
        else:
            bench.document(part, data)

    atheris.Setup([sys.argv[0], *flags], attempt)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
