"""Aliases: the addresses that a page had before, as staff list them.

Gives   Aliases, the type of the field: a tuple of addresses as people read them, without
        percent-encoding, in Unicode NFC, with or without their last slash as typed
Stops   what no host of plain files can lead on: a question mark, a fragment, the home page; what
        could be misread in a host's configuration; the folders that browsers keep for a year
Source  RFC 3986; names of files have at most 255 bytes everywhere
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated
from urllib.parse import unquote

from pydantic import AfterValidator

from plugins.core.model.fingerprints import FOREVER
from plugins.core.problems import listed
from plugins.core.schema.fields import Many
from plugins.core.schema.inputs import Input
from plugins.core.schema.model import field_error

LONGEST = 240  # bytes, so that its last part can be the name of a file on any disk
SITE = re.compile(
    r"https?://[^/?#]*|(?://)?(?:www\.[^/?#]+|[^/?#]+\.(?:biz|com|info|net|org|us))(?=[/?#]|$)",
    re.IGNORECASE,
)
ENCODED = re.compile(r"%(?![0-9A-Fa-f]{2})")
SIGNS = "-._~+,@="  # beside letters and digits; none of them means anything to a host
LIKE = "an address like /old-page/"
DELETE = "delete the line"


def alias(text: str) -> str:
    """An address of before, decoded. Raises what `field_error` makes."""
    site = SITE.match(text)
    address = (text[site.end() :] or "/") if site else text
    what_hosts_never_see(address)
    if not address.startswith("/"):
        raise field_error(f"{LIKE}, beginning with a slash", write=f"/{address}")
    path = unicodedata.normalize("NFC", decoded(address))
    parts_of(path)
    signs_of(path)
    if len(path.encode()) > LONGEST:
        needed = f"at most {LONGEST} characters; letters with accents count twice"
        raise field_error(needed, f"{DELETE}: no file can have such a name")
    if site:
        raise field_error(f"{LIKE}, without the name of the site", write=address)
    return path


def what_hosts_never_see(text: str) -> None:
    """Refuse a query and a fragment."""
    path, mark, _ = text.partition("?")
    if mark:
        needed = 'an address without "?": what follows it is for programs, and this site has none'
        home = f"{DELETE}: such an address shows the home page"
        rest = f"write {path} if all addresses that begin so may lead here, or {DELETE}"
        raise field_error(needed, rest if path.strip("/") else home)
    path, mark, _ = text.partition("#")
    if mark:
        raise field_error('an address without "#": browsers keep what follows it', write=path)


def decoded(text: str) -> str:
    """The address without percent-encoding."""
    try:
        if not ENCODED.search(text):
            return unquote(text, errors="strict")
    except UnicodeDecodeError:
        pass
    needed = "an address whose %-signs stand for letters in UTF-8"
    raise field_error(needed, "open the address in a browser, and copy it from the address line")


def parts_of(path: str) -> None:
    """Refuse an address whose parts name no place of their own."""
    parts = path.strip("/").split("/")
    if parts == [""]:
        raise field_error(f"{LIKE}, not the home page", f"{DELETE}: the home page is where it was")
    if "" in parts or path.startswith("//") or path.endswith("//"):
        slash = "/" if path.endswith("/") else ""
        clean = "/".join(filter(None, parts))
        raise field_error("an address with single slashes", write=f"/{clean}{slash}")
    if {".", ".."} & set(parts):
        raise field_error('an address without "." and ".." between slashes', "write where it leads")
    if parts[0].casefold() in FOREVER:
        folders = listed([f"/{name}/" for name in FOREVER], "and")
        needed = f"an address that is not below {folders}: browsers keep what is there for a year"
        raise field_error(needed, DELETE)


def signs_of(path: str) -> None:
    """Refuse a sign that hosts may read in their own way."""
    for sign in path:
        if not (sign in SIGNS or sign == "/" or unicodedata.category(sign)[0] in "LMN"):
            what = {" ": "spaces", "\\": "backslashes"}.get(sign, f"the character {sign}")
            what = what if sign.isprintable() else "invisible characters"
            needed = f"an address without {what}; letters, digits and {' '.join(SIGNS)} are fine"
            raise field_error(needed, DELETE)


Alias = Annotated[str, AfterValidator(alias), Input(pattern="/.+", needed=LIKE)]
Aliases = Annotated[tuple[Alias, ...], Many]
