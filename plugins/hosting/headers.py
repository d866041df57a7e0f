"""Headers: what a host says with every answer; one model for all hosts.

Gives   EVERYWHERE, of every answer, and rules(), of the addresses below each folder; whole(), for
        servers that take one complete set for each place
Why     a header stands in EVERYWHERE or in rules, never in both, and no two rules meet: hosts
        differ in what they make of two values
Source  MDN HTTP Observatory; OWASP Secure Headers. No includeSubDomains and no preload in HSTS:
        whoever owns the domain decides that, and takes it back only with difficulty
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.core.model.csp import Grant
from plugins.core.model.fingerprints import ASK, ASSETS, FOREVER, KEEP
from plugins.hosting.content_security_policy import Inline, policy

YEARS = 63_072_000  # two, in seconds
EVERYWHERE: Mapping[str, str] = {
    "Strict-Transport-Security": f"max-age={YEARS}",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": ", ".join(
        f"{name}=()"
        for name in (
            *("accelerometer", "autoplay", "camera", "display-capture"),
            *("geolocation", "gyroscope", "hid", "idle-detection", "magnetometer", "microphone"),
            *("midi", "payment", "serial", "usb"),
        )
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
}
ERRORS = "404.html"  # what a host sends for an address that is none
OURS, ANYBODYS = "same-origin", "cross-origin"


@dataclass(frozen=True)
class Rule:
    """The headers of everything below a folder ("/search/"), or of one file ("/sw.js", "/")."""

    address: str
    headers: Mapping[str, str]

    @property
    def folder(self) -> bool:
        return self.address.endswith("/") and self.address != "/"


def rules(
    files: Iterable[str], pages: Mapping[str, frozenset[Inline]], grants: Iterable[Grant]
) -> list[Rule]:
    """The rules of a site.

    files  every file of it, like "about/index.html"
    pages  what those that are pages have inside
    """
    tops = sorted({top(name) for name in files})
    found = frozenset().union(*pages.values())
    grants = list(grants)
    return [Rule(one, dict(said(one, pages, found, grants))) for one in tops]


def whole(rules: Iterable[Rule]) -> tuple[Mapping[str, str], list[Rule]]:
    """The complete set of headers of any answer, that of the page of errors, and the rules whose
    set differs from it, each with all its headers."""
    complete = [Rule(one.address, {**EVERYWHERE, **one.headers}) for one in rules]
    usual = next((one.headers for one in complete if one.address == f"/{ERRORS}"), EVERYWHERE)
    return usual, [one for one in complete if one.headers != usual]


def top(name: str) -> str:
    """The folder right below the root in which a file lies, or the file itself."""
    first, *rest = PurePosixPath(name).parts
    if rest:
        return f"/{first}/"
    return "/" if name == "index.html" else f"/{name}"


def said(
    address: str,
    pages: Mapping[str, frozenset[Inline]],
    found: frozenset[Inline],
    grants: list[Grant],
) -> Iterator[tuple[str, str]]:
    """The headers of one rule. Every page has the same policy, so that one that was kept and one
    that is new agree; only what was granted to a folder is its own."""
    folder = address.strip("/")
    if any(top(name) == address for name in pages):
        yield "Content-Security-Policy", policy(found, granted(grants, address))
    yield "Cache-Control", KEEP if folder in FOREVER else ASK
    shared = folder in FOREVER and folder != ASSETS
    yield "Cross-Origin-Resource-Policy", ANYBODYS if shared else OURS


def granted(grants: Iterable[Grant], address: str) -> list[Grant]:
    return [one for one in grants if one.folder in ("", address)]
