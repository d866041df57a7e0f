"""Host CLI: uploads the whole folder with a host's own command line tool.

Reads   tools/<host>/package-lock.json: each package of the tool, by the hash of its content
Gives   upload_folder(), which gets the tool, runs it and repeats its output; COMMANDS, by host
Keeps   .venv/tools/, a folder for each state of a lock file
Stops   ContentError: no Node.js on this machine, packages that npm could not get, a command that
        failed. These hosts replace the site in one step, so a failure leaves the old site
Why     a token meets no code but that of the lock file: no package runs anything when it is
        installed, npm gets no token, and the tool starts in an empty folder, where no file of a
        project is a plugin or a setting
Source  Netlify CLI 26 (`netlify deploy`), Wrangler 4.86 (`wrangler pages deploy`): the newest that
        run on Node 20. Their tokens come from the environment, never from the command line
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.core.paths import PROJECT
from plugins.core.problems import ContentError, Problem
from plugins.desk.deploy.secrets import without_secrets
from plugins.desk.deploy.subprocesses import stream

Say = Callable[[str], None]
LOCKS = Path(__file__).parent / "tools"
KEPT = PROJECT / ".venv/tools"  # not in .cache/, which other machines may bring along
FILES = ("package.json", "package-lock.json")
INSTALL = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
# The script of a tool, and its words for the folder and the project.
COMMANDS: Mapping[str, tuple[str, Callable[[Path, str], list[str]]]] = {
    "netlify": (
        "netlify-cli/bin/run.js",
        lambda output, _project: ["deploy", "--prod", "--no-build", f"--dir={output}"],
    ),
    "cloudflare": (
        "wrangler/bin/wrangler.js",
        # This branch is the site itself, not a preview of it.
        lambda output, project: [
            *("pages", "deploy", str(output), f"--project-name={project}"),
            *("--branch=main", "--commit-dirty=true"),
        ],
    ),
}
# No questions, no telemetry.
QUIET = {
    "CI": "1",
    "NO_COLOR": "1",
    "WRANGLER_SEND_METRICS": "false",
    "NETLIFY_TELEMETRY_DISABLED": "1",
}
GETTING = "Getting {tool}, which brings the site to {host}. The next time it is there."


def upload_folder(
    host: str, output: Path, project: str, environment: Mapping[str, str], say: Say
) -> None:
    """Run a host's command. Raises ContentError."""
    script, words = COMMANDS[host]
    tool = script.partition("/")[0]
    for program in ("node", "npm"):
        if not shutil.which(program, path=environment.get("PATH")):
            raise ContentError([no_node(program)])
    modules = installed(host, tool, without_secrets(environment), say)
    command = ["node", str(modules / script), *words(output.absolute(), project)]
    with TemporaryDirectory() as empty:
        own = without_secrets(environment, host) | QUIET
        code = stream(command, own, say, Path(empty))
    if code:
        raise ContentError([failed(tool, code)])


def installed(host: str, tool: str, environment: Mapping[str, str], say: Say) -> Path:
    """node_modules with the packages of the lock file. Raises ContentError."""
    lock = (LOCKS / host / "package-lock.json").read_bytes()
    kept = KEPT / f"{host}-{sha256(lock).hexdigest()[:12]}"
    if not kept.is_dir():
        say(GETTING.format(tool=tool, host=host))
        KEPT.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=KEPT) as folder:
            made = Path(folder) / "made"
            made.mkdir()
            for name in FILES:
                shutil.copy(LOCKS / host / name, made)
            if code := stream(INSTALL, environment, say, made):
                raise ContentError([not_installed(tool, code)])
            for earlier in KEPT.glob(f"{host}-*"):
                shutil.rmtree(earlier)
            made.rename(kept)  # half a folder would pass for a whole one
    return kept / "node_modules"


def no_node(program: str) -> Problem:
    return Problem(
        program,
        found="no such program on this machine",
        needed="Node 20 or newer, with npm: the host's own command runs on it",
        fix="install it (on Debian or Ubuntu: sudo apt-get install nodejs npm)",
    )


def not_installed(tool: str, code: int) -> Problem:
    return Problem(
        tool,
        found=f"npm could not get it, with exit code {code}; its own words are above",
        needed="a network, and packages that are what they were when this version was chosen",
        fix="run the command again; if it stays so, show this to a developer",
    )


def failed(tool: str, code: int) -> Problem:
    return Problem(
        tool,
        found=f"it gave up, with exit code {code}; its own words are above",
        needed="an upload to its end: until then the host shows the site as it was",
        fix="mend what it says, and run the command again",
    )
