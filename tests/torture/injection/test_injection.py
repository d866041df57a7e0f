"""Injection: known vectors through every text field and the body, seen in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from plugins.core.prose import Prose
from tests.build.conftest import Project
from tests.conftest import serving, serving_folder
from tests.sites import BARE, drawn, tree, write
from tests.torture.counts import tell, times
from tests.torture.injection.corpora import vectors
from tests.torture.injection.watch import Watch, watching

PAGE = "---\ntitle: A page\nsummary: What it is about.\n---\n\n"


def chosen(few: int) -> list[str]:
    every = vectors()
    assert len(every) > 11_000
    return every[: times(few, len(every))]


class Raw(BaseHTTPRequestHandler):
    """A page for each vector, as it is; /frames/10-20 shows some of them at once."""

    def __init__(self, texts: list[str], *args: object) -> None:
        self.texts = texts
        super().__init__(*args)

    def do_GET(self) -> None:  # noqa: N802  (http.server calls it so)
        kind, _, rest = self.path.removeprefix("/").partition("/")
        known = kind in ("raw", "frames") and rest.replace("-", "").isdecimal()
        body = getattr(self, kind)(rest) if known else ""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(f"<!DOCTYPE html><title>Raw</title><body>{body}".encode())

    def raw(self, number: str) -> str:
        return f"<p>{self.texts[int(number)]}</p>"

    def frames(self, numbers: str) -> str:
        first, last = map(int, numbers.split("-"))
        apart = "allow-scripts allow-same-origin allow-modals allow-popups allow-forms"
        return "".join(
            f'<iframe sandbox="{apart}" src="/raw/{number}"></iframe>'
            for number in range(first, min(last, len(self.texts)))
        )

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_the_vectors_fire_where_nothing_stops_them(
    browser: Browser, request: pytest.FixtureRequest
) -> None:
    """A watch that sees nothing on a page full of scripts would see nothing on ours, either."""
    texts = chosen(400)
    at_once = 40
    with serving(partial(Raw, texts)) as address, watching(browser, address) as watch:
        fired: set[str] = set()
        asked: set[str] = set()
        for first in range(0, len(texts), at_once):
            seen = watch.open(f"/frames/{first}-{first + at_once}")
            fired |= {place for _, place in seen.ran if place.startswith("/raw/")}
            asked |= {url for url in seen.asked if not url.startswith(("/raw/", "/frames/"))}
    assert len(fired) > len(texts) * 0.4
    assert len(asked) > len(texts) * 0.005
    tell(
        request,
        f"control: {len(fired):,} of {len(texts):,} vectors ran, {len(asked):,} other addresses asked for",
    )


def nothing_happens(watch: Watch, path: str, own: set[str]) -> None:
    """Nothing ran, nothing waits to run, and no request but for files of the site."""
    seen = watch.open(path)
    assert seen.ran == [], path
    assert seen.code == [], path
    assert [url for url in seen.asked if url.partition("?")[0] not in own] == [], path


def addresses(output: Path) -> set[str]:
    """Every address that the folder answers."""
    names = {f"/{name}" for name in tree(output)}
    return names | {name.removesuffix("index.html") for name in names}


def test_nothing_that_the_sanitizer_leaves_runs(
    browser: Browser, request: pytest.FixtureRequest
) -> None:
    """The build refuses most vectors in a body, and publishes nothing. Were it to publish what the
    sanitizer leaves of them, nothing would run either."""
    texts = chosen(2_000)
    prose, at_once = Prose(), 200
    clean = [str(prose.render(text, "a.md", 1, lambda url: url)[0]) for text in texts]
    pages = ["".join(clean[first : first + at_once]) for first in range(0, len(clean), at_once)]
    with serving(partial(Raw, pages)) as address, watching(browser, address) as watch:
        for number in range(len(pages)):
            seen = watch.open(f"/raw/{number}")
            assert (seen.ran, seen.code) == ([], []), seen
            # A picture of this site is asked for, there or not.
            assert [url for url in seen.asked if not url.startswith("/")] == []
    tell(request, f"{len(texts):,} bodies as the sanitizer leaves them: 0 ran, 0 foreign requests")
