"""What a page costs on the wire, as the browser counts it.

Gives   weigh(): a Weight, in bytes as transferred: what comes at once, as the peers' pages were
        weighed, and what comes late, while the page is scrolled to its end
Source  renderBlockingStatus of Resource Timing; sizes of the network layer
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import brotli
from bs4 import BeautifulSoup
from playwright.sync_api import Page, Request

from tests.browser.scripts import have_run

BLOCKING = """() => performance.getEntriesByType("resource")
  .filter((entry) => entry.renderBlockingStatus === "blocking")
  .map((entry) => entry.name)"""
# For the browser's own tab; it asks whenever it likes, and once a site.
ICON = re.compile(r"/(assets/icon\.\w+\.svg|favicon\.ico)$")
SETTLED = "document.fonts.ready.then(() => new Promise(requestAnimationFrame)).then(() => null)"
# What is loaded late, because it stands far below, is loaded then, and waited for.
TO_THE_END = """async () => {
  scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  await document.fonts.ready;
  // One that is hidden, and loaded when it shows, never decodes.
  const shown = [...document.images].filter((image) => image.getClientRects().length);
  const late = new Promise((resolve) => setTimeout(resolve, 2000));
  await Promise.race([late, Promise.allSettled(shown.map((image) => image.decode()))]);
}"""
PHOTOGRAPH = re.compile(r"\.(avif|webp|jpe?g|png|gif)$")
# Data blocks, which no browser runs.
DATA = ("application/ld+json", "speculationrules")


@dataclass(frozen=True)
class Weight:
    """Bytes and requests of one page.

    first         of the document and of what the first paint waits for, bodies alone
    with_headers  the same with the headers of the answers
    scripts       all scripts, packed with brotli where they stand in the page
    whole         everything that came at once but photographs
    late          everything that came while scrolling but photographs
    asked         the address of every request, photographs included; asked_late: those of `late`
    """

    first: int
    with_headers: int
    scripts: int
    whole: int
    late: int
    asked: tuple[str, ...]
    asked_late: tuple[str, ...]

    @property
    def photographs(self) -> list[str]:
        return [url for url in self.asked if PHOTOGRAPH.search(url)]


def inline_scripts(html: str) -> int:
    """The bytes of what runs and stands in the page itself, packed."""
    scripts = BeautifulSoup(html, "html.parser").find_all("script", src=False)
    running = [one.get_text() for one in scripts if one.get("type") not in DATA]
    return len(brotli.compress("".join(running).encode())) if running else 0


def arrived(request: Request) -> bool:
    """Wait for an answer to the end of it; whether there was one."""
    response = request.response()
    if response:
        response.finished()
    return response is not None


def forget(page: Page) -> None:
    """Let a page keep nothing, so that each that it opens is a first visit."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})


def weigh(page: Page, url: str) -> Weight:
    """Open a page, read it to its end, and weigh what it loaded."""
    asked: list[Request] = []

    def note(request: Request) -> None:
        if not ICON.search(request.url):
            asked.append(request)

    page.on("request", note)
    page.goto(url)
    page.evaluate(SETTLED)
    # The scripts come after the paint, and the typeface after them: nobody scrolled for either.
    have_run(page)
    page.wait_for_load_state("networkidle")
    at_once = {request.url for request in asked}
    page.evaluate(TO_THE_END)
    page.remove_listener("request", note)
    blocking = {url, *page.evaluate(BLOCKING)}
    loaded = [request for request in asked if arrived(request)]
    sizes = {request.url: request.sizes() for request in loaded}
    bodies = {name: size["responseBodySize"] for name, size in sizes.items()}
    drawn = {name: size for name, size in bodies.items() if not PHOTOGRAPH.search(name)}
    first = [name for name in sizes if name in blocking]
    external = [one.url for one in loaded if one.resource_type == "script"]
    inline = inline_scripts(page.request.get(url).text())
    return Weight(
        first=sum(bodies[name] for name in first),
        with_headers=sum(bodies[name] + sizes[name]["responseHeadersSize"] for name in first),
        scripts=inline + sum(bodies[name] for name in external),
        whole=sum(size for name, size in drawn.items() if name in at_once),
        late=sum(size for name, size in drawn.items() if name not in at_once),
        asked=tuple(request.url for request in asked),
        asked_late=tuple(name for name in drawn if name not in at_once),
    )


def too_much(weight: Weight, host: str) -> list[str]:
    """What breaks the promises of tests/README.md, in words."""
    strangers = [url for url in weight.asked if not url.startswith(f"{host}/")]
    limits = [
        ("first view", weight.first, 12_288),
        ("first view with headers", weight.with_headers, 14_600),
        ("scripts", weight.scripts, 4_096),
        ("whole page without photographs", weight.whole, 40_960),
        ("what comes late", weight.late, 20_480),
    ]
    said = [f"{name}: {size} bytes of {limit}" for name, size, limit in limits if size > limit]
    requests = len(weight.asked) - len(weight.photographs) - len(weight.asked_late)
    if requests > 4:
        said.append(f"{requests} requests of 4")
    if len(weight.asked_late) > 1:
        said.append(f"{len(weight.asked_late)} late requests of 1")
    return said + [f"asks another host: {url}" for url in strangers]


def write_bad_page(folder: Path) -> None:
    """A page that is too heavy in every way, for the test of this measure."""
    noise = "".join(f"{number * 7919 % 65521:x}" for number in range(12_000))
    (folder / "heavy.css").write_text(f"/* {noise} */ body {{ color: black }}")
    (folder / "heavy.js").write_text(f"// {noise}")
    links = "".join(f'<img src="/{number}.svg" alt="">' for number in range(3))
    for number in range(3):
        (folder / f"{number}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (folder / "index.html").write_text(
        '<!doctype html><link rel="stylesheet" href="/heavy.css">'
        f'<script>"inline"</script><script src="/heavy.js"></script>{links}'
        '<img src="http://127.0.0.9:9/seen.gif" alt="">'
    )
