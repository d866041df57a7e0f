"""A page that comes in pieces, as over a slow network: what people see stays where it is."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.test_typeface import WATCH
from tests.conftest import Quiet, serving

PAUSE_SECONDS = 0.7


class InPieces(Quiet):
    """Sends each page up to a mark, waits until that is painted, and sends the rest."""

    mark = b""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        before, mark, after = source.read().partition(self.mark)
        outputfile.write(before)
        outputfile.flush()
        time.sleep(PAUSE_SECONDS if mark else 0)
        outputfile.write(mark + after)


@pytest.mark.parametrize("mark", ['<div class="with_sidebar"', '<div class="prose'])
@pytest.mark.parametrize("page", ["modalities/swedish-massage", "symptoms/stiff-neck"])
def test_the_first_paragraph_pushes_no_drawing_away(
    browser: Browser, output: Path, page: str, mark: str
) -> None:
    """On a phone it stands above drawings that come before it in the page."""
    pieces = type("Pieces", (InPieces,), {"mark": mark.encode()})
    with serving(partial(pieces, directory=str(output))) as address:
        phone = browser.new_page(viewport={"width": 360, "height": 800})
        phone.add_init_script(WATCH)
        phone.goto(f"{address}/{page}/")
        phone.wait_for_timeout(100)
        moved = phone.evaluate("moved")
        phone.close()
    assert moved == []
