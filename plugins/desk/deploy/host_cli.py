"""Tools: hosts that take a whole folder through a command of their own.

Gives   COMMANDS, by host; send(), which runs one and repeats what it says
Stops   ContentError: no npx on this machine, or a command that failed. These hosts exchange the
        site in one step, so what was there before stays
Source  Netlify CLI 26 (`netlify deploy`), Wrangler 4.86 (`wrangler pages deploy`): the newest that
        run on Node 20. Their tokens come from the environment, never from the command line
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from plugins.core.problems import ContentError, Problem
from plugins.core.system.interrupts import held_back
from plugins.desk.deploy.secrets import kept_from, scrubbed

NPX = ("npx", "--yes")
COMMANDS: Mapping[str, Callable[[Path, str], list[str]]] = {
    "netlify": lambda output, _project: [
        *NPX, "netlify-cli@26.0.0", "deploy", "--prod", "--no-build", f"--dir={output}",
    ],
    # The branch says that this is the site itself, not a preview of it.
    "cloudflare": lambda output, project: [
        *NPX, "wrangler@4.86.0", "pages", "deploy", str(output), f"--project-name={project}",
        "--branch=main", "--commit-dirty=true",
    ],
}  # fmt: skip
# No questions and no reports of use, from either.
QUIET = {
    "CI": "1",
    "NO_COLOR": "1",
    "WRANGLER_SEND_METRICS": "false",
    "NETLIFY_TELEMETRY_DISABLED": "1",
}
NO_NODE = Problem(
    "npx",
    found="no such program on this machine",
    needed="Node 20 or newer: the host's own command runs on it",
    fix="install it (on Debian or Ubuntu: sudo apt-get install nodejs npm)",
)


def send(
    host: str, command: Sequence[str], environment: Mapping[str, str], say: Callable[[str], None]
) -> None:
    """Run a host's command to its end."""
    if not shutil.which(command[0], path=environment.get("PATH")):
        raise ContentError([NO_NODE])
    code = repeated(command, kept_from(environment, host) | QUIET, say)
    if code:
        raise ContentError([failed(command, code)])


def repeated(
    command: Sequence[str], environment: Mapping[str, str], say: Callable[[str], None]
) -> int:
    """Run a command and say what it says, line by line, without secrets; its exit code. Ctrl-C
    reaches the command, too, and is raised here once that has ended."""
    with held_back():
        process = subprocess.Popen(  # noqa: S603 words are an argument each, no shell reads them
            command,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        for line in process.stdout or ():
            say(scrubbed(line.rstrip(), environment))
        return process.wait()


def failed(command: Sequence[str], code: int) -> Problem:
    tool = next(word for word in command if "@" in word).partition("@")[0]
    return Problem(
        tool,
        found=f"it gave up, with exit code {code}; its own words are above",
        needed="an upload to its end: until then the host shows the site as it was",
        fix="mend what it says, and run the command again",
    )
