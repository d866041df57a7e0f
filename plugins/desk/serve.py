"""Show what was built, in the browser, without building.

Reads   output/; the practice's zone from content/, for ?at= after an address
Gives   its files at http://127.0.0.1:PORT/, with the preview's script in every page sent
Stops   with 130 on Ctrl-C, 143 when it is ended, 2 when the port cannot be had
"""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from pathlib import Path
from socket import socket

from plugins.desk.console import say
from plugins.desk.preview.app import application
from plugins.desk.preview.events import Board
from plugins.desk.preview.server import HOST, PortError, show, unlock
from plugins.desk.preview.time_travel import At


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--content", default="content", metavar="FOLDER")
    parser.add_argument("--output", default="output", metavar="FOLDER")
    parser.add_argument("--port", default="8000")


def run(options: Namespace) -> int:
    try:
        door = unlock(options.port, "make serve")
    except PortError as error:
        say(str(error))
        return 2
    return asyncio.run(serve(options, door))


async def serve(options: Namespace, door: socket) -> int:
    """Serve until a signal comes; the exit code."""
    say(f"Your site is at http://{HOST}:{door.getsockname()[1]}/ as last built. Ctrl-C stops it.")
    board = Board()
    app = application(Path(options.output), board, At(Path(options.content)))
    return await show(app, board, door)
