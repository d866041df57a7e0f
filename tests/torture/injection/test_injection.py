"""Injection: known vectors through every text field and the body, seen in a real browser."""

from __future__ import annotations

import re
import shutil
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from plugins.build.read.links import Links
from plugins.core.markdown.render import MarkdownRenderer
from plugins.core.reading.source_files import CONTROL
from tests.build.conftest import Project
from tests.build.test_vectors import shape
from tests.conftest import serving, serving_folder
from tests.sites import BARE, tree
from tests.torture.counts import tell, times
from tests.torture.injection.corpora import vectors
from tests.torture.injection.fields import (
    APART,
    FIELDS,
    LONG,
    PLUGINS,
    SHOWN,
    content,
    fits,
    groups,
)
from tests.torture.injection.watch import Watch, watching

pytestmark = [pytest.mark.counts, pytest.mark.torture]

# The fields take many builds, which processes of a long run share.
PARTS = times(1, 8)
# A list has a heading above what stands behind a colon.
HARMLESS = ("harmless", "harmless: quite")
Shapes = dict[str, list[tuple[str, tuple[str, ...]]]]
PAGE = "---\ntitle: A page\nsummary: What it is about.\n---\n\n"


def chosen(few: int) -> list[str]:
    every = vectors()
    assert len(every) > 11_000
    return every[: times(few, len(every))]


class Raw(BaseHTTPRequestHandler):
    """A page for each vector, as it is; /frames/10-20 shows some of them at once."""

    def __init__(self, texts: list[str], *args: Any) -> None:
        self.texts = texts
        super().__init__(*args)

    def do_GET(self) -> None:
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
    texts = chosen(240)
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
        f"control: {len(fired):,} of {len(texts):,} vectors ran, "
        f"{len(asked):,} other addresses asked for",
    )


def test_nothing_that_the_sanitizer_leaves_runs(
    browser: Browser, request: pytest.FixtureRequest
) -> None:
    """The build refuses most vectors in a body, and publishes nothing. Were it to publish what the
    sanitizer leaves of them, nothing would run either."""
    texts = chosen(1_000)
    prose, at_once = MarkdownRenderer(), 200
    clean = [str(prose.render(text, "a.md", 1, lambda url: url)[0]) for text in texts]
    pages = ["".join(clean[first : first + at_once]) for first in range(0, len(clean), at_once)]
    with serving(partial(Raw, pages)) as address, watching(browser, address) as watch:
        for number in range(len(pages)):
            seen = watch.open(f"/raw/{number}")
            assert (seen.ran, seen.code) == ([], []), seen
            # A picture of this site is asked for, there or not.
            assert [url for url in seen.asked if not url.startswith("/")] == []
    tell(request, f"{len(texts):,} bodies as the sanitizer leaves them: 0 ran, 0 foreign requests")


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


@pytest.mark.parametrize("part", range(PARTS))
def test_no_field_lets_a_vector_run(
    part: int,
    tmp_path: Path,
    browser: Browser,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Titles, names, alternative texts, terms: each is text on every page that shows it. The pages
    have the elements of a harmless practice, and nothing happens on them in a browser."""
    monkeypatch.setattr("plugins.core.schema.fields.LINE_LENGTH", LONG)
    texts = chosen(25)[part::PARTS]
    project = Project(tmp_path)
    shown: list[str] = []
    with serving_folder(project.output) as address, watching(browser, address) as watch:
        harmless = [harmless_shapes(project, text) for text in HARMLESS]
        left = list(groups(filter(fits, texts)))
        while left:
            group = left.pop()
            if attacked(project, group):
                shown += group
                text_stays_text(project.output, harmless)
                for path in SHOWN:
                    nothing_happens(watch, path, addresses(project.output))
            elif len(group) > 1:
                middle = len(group) // 2
                left += [group[:middle], group[middle:]]
    assert len(shown) > len(texts) * 0.9
    refused = len(texts) - len(shown)
    tell(
        request,
        f"{len(texts):,} vectors x {FIELDS} fields: {len(shown):,} published, {refused:,} refused "
        "in words; 0 ran, 0 foreign requests",
    )


def attacked(project: Project, group: list[str]) -> bool:
    """Whether a build publishes vectors that stand in every field; else it says what to change."""
    project.write(content(APART.join(group)))
    outcome = project.build(live=False, PLUGINS=PLUGINS)
    assert outcome.code in (0, 2), outcome.text
    return outcome.code == 0


def text_stays_text(output: Path, harmless: list[Shapes]) -> None:
    """Each page has the elements of a harmless practice's, to the last attribute."""
    for name, elements in shapes(output).items():
        assert elements in [one[name] for one in harmless], name


def harmless_shapes(project: Project, text: str) -> Shapes:
    project.write(content(text))
    project.built(live=False, PLUGINS=PLUGINS)
    return shapes(project.output)


def shapes(output: Path) -> Shapes:
    """The elements of every page, with the names of their attributes."""
    return {
        path.relative_to(output).as_posix(): shape(path.read_text(encoding="utf-8"))
        for path in sorted(output.rglob("*.html"))
    }


def test_no_body_lets_a_vector_run(
    tmp_path: Path, browser: Browser, request: pytest.FixtureRequest
) -> None:
    """Most are refused with their line. Others are text to Markdown, and show as that."""
    texts = chosen(1_000)
    project = Project(tmp_path)
    shutil.copytree(BARE, project.content)
    prose = MarkdownRenderer()
    resolve = Links.of({}, [], {}, project.content).resolver("/pages/a.md")
    readable = [text for text in texts if not CONTROL.search(text)]
    alone = [text for text in readable if not prose.render(text, "", 1, resolve)[1]]
    pages = [alone[first : first + 100] for first in range(0, len(alone), 100)]
    pages = published(project, pages)
    own = addresses(project.output)
    with serving_folder(project.output) as address, watching(browser, address) as watch:
        for number in range(len(pages)):
            nothing_happens(watch, f"/p{number}/", own)
    seen = sum(map(len, pages))
    assert seen > len(texts) * 0.03
    tell(
        request,
        f"{len(texts):,} vectors in bodies: {seen:,} published on {len(pages)} pages, "
        f"{len(texts) - seen:,} refused in words; 0 ran, 0 foreign requests",
    )


def published(project: Project, pages: list[list[str]]) -> list[list[str]]:
    """Build the pages, each vector a paragraph; one that the build refuses is parted in two."""
    while True:
        folder = project.content / "pages"
        for path in folder.glob("p*.md"):
            path.unlink()
        for number, page in enumerate(pages):
            text = PAGE + "\n\n".join(page) + "\n"
            (folder / f"p{number}.md").write_text(text, encoding="utf-8")
        outcome = project.build(live=False, PLUGINS=PLUGINS)
        if outcome.code == 0:
            return pages
        wrong = {int(number) for number in re.findall(r"/p(\d+)\.md", outcome.text)}
        assert outcome.code == 2 and wrong, outcome.text
        halves = [
            half
            for number in wrong
            if len(page := pages[number]) > 1
            for half in (page[: len(page) // 2], page[len(page) // 2 :])
        ]
        pages = [page for number, page in enumerate(pages) if number not in wrong] + halves
