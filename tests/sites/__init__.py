"""Practices for tests: three that are kept, and small ones that a test writes.

full    every optional fact and every kind of page; all of it made up
bare    the smallest practice that can be published
london  a practice in the United Kingdom: pounds, British English, two rooms

All are built for NOW, never for today.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib import import_module
from io import BytesIO
from pathlib import Path

from PIL import Image

from plugins.build.read.reader import read
from plugins.core.feature import Feature
from plugins.core.model.documents import Document
from plugins.core.model.site import Site
from plugins.core.problems import Problem, raise_for_errors

ROOT = Path(__file__).parents[2]
FULL = Path(__file__).with_name("full")
BARE = Path(__file__).with_name("bare")
# Noon of a Wednesday in Denver.
NOW = datetime(2030, 5, 15, 18, tzinfo=UTC)
LIVE = "https://www.example.com"
FEATURES: list[Feature] = [
    import_module(f"plugins.{name}").FEATURE
    for name in (
        *("practice", "modalities", "symptoms", "people", "voices", "offers", "notices"),
        *("pages", "news"),
        *(
            "images",
            "files",
            "sharing",
            "locations",
            "contact_form",
            "newsletter",
            "addresses",
            "typeface",
            "brand",
            "social_cards",
            "search",
            "structured_data",
            "exports",
            "offline",
            "hosting",
            "checks",
        ),
    )
]
PRACTICE = """\
name: Bare Hands
telephone: 303-555-0142
time_zone: America/Denver
"""
# A theme of seven colors, for tests of what is made of them.
TOKENS = """\
--paper: light-dark(oklch(97.5% 0.012 90), oklch(20% 0.018 165));
--paper-raised: light-dark(oklch(94.5% 0.016 88), oklch(25% 0.02 165));
--ink: light-dark(oklch(25% 0.03 165), oklch(93% 0.012 95));
--ink-soft: light-dark(oklch(40% 0.025 165), oklch(80% 0.014 110));
--rule: light-dark(oklch(80% 0.02 110), oklch(42% 0.02 160));
--clay: light-dark(oklch(42% 0.115 38), oklch(80% 0.09 50));
--on-clay: light-dark(oklch(98.5% 0.008 90), oklch(20% 0.03 40));
"""
PAGE = "---\ntitle: A page\nsummary: What it is about.\n---\n\nIts text.\n"


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below a folder, each with the folders that it lies in."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def drawn(kind: str = "JPEG", size: tuple[int, int] = (1200, 800), **options: object) -> bytes:
    """A picture that nobody has seen: light that falls from the left."""
    made = BytesIO()
    light = Image.linear_gradient("L").rotate(90).resize(size).convert("RGB")
    light.save(made, kind, **options)
    return made.getvalue()


def model(
    content: Path,
    files: Mapping[str, str | bytes] | None = None,
    *,
    now: datetime = NOW,
    preview: bool = False,
    features: Sequence[Feature] = FEATURES,
) -> Site:
    """The model of a content folder, after writing some files into it."""
    write(content, files or {})
    found = read(content, tuple(features), now=lambda _zone: now, url=LIVE, preview=preview)
    raise_for_errors(found.problems)
    return found.site


def unhashed(name: str) -> str:
    """The name of a file, without the hash of what is in it."""
    return re.sub(r"\.[0-9a-f]{10}(?=\.)", "", name)


def only(site: Site, folder: str) -> Document:
    """The only document of a folder."""
    (document,) = site.all(folder)
    return document


def told(problems: list[Problem]) -> list[tuple[str, int, str]]:
    """The level, line and first words of every problem."""
    return [(one.level, one.line, one.found) for one in problems]


def staying(folder: Path) -> list[Path]:
    """The pages that a browser stays on: those that do not lead on to another."""
    leading = '<meta http-equiv="refresh"'
    return [path for path in sorted(folder.rglob("*.html")) if leading not in path.read_text()]


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder, and the hash of what is in it."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
