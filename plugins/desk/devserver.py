"""Build the site, show it in the browser, build again and reload after each save.

Reads   content/, theme/, plugins/ and the two settings files, and watches them; AT from the
        environment, the moment that builds and pages show
Gives   output/ at http://127.0.0.1:PORT/, with the preview's script in every page; with ?at= in
        the address, a page as of another moment; with --open, a browser that shows it
Stops   with 130 on Ctrl-C, 143 on SIGTERM, 2 when the port is not available
"""

from __future__ import annotations

import asyncio
import os
from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path
from socket import socket

from plugins.core.paths import preview_folder
from plugins.desk.console import say
from plugins.desk.preview.app import application
from plugins.desk.preview.browser import show
from plugins.desk.preview.build_loop import BuildLoop
from plugins.desk.preview.codespaces import Forwarded
from plugins.desk.preview.editor import Editor
from plugins.desk.preview.events import BuildEvents
from plugins.desk.preview.fixes import Fixes
from plugins.desk.preview.server import HOST, PortError, listen, serve
from plugins.desk.preview.style_guide import WITHOUT, StyleGuide
from plugins.desk.preview.supervisor import Supervisor
from plugins.desk.preview.time_travel import TimeTravel
from plugins.desk.preview.watcher import WatchedPaths, watch

BUILD = "plugins.build.api:Builder"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--content", default="content", metavar="FOLDER")
    parser.add_argument("--output", metavar="FOLDER", help="instead of a folder in .cache")
    parser.add_argument("--settings", default="pelicanconf.py", metavar="FILE")
    parser.add_argument("--port", default="8000")
    parser.add_argument("--open", action="store_true", help="in the browser; any port will do")
    parser.add_argument("--build", default=BUILD, help=SUPPRESS)  # module:function; for tests


def run(options: Namespace) -> int:
    try:
        listener = listen(options.port, "make devserver")
    except PortError as error:
        if not options.open:
            say(str(error))
            return 2
        listener = listen("0", "make devserver")
    return asyncio.run(preview(options, listener))


async def preview(options: Namespace, listener: socket) -> int:
    """Serve, watch and build until a signal comes; the exit code."""
    port = listener.getsockname()[1]
    address = f"http://{HOST}:{port}"
    content = Path(options.content)
    output = Path(options.output or preview_folder(content))
    request = {
        "settings": options.settings,
        "content": options.content,
        "output": str(output),
        "overrides": {"SITEURL": address, **WITHOUT},
    }
    events = BuildEvents()
    supervisor = Supervisor(options.build, request)
    fixes = Fixes(content)
    builds = BuildLoop(supervisor, events, fixes)
    # The build reads AT from the environment, too.
    travel = TimeTravel(content, os.environ.get("AT", "").strip())
    editor = Editor(options.settings, content, events)
    guide, forwarded = StyleGuide(builds), Forwarded.of(port)
    app = application(output, events, travel, fixes, editor, guide=guide, forwarded=forwarded)
    paths = WatchedPaths.of(content, Path(options.settings))
    say(f"Your site is at {address}/ and follows every save. Ctrl-C stops it.")
    jobs = [builds.run(), watch(paths, builds.file_saved)]
    if options.open:
        jobs.append(show(events, f"{address}/"))
    try:
        return await serve(app, events, listener, *jobs)
    finally:
        supervisor.stop()
