"""Uploads in processes of their own, for tests that kill them.

Reads a JSON list a line, [kind, output, to, endpoint]; starts an upload, says the id of its
process, and when it has ended, its exit code. The process leads a group, so that all that it
starts can be killed with it. Python and what is imported start once for all of them.
"""
# ruff: noqa: T201 it answers the test on its standard output

from __future__ import annotations

import json
import os
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from plugins.desk.deploy.plan import make_plan
from plugins.desk.deploy.rsync import Rsync
from plugins.desk.deploy.s3 import Bucket
from plugins.desk.deploy.target import Target, upload


def connect(kind: str, output: Path, to: str, endpoint: str = "") -> Target:
    if kind == "rsync":
        return Rsync(output, to, os.environ)
    return Bucket(output, to, os.environ, endpoint)


def upload_site(target: Target) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    upload(make_plan(target.local_files(), target.state(), now), target)


def child(kind: str, output: str, *where: str) -> None:
    """Upload, and end."""
    try:
        os.setsid()
        upload_site(connect(kind, Path(output), *where))
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def main() -> None:
    for line in sys.stdin:
        process = os.fork()
        if not process:
            child(*json.loads(line))
        print(process, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
