"""URLs: the one place that decides which addresses may be in a page.

Gives   safe_url(): the link as it may be written, or UrlError
        own_path(): the address inside this site that a whole URL of it leads to
        alias_key(): an alias in the form of Site.redirects, without its last slash
Stops   UrlError: another scheme than http, https, mailto, tel, sms; `//host`; backslashes;
        control characters and spaces; a user name before the host; mailto: without an e-mail
        address, tel: and sms: without a number; a file on somebody's own computer; a picture
        itself (data:image/...)
Source  WHATWG URL: what browsers strip or turn (tabs, line ends, backslashes) is refused here;
        RFC 6068 (mailto), RFC 3966 (tel)
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urlsplit

SCHEMES = ("https", "http", "mailto", "tel", "sms")
WEB = ("https", "http")
LIKE = {"mailto": "mailto:name@example.com", "tel": "tel:+13035550142", "sms": "sms:+13035550142"}
# Besides what cannot be printed: these end an attribute, or browsers read them in their own way.
UNSAFE = ' \\<>"`{|}^'
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
HOST = re.compile(r"\w[\w.-]*|[0-9a-f:.]+")
WITHOUT_SCHEME = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:[/?#].*)?")
LOOPBACK = ("127.0.0.1", "localhost", "::1", "0.0.0.0")  # noqa: S104  (a name, nothing to listen on)
MAILBOX = re.compile(r"[^\s@,]+@[^\s@,]+\.[^\s@,]+(?:,[^\s@,]+@[^\s@,]+\.[^\s@,]+)*")
NUMBER = re.compile(r"\+?[().-]*[0-9][0-9().-]*(?:;[a-z-]+=[0-9A-Za-z.+-]+)*")
# file:///C:/form.pdf, C:\form.pdf, \\server\form.pdf, /Users/ann/form.pdf, ~/form.pdf
COMPUTER = re.compile(r"(?i)file:|[a-z]:[\\/]|\\\\[^\\]+\\.|/(?:users|home|volumes)/[^/]+/.|~/")
PICTURE = re.compile(r"(?i)\.(?:jpe?g|png|webp|avif|gif|heic|heif|tiff?|bmp)\Z")
# A picture itself, as word processors and some editors paste it, in place of where it lies.
PASTED = re.compile(r"(?i)\s*data:image/(?P<type>\w+)")
COPY = "copy the link from the browser's address line"
# Where files go that are neither pages nor pictures, and where visitors find them.
DOWNLOADS = "content/files", "/files"


class UrlError(ValueError):
    """The link cannot stand in a page; the text says what is needed, `fix` what to write; `write`
    the link alone, where it is certain."""

    def __init__(self, needed: str, fix: str = "correct the link", write: str = "") -> None:
        super().__init__(needed)
        self.fix = f'write "{write}"' if write else fix
        self.write = write


def safe_url(url: str, schemes: tuple[str, ...] = SCHEMES) -> str:
    """`url` unchanged when it is safe: an address of this site, or one of `schemes`."""
    if not url:
        raise UrlError("a link", COPY)
    if COMPUTER.match(url) or PASTED.match(url):
        raise no_address(url)
    for character in url:
        if not character.isprintable():
            raise unsafe(url, character)
    scheme = SCHEME.match(url)
    name = scheme[1].lower() if scheme else ""
    if name in LIKE and name in schemes:
        check_contact(url, name)
    for character in url:
        if character in UNSAFE:
            raise unsafe(url, character)
    if scheme is None:
        if url.startswith("//"):
            raise UrlError(
                'a link that begins with "https://", or with one slash for this site',
                write=f"https:{url}",
            )
        return url
    if name in LOOPBACK and (path := own_path(f"//{url}")):
        raise UrlError("an address inside this site, not that of the preview", write=path)
    if name not in schemes:
        raise UrlError(f'a link that begins with "https://", not "{scheme[1]}:"', COPY)
    if name in WEB:
        check_host(url)
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


def no_address(url: str) -> UrlError:
    """What no browser but the writer's can open, or no address at all."""
    return pasted(url) if PASTED.match(url) else on_computer(url)


def on_computer(url: str) -> UrlError:
    """A file that only the computer of the writer has, and where it has to be."""
    name = re.split(r"[\\/]", unquote(url))[-1]
    needed = "a page, picture or file of this site: nobody else can open what is on your computer"
    if PICTURE.search(name):
        return UrlError(needed, f'put the picture into content/images/, write "/images/{name}"')
    if name.endswith(".md"):
        return UrlError(needed, f'write the address of its page, or "{name}"')
    return UrlError(needed, f"{to_download(name)}, or write the address of a page")


def pasted(url: str) -> UrlError:
    """A picture that stands in the text, and where its file has to be."""
    kind = match["type"].lower() if (match := PASTED.match(url)) else ""
    name = f"name.{kind if kind in {'png', 'webp', 'avif', 'gif'} else 'jpg'}"
    needed = "the name of a picture in content/images/, not the picture itself"
    shown = f"![what it shows](../images/{name})"
    return UrlError(needed, f'save the picture as content/images/{name}, write "{shown}"')


def to_download(name: str) -> str:
    """How a file that is neither a page nor a picture gets on the site."""
    folder, address = DOWNLOADS
    return f'put the file into {folder}/, write "{address}/{quote(name)}"'


def check_contact(url: str, scheme: str) -> None:
    """Refuse what opens an e-mail or a call to nobody."""
    who, mark, rest = url[len(scheme) + 1 :].partition("?")
    known = MAILBOX if scheme == "mailto" else NUMBER
    if known.fullmatch(unquote(who)):
        return
    tidy = re.sub(r"\s", "", unquote(who))
    certain = f"{scheme}:{tidy}{mark}{rest}" if known.fullmatch(tidy) else ""
    whose = "the address" if scheme == "mailto" else "the digits of the number"
    raise UrlError(f"a link like {LIKE[scheme]}", f"write {whose} after {scheme}:", certain)


def check_host(url: str) -> None:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port  # to read a port that is none raises ValueError
    except ValueError:
        raise UrlError("a link with a real host, such as https://www.example.com", COPY) from None
    if not HOST.fullmatch(host or "") or not url.lower().startswith(f"{parts.scheme}://"):
        raise UrlError("a link with a host, such as https://www.example.com", COPY)
    if "@" in parts.netloc:
        raise UrlError(
            "a link without a user name before the host", 'delete what stands before "@"'
        )


def own_path(url: str, site: str = "") -> str:
    """The address inside this site that a URL of its preview, or of `site`, leads to; "" for any
    other URL. `site` is matched with www and without it, by http and https."""
    try:
        parts = urlsplit(f"//{url}" if url.startswith(("127.0.0.1", "0.0.0.0")) else url)  # noqa: S104
        host = bare(parts.hostname or "")
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("", *WEB) or not host:
        return ""
    preview = host in LOOPBACK
    if not preview and host != bare(urlsplit(site).hostname or ""):
        return ""
    # The moment that the preview shows, at=, means nothing to visitors.
    query = "" if preview or not parts.query else f"?{parts.query}"
    return (parts.path or "/") + query + (f"#{parts.fragment}" if parts.fragment else "")


def bare(host: str) -> str:
    return host.lower().removeprefix("www.")


def web_url(url: str) -> str:
    """A link to another site: https, or http on this machine (for trying a form out)."""
    safe_url(url, WEB)
    parts = urlsplit(url)
    if not parts.scheme or (parts.scheme == "http" and parts.hostname not in LOOPBACK):
        address = url.removeprefix("http://")
        certain = f"https://{address}" if WITHOUT_SCHEME.fullmatch(address) else ""
        raise UrlError('a link that begins with "https://"', COPY, certain)
    return url


def alias_key(alias: str) -> str:
    return alias.rstrip("/")
