"""Build the site for a host and upload it there, or report what that would change.

Reads   HOST, SITEURL and what the host needs, from the environment: see options
Gives   the site at the host: the files that pages use first, then pages, then removals (plan).
        DRY=1 only reports what would change
Stops   with 2 and what to type when something is missing, the build fails or the host refuses;
        1 for an error of ours, 130 for Ctrl-C. Whenever it stops, every page there is whole

options               reads and checks the environment
plan, target          the steps of an upload, pure; carries them out, keeps the record
transition            the server's security policy between two versions of the site
own_folder            a folder in .cache/ that holds nothing but uploads
ownership             whose the built folder is, and whose the folder at the host
rsync, s3, github     the targets
host_cli, live_diff   hosts that take a whole folder; what they show now
subprocesses          runs other programs; secrets keeps keys from them and from messages
report                the text about an upload
"""

from __future__ import annotations

import os
import shlex
import sys
import traceback
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from plugins.core.model.build_label import BuildLabel
from plugins.core.problems import ContentError, Problem
from plugins.desk.console import say
from plugins.desk.deploy.github import Branch
from plugins.desk.deploy.host_cli import COMMANDS, upload_folder
from plugins.desk.deploy.live_diff import live_state
from plugins.desk.deploy.options import Options, read_options
from plugins.desk.deploy.own_folder import is_own, without_strangers
from plugins.desk.deploy.ownership import check_ownership, label_of
from plugins.desk.deploy.plan import Owner, make_plan
from plugins.desk.deploy.report import LIVE, STOPPED, dry_run_text, upload_text
from plugins.desk.deploy.rsync import Rsync
from plugins.desk.deploy.secrets import redact, without_secrets
from plugins.desk.deploy.subprocesses import stream
from plugins.desk.deploy.target import Target, public_files, upload
from plugins.desk.deploy.transition import BY_HAND, check_reload, transitions

UNTOUCHED = "Nothing was uploaded."
FAULT = (
    "A fault of the generator, not of your text: {error}\n"
    "  To fix  show this to a developer; DEBUG=1 adds the details"
)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--content", default="content", metavar="FOLDER")
    parser.add_argument("--output", default="output", metavar="FOLDER")
    parser.add_argument("--settings", default="publishconf.py", metavar="FILE")
    parser.add_argument("--debug", action="store_true", help="details for developers")
    parser.add_argument(
        "--built",
        nargs="?",
        const="",
        metavar="HOST",
        help="upload what was built before, for another HOST than the one that gets it",
    )


def run(options: Namespace) -> int:
    environment = dict(os.environ)
    uploading = ""

    def tell(text: str) -> None:
        say(redact(text, environment))

    try:
        wish = read_options(environment)
        if options.built is None and (code := build(options, environment)):
            tell(UNTOUCHED)
            return code
        uploading = "" if wish.dry else wish.to or wish.url
        output = Path(options.output)
        label = label_of(output, wish, options.built or wish.host.name)
        carry_out(wish, output, label, environment, tell)
        if not wish.dry and options.built is None:
            tell(LIVE.format(url=wish.url))
    except ContentError as error:
        tell(str(error))
        return 2
    except KeyboardInterrupt:
        tell(STOPPED.format(to=uploading) if uploading else UNTOUCHED)
        return 130
    except Exception as error:
        tell(FAULT.format(error=f"{type(error).__name__}: {error}"))
        if options.debug:
            tell(traceback.format_exc())
        return 1
    return 0


def build(options: Namespace, environment: Mapping[str, str]) -> int:
    """Build as make publish does, in a process without keys of hosts; its exit code."""
    words = [options.content, "-o", options.output, "-s", options.settings]
    debug = ["-D"] if options.debug else []
    command = [sys.executable, "-m", "plugins.build", *words, *debug]
    return stream(command, without_secrets(environment, "build"), say)


def carry_out(
    wish: Options,
    output: Path,
    label: BuildLabel,
    environment: Mapping[str, str],
    tell: Callable[[str], None],
) -> None:
    """Upload, or report what that would change. Raises ContentError."""
    name = wish.host.name
    if name in COMMANDS:
        deploy_folder(wish, output, environment, tell)
        return
    owner = Owner(label.url, label.practice)
    target = TARGETS[name](wish, output, without_secrets(environment, name), owner)
    now = datetime.now(UTC).replace(microsecond=0)
    local, state = target.local_files(), target.state()
    if is_own(wish.to):
        state = without_strangers(state, Path(wish.to), local)
    plan = make_plan(local, state, now, wish.grace, owner)
    if wish.dry:
        tell(dry_run_text(plan, target.to))
    check_ownership(plan, target.to, wish, tell)
    meanwhile = transitions(plan, target, output)
    check_reload(meanwhile, wish.reload)
    if wish.dry:
        return

    def reload() -> None:
        if wish.reload not in ("", BY_HAND):
            run_reload(wish.reload, environment, tell)

    upload(plan, target, meanwhile, reload)
    tell(upload_text(plan, target.to))
    reload()


def deploy_folder(
    wish: Options, output: Path, environment: Mapping[str, str], tell: Callable[[str], None]
) -> None:
    """The same, for a host that takes the whole folder with its own command."""
    if wish.dry:
        live = live_state(output, wish.url)
        plan = make_plan(public_files(output), live, datetime.now(UTC))
        tell(dry_run_text(plan, wish.url))
        return
    upload_folder(wish.host.name, output, wish.project, environment, tell)
    tell(f"Uploaded to {wish.host.title}: {wish.url}")


def run_reload(command: str, environment: Mapping[str, str], tell: Callable[[str], None]) -> None:
    """Run the command in RELOAD."""
    try:
        code = stream(shlex.split(command), without_secrets(environment), tell)
    except (OSError, ValueError) as error:
        raise ContentError([not_reloaded(command, str(error))]) from None
    if code:
        raise ContentError([not_reloaded(command, f"exit code {code}")])


def not_reloaded(command: str, found: str) -> Problem:
    return Problem(
        f"RELOAD={command}",
        found=f"a command that failed: {found}",
        needed="a command that tells the web server to read its configuration anew",
        fix="mend it, and run make deploy again; every page that is there is whole",
    )


def to_rsync(wish: Options, output: Path, environment: Mapping[str, str], owner: Owner) -> Target:
    return Rsync(output, wish.to, environment, owner)


def to_bucket(wish: Options, output: Path, environment: Mapping[str, str], _: Owner) -> Target:
    # Slow to import, so only for S3.
    from plugins.desk.deploy.s3 import Bucket  # noqa: PLC0415

    return Bucket(output, wish.to, environment, wish.endpoint)


def to_branch(wish: Options, output: Path, environment: Mapping[str, str], _: Owner) -> Target:
    return Branch(output, wish.to, environment, wish.url)


TARGETS = {"rsync": to_rsync, "s3": to_bucket, "github": to_branch}
