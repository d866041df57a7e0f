"""Apache: the configuration of the site, in .htaccess; most shared hosting reads it.

Gives   apache(): the text of .htaccess
Source  httpd.apache.org: mod_headers ("always" for errors too), mod_setenvif, mod_rewrite in a
        folder, ErrorDocument (a second request inside the server, which gets its own headers)
Lacks   Options and other directives that a provider may forbid in .htaccess
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from plugins.core.model.media_types import TYPES, media_type
from plugins.hosting.headers import Rule, complete_headers, quoted
from plugins.hosting.hidden_files import PATTERN

TOP = """\
# The site for Apache, which reads this file with every request.

DirectoryIndex index.html
ErrorDocument 404 /404.html
"""
# Addresses start after the first slash.
REJECTIONS = f"""\
RewriteCond %{{REQUEST_METHOD}} !^(GET|HEAD)$
RewriteRule ^ - [R=405,L]
RewriteCond %{{ENV:REDIRECT_STATUS}} ^$
RewriteRule ^404\\.html$ - [R=404,L]
RewriteRule ^{PATTERN.removeprefix("^/")} - [R=404,L]
RewriteCond %{{REQUEST_FILENAME}} -d
RewriteCond %{{REQUEST_FILENAME}}/index.html !-f
RewriteRule ^ - [R=404,L]
"""
COMPRESSED = """\
RewriteCond %{{HTTP:Accept-Encoding}} \\b{coding}\\b
RewriteCond %{{REQUEST_FILENAME}}.{ending} -f
RewriteRule ^(.+)$ /$1.{ending} [L]
"""
CODINGS = {"br": "br", "gz": "gzip"}


def apache(rules: Iterable[Rule], redirects: Mapping[str, str]) -> str:
    defaults, others = complete_headers(rules)
    numbered = list(enumerate(others))
    compressed = (COMPRESSED.format(coding=coding, ending=end) for end, coding in CODINGS.items())
    rewriting = ["RewriteEngine On\n", *redirect_rules(redirects), REJECTIONS, *compressed]
    encodings = [
        *(f"AddEncoding {coding} .{end}\nRemoveType .{end}\n" for end, coding in CODINGS.items())
    ]
    headers = [
        *(environment(number, rule) for number, rule in numbered),
        "Header append Vary Accept-Encoding\n",
        *(f"Header always set {name} {quoted(value)}\n" for name, value in defaults.items()),
        *(line for number, rule in numbered for line in overrides(number, rule, defaults)),
    ]
    parts = [
        TOP,
        "".join([*types(), *encodings]),
        module("rewrite", rewriting),
        module("headers", headers),
    ]
    return "\n".join(parts)


def types() -> Iterator[str]:
    for ending in TYPES:
        yield f"AddType {quoted(media_type(f'file{ending}'))} {ending}\n"


def module(name: str, lines: Iterable[str]) -> str:
    return f"<IfModule mod_{name}.c>\n{''.join(lines)}</IfModule>\n"


def environment(number: int, rule: Rule) -> str:
    """A variable for the addresses of a rule and their compressed copies."""
    address = re.escape(rule.address)
    more = "" if rule.folder else r"(index\.html)?(\.gz|\.br)?$"
    return f"SetEnvIf Request_URI ^{address}{more} place{number}\n"


def overrides(number: int, rule: Rule, defaults: Mapping[str, str]) -> Iterator[str]:
    """The headers of a rule that differ from the default; those that it lacks are unset."""
    for name in defaults:
        if name not in rule.headers:
            yield f"Header always unset {name} env=place{number}\n"
    for name, value in rule.headers.items():
        if defaults.get(name) != value:
            yield f"Header always set {name} {quoted(value)} env=place{number}\n"


def redirect_rules(redirects: Mapping[str, str]) -> Iterator[str]:
    """Each old address, without and with a slash; the query is kept."""
    for old, new in redirects.items():
        target = new.replace("%", "\\%").replace("$", "\\$")
        yield f"RewriteRule ^{re.escape(old.removeprefix('/'))}/?$ {quoted(target)} [R=301,NE,L]\n"
