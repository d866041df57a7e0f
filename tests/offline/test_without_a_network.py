"""A host that is gone, for somebody who was there before."""

from __future__ import annotations

import pytest
from playwright.sync_api import ConsoleMessage, Error, Page, expect

from tests.build.conftest import Project
from tests.offline.conftest import READY, visit
from tests.offline.host import Host

TITLE = "This page could not be loaded | Example Hands"
KEPT = """caches.keys().then((names) => Promise.all(names.map(async (name) => {
  const cache = await caches.open(name);
  return (await cache.keys()).map(({ url }) => new URL(url).pathname);
})))"""


def test_the_page_shows_in_place_of_one_that_cannot_be_loaded(visited: Page, host: Host) -> None:
    """The address stays, so that trying again asks for it again; to browsers it is an error."""
    host.stop()
    answer = visited.goto(f"{host.address}/about/?from=mail")
    assert answer is not None
    assert (answer.status, visited.title()) == (503, TITLE)
    assert visited.url == f"{host.address}/about/?from=mail"
    host.start()
    visited.get_by_role("link", name="Try again").click()
    expect(visited).to_have_title("About us | Example Hands")
    assert visited.url == f"{host.address}/about/?from=mail"


def test_the_page_that_was_asked_for_comes_by_itself(visited: Page, host: Host) -> None:
    """Somebody walks out of an elevator, the telephone in the hand."""
    visited.context.set_offline(True)
    visited.goto(f"{host.address}/about/")
    expect(visited).to_have_title(TITLE)
    visited.evaluate("customElements.whenDefined('try-again').then(() => null)")
    visited.context.set_offline(False)
    expect(visited).to_have_title("About us | Example Hands")


def test_an_offer_that_has_ended_is_nowhere(visited: Page, host: Host) -> None:
    """Seen yesterday, ended over night, no network today: nothing of it may come back."""
    banner = visited.get_by_text("Ten dollars off")
    expect(banner).to_be_visible()
    visited.goto(f"{host.address}/offers/ten/")
    host.stop()
    visited.clock.set_system_time("2030-05-21T12:00:00Z")
    for address in ("/", "/offers/ten/", "/offers/"):
        visited.goto(host.address + address)
        expect(visited).to_have_title(TITLE)
        assert "Ten dollars off" not in visited.content()


def test_no_page_of_the_site_is_kept(visited: Page, host: Host) -> None:
    """What is not kept cannot be shown when it is no longer true."""
    for address in ("/about/", "/offers/", "/offers/ten/"):
        visited.goto(host.address + address)
    [[page, script]] = visited.evaluate(KEPT)
    assert page == "/offline/"
    assert script.startswith("/assets/site.")


@pytest.mark.parametrize("old", ["_headers", ".addRoutes"])
def test_it_says_whether_the_practice_is_open(page: Page, published: Project, old: str) -> None:
    """From a host that lets browsers keep no file, and in browsers without static routing."""
    (published.output / "_headers").unlink()
    code = (published.output / "sw.js").read_text()
    (published.output / "sw.js").write_text(code.replace(old, ".noRoutes"))
    host = Host(published.output)
    visit(page, host)
    host.stop()
    page.goto(f"{host.address}/about/")
    expect(page.locator("open-now")).to_contain_text("Open now, until 6 PM")


def test_the_worker_passes_the_sites_policy_and_no_other_does(visited: Page, host: Host) -> None:
    """Whatever somebody smuggles into a page cannot leave a worker behind."""
    said: list[str] = []

    def note(message: ConsoleMessage) -> None:
        said.append(message.text)

    visited.on("console", note)
    visited.goto(f"{host.address}/about/")
    visited.evaluate(READY)
    assert [line for line in said if "Content" in line or "rusted" in line] == []
    refused = "navigator.serviceWorker.register('/assets/other.js').catch((error) => error.message)"
    assert "TrustedScriptURL" in visited.evaluate(refused)
    another = "try { trustedTypes.createPolicy('other', {}) } catch ({ name }) { name }"
    assert visited.evaluate(another) == "TypeError"


def test_browsers_without_trusted_types_have_it_too(page: Page, published: Project) -> None:
    """Firefox and Safari learned of them late; they read past that part of the policy, which a site
    for this host does not have in its pages."""
    published.built(HOST="rsync")
    page.add_init_script("delete window.trustedTypes")
    host = Host(published.output)
    visit(page, host)
    host.stop()


def test_pages_are_still_fetched_before_the_click(visited: Page, host: Host) -> None:
    """A worker must not make the site slower."""
    visited.goto(f"{host.address}/offers/")
    host.asked.clear()
    link = visited.get_by_role("link", name="Home")
    link.hover()
    visited.wait_for_timeout(500)
    link.click()
    expect(visited).to_have_title("Example Hands")
    assert [one for one in host.asked if one[0] == "/"] == [("/", "prefetch")]


def test_a_form_that_could_not_be_sent_is_the_browsers_own_affair(
    visited: Page, host: Host
) -> None:
    """ "Try again" would ask for the page of thanks, and nothing would have been sent."""
    host.stop()
    visited.evaluate(
        "{ const form = document.createElement('form'); form.method = 'post';"
        " form.action = '/about/'; document.body.append(form); form.submit(); }"
    )
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        visited.wait_for_url("**/about/")
