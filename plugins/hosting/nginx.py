"""nginx: the configuration of the site, to include in a server block.

Gives   nginx(): the text of _nginx.conf
Source  nginx.org: add_header (a location that has one drops those of the server; errors get none
        without "always"), error_page, gzip_static, absolute_redirect
Lacks   server names, certificates, the redirect from http to https. A "$" in an address: nginx
        cannot escape it
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plugins.core.model.media_types import ANYTHING, TYPES, is_text
from plugins.hosting.headers import Rule, complete_headers, quoted
from plugins.hosting.hidden_files import PATTERN

TOP = """\
# The site for nginx. In a server block whose root is this folder:
#
#     include /srv/www/example.com/_nginx.conf;
#
# nginx reads it when it starts: after an upload that changed it, run: nginx -t && nginx -s reload

index index.html;
server_tokens off;
absolute_redirect off;  # /about goes on to /about/, whatever stands before nginx
error_page 404 /404.html;
error_page 403 =404 /404.html;

# Copies that were packed when the site was built. With the module for brotli (on Debian and Ubuntu:
# apt-get install libnginx-mod-http-brotli-static), take the "#" of the second line away.
gzip_static on;
# brotli_static on;
gzip_vary on;
"""
COMMENT = "# Of every answer, errors too. A location with headers of its own says all of them.\n"
HTML = "text/html"  # nginx always adds its charset


def nginx(rules: Iterable[Rule], redirects: Mapping[str, str]) -> str:
    defaults, others = complete_headers(rules)
    locations = {match: headers(rule.headers) for rule in others for match in matches(rule)}
    locations |= {'= "/404.html"': "internal;\n", f"~ {PATTERN}": "return 404;\n"}
    locations = dict(redirect_locations(redirects)) | locations
    blocks = (location(match, content) for match, content in locations.items())
    return "\n".join([TOP, types(), COMMENT + headers(defaults), *blocks])


def types() -> str:
    """The table of media types, and those with charset=utf-8."""
    endings: dict[str, list[str]] = {}
    for ending, kind in TYPES.items():
        endings.setdefault(kind, []).append(ending.removeprefix("."))
    rows = [f"    {kind} {' '.join(names)};\n" for kind, names in sorted(endings.items())]
    text = " ".join(kind for kind in sorted(endings) if is_text(kind) and kind != HTML)
    return (
        f"types {{\n{''.join(rows)}}}\ndefault_type {ANYTHING};\n"
        f"charset utf-8;\ncharset_types {text};\n"
    )


def headers(values: Mapping[str, str]) -> str:
    return "".join(f"add_header {name} {quoted(value)} always;\n" for name, value in values.items())


def matches(rule: Rule) -> Iterator[str]:
    """The locations of a rule; nginx also looks up the home page by its file."""
    if rule.folder:
        yield f"^~ {quoted(rule.address)}"
    else:
        yield f"= {quoted(rule.address)}"
    if rule.address == "/":
        yield '= "/index.html"'


def redirect_locations(redirects: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each old address, without and with a slash; the query is kept."""
    for old, new in redirects.items():
        more = "" if {"?", "#"} & set(new) else "$is_args$args"
        for address in (old, f"{old}/"):
            yield f"= {quoted(address)}", f"return 301 {quoted(new, more)};\n"


def location(match: str, content: str) -> str:
    lines = "".join(f"    {line}\n" for line in content.splitlines())
    return f"location {match} {{\n{lines}}}\n"
