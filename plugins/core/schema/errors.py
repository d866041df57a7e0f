"""Errors: what pydantic finds wrong, beside the file that it is about.

Gives   Error: where it stands in the file, what was found there, which keys belong there
Source  pydantic's error types and locations
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from plugins.core.problems import did_you_mean
from plugins.core.reading.front_matter import Fields, Location
from plugins.core.schema.locations import Raw, in_file, known_keys


@dataclass(frozen=True)
class Error:
    """One error of pydantic, in one file."""

    model: type[BaseModel]
    fields: Fields
    detail: ErrorDetails

    @property
    def kind(self) -> str:
        """`missing`, `unknown` for a key that no model knows, or pydantic's own word."""
        kind = self.detail["type"]
        if kind == "union_tag_not_found":
            return "missing"
        unknown = kind == "extra_forbidden" or "[key]" in self.detail["loc"]
        return "unknown" if unknown else kind

    @property
    def context(self) -> dict[str, Any]:
        """What pydantic adds: limits, choices, our own words."""
        return self.detail.get("ctx", {})

    @property
    def raw(self) -> Raw:
        """Where pydantic found it; a wrong key of a dict stands where its value would."""
        return tuple(part for part in self.detail["loc"] if part != "[key]")

    @property
    def location(self) -> Location:
        return (*in_file(self.fields.values, self.raw), *self.tag)

    @property
    def tag(self) -> tuple[str, ...]:
        """The key that chooses among models, when that is what is wrong."""
        return tuple(re.findall(r"\w+", str(self.context.get("discriminator", ""))))

    @property
    def key(self) -> str:
        return str(self.location[-1])

    @property
    def in_list(self) -> bool:
        return isinstance(self.location[-1], int)

    @property
    def value(self) -> Any:
        """What the file has there."""
        return self.at(self.location) if self.tag else self.detail["input"]

    @property
    def known(self) -> list[str]:
        """The keys that may stand here: beside an unknown one, below any other."""
        return known_keys(self.model, self.raw[:-1] if self.kind == "unknown" else self.raw)

    @property
    def meant(self) -> str:
        """The key that a misspelled one stands for; never one that is there already."""
        if self.kind != "unknown":
            return ""
        taken = self.at(self.location[:-1])
        return did_you_mean(self.key, (key for key in self.known if key not in taken))

    def at(self, location: Location) -> Any:
        value: Any = self.fields.values
        for part in location:
            value = value[part]
        return value
