"""Unix: what Handbill needs of a system, asked before anything needs it.

Gives   require_unix(): ends the process with a sentence and exit code 2 where it is missing
Why     the lock of a build and its processes are those of Unix. Windows has them in WSL; without
        it, a call stack would be all that it shows
"""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

WINDOWS = """\
Handbill needs Linux or macOS. Windows has Linux inside it, as WSL:
  1. Open PowerShell as administrator, and type: wsl --install
  2. Restart, open "Ubuntu" from the start menu, and go on there: see "Two commands" in README.md
Or work in the browser, without installing anything: on GitHub choose "Code", then "Codespaces"."""


def require_unix() -> None:
    if find_spec("fcntl") is None or not hasattr(os, "fork"):
        sys.stdout.write(f"{WINDOWS}\n")
        sys.exit(2)
