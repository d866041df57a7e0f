"""make audit: Lighthouse on every page, beside a page of plain text; a table.

Reads   the content folder, published into a folder of its own
        RUNS       how often each page is measured; the median counts (3)
        PAGES      addresses, commas between them; without it, every page
        STYLES     "external" moves the styles out of the pages, for comparison
Stops   with 1 when a page breaks a promise, 2 when a tool is missing
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from plugins.build.read.folders import no_content
from plugins.core.problems import Problem, quoted
from tests.audit import plain
from tests.audit.conftest import published
from tests.audit.host import hosting
from tests.audit.lighthouse import Marks, measure, median
from tests.audit.promises import broken
from tests.browser.chromium import ADVICE, WHOLE, find
from tests.sites import staying
from tests.tools import CHECKER, install

STYLE = re.compile(r"<style>(.*?)</style>\n?", re.DOTALL)
SHEET = "/theme/audit.css"
# Seconds to the host. Right beside the browser, what a page fetches after it is shown is there
# before the browser has reported that it is shown, and Lighthouse counts it as awaited.
WAY = 0.05
NUMBERS = ("FCP", "LCP", "TBT", "CLS", "LCP/plain", "bytes", "requests")
HEADINGS = ("page", "perf.", "access.", "best pr.", "SEO", *NUMBERS)


def pages(folder: Path) -> list[str]:
    """The addresses that PAGES names, or all of the site."""
    if asked := os.environ.get("PAGES"):
        return [one.strip() for one in asked.split(",")]
    files = (path.relative_to(folder) for path in staying(folder))
    return sorted("/" + file.as_posix().removesuffix("index.html") for file in files)


def move_styles_out(folder: Path) -> None:
    """One stylesheet for all pages, instead of the styles inside each."""
    styles: dict[str, None] = {}
    for path in folder.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        if found := STYLE.findall(page):
            styles |= dict.fromkeys(found)
            link = f'<link rel="stylesheet" href="{SHEET}">\n<style>'
            linked = STYLE.sub("", page.replace("<style>", link, 1))
            path.write_text(linked, encoding="utf-8")
    (folder / SHEET.strip("/")).write_text("".join(styles), encoding="utf-8")


def listed(folder: Path, name: str) -> bool:
    path = folder / name.strip("/")
    page = (path / "index.html" if name.endswith("/") else path).read_text(encoding="utf-8")
    return '<meta name="robots" content="noindex">' not in page


def row(name: str, page: Marks, text: Marks) -> list[str]:
    scores = (page.performance, page.accessibility, page.best_practices, page.seo)
    times = (
        f"{page.fcp:.0f}",
        f"{page.lcp:.0f}",
        f"{page.tbt:.0f}",
        f"{page.cls:.4f}".rstrip("0."),
    )
    sizes = (f"{page.lcp / text.lcp:.2f}", f"{page.bytes:.0f}", f"{page.requests:.0f}")
    return [name, *(f"{score:.0f}" for score in scores), *(one or "0" for one in times), *sizes]


def measured(folder: Path, names: list[str], runs: int, browser: str) -> dict[str, Marks]:
    """The median of each page; a run goes over all pages, so that a busy minute meets all alike."""
    modules = CHECKER.npm(optional=True)
    found: dict[str, list[Marks]] = {name: [] for name in names}
    with hosting(folder, WAY) as address:
        for turn in range(runs):
            for number, name in enumerate(names, start=1):
                sys.stderr.write(f"run {turn + 1} of {runs}, {number} of {len(names)}: {name}\n")
                found[name].append(measure(address + name, modules, browser))
    return {name: median(several) for name, several in found.items()}


def tell(found: dict[str, Marks], folder: Path) -> int:
    """Print the table, then the promises that are broken; the exit code."""
    text = found[plain.TEXT]
    table = Table(*HEADINGS, title="Lighthouse, mobile; times in milliseconds")
    for name, page in found.items():
        table.add_row(*row(name, page, text))
    Console(width=120, highlight=False).print(table)
    references = {plain.TEXT, plain.PHOTOGRAPH}
    said = [
        f"{name}: {words}"
        for name, page in found.items()
        if name not in references
        for words in broken(page, text, listed=listed(folder, name))
    ]
    sys.stdout.write("\n".join([*said, ""]) if said else "Every page keeps its promises.\n")
    return 1 if said else 0


def unclear() -> str:
    """What is wrong with RUNS and CONTENT, in words; "" for nothing."""
    runs, content = os.environ.get("RUNS") or "3", os.environ.get("CONTENT") or "content"
    if not runs.isdecimal() or not int(runs):
        return str(Problem("RUNS", found=quoted(runs), needed="a number", fix="write RUNS=3"))
    return "" if Path(content).is_dir() else str(no_content(Path(content)))


def main() -> int:
    if wrong := unclear():
        sys.stdout.write(f"{wrong}\n")
        return 2
    install(CHECKER)
    browser = find(WHOLE)
    if missing := CHECKER.advice() or ("" if browser else ADVICE):
        sys.stdout.write(f"{missing}\n")
        return 2
    content = Path(os.environ.get("CONTENT") or "content")
    with tempfile.TemporaryDirectory() as made:
        folder = published(content, Path(made, "output"), datetime.now(UTC))
        names = pages(folder)
        if os.environ.get("STYLES") == "external":
            move_styles_out(folder)
        plain.write(folder)
        runs = int(os.environ.get("RUNS") or 3)
        names = [plain.TEXT, plain.PHOTOGRAPH, *names]
        return tell(measured(folder, names, runs, str(browser)), folder)


if __name__ == "__main__":
    sys.exit(main())
