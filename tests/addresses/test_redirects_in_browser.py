"""The pages of addresses that moved: where a browser ends up, on a plain file host."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route

from tests.audit.conftest import Scheme
from tests.browser.conftest import built
from tests.conftest import serving_folder
from tests.sites import FULL, NOW

MOVED = {
    "/old-contact.html": "/contact/",
    "/services.php": "/contact/",
    "/massage/deep": "/modalities/deep-tissue-massage/",
    "/massage/deep/": "/modalities/deep-tissue-massage/",
    "/index.php/news/": "/news/",
}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The published practice with every fact."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        patch.setenv("SITEURL", "https://www.example.com")
        folder = built(FULL, tmp_path_factory.mktemp("moved") / "output", "publishconf.py")
    with serving_folder(folder) as address:
        yield address


def arrive(page: Page, host: str, old: str, new: str) -> None:
    """Follow an old address to the end."""
    page.goto(host + old, wait_until="commit")
    page.wait_for_url(host + new)
    assert page.locator("header nav").count() == 1


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_an_old_address_leads_to_the_page_of_today(
    browser: Browser, host: str, scripts: bool
) -> None:
    """An old link on some other site is how many people come."""
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    said: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        said.append(message.text)

    page.on("console", listen)
    for old, new in MOVED.items():
        arrive(page, host, old, new)
    context.close()
    assert said == []


def test_the_way_back_is_not_blocked(browser: Browser, host: str) -> None:
    """The page that leads on is no stop of its own, or Back would lead forward again."""
    page = browser.new_page()
    page.goto(f"{host}/privacy/")
    arrive(page, host, "/old-contact.html", "/contact/")
    page.go_back()
    assert page.url == f"{host}/privacy/"
    page.close()


@pytest.mark.parametrize(
    ("scheme", "ink"), [("light", "rgb(0, 0, 0)"), ("dark", "rgb(255, 255, 255)")]
)
def test_who_stays_can_read_it_by_night_and_follow_its_link(
    browser: Browser, host: str, scheme: Scheme, ink: str
) -> None:
    """Some browsers ask before they let a page lead on."""
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    html = page.request.get(f"{host}/old-contact.html").text()
    staying = html.replace('http-equiv="refresh"', 'name="stay"')

    def stay(route: Route) -> None:
        route.fulfill(body=staying, content_type="text/html")

    page.route("**/old-contact.html", stay)
    page.goto(f"{host}/old-contact.html")
    assert page.evaluate("getComputedStyle(document.body).color") == ink
    page.get_by_role("link", name="Call Example Hands").click()
    page.wait_for_url(f"{host}/contact/")
    context.close()
