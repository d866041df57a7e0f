"""A page as of another moment, in the browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from plugins.build.api import build
from tests.browser.small_sites import content
from tests.desk.conftest import DEVSERVER, HOME, Start
from tests.desk.preview.test_live_reload import CSP
from tests.desk.preview_process import Preview, ask

pytestmark = pytest.mark.xdist_group("desk-at")

ROOT = Path(__file__).parents[3]
BUILT = 1792044000  # 2026-10-15 00:00 in Denver
# The clock goes back on November 1: that day has 25 hours.
OFFERS = {
    "fall": 'headline: "Until the clock goes back"\nends: 2026-11-01\nterms: All.',
    "late": 'headline: "November"\nstarts: 2026-11-02\nends: 2026-11-30 18:00\nterms: All.',
}
FALL, LATE = ["Until the clock goes back"], ["November"]
POLICY = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Home</title>
<meta http-equiv="Content-Security-Policy" content="{CSP}"></head>
<body><a href="/about.html?x=1#there">About</a> <a href="#here">Here</a></body></html>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, int]]:
    """A practice in Denver, built in October and served; its folder and the port."""
    folder = tmp_path_factory.mktemp("practice")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(BUILT))
        outcome = build(
            settings=str(ROOT / "pelicanconf.py"),
            content=str(content(folder / "content", OFFERS)),
            output=str(folder / "output"),
            overrides={"BUILD_NOTES": ""},
        )
    assert outcome.code == 0, outcome.text
    preview = Preview(folder, "serve", "--port", "0")
    yield folder, preview.port()
    preview.finish()


def headlines(page: Page) -> list[str]:
    """What the banner says that runs."""
    return page.locator(".offer_banner p:not(.actions) a").filter(visible=True).all_inner_texts()


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        ("2026-10-20", FALL),
        ("2026-11-01T01:30", FALL),
        ("2026-11-01T23:30", FALL),
        ("2026-11-02", LATE),
        ("2026-11-30T17:30", LATE),
        ("2026-11-30T18:00", []),
        ("2086-01-01", []),
    ],
)
def test_the_page_shows_what_runs_then(
    site: tuple[Path, int], page: Page, at: str, shown: list[str]
) -> None:
    """Before a campaign starts, staff see that it will, on the page that visitors will see."""
    page.goto(f"http://127.0.0.1:{site[1]}/?at={at}")
    assert headlines(page) == shown


def test_an_offer_starts_while_the_page_is_open(site: tuple[Path, int], page: Page) -> None:
    """The clock runs on from the moment, so its changes can be watched."""
    page.goto(f"http://127.0.0.1:{site[1]}/?at=2026-11-01T23:59:58")
    banner = page.locator(".offer_banner p:not(.actions) a").filter(visible=True)
    expect(banner).to_have_text(LATE)


def test_every_clock_of_the_page_is_moved(site: tuple[Path, int], page: Page) -> None:
    """A script that asks for the time in another way must not show the present."""
    page.goto(f"http://127.0.0.1:{site[1]}/?at=2086-12-24T09:00")
    asked = """() => {
        const year = { year: 'numeric' }
        const format = new Intl.DateTimeFormat('en', year)
        const again = new Date().constructor
        return [
            Date.now() / 3.6e6 | 0, new Date() / 3.6e6 | 0, again.now() / 3.6e6 | 0,
            new Date(Date()).getFullYear(), format.format(), format.formatToParts()[0].value,
            new Date(0).toISOString(), new Date() instanceof Date, Date.UTC(1970, 0),
            new Date(2000, 1, 3).getDate(),
        ]
    }"""
    hour = 3691584000 // 3600
    told = [hour, hour, hour, 2086, "2086", "2086", "1970-01-01T00:00:00.000Z", True, 0, 3]
    assert page.evaluate(asked) == told


def test_the_bar_says_the_moment_and_leads_to_the_next_change(
    site: tuple[Path, int], page: Page
) -> None:
    """Nobody must take another day's page for today's, or type a date to see what follows."""
    page.goto(f"http://127.0.0.1:{site[1]}/about/?at=2086-12-24T09:00")
    bar = page.get_by_role("region", name="Preview")
    text = "Shown as of Tuesday, December 24, 2086, 9 AM (Denver). Back to now Previous change"
    expect(bar).to_have_text(text)
    bar.get_by_role("link", name="Previous change").click()
    page.wait_for_url("**/about/?at=*")
    bar.get_by_role("link", name="Next change").click()
    expect(bar).to_contain_text("Shown as of Monday, November 30, 2026, 6 PM (Denver).")
    bar.get_by_role("link", name="Back to now").click()
    page.wait_for_url(f"http://127.0.0.1:{site[1]}/about/")
    expect(page.locator("preview-desk")).to_have_count(1)
    expect(bar).to_have_count(0)


def test_a_moment_that_is_none_leaves_the_clock_alone(site: tuple[Path, int], page: Page) -> None:
    """A page that silently showed the present would be taken for the day that was meant."""
    page.goto(f"http://127.0.0.1:{site[1]}/?at=12/31/2086")
    expect(page.get_by_role("region", name="Preview")).to_have_text(
        'Found "12/31/2086" after ?at=. Needed a date like 2026-12-31, or a date and time like '
        "2026-12-31 18:00. To fix, type ?at=2086-12-31. Back to now"
    )
    assert page.evaluate("Date.now() / 1000 < 3e9")


def test_nothing_of_it_is_in_the_output(site: tuple[Path, int]) -> None:
    """What was looked at may be published as it is."""
    folder, port = site
    assert "/_preview/time_travel.js" in ask(port, "/?at=2086-12-24").text
    files = [file for file in (folder / "output").rglob("*") if file.is_file()]
    assert files
    assert [file for file in files if b"_preview" in file.read_bytes()] == []


def test_other_files_are_the_same_at_every_moment(site: tuple[Path, int]) -> None:
    """Only pages have a clock."""
    assert ask(site[1], "/robots.txt?at=2086-12-24").text == ask(site[1], "/robots.txt").text


def test_links_of_the_site_keep_the_moment_under_a_strict_policy(
    project: Path, start: Start, page: Page
) -> None:
    """Who looks at Christmas walks through the site as it is at Christmas."""
    for name in ("index", "about"):
        (project / f"content/{name}.html").write_text(POLICY)
    preview = start()
    port = preview.port()
    preview.told()
    blocked: list[str] = []
    page.on("console", lambda message: blocked.append(message.text))
    page.goto(f"http://127.0.0.1:{port}/?at=2086-12-24T09:00")
    expect(page.get_by_role("region", name="Preview")).to_have_css("display", "flex")
    page.get_by_role("link", name="Here").click()
    page.wait_for_url(f"http://127.0.0.1:{port}/?at=2086-12-24T09:00#here")
    page.get_by_role("link", name="About").click()
    page.wait_for_url(f"http://127.0.0.1:{port}/about.html?x=1&at=2086-12-24T09:00#there")
    assert page.evaluate("new Date().getUTCFullYear()") == 2086
    assert blocked == []


def test_at_of_the_command_moves_every_page(
    project: Path, start: Start, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    """make devserver AT=...: built as of then, and shown as of then."""
    monkeypatch.setenv("AT", "2086-12-24 09:00")
    preview = start(*DEVSERVER)
    port = preview.port()
    preview.told()
    page.goto(f"http://127.0.0.1:{port}/")
    bar = page.get_by_role("region", name="Preview")
    expect(bar).to_have_text("Shown as of Tuesday, December 24, 2086, 9 AM (UTC).")
    assert page.evaluate("new Date().getUTCFullYear()") == 2086
    assert (project / "output/index.html").read_text() == HOME
