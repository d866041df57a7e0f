"""URLs: the one place that decides which addresses may be in a page.

Gives   safe_url(): the link as it may be written, or UrlError
        alias_key(): an alias in the form of Site.redirects, without its last slash
Stops   UrlError: another scheme than http, https, mailto, tel, sms; `//host`; backslashes;
        control characters and spaces; a user name before the host
Source  WHATWG URL: what browsers strip or turn (tabs, line ends, backslashes) is refused here
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

SCHEMES = ("https", "http", "mailto", "tel", "sms")
WEB = ("https", "http")
LIKE = {"mailto": "mailto:name@example.com", "tel": "tel:+13035550142", "sms": "sms:+13035550142"}
# Besides what cannot be printed: these end an attribute, or browsers read them in their own way.
UNSAFE = ' \\<>"`{|}^'
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
HOST = re.compile(r"\w[\w.-]*|[0-9a-f:.]+")
WITHOUT_SCHEME = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:[/?#].*)?")
LOOPBACK = ("127.0.0.1", "localhost", "::1")
COPY = "copy the link from the browser's address line"


class UrlError(ValueError):
    """The link cannot stand in a page; the text says what is needed, `fix` what to write."""

    def __init__(self, needed: str, fix: str = "correct the link") -> None:
        super().__init__(needed)
        self.fix = fix


def safe_url(url: str, schemes: tuple[str, ...] = SCHEMES) -> str:
    """`url` unchanged when it is safe: an address of this site, or one of `schemes`."""
    if not url:
        raise UrlError("a link", COPY)
    for character in url:
        if not character.isprintable() or character in UNSAFE:
            raise unsafe(url, character)
    scheme = SCHEME.match(url)
    if scheme is None:
        if url.startswith("//"):
            raise UrlError(
                'a link that begins with "https://", or with one slash for this site',
                f'write "https:{url}"',
            )
        return url
    name = scheme[1].lower()
    if name not in schemes:
        raise UrlError(f'a link that begins with "https://", not "{scheme[1]}:"', COPY)
    if name in WEB:
        check_host(url)
    elif not re.match("[^/]", url[scheme.end() :]):
        raise UrlError(f"a link like {LIKE[name]}")
    return url


def unsafe(url: str, character: str) -> UrlError:
    """A character that a link may not have, and what to write in its place."""
    if character == "\\":
        return UrlError("a link without backslashes", 'write "/" in place of "\\"')
    if character == " ":
        return UrlError("a link without spaces", 'write "%20" in place of each space')
    if character.isprintable():
        other = f'write "{quote(character)}" in place of {character}'
        return UrlError(f"a link without the character {character}", other)
    where = "at its beginning" if url[0] == character else f'after "{url.partition(character)[0]}"'
    return UrlError("a link without invisible characters", f"delete the one {where}")


def check_host(url: str) -> None:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise UrlError("a link with a real host, such as https://www.example.com", COPY) from None
    del port
    if not HOST.fullmatch(host or "") or not url.lower().startswith(f"{parts.scheme}://"):
        raise UrlError("a link with a host, such as https://www.example.com", COPY)
    if "@" in parts.netloc:
        raise UrlError(
            "a link without a user name before the host", 'delete what stands before "@"'
        )


def web_url(url: str) -> str:
    """A link to another site: https, or http on this machine (for trying a form out)."""
    safe_url(url, WEB)
    parts = urlsplit(url)
    if not parts.scheme or (parts.scheme == "http" and parts.hostname not in LOOPBACK):
        address = url.removeprefix("http://")
        fix = f'write "https://{address}"' if WITHOUT_SCHEME.fullmatch(address) else COPY
        raise UrlError('a link that begins with "https://"', fix)
    return url


def alias_key(alias: str) -> str:
    return alias.rstrip("/")
