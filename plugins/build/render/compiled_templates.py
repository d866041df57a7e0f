"""Compiled templates: kept from build to build, as Python keeps compiled modules.

Gives   compiled_templates(): Jinja's cache for templates compiled with these options; None where
        Python keeps no compiled modules either
Keeps   __pycache__/templates-<hash>/ beside this file. Not in .cache/, which may come from another
        machine: this is code
Why     compiling the theme takes half of a small build
Stops   nothing: a folder that cannot be written costs time
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(FileSystemBytecodeCache):
    """Jinja compares the checksum of the source, so that a changed template is compiled again."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates(options: Mapping[str, Any]) -> CompiledTemplates | None:
    """options: those of the Jinja environment, on which the compiled code depends."""
    if sys.dont_write_bytecode:
        return None
    key = repr((version("jinja2"), sys.version, sorted(options.items())))
    name = f"templates-{hashlib.sha256(key.encode()).hexdigest()[:16]}"
    folder = Path(__file__).parent / "__pycache__" / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return CompiledTemplates(str(folder))
