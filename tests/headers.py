"""Headers: what a host would say with a file, from the table that was built for it.

Reads   _headers of a published folder, as Netlify and Cloudflare Pages read it
Gives   headers_of(): those of an address; none for a folder without a table, such as a preview
Units   names in lower case; an address is decoded, from the first slash on
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

Block = tuple[str, dict[str, str]]


def headers_of(output: Path, address: str) -> Mapping[str, str]:
    """What the table says of an address; two values of one header are joined, as hosts do."""
    said: dict[str, str] = {}
    for pattern, headers in blocks(output / "_headers"):
        if matches(pattern, address):
            for name, value in headers.items():
                said[name] = f"{said[name]}, {value}" if name in said else value
    return said


def blocks(table: Path) -> Iterator[Block]:
    """Each pattern of addresses, and the headers in the lines below it."""
    block: Block | None = None
    for line in table.read_text(encoding="utf-8").splitlines() if table.is_file() else ():
        if line.startswith("/"):
            if block:
                yield block
            block = (line.strip(), {})
        elif block and ":" in line:
            name, _, value = line.partition(":")
            block[1][name.strip().lower()] = value.strip()
    if block:
        yield block


def matches(pattern: str, address: str) -> bool:
    """Whether an address is the one of a rule, or stands below it where the rule has a star."""
    if pattern.endswith("*"):
        return address.startswith(pattern.removesuffix("*"))
    return address == pattern
