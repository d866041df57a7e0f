"""Install what a command of the Makefile needs into .venv, on one line that counts.

Reads   a lock file, and a stamp: requirements.txt and .venv/site, requirements-dev.txt and
        .venv/dev, or plugins/editor/requirements.txt and .venv/editor
Gives   the packages in the stamp's folder; the stamp, newer than the lock file; all that pip said
        in install.log beside it
Stops   with 2 and what to do when something cannot be had; with 130 for Ctrl-C
Note    it runs before anything is installed, so with the standard library alone
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

WHAT = {
    "site": "what the site needs",
    "dev": "what the tests need",
    "editor": "what fetches the editor",
}
HEAD = "Installing {what} into {folder} (once, about a minute)"
OPTIONS = (
    *("--disable-pip-version-check", "--no-input", "--progress-bar", "off", "--retries", "2"),
    *("--require-hashes", "-r"),
)
# What pip says once for each package of the lock file.
PACKAGE = re.compile(r"(Collecting|Processing|Requirement already satisfied:|Ignoring) ")
PINNED = re.compile(r"(?m)^[a-z0-9][\w.-]*==")
# What pip says when it fails: what that means, what is needed, and what to do.
AGAIN = "then type the same command again"
FAILURES = (
    (
        r"No space left on device|Errno 28|Disk quota exceeded",
        ("a disk without room for it", "about 1 GB", f"delete what you no longer need, {AGAIN}"),
    ),
    (
        r"Permission denied|Errno 13\b|Read-only file system",
        (
            "a folder that may not be written to",
            "a copy of the project in a folder of your own",
            f"copy the project to your home folder, {AGAIN} there",
        ),
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError",
        (
            "a connection that cannot be trusted",
            "the certificates of your network, and the right date and time on this computer",
            f"correct the clock, or try another network, {AGAIN}",
        ),
    ),
    (
        r"DO NOT MATCH THE HASHES",
        (
            "a package that is not the one that was tested",
            "the packages that {lock} lists, unchanged",
            f"try another network, {AGAIN}; if that does not help, show it to a developer",
        ),
    ),
    (
        r"NewConnectionError|NameResolutionError|Failed to establish a new connection"
        r"|Temporary failure in name resolution|Network is unreachable|timed out|Timeout"
        r"|ProxyError|RemoteDisconnected|Connection (aborted|refused|reset)|ConnectionError",
        (
            "no answer from the server that has the packages",
            "a connection to the internet, until everything is installed",
            f"check the connection, {AGAIN}",
        ),
    ),
    (
        r"No matching distribution found for (?P<name>[^\s(]+)",
        (
            "no version of {name} for this computer and this Python ({python})",
            "a version of Python that all packages of {lock} are made for",
            "install another version, such as Python 3.13, then type: make PYTHON=python3.13 ...",
        ),
    ),
    (
        r"Failed building wheel for (?P<name>\S+)|subprocess-exited-with-error",
        (
            "a package that is not made for this computer and this Python ({python})",
            "a version of Python that all packages of {lock} are made for",
            "install another version, such as Python 3.13, then type: make PYTHON=python3.13 ...",
        ),
    ),
)
OTHER = (
    "pip failed",
    "the packages that {lock} lists",
    f"{AGAIN[5:]}; if that fails too, ask a developer",
)
NO_VENV = """\
Python is here, its module {module} is not.
  To fix  on Debian or Ubuntu, type: sudo apt-get install python3-venv"""
FAILED = """\
{what} could not be installed into {folder}.
  Found   {found}
  Needed  {needed}
  To fix  {fix}
What pip said is in {log}."""
STOPPED = "Stopped. To install the rest, type the same command again."


def say(text: str, end: str = "\n") -> None:
    sys.stdout.write(text + end)
    sys.stdout.flush()


def main(lock: Path, stamp: Path) -> int:
    """Install; the exit code."""
    folder, what = stamp.parent, WHAT[stamp.name]
    if missing := next((name for name in ("venv", "ensurepip") if not find_spec(name)), None):
        say(NO_VENV.format(module=missing))
        return 2
    head = HEAD.format(what=what, folder=folder)
    say(head, "")
    try:
        words = environment(folder) or install(lock, folder, head)
    except KeyboardInterrupt:
        say(f"\n{STOPPED}")
        return 130
    if words:
        say(f"\n{failure(words, lock, folder, what)}")
        return 2
    say("\n", "")
    for name in ("site", "dev") if stamp.name == "dev" else (stamp.name,):
        (folder / name).touch()
    return 0


def environment(folder: Path) -> str:
    """Make the virtual environment, unless it is whole; what Python said when that fails."""
    if all((folder / "bin" / name).is_file() for name in ("python", "pip")):
        return ""
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    done = subprocess.run(  # noqa: S603  (it is ours)
        command, capture_output=True, text=True, errors="replace", check=False
    )
    return done.stdout + done.stderr if done.returncode else ""


def install(lock: Path, folder: Path, head: str) -> str:
    """Run pip and count the packages; what it said when it fails."""
    total = len(PINNED.findall(lock.read_text(encoding="utf-8")))
    command = [str(folder / "bin/python"), "-m", "pip", "install", *OPTIONS, str(lock)]
    lines, number = [], 0
    with subprocess.Popen(  # noqa: S603  (it is ours)
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as pip:
        for line in pip.stdout or ():
            lines.append(line)
            if PACKAGE.match(line) and sys.stdout.isatty():
                number += 1
                say(f"\r{head}: {min(number, total)} of {total}", "")
    words = "".join(lines)
    with suppress(OSError):  # a full disk has no room for it either
        log(folder).write_text(words, encoding="utf-8")
    return words if pip.returncode else ""


def log(folder: Path) -> Path:
    return folder / "install.log"


def failure(words: str, lock: Path, folder: Path, what: str) -> str:
    """What went wrong and what to do, for somebody who does not know pip."""
    reasons = ((re.search(pattern, words), reason) for pattern, reason in FAILURES)
    match, reason = next(((match, reason) for match, reason in reasons if match), (None, OTHER))
    name = (match.groupdict().get("name") if match else "") or ""
    python = ".".join(map(str, sys.version_info[:2]))
    found, needed, fix = (part.format(name=name, python=python, lock=lock) for part in reason)
    text = FAILED.format(
        what=what.capitalize(), folder=folder, found=found, needed=needed, fix=fix, log=log(folder)
    )
    return f"{text}\n\n{words}" if os.environ.get("DEBUG") else text


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
