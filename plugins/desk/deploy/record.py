"""Record: what uploads remember on the host, as a small JSON file.

Gives   written() and read(): a file's name to the instant that it left the site, or null
Stops   ContentError: a record that is none, since what it knew decides what may be removed
"""

from __future__ import annotations

import json
from datetime import UTC, datetime

from plugins.core.problems import ContentError, Problem
from plugins.desk.deploy.plan import RECORD, Record

FORMAT = "%Y-%m-%dT%H:%M:%SZ"


def written(record: Record) -> str:
    named = {name: at.strftime(FORMAT) if at else None for name, at in record.items()}
    return json.dumps(named, ensure_ascii=False, indent=0) + "\n"


def read(text: str) -> Record:
    try:
        named = json.loads(text or "{}")
        return {str(name): at and instant(at) for name, at in named.items()}
    except (ValueError, TypeError, AttributeError):
        raise ContentError([DAMAGED]) from None


def instant(text: str) -> datetime:
    return datetime.strptime(text, FORMAT).replace(tzinfo=UTC)


DAMAGED = Problem(
    f"{RECORD} on the host",
    found="a file that make deploy did not write, or not to its end",
    needed="the record of what was uploaded: it says what may be removed",
    fix=f"delete {RECORD} there; files of earlier uploads then stay until you remove them",
)
