"""Repairs of fields: the edit of one line that gives a key another name, or a value another text.

Gives   renamed_key(), replaced_value(), replaced_pair(): a Repair, or None where the line is not
        that simple: a value on several lines, a list in one line
Source  the marks of PyYAML's nodes say where a key or a value begins and ends
"""

from __future__ import annotations

from typing import Any

import yaml

from plugins.core.problems import Repair
from plugins.core.reading.front_matter import Fields, doubled
from plugins.core.reading.source_files import display_path


def renamed_key(fields: Fields, line: int, key: str, name: str, *, safe: bool) -> Repair | None:
    """The repair that writes the key `name` in place of `key`."""
    text = fields.line_text(line)
    node = first_pair(composed(text))
    if node is None or node[0].value != key:
        return None
    return edit(fields, line, (node[0], node[0]), name, safe=safe)


def replaced_pair(fields: Fields, line: int, key: str, new: str, *, safe: bool) -> Repair | None:
    """The repair that writes the line `new` in place of `key` and its value."""
    pair = first_pair(composed(fields.line_text(line)))
    if pair is None or pair[0].value != key or not isinstance(pair[1], yaml.ScalarNode):
        return None
    return edit(fields, line, pair, new, safe=safe)


def replaced_value(fields: Fields, line: int, value: str, new: str, *, safe: bool) -> Repair | None:
    """The repair that writes the text `new` in place of `value`."""
    text = fields.line_text(line)
    node = composed(text)
    pair = first_pair(node)
    scalar = pair[1] if pair else item(node)
    if not isinstance(scalar, yaml.ScalarNode) or scalar.value != value or "\n" in new:
        return None
    return edit(fields, line, (scalar, scalar), plain_or_quoted(new), safe=safe)


def edit(
    fields: Fields, line: int, nodes: tuple[yaml.Node, yaml.Node], new: str, *, safe: bool
) -> Repair | None:
    """From the first of the nodes to the end of the last."""
    start, end = nodes[0].start_mark.column, nodes[1].end_mark.column
    old = fields.line_text(line)[start:end]
    path = display_path(fields.path)
    return Repair("replace", path, line, start, old, new, safe) if old != new else None


def composed(text: str) -> Any:
    """The node of one line of YAML; None when it says nothing by itself."""
    try:
        return yaml.compose(text, yaml.BaseLoader)
    except yaml.YAMLError:
        return None


def first_pair(node: Any) -> tuple[yaml.ScalarNode, Any] | None:
    """The key and the value of a line, also of one that begins an item."""
    node = item(node)
    if isinstance(node, yaml.MappingNode) and not node.flow_style and len(node.value) == 1:
        key, value = node.value[0]
        return key, value
    return None


def item(node: Any) -> Any:
    """What an item of a list holds."""
    while isinstance(node, yaml.SequenceNode) and not node.flow_style and len(node.value) == 1:
        node = node.value[0]
    return node


def plain_or_quoted(text: str) -> str:
    """The text as YAML reads it back, with double quotes only where they must be."""
    node = composed(f"key: {text}")
    pair = first_pair(node)
    plain = pair and isinstance(pair[1], yaml.ScalarNode) and pair[1].value == text
    return text if plain and text == text.strip() else doubled(text)
