"""Show the last build in the browser, without building.

Reads   output/; the practice's time zone from content/, for ?at= in an address
Gives   its files at http://127.0.0.1:PORT/, with the preview's script in every page
Stops   with 130 on Ctrl-C, 143 on SIGTERM, 2 when the port is not available
"""

from __future__ import annotations

import asyncio
from argparse import ArgumentParser, Namespace
from pathlib import Path

from plugins.desk.console import say
from plugins.desk.preview.app import application
from plugins.desk.preview.codespaces import Forwarded
from plugins.desk.preview.editor import Editor
from plugins.desk.preview.events import BuildEvents
from plugins.desk.preview.fixes import Fixes
from plugins.desk.preview.server import HOST, PortError, listen, serve
from plugins.desk.preview.time_travel import TimeTravel


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--content", default="content", metavar="FOLDER")
    parser.add_argument("--output", default="output", metavar="FOLDER")
    parser.add_argument("--settings", default="pelicanconf.py", metavar="FILE")
    parser.add_argument("--port", default="8000")


def run(options: Namespace) -> int:
    try:
        listener = listen(options.port, "make serve")
    except PortError as error:
        say(str(error))
        return 2
    port = listener.getsockname()[1]
    say(f"Your site is at http://{HOST}:{port}/ as last built. Ctrl-C stops it.")
    events, content = BuildEvents(), Path(options.content)
    editor = Editor(options.settings, content, events)
    travel, fixes, forwarded = TimeTravel(content), Fixes(content), Forwarded.of(port)
    app = application(Path(options.output), events, travel, fixes, editor, forwarded=forwarded)
    return asyncio.run(serve(app, events, listener))
