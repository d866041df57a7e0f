"""Lint: runs Biome on the scripts and styles of this project. With --write it mends what it can.

Reads   rules.jsonc beside this module; package-lock.json, which pins Biome
Stops   with Biome's exit code; with 2 and a sentence where npm cannot get Biome
"""

from __future__ import annotations

import subprocess
import sys

from tests.node import NODE
from tests.tools import HERE, LINTER

FOLDERS = ("theme", "plugins", "tests")


def main() -> int:
    if not LINTER.modules().is_dir() and not LINTER.got():
        return 2
    biome = LINTER.npm() / "@biomejs/biome/bin/biome"
    rules = f"--config-path={HERE / 'lint/rules.jsonc'}"
    command = [NODE, str(biome), "check", rules, "--error-on-warnings", *sys.argv[1:], *FOLDERS]
    return subprocess.run(command, cwd=HERE.parent, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
