"""How the preview ends, and how it does not begin."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.desk.conftest import DEVSERVER, Start
from tests.desk.preview_process import ROOT, Events, until

# Seconds. What waited for an open page, or a build that hangs, would wait for minutes.
AT_ONCE = 5.0


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_at_once_and_whole(start: Start, number: int, code: int) -> None:
    """Open pages hold a connection; pelican -lr leaves children after SIGTERM."""
    preview = start()
    port = preview.port()
    preview.told()
    events = [Events(port) for _ in range(3)]
    assert [one.next()["problems"] for one in events] == [None] * 3
    began = time.monotonic()
    assert preview.stop(number) == code
    assert time.monotonic() - began < AT_ONCE
    until(lambda: not preview.processes(), "the end of every process")
    assert preview.rest() == ""


def test_ctrl_c_ends_a_build_and_what_it_started(project: Path, start: Start) -> None:
    """Nothing of it may go on to write."""
    (project / "content" / "hang.txt").touch()
    preview = start()
    preview.port()
    until(lambda: len(preview.processes()) >= 3, "the build's own child")
    began = time.monotonic()
    assert preview.stop(signal.SIGINT) == 130
    assert time.monotonic() - began < AT_ONCE
    until(lambda: not preview.processes(), "the end of every process")


def test_ctrl_c_for_the_whole_group_shows_no_call_stack(start: Start) -> None:
    """A terminal sends it to every process, at any moment, also while one still loads."""
    for _ in range(5):
        preview = start()
        preview.port()
        os.killpg(preview.process.pid, signal.SIGINT)
        assert preview.process.wait(20) == 130
        until(lambda gone=preview: not gone.processes(), "the end of every process")  # type: ignore[misc]
        assert "Traceback" not in preview.rest()


def test_a_server_that_is_killed_leaves_no_worker(start: Start) -> None:
    """Not even kill -9, which gives nobody the time to tidy up."""
    preview = start()
    preview.port()
    preview.told()
    assert preview.stop(signal.SIGKILL) == -9
    until(lambda: not preview.processes(), "the end of every process")


@pytest.mark.parametrize("command", ["devserver", "serve"])
def test_a_taken_port_is_one_sentence(project: Path, command: str) -> None:
    """The preview of this morning still runs in another window: it happens every week."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "plugins.desk", command, "--port", str(port)],
            cwd=project,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
    sentence = f"Port {port} is taken by another program; type: make {command} PORT={port + 1}\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, sentence, "")


@pytest.mark.parametrize("port", ["80000", "abc", "-1", "8000 8001"])
def test_a_port_that_is_none_is_refused(project: Path, port: str) -> None:
    """argparse would say it in words for programmers."""
    done = subprocess.run(
        [sys.executable, "-m", "plugins.desk", *DEVSERVER[:1], f"--port={port}"],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout == (
        f'PORT\n  Found   "{port}"\n  Needed  a number from 1024 to 65535\n'
        "  To fix  leave PORT out, or write PORT=8001\n"
    )
