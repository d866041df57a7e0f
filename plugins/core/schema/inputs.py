"""Inputs: how a form asks for a value, said where the type of the value is defined.

Gives   Input, to stand in the annotation of a type; hints(): what a model says of its keys
Source  a string right below a key, in the class of a model, is the hint of that key: the words
        that a form shows beside it. Python keeps none of it, so the source is read when asked for
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from plugins.core.schema.model import ContentModel

InputKind = Literal["line", "text", "day", "color", "picture", "page"]


@dataclass(frozen=True)
class Input:
    """How a form asks for a value.

    kind     a line, or a text of several; a day; a color; a picture of content/images/; a page
    pattern  what a whole value looks like, as Python and JavaScript both read it; "" for anything.
             It never refuses what the model accepts
    needed   what is needed, where a value is not like that
    short    of a type with keys: the key that a value without any belongs to
    """

    kind: InputKind = "line"
    pattern: str = ""
    needed: str = ""
    short: str = ""


def hints(model: type[ContentModel]) -> Mapping[str, str]:
    """What a model, and those that it is made from, say of each key."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        source = getattr(sys.modules.get(one.__module__), "__file__", None)
        if source and issubclass(one, ContentModel):
            found |= of_module(source).get(one.__name__, {})
    return found


@cache
def of_module(source: str) -> Mapping[str, Mapping[str, str]]:
    """The hints of each class of a module."""
    tree = ast.parse(Path(source).read_text(encoding="utf-8"))
    return {node.name: of_class(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def of_class(node: ast.ClassDef) -> dict[str, str]:
    found = {}
    for key, words in zip(node.body, node.body[1:], strict=False):
        if isinstance(key, ast.AnnAssign) and isinstance(key.target, ast.Name):
            match words:
                case ast.Expr(ast.Constant(str(text))):
                    found[key.target.id] = " ".join(text.split())
    return found
