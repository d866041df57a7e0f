"""Host CLI: uploads the whole folder with a host's own command line tool.

Gives   COMMANDS, by host; upload_folder(), which runs one and repeats its output
Stops   ContentError: no npx on this machine, or a command that failed. These hosts replace the
        site in one step, so a failure leaves the old site
Source  Netlify CLI 26 (`netlify deploy`), Wrangler 4.86 (`wrangler pages deploy`): the newest that
        run on Node 20. Their tokens come from the environment, never from the command line
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from plugins.core.problems import ContentError, Problem
from plugins.desk.deploy.secrets import without_secrets
from plugins.desk.deploy.subprocesses import stream

NPX = ("npx", "--yes")
COMMANDS: Mapping[str, Callable[[Path, str], list[str]]] = {
    "netlify": lambda output, _project: [
        *NPX, "netlify-cli@26.0.0", "deploy", "--prod", "--no-build", f"--dir={output}",
    ],
    # This branch is the site itself, not a preview of it.
    "cloudflare": lambda output, project: [
        *NPX, "wrangler@4.86.0", "pages", "deploy", str(output), f"--project-name={project}",
        "--branch=main", "--commit-dirty=true",
    ],
}  # fmt: skip
# No questions, no telemetry.
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


def upload_folder(
    host: str, command: Sequence[str], environment: Mapping[str, str], say: Callable[[str], None]
) -> None:
    """Run a host's command. Raises ContentError."""
    if not shutil.which(command[0], path=environment.get("PATH")):
        raise ContentError([NO_NODE])
    code = stream(command, without_secrets(environment, host) | QUIET, say)
    if code:
        raise ContentError([failed(command, code)])


def failed(command: Sequence[str], code: int) -> Problem:
    tool = next(word for word in command if "@" in word).partition("@")[0]
    return Problem(
        tool,
        found=f"it gave up, with exit code {code}; its own words are above",
        needed="an upload to its end: until then the host shows the site as it was",
        fix="mend what it says, and run the command again",
    )
