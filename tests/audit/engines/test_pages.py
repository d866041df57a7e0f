"""Pages in the engines of iPhones and of Firefox: nothing complains, all of it is painted."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.audit.conftest import Site, nothing, published
from tests.audit.engines.window import DESK, PHONE, Size, Window, changed
from tests.audit.host import hosting
from tests.conftest import serving
from tests.sites import BARE, NOW

SOME = ["/", "/symptoms/stiff-neck/", "/contact/"]
SIDEWAYS = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Every drawing and photograph; the map's patterns show when somebody asks for them.
DRAWINGS = "main svg:not(body-map li svg), main img"
MARK = """let count = 0;
for (const one of document.querySelectorAll(arguments[0])) {
  const { width, height } = one.getBoundingClientRect();
  if (one.checkVisibility() && width > 24 && height > 24) one.dataset.drawing = count++;
}
return count;"""
HIDE = "style.visibility = 'hidden'"
FALL_BACK = """style.fontFamily =
  getComputedStyle(document.querySelector(arguments[0])).fontFamily.split(',').slice(1);"""
VISITS = 4
PAINT_SECONDS = 2
LEAST = 0.004  # of the pixels: thin lines in a wide box
FAULTS = b"""<!doctype html><meta charset="utf-8"><title>Faults</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'">
<script>missing()</script><script>console.error("told")</script><img src="/none.png" alt="">"""


def painted(window: Window, selector: str, change: str) -> bool:
    """Whether a change of an element shows, as soon as what it needs is loaded."""
    ends = time.monotonic() + PAINT_SECONDS
    while changed(window, selector, change) < LEAST:
        if time.monotonic() > ends:
            return False
        time.sleep(0.2)
    return True


def typeface(window: Window, address: str) -> bool:
    """Whether the headings have it, at the latest when somebody comes back: a first page does not
    wait for it, nor does any page of a phone before it is there."""
    for _ in range(VISITS):
        if painted(window, "h1", FALL_BACK):
            return True
        window.open(address)
    return False


def findings(window: Window, address: str, page: str, size: Size) -> Iterator[str]:
    window.resize(size)
    window.open(address + page)
    yield from window.run("return wrong")
    if sideways := window.run(SIDEWAYS):
        yield f"{sideways} pixels wider than the window of {size[0]}"
    if not typeface(window, address + page):
        yield f"the typeface is not painted at {size[0]}"
    for number in range(window.run(MARK, DRAWINGS)):
        if not painted(window, f'[data-drawing="{number}"]', HIDE):
            yield f"drawing or picture {number} is not painted at {size[0]}"


def review(window: Window, address: str, pages: Sequence[str]) -> None:
    found: dict[str, list[str]] = {}
    for page in pages:
        for size in (PHONE, DESK):
            for finding in findings(window, address, page, size):
                found.setdefault(finding, []).append(page)
    for line in window.console([address + page for page in pages]):
        found.setdefault(line, []).append("the console")
    nothing(found)


@pytest.mark.torture
def test_pages_are_whole(window: Window, site: Site) -> None:
    """Three kinds of page at the widths of a phone and of a desk: no error, no sideways scroll, and
    drawings and typeface in the pixels."""
    review(window, site.address, SOME)


@pytest.mark.long
def test_every_kind_of_page_is_whole(window: Window, site: Site) -> None:
    """The same of the longest page of each folder, and in `make torture` of all."""
    review(window, site.address, [page for page in site.pages if page not in SOME])


@pytest.mark.long
def test_pages_without_facts_are_whole(window: Window, tmp_path: Path) -> None:
    """A practice that has just begun is read on iPhones, too."""
    folder = published(BARE, tmp_path / "output", NOW)
    with hosting(folder) as address:
        review(window, address, Site("bare", folder, address, NOW).pages)


class Faulty(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(FAULTS)

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_what_goes_wrong_is_heard(window: Window) -> None:
    """A test that hears nothing would find nothing."""
    with serving(partial(Faulty)) as address:
        told = "\n".join(window.console([f"{address}/", f"{address}/again/"]))
    assert told.count("missing") == 2
    assert told.count("told") == 2
    assert "none.png" in told
