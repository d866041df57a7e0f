"""The command line of the desk.

Reads   the command and its options
Gives   the command's exit code: 0 done, 2 something to correct, 130 stopped with Ctrl-C
Note    imports only the module of the command: a process that multiprocessing spawns imports
        this module too, and must not load a server
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib import import_module

from plugins.core.system.unix import require_unix

COMMANDS = (
    *("deploy", "devserver", "editor", "fix", "import-site"),
    *("new-note", "new-offer", "new-page", "new-person", "new-practice"),
    *("offers", "posts", "serve"),
)


def main(words: Sequence[str]) -> int:
    """Run a command line."""
    parser = ArgumentParser(prog="python -m plugins.desk", description="The commands of the desk.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name in [name for name in COMMANDS if name in words[:1]] or COMMANDS:
        module = import_module(f"plugins.desk.{name.replace('-', '_')}")
        about = (module.__doc__ or "").partition("\n")[0]
        command = commands.add_parser(name, help=about, description=about)
        module.arguments(command)
        command.set_defaults(run=module.run)
    options = parser.parse_args(words)
    return int(options.run(options))


if __name__ == "__main__":
    require_unix()
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # before the server handles it, or in a command without a server
        sys.exit(130)
