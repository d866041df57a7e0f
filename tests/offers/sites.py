"""Small sites with offers, built as of an instant, for tests.

Gives   Site: what its files say; site(): builds one
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from plugins.build.api import build

ROOT = Path(__file__).parents[2]
URL = "https://www.example.com"
PRACTICE = "name: Example Hands\ntelephone: 303-555-0142\ntime_zone: {zone}\nshare:\n  - email\n"
PAGES = {
    "home": "title: A massage practice\nsummary: The home page.",
    "404": "title: Not here\nsummary: No such page.",
    "offers": "title: Offers\nsummary: What runs now.",
    "modalities": "title: What we do\nsummary: Each of them.",
}
MODALITIES = {
    "acupuncture": "title: Acupuncture\nsummary: Thin needles.",
    "swedish": "title: Swedish massage\nsummary: Long strokes.",
}


@dataclass(frozen=True)
class Site:
    """A built site."""

    folder: Path

    def text(self, address: str) -> str:
        name = address.lstrip("/")
        path = self.folder / (f"{name}index.html" if not name or name.endswith("/") else name)
        return path.read_bytes().decode()

    def has(self, address: str) -> bool:
        return (self.folder / address.lstrip("/")).exists()

    def page(self, address: str) -> BeautifulSoup:
        return BeautifulSoup(self.text(address), "html.parser")

    def said(self, address: str) -> str:
        """What a browser without JavaScript shows of a page's content."""
        main = self.page(address).main
        assert main
        for hidden in main.select("[hidden], .paper, share-links, .call_to_action, script"):
            hidden.extract()
        return " ".join(main.get_text(" ").split())

    def meta(self, address: str, name: str) -> str:
        tag = self.page(address).find("meta", attrs={"property": name})
        tag = tag or self.page(address).find("meta", attrs={"name": name})
        return str(tag["content"]) if tag else ""

    def things(self, address: str, kind: str) -> list[Any]:
        """What search engines read on a page: its things of one type."""
        found = self.page(address).find("script", type="application/ld+json")
        graph = json.loads(found.string or "")["@graph"] if found else []
        return [one for one in graph if one["@type"] == kind]


BUILT: dict[tuple[object, ...], Site] = {}


def content(folder: Path, offers: Mapping[str, str], zone: str = "America/Denver") -> Path:
    """The content of a practice with these offers: slug to front matter."""
    folder.mkdir(parents=True)
    (folder / "practice.yaml").write_text(PRACTICE.format(zone=zone))
    for kind, files in (("pages", PAGES), ("modalities", MODALITIES), ("offers", offers)):
        (folder / kind).mkdir()
        for slug, fields in files.items():
            text = f"---\n{fields}\n---\n\nThe text of {slug}.\n"
            (folder / kind / f"{slug}.md").write_text(text)
    return folder


def site(
    folder: Path,
    offers: Mapping[str, str],
    at: datetime,
    monkeypatch: pytest.MonkeyPatch,
    zone: str = "America/Denver",
) -> Site:
    """The published site of that practice, built as of an instant; the same one for all tests of
    a process that ask for it, which only read it."""
    asked = (*offers.items(), at, zone)
    if asked not in BUILT:
        BUILT[asked] = built(folder, offers, at, monkeypatch, zone)
    return BUILT[asked]


def built(
    folder: Path,
    offers: Mapping[str, str],
    at: datetime,
    monkeypatch: pytest.MonkeyPatch,
    zone: str,
) -> Site:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(at.timestamp())))
    outcome = build(
        settings=str(ROOT / "publishconf.py"),
        content=str(content(folder / "content", offers, zone)),
        output=str(folder / "output"),
        overrides={"SITEURL": URL},
    )
    assert outcome.code == 0, outcome.text
    return Site(folder / "output")
