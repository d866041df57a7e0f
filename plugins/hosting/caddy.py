"""Caddy: the configuration of the site, to import in a site block.

Gives   caddy(): the text of _Caddyfile
Source  caddyserver.com/docs: route (keeps the order; else Caddy sets the headers of one rule
        before the defaults), handle_errors (headers that were set before the error stay, so all are
        set again), file_server (2.6 answers to any method, loses what follows "?", and
        has types of its own, so ours are set last); {path} is what was asked for, and only a
        path_regexp sees it without "//" and ".."
Lacks   the name and the folder of the site; Caddy gets certificates by itself
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plugins.core.model.media_types import TYPES, media_type
from plugins.hosting.headers import Rule, complete_headers, quoted
from plugins.hosting.hidden_files import PATTERN

TOP = """\
# The site for Caddy. In a site block:
#
#     www.example.com {
#         root * /srv/www/example.com
#         import /srv/www/example.com/_Caddyfile
#     }
#
# Caddy reads it when it starts: after an upload that changed it, run: caddy reload
"""
FILES = "file_server {\n    precompressed br gzip\n}\n"
GONE = "rewrite * /404.html\nfile_server {\n    precompressed br gzip\n    status 404\n}\n"
MATCHERS = f"""\
# What follows the question mark, with it; pages whose last slash is missing, by their cleaned path;
# what is no file for visitors; what would be written.
map {{query}} {{more}} {{
    ~.+ "?${{0}}"
    default ""
}}
@page {{
    path_regexp page ^((/[^/\\\\]+)+)$
    file {{path}}/index.html
}}
@hidden path_regexp {PATTERN}
@written not method GET HEAD
"""
REJECTIONS = "error /404.html 404\nerror @hidden 404\nerror @written 405\n"
PAGE = {"Content-Type": media_type("404.html")}


def caddy(rules: Iterable[Rule], redirects: Mapping[str, str]) -> str:
    defaults, others = complete_headers(rules)
    numbered = list(enumerate(others))
    steps = [
        *(
            f"header {name} {{\n    Content-Type {quoted(kind)}\n    defer\n}}\n"
            for name, kind, _ in kinds()
        ),
        header("", defaults),
        *(header(f"@place{number} ", overrides(rule, defaults)) for number, rule in numbered),
        REJECTIONS,
        *(f'redir @moved{number} "{url}" 301\n' for number, url in enumerate(targets(redirects))),
        'redir @page "{re.page.1}/{more}" 308\n',
        FILES,
    ]
    parts = [
        TOP,
        MATCHERS,
        "".join(
            f"{name} path {' '.join(f'*{ending}' for ending in endings)}\n"
            for name, _, endings in kinds()
        ),
        *(matcher(number, rule) for number, rule in numbered),
        *(
            f"@moved{number} path {quoted(old)} {quoted(f'{old}/')}\n"
            for number, old in enumerate(redirects)
        ),
        f"route {{\n{indent(''.join(steps))}}}\n",
        errors({**defaults, **PAGE}),
    ]
    return "\n".join(parts)


def targets(redirects: Mapping[str, str]) -> Iterator[str]:
    """The new address of each redirect; the query is kept."""
    for new in redirects.values():
        yield new if {"?", "#"} & set(new) else f"{new}{{more}}"


def kinds() -> Iterator[tuple[str, str, list[str]]]:
    """Each media type: the name of its matcher, its header, its file name endings."""
    for number, kind in enumerate(sorted(set(TYPES.values()))):
        endings = [ending for ending, known in TYPES.items() if known == kind]
        yield f"@type{number}", media_type(f"file{endings[0]}"), endings


def matcher(number: int, rule: Rule) -> str:
    names = f"{rule.address}*" if rule.folder else rule.address
    more = " /index.html" if rule.address == "/" else ""
    return f"@place{number} path {names}{more}\n"


def overrides(rule: Rule, defaults: Mapping[str, str]) -> dict[str, str]:
    """The headers of a rule that differ from the default; those that it lacks are removed."""
    removed = {f"-{name}": "" for name in defaults if name not in rule.headers}
    changed = {name: text for name, text in rule.headers.items() if defaults.get(name) != text}
    return removed | changed


def header(match: str, headers: Mapping[str, str]) -> str:
    lines = (f"{name} {quoted(value)}" if value else name for name, value in headers.items())
    return f"header {match}{{\n{indent(chr(10).join(lines))}}}\n"


def errors(headers: Mapping[str, str]) -> str:
    """Serve the error page for missing and hidden files."""
    page = header("", headers) + GONE
    gone = "@gone expression {err.status_code} in [403, 404]\n"
    gone += f"handle @gone {{\n{indent(page)}}}\n"
    return f"handle_errors {{\n{indent(gone)}}}\n"


def indent(block: str) -> str:
    return "".join(f"    {line}\n" for line in block.splitlines())
