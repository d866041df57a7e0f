"""A build as a process of its own, for tests that kill it, starve it or start two of it.

builder.py OUTPUT VERSION            one build; an ExchangeError is printed and the exit code is 2
builder.py OUTPUT VERSION durable    the same, written through to the disk
builder.py OUTPUT VERSION nobody     the same, as an account without rights
builder.py OUTPUT VERSION hold       says "building" inside the block, and waits there
builder.py OUTPUT VERSION worker     starts a process that outlives the build; prints its id
builder.py OUTPUT KILLS   killed     builds without end in a process that is killed, again and again
"""
# ruff: noqa: T201 it answers the test on its standard output

from __future__ import annotations

import json
import os
import signal
import sys
import time
from itertools import count
from pathlib import Path

from plugins.build.output.staging import ExchangeError
from tests.build.output import staging

PAGES = 5


def site(version: str) -> dict[str, str]:
    """Every page of one version of a site."""
    mark = '<meta name="generator" content="Handbill">'
    return {"index.html": f"{mark}\n{version}"} | {
        f"page-{number}.html": f"\n{version}" for number in range(1, PAGES)
    }


def version_of(pages: dict[str, str]) -> str:
    return pages["index.html"].partition("\n")[2]


def write_site(folder: Path, version: str) -> None:
    for name, text in site(version).items():
        (folder / name).write_text(text)


def read_site(folder: Path) -> dict[str, str]:
    return {page.name: page.read_text() for page in folder.iterdir()}


def build(output: Path, version: str, mode: str = "") -> None:
    with staging(output, durable=mode == "durable") as stage:
        write_site(stage.folder, version)
        if mode == "hold":
            print("building", flush=True)
            time.sleep(60)
        if mode == "worker":
            start_worker()
        stage.exchange()


def start_worker() -> None:
    worker = os.fork()
    if worker:
        print(worker, flush=True)
    else:
        os.close(1)
        os.close(2)
        time.sleep(60)
        os._exit(0)


def be_killed(output: Path, kills: int) -> None:
    """Each kill comes a little later than the one before, so that every moment has its turn."""
    left_over = 0
    for kill in range(kills):
        hears, says = os.pipe()
        builder = os.fork()
        if not builder:
            for number in count():
                build(output, f"{kill:04}-{number:04}")
                os.write(says, b"!")
        os.read(hears, 1)  # the first build is done, the next is under way
        time.sleep(kill * 0.0001)
        os.kill(builder, signal.SIGKILL)
        os.waitpid(builder, 0)
        os.close(hears)
        os.close(says)
        pages = read_site(output)
        assert pages == site(version_of(pages)), f"a broken site after kill {kill}: {pages}"
        left_over += bool(list(output.parent.glob(f".{output.name}.building/site-*")))
    print(json.dumps({"kills": kills, "left_over": left_over}))


def main(output: Path, version: str, mode: str = "") -> None:
    if mode == "killed":
        be_killed(output, int(version))
        return
    if mode == "nobody" and os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    try:
        build(output, version, mode)
    except ExchangeError as error:
        print(error)
        sys.exit(2)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
