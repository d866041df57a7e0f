"""An S3 server on loopback, rclone's own, and what a visitor reads of a bucket.

rclone comes as a package of Python. Its server keeps a bucket as a folder, checks signatures, and
shows an object only once it is whole, as every S3 does. Killed while it writes one, it may lose
that one, as no S3 does.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from obstore.store import S3Store

KEYS = {"AWS_ACCESS_KEY_ID": "canary-key-id", "AWS_SECRET_ACCESS_KEY": "canary-secret-key"}
NAME = "practice"


@dataclass
class Server:
    """The server, its address, and the folder that holds its buckets."""

    process: subprocess.Popen[bytes]
    address: str
    folder: Path

    def store(self, prefix: str = "") -> S3Store:
        """A client of its own, for looking."""
        return S3Store(
            NAME,
            prefix=prefix or None,
            client_options={"allow_http": True},
            endpoint=self.address,
            region="us-east-1",
            access_key_id=KEYS["AWS_ACCESS_KEY_ID"],
            secret_access_key=KEYS["AWS_SECRET_ACCESS_KEY"],
        )

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(20)


def rclone() -> str:
    """The program: beside this Python, or on the PATH."""
    beside = Path(sys.executable).with_name("rclone")
    return str(beside) if beside.exists() else shutil.which("rclone") or ""


def free() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@contextmanager
def serving_s3(folder: Path, port: int = 0) -> Iterator[Server]:
    """The server with one bucket."""
    (folder / NAME).mkdir(parents=True, exist_ok=True)
    port = port or free()
    process = subprocess.Popen(
        [rclone(), "serve", "s3", "--addr", f"127.0.0.1:{port}", str(folder)],
        env=os.environ
        | {
            "RCLONE_AUTH_KEY": '"{AWS_ACCESS_KEY_ID},{AWS_SECRET_ACCESS_KEY}"'.format(**KEYS),
            "RCLONE_CONFIG": os.devnull,
        },
        stderr=subprocess.DEVNULL,
    )
    server = Server(process, f"http://127.0.0.1:{port}", folder)
    try:
        answering(port)
        yield server
    finally:
        server.kill()


def answering(port: int) -> None:
    end = time.monotonic() + 20
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert time.monotonic() < end, "the S3 server does not answer"
            time.sleep(0.02)
        else:
            return


def objects(store: S3Store) -> dict[str, bytes]:
    """Every object and what is in it."""
    names = [one["path"] for page in store.list() for one in page]
    return {name: bytes(store.get(name).bytes()) for name in names}
