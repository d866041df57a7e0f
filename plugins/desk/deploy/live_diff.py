"""Live: how a site on the web differs from the one that is here, seen as a visitor sees it.

Reads   every address of the site that is here; the sitemap of the one that is there
Gives   look(): what is new, what has changed, which pages will be gone. A file whose name holds
        its hash is the same when it is there
Stops   ContentError when the site does not answer, and names the address
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

from plugins.core.model.fingerprints import lasting
from plugins.core.model.pages import save_as
from plugins.core.problems import ContentError, Problem
from plugins.core.system.threads import together
from plugins.desk.deploy.plan import There
from plugins.desk.deploy.target import listing

AT_ONCE = 8
SECONDS = 20
ERRORS = "404.html"
GONE = {404, 410}
LOCATION = re.compile(r"<loc>\s*([^<\s]+)\s*</loc>")
INDEX = "index.html"


def look(output: Path, base: str) -> There:
    """What is at the web site `base`, as far as a visitor can tell."""
    here = [name for name in listing(output) if not private(name)]
    states = together(lambda name: state(output, base, name), here, AT_ONCE)
    found = dict(zip(here, states, strict=True))
    there = {name for name, how in found.items() if how != "new"}
    listed = set(pages(base))
    return There(
        names=frozenset(there | listed),
        new=frozenset(name for name, how in found.items() if how == "new"),
        changed=frozenset(name for name, how in found.items() if how == "changed"),
        record=dict.fromkeys(sorted({*here, *listed})),
    )


def private(name: str) -> bool:
    """Whether it is a note for the host, which it shows to nobody."""
    return name.startswith("_")


def state(output: Path, base: str, name: str) -> str:
    """ "new", "changed" or "same"."""
    status, content = ask(f"{base}/{address(name)}", head=lasting(name))
    if status in GONE and name != ERRORS:
        return "new"
    if lasting(name):
        return "same"
    return "same" if content == (output / name).read_bytes() else "changed"


def address(name: str) -> str:
    return quote(name.removesuffix(INDEX) if name.rpartition("/")[2] == INDEX else name)


def pages(base: str) -> Iterable[str]:
    """The files of the pages that the sitemap there names."""
    status, content = ask(f"{base}/sitemap.xml")
    if status in GONE:
        return []
    addresses = LOCATION.findall(content.decode("utf-8", "replace"))
    return sorted({save_as(urlsplit(one).path) for one in addresses})


def ask(url: str, *, head: bool = False) -> tuple[int, bytes]:
    """The status and the content at an address. Raises ContentError."""
    request = Request(url, method="HEAD" if head else "GET")  # noqa: S310 https, or loopback
    request.add_header("Cache-Control", "no-cache")
    try:
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 the same
            return answer.status, answer.read()
    except HTTPError as error:
        if error.code in GONE:
            return error.code, error.read()
        raise unanswered(url, f"the answer {error.code}") from None
    except (OSError, HTTPException) as error:
        raise unanswered(url, f"no answer ({getattr(error, 'reason', error)})") from None


def unanswered(url: str, found: str) -> ContentError:
    needed = "the site that is there now, to compare with"
    fix = "try again later, or leave DRY away: an upload does not look first"
    return ContentError([Problem(url, 0, "", found, needed, fix)])
