"""Door: the port that the preview listens on, and the signals that end it.

Gives   a socket on 127.0.0.1 alone; the exit code, 128 and the number of the signal
Stops   PortError when the port cannot be had, with what to type
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
from plugins.desk.preview.events import Board

HOST = "127.0.0.1"
SIGNALS = (signal.SIGINT, signal.SIGTERM)


class PortError(Exception):
    """The port cannot be had; the message says what to type."""


def port(text: str) -> int:
    """A port as typed; 0 lets the system choose a free one. Raises PortError."""
    if re.fullmatch("[0-9]{1,5}", text) and int(text) <= 65535:
        return int(text)
    found = quoted(text) if text else "nothing"
    needed, fix = "a number from 1024 to 65535", "leave PORT out, or write PORT=8001"
    raise PortError(str(Problem("PORT", found=found, needed=needed, fix=fix)))


def unlock(text: str, command: str) -> socket.socket:
    """A socket that listens on a port as typed. Raises PortError."""
    number = port(text)
    # Named TCP, or asyncio leaves Nagle's algorithm on: 44 ms for each file of a page.
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((HOST, number))
        door.listen()
    except OSError as error:
        door.close()
        denied = isinstance(error, PermissionError)
        reason = "for the system alone" if denied else "taken by another program"
        raise PortError(
            f"Port {number} is {reason}; type: {command} PORT={other(number)}"
        ) from None
    return door


def other(number: int) -> int:
    """A port that may be free, and that everyone may use."""
    return number + 1 if 1024 <= number < 65535 else 8001


class Server(uvicorn.Server):
    """Uvicorn that leaves the signals to `show`."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


async def show(
    app: ASGIApp, board: Board, door: socket.socket, *jobs: Coroutine[None, None, None]
) -> int:
    """Serve, with the jobs beside it, until a signal comes; the exit code."""
    config = uvicorn.Config(
        app,
        access_log=False,
        lifespan="off",
        log_config=None,
        timeout_graceful_shutdown=1,
        ws="none",
    )
    server, loop = Server(config), asyncio.get_running_loop()
    came: asyncio.Queue[int] = asyncio.Queue()
    for number in SIGNALS:
        loop.add_signal_handler(number, came.put_nowait, number)
    async with asyncio.TaskGroup() as group:
        group.create_task(server.serve(sockets=[door]))
        running = [group.create_task(job) for job in jobs]
        code = 128 + await came.get()
        board.close()  # an open stream of events would hold the server
        server.should_exit = True
        for task in running:
            task.cancel()
    return code
