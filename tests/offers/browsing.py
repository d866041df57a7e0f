"""Pages of a built site in a browser, on a clock that stands still until it is moved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.scripts import have_run
from tests.conftest import serving_folder
from tests.offers.sites import Site

MILLISECOND = timedelta(milliseconds=1)


@contextmanager
def opened(
    browser: Browser, made: Site, address: str, at: datetime, **options: Any
) -> Iterator[Page]:
    """A page that is opened at an instant; errors in it fail the test."""
    errors: list[str] = []
    with serving_folder(made.folder) as host:
        context = browser.new_context(**{"timezone_id": "America/Denver", **options})
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.clock.install(time=at - timedelta(hours=1))
        page.clock.pause_at(at)
        page.goto(host + address)
        if options.get("java_script_enabled", True):
            have_run(page)
        yield page
        context.close()
    assert errors == []
