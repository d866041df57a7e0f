"""Compiled templates: kept from build to build, as Python keeps compiled modules.

Gives   compiled_templates(): Jinja's cache for templates compiled with these options; in the memory
        of this process where Python keeps no compiled modules either
Keeps   __pycache__/templates-<hash>/ where Python has this module compiled, beside it if nobody
        says otherwise. Not in .cache/, which may come from another machine: this is code
Why     compiling the theme takes half of a small build; a check makes a site several times
Stops   nothing: a folder that cannot be written costs time
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from plugins.core.cache.package_versions import version


class InMemory(BytecodeCache):
    """Jinja compares the checksum here, too."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self.codes[bucket.key, bucket.checksum] = bucket.code


@cache
def in_memory(_options: str) -> InMemory:
    """The one for these options."""
    return InMemory()


class CompiledTemplates(FileSystemBytecodeCache):
    """Jinja compares the checksum of the source, so that a changed template is compiled again."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates(options: Mapping[str, Any]) -> BytecodeCache:
    """options: those of the Jinja environment, on which the compiled code depends."""
    key = repr((version("jinja2"), sys.version, sorted(options.items())))
    if sys.dont_write_bytecode:
        return in_memory(key)
    name = f"templates-{hashlib.sha256(key.encode()).hexdigest()[:16]}"
    folder = Path(cache_from_source(__file__)).parent / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return in_memory(key)
    return CompiledTemplates(str(folder))
