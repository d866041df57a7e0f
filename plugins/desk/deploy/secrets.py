"""Secrets: keeps keys and passwords out of messages and of other programs.

Gives   SECRETS, by host, and those of the build; without_secrets(): an environment without them;
        redact(): a text without
Why     a build and a command that reloads a server need no key of a host, so they get none
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

SECRETS: Mapping[str, tuple[str, ...]] = {
    "s3": ("AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_ACCESS_KEY_ID"),
    "netlify": ("NETLIFY_AUTH_TOKEN",),
    "cloudflare": ("CLOUDFLARE_API_TOKEN",),
    "github": ("GITHUB_TOKEN",),
    "rsync": ("RSYNC_PASSWORD",),
    "build": ("CACHE_KEY",),
}
ALL = tuple(name for names in SECRETS.values() for name in names)
HIDDEN = "(hidden)"


def without_secrets(environment: Mapping[str, str], user: str = "") -> dict[str, str]:
    """The environment with no secrets except those of one user: a host, or the build."""
    own = SECRETS.get(user, ())
    return {name: value for name, value in environment.items() if name in own or name not in ALL}


def redact(text: str, environment: Mapping[str, str]) -> str:
    """The text with every secret hidden, also where it is encoded for an address."""
    values = {environment.get(name, "") for name in ALL} - {""}
    for value in sorted(values, key=len, reverse=True):
        text = text.replace(value, HIDDEN).replace(quote(value, safe=""), HIDDEN)
    return text
