"""Server: the port of the preview, and the signals that stop it.

Gives   listen(): a socket on 127.0.0.1 alone; serve(), until a signal: its number plus 128
Stops   PortError with the command to type when the port is not available
Source  exit codes as shells count them: Ctrl-C (SIGINT, 2) gives 130, SIGTERM 143
"""

from __future__ import annotations

import asyncio
import re
import signal
import socket
from collections.abc import Coroutine, Generator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from plugins.core.problems import Problem, quoted
from plugins.desk.preview.events import BuildEvents

HOST = "127.0.0.1"
SIGNALS = (signal.SIGINT, signal.SIGTERM)


class PortError(Exception):
    """The port is not available; the message says what to type."""


def parse_port(text: str) -> int:
    """The port in `text`; 0 lets the system choose a free port. Raises PortError."""
    if re.fullmatch("[0-9]{1,5}", text) and int(text) <= 65535:
        return int(text)
    found = quoted(text) if text else "nothing"
    needed, fix = "a number from 1024 to 65535", "leave PORT out, or write PORT=8001"
    raise PortError(str(Problem("PORT", found=found, needed=needed, fix=fix)))


def listen(text: str, command: str) -> socket.socket:
    """A socket that listens on the port in `text`. Raises PortError."""
    number = parse_port(text)
    # TCP by name, or asyncio leaves Nagle's algorithm on: 44 ms for each file of a page.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, number))
        listener.listen()
    except OSError as error:
        listener.close()
        denied = isinstance(error, PermissionError)
        reason = "for the system alone" if denied else "taken by another program"
        raise PortError(
            f"Port {number} is {reason}; type: {command} PORT={another_port(number)}"
        ) from None
    return listener


def another_port(number: int) -> int:
    """A port that may be free and needs no permission."""
    return number + 1 if 1024 <= number < 65535 else 8001


class Server(uvicorn.Server):
    """Uvicorn; serve() handles the signals."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


async def serve(
    app: ASGIApp, events: BuildEvents, listener: socket.socket, *jobs: Coroutine[None, None, None]
) -> int:
    """Serve, and run the jobs, until a signal comes; the exit code."""
    config = uvicorn.Config(
        app,
        access_log=False,
        lifespan="off",
        log_config=None,
        timeout_graceful_shutdown=1,
        ws="none",
    )
    server, loop = Server(config), asyncio.get_running_loop()
    signals: asyncio.Queue[int] = asyncio.Queue()
    for number in SIGNALS:
        loop.add_signal_handler(number, signals.put_nowait, number)
    async with asyncio.TaskGroup() as group:
        group.create_task(server.serve(sockets=[listener]))
        tasks = [group.create_task(job) for job in jobs]
        code = 128 + await signals.get()
        events.close()  # an open stream of events would keep the server running
        server.should_exit = True
        for task in tasks:
            task.cancel()
    return code
