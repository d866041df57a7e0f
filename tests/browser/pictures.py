"""Takes pictures of the site: every kind of page, on a phone and on a desk, light, dark, on paper;
and sheets of all drawings.

Gives   .cache/pictures/: PNG of the first view and of the whole page, PDF as printed; and the two
        screenshots of the READMEs, theme/screenshot.png and theme/screenshot-dark.png
Units   CSS pixels; the screenshots are 1440 x 900
"""

from __future__ import annotations

import base64
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from plugins.build.api import build
from tests.browser.chromium import ADVICE, find
from tests.browser.drawing_sheets import sheets
from tests.conftest import FLAGS, serving_folder

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".cache/pictures"
# One page of each kind, and what a region of the body says.
KINDS = {
    "home": "/",
    "home-chosen": "/#shoulder",
    "modality": "/modalities/neuromuscular-therapy/",
    "starter": "/modalities/swedish-massage/",
    "symptom": "/symptoms/low-back-pain/",
    "modalities": "/modalities/",
    "symptoms": "/symptoms/",
    "offers": "/offers/",
    "offer": "/offers/acupuncture/",
    "first-visit": "/first-visit/",
    "contact": "/contact/",
    "privacy": "/privacy/",
    "thank-you": "/thank-you/",
    "404": "/404.html",
    "search": "/search/",
}
# The reference practice has what this one has not: news, hours, an address, a picture.
REFERENCE = {
    "all-facts-home": "/",
    "all-facts-contact": "/contact/",
    "all-facts-news": "/news/",
    "all-facts-offers": "/offers/",
}
SIZES = {"360": (360, 760), "1280": (1280, 860)}
DESK, PHONE = (1280, 857), (390, 760)
SHEET = """<!doctype html><style>
body {{ margin: 0; width: 1440px; height: 900px; background: {around}; position: relative }}
img {{ position: absolute; border: 1px solid {edge} }}
</style>
<img src="data:image/png;base64,{desk}" width="1080" style="left: 40px; top: 75px">
<img src="data:image/png;base64,{phone}" width="330" style="right: 40px; top: 215px">"""
SCREENSHOTS = {
    "screenshot": ("light", "/", "/symptoms/low-back-pain/", "#d9d4c8", "#8b8577"),
    "screenshot-dark": (
        "dark",
        "/modalities/neuromuscular-therapy/",
        "/#low-back",
        "#26312c",
        "#55625b",
    ),
}


def opened(browser: Browser, url: str, size: tuple[int, int], scheme: str) -> Page:
    """A page as it stands when everything that it shows at first has come."""
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page.goto(url, wait_until="networkidle")
    return page


def kinds(browser: Browser, host: str, pages: dict[str, str]) -> Iterator[Path]:
    """Every page in both sizes and schemes, and as printed."""
    for name, address in pages.items():
        for width, size in SIZES.items():
            for scheme in ("light", "dark"):
                page = opened(browser, host + address, size, scheme)
                view = FOLDER / f"{name}-{width}-{scheme}.png"
                page.screenshot(path=view)
                page.screenshot(path=FOLDER / "whole" / view.name, full_page=True)
                page.close()
                yield view
        page = opened(browser, host + address, SIZES["1280"], "light")
        page.pdf(path=FOLDER / f"{name}.pdf", format="Letter", prefer_css_page_size=True)
        page.close()
        yield FOLDER / f"{name}.pdf"


def sheet(browser: Browser, host: str, name: str) -> Path:
    """One screenshot: a desk and a phone, side by side."""
    scheme, desk, phone, around, edge = SCREENSHOTS[name]
    views = []
    for address, size in ((desk, DESK), (phone, PHONE)):
        page = opened(browser, host + address, size, scheme)
        views.append(base64.b64encode(page.screenshot()).decode())
        page.close()
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_content(SHEET.format(desk=views[0], phone=views[1], around=around, edge=edge))
    path = ROOT / f"theme/{name}.png"
    page.screenshot(path=path)
    page.close()
    return path


def built(content: Path, output: Path) -> str:
    """Build a preview; what went wrong, or nothing."""
    outcome = build(settings=str(ROOT / "pelicanconf.py"), content=str(content), output=str(output))
    return outcome.text if outcome.code else ""


def main() -> int:
    path = find()
    if not path:
        sys.stdout.write(f"{ADVICE}\n")
        return 2
    (FOLDER / "whole").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site, reference = Path(folder, "site"), Path(folder, "reference")
        wrong = built(ROOT / "content", site) or built(ROOT / "tests/sites/full", reference)
        if wrong:
            sys.stdout.write(f"{wrong}\n")
            return 2
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        with serving_folder(site) as host:
            taken = [*kinds(browser, host, KINDS)]
            taken += [sheet(browser, host, name) for name in SCREENSHOTS]
        with serving_folder(reference) as host:
            taken += kinds(browser, host, REFERENCE)
        taken += sheets(browser, FOLDER)
        browser.close()
    sys.stdout.write(f"Took {len(taken)} pictures: theme/ has two, .cache/pictures the others\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
