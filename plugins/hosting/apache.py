"""Apache: the configuration of the site, in the folder itself; what most rented web space reads.

Gives   apache(): the text of .htaccess
Source  httpd.apache.org: mod_headers ("always" for errors too), mod_setenvif, mod_rewrite in a
        folder, ErrorDocument (a second request inside the server, which gets its own headers)
Lacks   Options and what else a provider may forbid in such a file
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from plugins.core.model.media_types import TYPES, media_type
from plugins.hosting.headers import Rule, whole
from plugins.hosting.hidden_files import PATTERN

TOP = """\
# The site for Apache, which reads this file with every request.

DirectoryIndex index.html
ErrorDocument 404 /404.html
"""
# Addresses here begin after the first slash.
REFUSED = f"""\
RewriteCond %{{REQUEST_METHOD}} !^(GET|HEAD)$
RewriteRule ^ - [R=405,L]
RewriteCond %{{ENV:REDIRECT_STATUS}} ^$
RewriteRule ^404\\.html$ - [R=404,L]
RewriteRule ^{PATTERN.removeprefix("^/")} - [R=404,L]
RewriteCond %{{REQUEST_FILENAME}} -d
RewriteCond %{{REQUEST_FILENAME}}/index.html !-f
RewriteRule ^ - [R=404,L]
"""
PACKED = """\
RewriteCond %{{HTTP:Accept-Encoding}} \\b{coding}\\b
RewriteCond %{{REQUEST_FILENAME}}.{ending} -f
RewriteRule ^(.+)$ /$1.{ending} [L]
"""
CODINGS = {"br": "br", "gz": "gzip"}


def apache(rules: Iterable[Rule], redirects: Mapping[str, str]) -> str:
    usual, others = whole(rules)
    places = list(enumerate(others))
    packed = (PACKED.format(coding=coding, ending=end) for end, coding in CODINGS.items())
    rewriting = ["RewriteEngine On\n", *moved(redirects), REFUSED, *packed]
    kept = [
        *(f"AddEncoding {coding} .{end}\nRemoveType .{end}\n" for end, coding in CODINGS.items())
    ]
    said = [
        *(place(number, rule) for number, rule in places),
        "Header append Vary Accept-Encoding\n",
        *(f"Header always set {name} {quoted(value)}\n" for name, value in usual.items()),
        *(line for number, rule in places for line in otherwise(number, rule, usual)),
    ]
    parts = [
        TOP,
        "".join([*types(), *kept]),
        module("rewrite", rewriting),
        module("headers", said),
    ]
    return "\n".join(parts)


def types() -> Iterator[str]:
    for ending in TYPES:
        yield f"AddType {quoted(media_type(f'file{ending}'))} {ending}\n"


def module(name: str, lines: Iterable[str]) -> str:
    return f"<IfModule mod_{name}.c>\n{''.join(lines)}</IfModule>\n"


def place(number: int, rule: Rule) -> str:
    """A name for the addresses of a rule; a packed copy has an ending more."""
    address = re.escape(rule.address)
    more = "" if rule.folder else r"(index\.html)?(\.gz|\.br)?$"
    return f"SetEnvIf Request_URI ^{address}{more} place{number}\n"


def otherwise(number: int, rule: Rule, usual: Mapping[str, str]) -> Iterator[str]:
    """What a rule says otherwise than usual; what it has not is taken away."""
    for name in usual:
        if name not in rule.headers:
            yield f"Header always unset {name} env=place{number}\n"
    for name, value in rule.headers.items():
        if usual.get(name) != value:
            yield f"Header always set {name} {quoted(value)} env=place{number}\n"


def moved(redirects: Mapping[str, str]) -> Iterator[str]:
    """An address that moved, without and with a slash; what follows a question mark goes along."""
    for old, new in redirects.items():
        target = new.replace("%", "\\%").replace("$", "\\$")
        yield f"RewriteRule ^{re.escape(old.removeprefix('/'))}/?$ {quoted(target)} [R=301,NE,L]\n"


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
