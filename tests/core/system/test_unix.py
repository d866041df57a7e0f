"""On Windows without WSL: a sentence in place of a call stack."""

from __future__ import annotations

import subprocess
import sys

import pytest

from plugins.core.system.unix import WINDOWS
from tests.sites import ROOT

# What Python on Windows lacks. What is imported before the sentence must do without it.
WITHOUT = """
import builtins, os, runpy, sys
for name in ("fork", "setsid", "killpg", "sched_getaffinity", "register_at_fork"):
    if hasattr(os, name): delattr(os, name)
GONE = {"fcntl", "resource", "termios", "pwd", "grp", "tty", "pty"}
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name in GONE:
            raise ModuleNotFoundError(name)
for name in GONE: sys.modules.pop(name, None)
sys.meta_path.insert(0, Hidden())
import importlib.util as util
known = util.find_spec
util.find_spec = lambda name, package=None: None if name in GONE else known(name, package)
sys.argv = ["python", *sys.argv[1:]]
"""
COMMANDS = {
    "build": 'runpy.run_module("plugins.build", run_name="__main__", alter_sys=True)',
    "desk": 'runpy.run_module("plugins.desk", run_name="__main__", alter_sys=True)',
    "pelican": 'runpy.run_path("pelicanconf.py")',
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("hidden", ["everything", "nothing"])
def test_windows_gets_a_sentence(command: str, hidden: str) -> None:
    """What to install, and a way that needs nothing. Elsewhere nobody reads it."""
    head = WITHOUT if hidden == "everything" else "import runpy, sys\n"
    words = ["fix", "--help"] if command == "desk" else ["--help"]
    done = subprocess.run(
        [sys.executable, "-c", head + COMMANDS[command], *words],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    if hidden == "everything":
        assert (done.returncode, done.stdout) == (2, f"{WINDOWS}\n")
    else:
        assert (done.returncode, "WSL" in done.stdout) == (0, False)
