"""Headers: the headers of every response, in one model for all hosts.

Gives   EVERYWHERE, for every response, and rules(), for the addresses below each folder;
        complete_headers(), for servers that need one complete set for each location; quoted(), a
        value in the double quotes of their configurations
Why     a header is in EVERYWHERE or in rules, never in both, and no two rules overlap: hosts treat
        two values differently
Source  MDN HTTP Observatory; OWASP Secure Headers. No includeSubDomains and no preload in HSTS:
        the owner of the domain decides that, and it is hard to revert
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.core.model.csp import FolderPolicy, Grant
from plugins.core.model.downloads import FILES
from plugins.core.model.fingerprints import ASK, ASSETS, FOREVER, KEEP
from plugins.core.model.inline_code import InlineCode
from plugins.hosting.content_security_policy import policy

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
ERRORS = "404.html"  # the page that a host sends for an unknown address
# Only a header may say it.
FRAMES = "frame-ancestors 'none'"
SAME_ORIGIN, CROSS_ORIGIN = "same-origin", "cross-origin"


@dataclass(frozen=True)
class Rule:
    """The headers of everything below a folder ("/search/"), or of one file ("/sw.js", "/")."""

    address: str
    headers: Mapping[str, str]

    @property
    def folder(self) -> bool:
        return self.address.endswith("/") and self.address != "/"


def rules(
    files: Iterable[str],
    inline: Iterable[InlineCode],
    grants: Iterable[Grant],
    policies: Iterable[FolderPolicy] = (),
) -> list[Rule]:
    """The rules of a site.

    files  every file of it, like "about/index.html"
    inline the scripts and styles in its pages
    policies  of folders that have one of their own
    """
    names, inline, grants = list(files), frozenset(inline), list(grants)
    pages = {top_folder(name) for name in names if name.endswith(".html")}
    folders = sorted({top_folder(name) for name in names})
    headers = {top: dict(rule_headers(top, top in pages, inline, grants)) for top in folders}
    for own in policies:
        headers[own.folder]["Content-Security-Policy"] = f"{own.text}; {FRAMES}"
    return [Rule(top, headers[top]) for top in folders]


def complete_headers(rules: Iterable[Rule]) -> tuple[Mapping[str, str], list[Rule]]:
    """The default headers, which are those of the error page, and the rules that differ from them,
    each with all its headers."""
    complete = [Rule(rule.address, {**EVERYWHERE, **rule.headers}) for rule in rules]
    errors = (rule.headers for rule in complete if rule.address == f"/{ERRORS}")
    defaults = next(errors, EVERYWHERE)
    return defaults, [rule for rule in complete if rule.headers != defaults]


def top_folder(name: str) -> str:
    """The folder of a file right below the root, or the file itself."""
    first, *rest = PurePosixPath(name).parts
    if rest:
        return f"/{first}/"
    return "/" if name == "index.html" else f"/{name}"


def rule_headers(
    address: str, pages: bool, inline: frozenset[InlineCode], grants: list[Grant]
) -> Iterator[tuple[str, str]]:
    """The headers of one rule. pages: whether there are any at the address. Every page has the same
    policy, so that cached and new pages agree; only grants for a folder differ."""
    folder = address.strip("/")
    if pages:
        yield "Content-Security-Policy", policy(inline, granted(grants, address))
    yield "Cache-Control", KEEP if folder in FOREVER else ASK
    if folder == FILES:  # a program of its own opens them, not this site
        yield "Content-Disposition", "attachment"
    shared = folder in FOREVER and folder != ASSETS
    yield "Cross-Origin-Resource-Policy", CROSS_ORIGIN if shared else SAME_ORIGIN


def granted(grants: Iterable[Grant], address: str) -> list[Grant]:
    return [grant for grant in grants if grant.folder in ("", address)]


def quoted(text: str, variables: str = "") -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}{variables}"'
