"""Live diff: how the published site differs from the local one, as a visitor sees it.

Reads   every address of the local site at the published one; the published sitemap
Gives   live_state(): what is new, what has changed, which pages will be removed. A file with a
        hash in its name is the same when it exists
Stops   ContentError with the address when the site does not answer
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

from plugins.core.model.fingerprints import is_immutable
from plugins.core.model.pages import save_as
from plugins.core.problems import ContentError, Problem
from plugins.core.system.threads import thread_map
from plugins.desk.deploy.plan import HostState
from plugins.desk.deploy.target import public_files

AT_ONCE = 8
SECONDS = 20
LONGEST = 64 * 1024 * 1024  # bytes of an answer; pictures may have 25 MB
ERRORS = "404.html"
GONE = {404, 410}
LOCATION = re.compile(r"<loc>\s*([^<\s]+)\s*</loc>")
INDEX = "index.html"


def live_state(output: Path, base: str) -> HostState:
    """What a visitor finds at the site `base`."""
    names = public_files(output)
    states = thread_map(lambda name: file_state(output, base, name), names, AT_ONCE)
    new, changed, same = (
        frozenset(name for name, state in zip(names, states, strict=True) if state == state_name)
        for state_name in ("new", "changed", "same")
    )
    listed = frozenset(sitemap_files(base))
    record = dict.fromkeys(sorted({*names, *listed}))
    return HostState(names=changed | same | listed, new=new, changed=changed, record=record)


def file_state(output: Path, base: str, name: str) -> str:
    """ "new", "changed" or "same"."""
    status, content = fetch(f"{base}/{address(name)}", head=is_immutable(name))
    if status in GONE and name != ERRORS:
        return "new"
    if is_immutable(name):
        return "same"
    return "same" if content == (output / name).read_bytes() else "changed"


def address(name: str) -> str:
    return quote(name.removesuffix(INDEX) if name.rpartition("/")[2] == INDEX else name)


def sitemap_files(base: str) -> Iterable[str]:
    """The files of the pages in the published sitemap."""
    status, content = fetch(f"{base}/sitemap.xml")
    if status in GONE:
        return []
    locations = LOCATION.findall(content.decode("utf-8", "replace"))
    return sorted({save_as(path) for path in map(path_of, locations) if path})


def path_of(location: str) -> str:
    """The path of an address; "" for what is none."""
    try:
        return urlsplit(location).path
    except ValueError:
        return ""


def fetch(url: str, *, head: bool = False) -> tuple[int, bytes]:
    """The status and the content of an address. Raises ContentError."""
    request = Request(url, method="HEAD" if head else "GET")  # noqa: S310 https or loopback
    request.add_header("Cache-Control", "no-cache")
    try:
        with urlopen(request, timeout=SECONDS) as response:  # noqa: S310 the same
            return response.status, whole(url, response.read(LONGEST + 1))
    except HTTPError as error:
        if error.code in GONE:
            return error.code, whole(url, error.read(LONGEST + 1))
        raise unanswered(url, f"the answer {error.code}") from None
    except (OSError, HTTPException) as error:
        raise unanswered(url, f"no answer ({getattr(error, 'reason', error)})") from None


def whole(url: str, content: bytes) -> bytes:
    """An answer that is not endless. Raises ContentError."""
    if len(content) > LONGEST:
        raise unanswered(url, "an answer without an end")
    return content


def unanswered(url: str, found: str) -> ContentError:
    needed = "the site that is there now, to compare with"
    fix = "try again later, or leave DRY away: an upload does not look first"
    return ContentError([Problem(url, 0, "", found, needed, fix)])
