"""Build the site, show it in the browser, build again and reload after each save.

Reads   content/, theme/, plugins/ and the two settings files, which it also watches; AT from the
        environment, the moment to build and to show as of
Gives   output/ at http://127.0.0.1:PORT/, with the preview's script in every page sent; with ?at=
        after its address, a page as of another moment
Stops   with 130 on Ctrl-C, 143 when it is ended, 2 when the port cannot be had
"""

from __future__ import annotations

import asyncio
import os
from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path
from socket import socket

from plugins.desk.console import say
from plugins.desk.preview.app import application
from plugins.desk.preview.build_loop import Rebuilds
from plugins.desk.preview.events import Board
from plugins.desk.preview.server import HOST, PortError, show, unlock
from plugins.desk.preview.supervisor import Builder
from plugins.desk.preview.time_travel import At
from plugins.desk.preview.watcher import Places, watch

BUILD = "plugins.build.api:build"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--content", default="content", metavar="FOLDER")
    parser.add_argument("--output", default="output", metavar="FOLDER")
    parser.add_argument("--settings", default="pelicanconf.py", metavar="FILE")
    parser.add_argument("--port", default="8000")
    parser.add_argument("--build", default=BUILD, help=SUPPRESS)  # module:function; for tests


def run(options: Namespace) -> int:
    try:
        door = unlock(options.port, "make devserver")
    except PortError as error:
        say(str(error))
        return 2
    return asyncio.run(preview(options, door))


def at(content: str) -> At:
    """The moments of the pages; the build reads AT from the environment, too."""
    return At(Path(content), os.environ.get("AT", "").strip())


async def preview(options: Namespace, door: socket) -> int:
    """Serve, watch and build until a signal comes; the exit code."""
    address = f"http://{HOST}:{door.getsockname()[1]}"
    asked = {
        "settings": options.settings,
        "content": options.content,
        "output": options.output,
        "overrides": {"SITEURL": address},
    }
    board = Board()
    builder = Builder(options.build, asked)
    rebuilds = Rebuilds(builder, board)
    app = application(Path(options.output), board, at(options.content))
    places = Places.of(Path(options.content), Path(options.settings))
    say(f"Your site is at {address}/ and follows every save. Ctrl-C stops it.")
    try:
        return await show(app, board, door, rebuilds.run(), watch(places, rebuilds.saved))
    finally:
        builder.stop()
