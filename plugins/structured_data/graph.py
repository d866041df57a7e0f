"""Graph: the things of one page as one document of JSON-LD.

Gives   graph(): things of one @id joined, in the order in which each was first named
"""

from __future__ import annotations

from collections.abc import Iterable

from plugins.core.model.schema_org import Node


def graph(things: Iterable[Node]) -> Node:
    """A later thing adds to an earlier one of its @id; what the earlier says of itself stays."""
    nodes: list[Node] = []
    named: dict[str, Node] = {}
    for one in things:
        name = one.get("@id", "")
        if name in named:
            named[name].update({**one, **named[name]})
            continue
        nodes.append(dict(one))
        if name:
            named[name] = nodes[-1]
    return {"@context": "https://schema.org", "@graph": nodes}
