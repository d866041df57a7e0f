"""Caddy: the configuration of the site, to be imported in a site block.

Gives   caddy(): the text of _Caddyfile
Source  caddyserver.com/docs: route (keeps the order; else Caddy sets the headers of one place
        before those of all), handle_errors (headers that were set before the error stay, so all are
        set again), file_server (2.6 answers to any method, loses what follows "?", and
        has types of its own, so ours are set last)
Lacks   what is not the site's: its name and its folder; certificates Caddy gets by itself
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plugins.core.model.media_types import TYPES, media_type
from plugins.hosting.headers import Rule, whole
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
# What follows the question mark, with it; pages whose last slash is missing; what is no file for
# visitors; what would be written.
map {{query}} {{more}} {{
    ~.+ "?${{0}}"
    default ""
}}
@page {{
    path_regexp ^/[^/](.*[^/])?$
    file {{path}}/index.html
}}
@hidden path_regexp {PATTERN}
@written not method GET HEAD
"""
REFUSED = "error /404.html 404\nerror @hidden 404\nerror @written 405\n"
PAGE = {"Content-Type": media_type("404.html")}


def caddy(rules: Iterable[Rule], redirects: Mapping[str, str]) -> str:
    usual, others = whole(rules)
    places = list(enumerate(others))
    ways = [
        *(
            f"header {name} {{\n    Content-Type {quoted(kind)}\n    defer\n}}\n"
            for name, kind, _ in kinds()
        ),
        header("", usual),
        *(header(f"@place{number} ", less(rule, usual)) for number, rule in places),
        REFUSED,
        *(f'redir @moved{number} "{way}" 301\n' for number, way in enumerate(leads(redirects))),
        'redir @page "{path}/{more}" 308\n',
        FILES,
    ]
    parts = [
        TOP,
        MATCHERS,
        "".join(
            f"{name} path {' '.join(f'*{one}' for one in ends)}\n" for name, _, ends in kinds()
        ),
        *(matcher(number, rule) for number, rule in places),
        *(
            f"@moved{number} path {quoted(old)} {quoted(f'{old}/')}\n"
            for number, old in enumerate(redirects)
        ),
        f"route {{\n{inner(''.join(ways))}}}\n",
        errors({**usual, **PAGE}),
    ]
    return "\n".join(parts)


def leads(redirects: Mapping[str, str]) -> Iterator[str]:
    """Where an address that moved leads; what follows a question mark goes along."""
    for new in redirects.values():
        yield new if {"?", "#"} & set(new) else f"{new}{{more}}"


def kinds() -> Iterator[tuple[str, str, list[str]]]:
    """Each media type: the name of its matcher, what it says, the endings of files that have it."""
    for number, kind in enumerate(sorted(set(TYPES.values()))):
        endings = [ending for ending, known in TYPES.items() if known == kind]
        yield f"@type{number}", media_type(f"file{endings[0]}"), endings


def matcher(number: int, rule: Rule) -> str:
    names = f"{rule.address}*" if rule.folder else rule.address
    more = " /index.html" if rule.address == "/" else ""
    return f"@place{number} path {names}{more}\n"


def less(rule: Rule, usual: Mapping[str, str]) -> dict[str, str]:
    """What a rule says otherwise than usual; what it has not is taken away."""
    gone = {f"-{name}": "" for name in usual if name not in rule.headers}
    return gone | {name: text for name, text in rule.headers.items() if usual.get(name) != text}


def header(match: str, said: Mapping[str, str]) -> str:
    lines = (f"{name} {quoted(value)}" if value else name for name, value in said.items())
    return f"header {match}{{\n{inner(chr(10).join(lines))}}}\n"


def errors(said: Mapping[str, str]) -> str:
    """What is not there, or not for visitors, is the page of errors."""
    page = header("", said) + GONE
    gone = f"@gone expression {{err.status_code}} in [403, 404]\nhandle @gone {{\n{inner(page)}}}\n"
    return f"handle_errors {{\n{inner(gone)}}}\n"


def inner(block: str) -> str:
    return "".join(f"    {line}\n" for line in block.splitlines())


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
