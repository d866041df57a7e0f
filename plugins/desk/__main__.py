"""The commands of the desk: which there are, and how one is started.

Reads   the command line
Gives   the exit code of the command: 0 fine, 2 something to put right, 130 stopped with Ctrl-C
Note    only the module of the command that was typed is imported; a process that
        multiprocessing spawns imports this module too, and must not pay for a server
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib import import_module

COMMANDS = ("deploy", "devserver", "new-offer", "offers", "posts", "serve")


def main(words: Sequence[str]) -> int:
    """Do what the words of the command line ask for."""
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
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # before the server listens for it, or in a command without one
        sys.exit(130)
