"""Takes the picture of the README: a page on a phone and on a desk, side by side.

Gives   theme/screenshot.png, 1440 x 900 CSS pixels
"""

from __future__ import annotations

import base64
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from plugins.site.builds import build
from tests.browser.chromium import ADVICE, find
from tests.conftest import FLAGS, serving_folder

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "theme/screenshot.png"
PAGE = "/modalities/neuromuscular-therapy/"
DESK, PHONE = (1180, 820), (390, 760)
SHEET = """<!doctype html><style>
body {{ margin: 0; width: 1440px; height: 900px; background: #d9d4c8; position: relative }}
img {{ position: absolute; border: 1px solid #8b8577 }}
</style>
<img src="data:image/png;base64,{desk}" width="1080" style="left: 40px; top: 75px">
<img src="data:image/png;base64,{phone}" width="330" style="right: 40px; top: 215px">"""


def taken(browser: Browser, url: str, size: tuple[int, int]) -> str:
    """A page's first view, as base64 of a PNG."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(url)
    picture = base64.b64encode(page.screenshot()).decode()
    page.close()
    return picture


def main() -> int:
    path = find()
    if not path:
        sys.stdout.write(f"{ADVICE}\n")
        return 2
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        output = Path(folder, "output")
        outcome = build(
            settings=str(ROOT / "pelicanconf.py"), content=str(ROOT / "content"), output=str(output)
        )
        if outcome.code:
            sys.stdout.write(f"{outcome.text}\n")
            return outcome.code
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        with serving_folder(output) as address:
            desk, phone = (taken(browser, address + PAGE, size) for size in (DESK, PHONE))
        sheet = browser.new_page(viewport={"width": 1440, "height": 900})
        sheet.set_content(SHEET.format(desk=desk, phone=phone))
        sheet.screenshot(path=PICTURE)
        browser.close()
    sys.stdout.write(f"Took {PICTURE.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
