"""Every page in a real browser under its security policy: nothing that it needs is blocked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Route

from tests.audit.conftest import CLOCK, PHONE, SITES
from tests.browser.scripts import have_run
from tests.hosting.conftest import Folder, PublishedFor
from tests.hosting.web_servers import SERVERS

pytestmark = pytest.mark.xdist_group("hosting")

# What a policy forbids is told to the document, before anything else of it runs.
TOLD = """document.addEventListener("securitypolicyviolation", event =>
  told(`${event.effectiveDirective} blocks ${event.blockedURI} ${event.sample}`))"""
# A phone has a share menu; Chromium on a desk has none. What it is asked is kept.
SHARING = "navigator.share = given => { window.shared = given; return Promise.resolve(); }"
GRAVE = ("error", "warning")
PROVIDER = "https://buttondown.com/**"


@dataclass
class Visit:
    """A phone on a server that says what the browser complains of, by page."""

    context: BrowserContext
    address: str
    page: Page
    complaints: list[str] = field(default_factory=list)

    def complain(self, words: str) -> None:
        self.complaints.append(f"{self.page.url.removeprefix(self.address)}: {words}")

    def heard(self) -> list[str]:
        """All complaints, after the browser had time for those that are still on their way."""
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        return self.complaints

    def go(self, address: str) -> None:
        self.page.goto(f"{self.address}{address}", wait_until="load")


@contextmanager
def visiting(browser: Browser, address: str, folder: Folder) -> Iterator[Visit]:
    width, height = PHONE
    context = browser.new_context(
        viewport={"width": width, "height": height},
        has_touch=True,
        permissions=["clipboard-read", "clipboard-write"],
    )
    visit = Visit(context, address, context.new_page())
    context.expose_binding("told", lambda _source, words: visit.complain(words))
    context.add_init_script(TOLD)
    context.add_init_script(SHARING)
    context.add_init_script(CLOCK % (folder.now.timestamp() * 1000))
    page = visit.page
    page.on("pageerror", lambda error: visit.complain(str(error)))
    page.on("requestfailed", lambda request: visit.complain(f"{request.url} {request.failure}"))
    page.on(
        "console",
        lambda message: visit.complain(message.text) if message.type in GRAVE else None,
    )
    context.route(PROVIDER, lambda route: route.fulfill(body="Thank you"))
    yield visit
    context.close()


@pytest.fixture(scope="module", params=SITES)
def site(
    request: pytest.FixtureRequest,
    published_for: PublishedFor,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[str, Folder]]:
    folder = published_for(request.param, "rsync")
    with SERVERS["nginx"](folder.path, tmp_path_factory.mktemp("nginx")) as address:
        yield address, folder


def used(visit: Visit) -> None:
    """Touch what a visitor may touch on the page: the menu, questions, the map, the buttons."""
    page = visit.page
    have_run(page)
    for one in page.locator("summary:visible").all():
        one.click()
    for region in page.locator(".body_map path:visible").all()[:2]:
        region.dispatch_event("click")
    for button in page.locator("share-links button:visible").all():
        button.click()
    if page.locator("share-links").count():
        page.locator("share-links [role=status]", has_text="copied").wait_for()
        assert page.evaluate("shared.url")


def searched(visit: Visit) -> None:
    """Type into the field of the search, and wait for what is found: WebAssembly, a worker."""
    visit.page.locator("site-search input[type=search]").fill("shoulder")
    visit.page.locator("site-search ol li").first.wait_for()


def signed_up(visit: Visit) -> None:
    page = visit.page
    page.wait_for_load_state("networkidle")  # who leaves earlier gives up what is on its way
    page.locator(".newsletter_form [type=email]").fill("ada@example.com")
    page.locator(".newsletter_form [type=submit]").click()
    page.wait_for_url(PROVIDER)


def test_no_page_meets_its_policy(browser: Browser, site: tuple[str, Folder]) -> None:
    """A script or a style that the policy blocks is one that visitors never get."""
    address, folder = site
    pages = [one for one, name in folder.addresses.items() if name.endswith(".html")]
    with visiting(browser, address, folder) as visit:
        for one in pages:
            visit.go(one)
            used(visit)
            if one == "/search/":
                searched(visit)
            visit.heard()
        assert "/search/" in pages
        assert len(pages) >= 15
        assert visit.complaints == []


def test_the_page_of_errors_meets_no_policy_either(
    browser: Browser, site: tuple[str, Folder]
) -> None:
    """It comes with two policies, its own and the header's; both must let it through."""
    address, folder = site
    with visiting(browser, address, folder) as visit:
        visit.go("/contact/nothing")
        used(visit)
        gone = "Failed to load resource: the server responded with a status of 404 (Not Found)"
        assert visit.heard() == [f"/contact/nothing: {gone}"]


@pytest.mark.parametrize("site", ["full"], indirect=True)
def test_the_form_reaches_its_provider(browser: Browser, site: tuple[str, Folder]) -> None:
    """The one place outside that a page may send something to."""
    address, folder = site
    with visiting(browser, address, folder) as visit:
        visit.go("/")
        signed_up(visit)
        assert visit.heard() == []


@pytest.mark.parametrize(
    ("injected", "told"),
    [
        ("<script>document.title = 'taken'</script>", "script-src-elem blocks inline"),
        ("<style>p { color: red }</style>", "style-src-elem blocks inline"),
        ("<p style='color: red'>", "style-src-attr blocks inline"),
        ("<img src=x onerror='document.title = `taken`'>", "script-src-attr blocks inline"),
        ("<script src='https://evil.example/a.js'></script>", "script-src-elem blocks https"),
        ("<img src='https://evil.example/a.png'>", "img-src blocks https"),
        ("<iframe src='https://evil.example/'></iframe>", "frame-src blocks https"),
        ("<base href='https://evil.example/'>", "base-uri blocks https"),
    ],
)
@pytest.mark.parametrize("site", ["full"], indirect=True)
def test_what_somebody_smuggles_in_is_blocked_and_told(
    browser: Browser, site: tuple[str, Folder], injected: str, told: str
) -> None:
    """The tests above must be able to fail; and the policy must be worth something."""
    address, folder = site

    def smuggle(route: Route) -> None:
        answer = route.fetch()
        html = answer.text()
        assert "<main" in html
        route.fulfill(response=answer, body=html.replace("<main", f"{injected}<main", 1))

    with visiting(browser, address, folder) as visit:
        visit.context.route(f"{address}/contact/", smuggle)
        visit.go("/contact/")
        assert visit.page.title() != "taken"
        assert [one for one in visit.heard() if told in one]


@pytest.mark.parametrize("site", ["full"], indirect=True)
def test_a_script_that_makes_html_of_text_is_stopped(
    browser: Browser, site: tuple[str, Folder]
) -> None:
    """Trusted Types: text that becomes HTML is how most scripts let others in."""
    address, folder = site
    with visiting(browser, address, folder) as visit:
        visit.go("/contact/")
        with pytest.raises(Error, match="TrustedHTML"):
            visit.page.evaluate("document.body.innerHTML = '<p>taken'")
        told = "/contact/: require-trusted-types-for blocks trusted-types-sink"
        assert [one for one in visit.heard() if one.startswith(told)]
