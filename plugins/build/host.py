"""The host that a site is built for, HOST.

Gives   host(): what differs for it
Stops   ContentError for a name that is none
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plugins.core.model.hosts import ANY, HOSTS, Host
from plugins.core.problems import ContentError, Problem, did_you_mean, listed, quoted


def host(settings: Mapping[str, Any]) -> Host:
    name = str(settings.get("HOST") or "").strip()
    if not name:
        return ANY
    if name not in HOSTS:
        close = did_you_mean(name, HOSTS)
        fix = f"write HOST={close}" if close else "leave HOST= away for a folder that goes anywhere"
        raise ContentError(
            [Problem("HOST", 0, "", quoted(name), f"one of {listed(sorted(HOSTS))}", fix)]
        )
    return HOSTS[name]
