"""Edits: what people change between two builds; importing a module offers its edits."""

from importlib import import_module

for name in ("bodies", "fields", "folders", "looks", "around"):
    import_module(f"{__name__}.{name}")
