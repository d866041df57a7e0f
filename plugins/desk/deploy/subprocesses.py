"""Subprocesses: runs Git, rsync and the hosts' own commands.

Gives   run(): the result of a command; stream(): repeats its output while it runs
Stops   ContentError when a program is missing
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from plugins.core.problems import ContentError, Problem
from plugins.core.system.interrupts import held_back
from plugins.desk.deploy.secrets import redact


def run(
    command: Sequence[str],
    *,
    environment: Mapping[str, str],
    missing: Problem,
    text: str = "",
    folder: Path | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a command with `text` as its input. missing: the problem without the program. Bytes that
    are not UTF-8 come as surrogates, from which they can be made again."""
    try:
        return subprocess.run(  # noqa: S603 words are an argument each, no shell reads them
            command,
            input=text,
            env=dict(environment),
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )
    except FileNotFoundError:
        raise ContentError([missing]) from None


def stream(
    command: Sequence[str],
    environment: Mapping[str, str],
    say: Callable[[str], None],
    folder: Path | None = None,
) -> int:
    """Run a command and repeat its output, line by line, without secrets; its exit code. Ctrl-C
    reaches the command too, and is raised here after the command has ended."""
    with held_back():
        process = subprocess.Popen(  # noqa: S603 words are an argument each, no shell reads them
            command,
            env=dict(environment),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        for line in process.stdout or ():
            say(redact(line.rstrip(), environment))
        return process.wait()
