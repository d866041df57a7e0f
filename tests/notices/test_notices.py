"""Notices: above every page from their start to their end, to the second, without a build."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.build.conftest import Project
from tests.conftest import serving_folder

# Noon of June 2 in Denver: the day before the flood of the full site.
EVE = datetime(2030, 6, 2, 18, tzinfo=UTC)


def test_what_runs_is_seen_and_what_is_to_come_waits(live: Project) -> None:
    """The clock in the page shows it at its instant."""
    sections = live.page("/contact/").select(".notice_banner")
    assert [(one.get_text(strip=True)[:16], one.has_attr("hidden")) for one in sections] == [
        ("Roadworks on Qui", False),
        ("Closed until Tue", True),
    ]


def test_one_that_has_ended_is_on_no_page_and_told(full: Project) -> None:
    full.now = datetime(2030, 7, 1, 18, tzinfo=UTC)
    outcome = full.built()
    assert "a notice that has ended" in outcome.text
    assert not full.page("/").select(".notice_banner")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("ends: 2030-05-20\n", "", "a line for ends"),
        ("ends: 2030-05-20", "ends: 2030-05-01", "a start before the end"),
        ("ends: 2030-05-20", "ends: 2030-05-20\nlevel: urgent", "one of news or closed"),
    ],
)
def test_a_notice_needs_an_end(full: Project, old: str, new: str, told: str) -> None:
    """Nobody remembers to take it down."""
    full.replace("notices/roadworks.md", old, new)
    assert told in full.refused()


def test_the_next_builds_are_those_for_visitors_without_scripts(full: Project) -> None:
    full.now = EVE
    notes = full.built().build_notes
    due = {one["at"]: one["what"] for one in notes["reasons"] if "flood" in one["what"]}
    assert due == {
        "2030-06-03T06:00:00Z": "the notice flood starts",
        "2030-06-04T18:00:00Z": "the notice flood ends",
    }


@pytest.fixture
def site(full: Project) -> Path:
    full.now = EVE
    full.built()
    return full.output


def test_it_comes_and_goes_in_a_page_that_stays_open(site: Path, browser: Browser) -> None:
    """And the practice is not "open now" meanwhile, whatever its hours say."""
    context = browser.new_context(timezone_id="America/Denver")
    try:
        with serving_folder(site) as host:
            page = context.new_page()
            page.clock.install(time=datetime(2030, 6, 3, 5, 59, 58, tzinfo=UTC))
            page.goto(f"{host}/contact/")
            notice = page.locator(".notice_banner", has_text="Closed until")
            assert notice.is_hidden()
            page.clock.run_for(3000)
            assert notice.is_visible()
            # Tuesday, 9 AM: open by the hours.
            page.clock.set_fixed_time(datetime(2030, 6, 4, 15, tzinfo=UTC))
            page.goto(f"{host}/contact/")
            assert notice.is_visible()
            page.wait_for_function("document.querySelector('open-now')?.textContent")
            assert page.locator("open-now").text_content() == "Closed now"
            page.clock.set_fixed_time(datetime(2030, 6, 4, 18, tzinfo=UTC))
            page.goto(f"{host}/contact/")
            assert notice.is_hidden()
    finally:
        context.close()
