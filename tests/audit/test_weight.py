"""A page arrives in one round trip, loads little after it, and asks nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.audit.conftest import PHONE, Site, looking
from tests.audit.host import hosting
from tests.audit.weight import forget, too_much, weigh, write_bad_page
from tests.sites import NOW


@pytest.mark.counts
def test_every_page_is_within_its_budgets(browser: Browser, site: Site) -> None:
    """Ten packets is what a server sends before it waits for the phone to answer."""
    with looking(browser, site.now, PHONE) as page:
        forget(page)
        found = {name: weigh(page, site.address + name) for name in site.pages}
    broken = {name: too_much(weight, site.address) for name, weight in found.items()}
    assert {name: said for name, said in broken.items() if said} == {}


def test_a_heavy_page_is_told_apart(browser: Browser, tmp_path: Path) -> None:
    """The test above must be able to fail, in each of its parts."""
    write_bad_page(tmp_path)
    with hosting(tmp_path) as address, looking(browser, NOW) as page:
        weight = weigh(page, f"{address}/")
    assert [said.split(":")[0] for said in too_much(weight, address)] == [
        "first view",
        "first view with headers",
        "scripts",
        "whole page without photographs",
        "6 requests of 4",
        "asks another host",
    ]
