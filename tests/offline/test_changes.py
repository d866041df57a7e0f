"""What becomes of the worker when the site changes, or has none any more."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error, Page, expect

from pelicanconf import PLUGINS
from tests.build.conftest import Project
from tests.offline.conftest import until
from tests.offline.host import Host

NAMES = "caches.keys()"
GONE = """async () => {
  const all = await navigator.serviceWorker.getRegistrations();
  return all.length + (await caches.keys()).length === 0;
}"""


def test_a_new_build_takes_the_place_of_the_old_one(
    visited: Page, host: Host, published: Project
) -> None:
    """A number that has changed is the new one offline too, after one visit."""
    [old] = visited.evaluate(NAMES)
    published.replace("practice.yaml", "0142", "0199")
    published.built()
    visited.goto(f"{host.address}/about/")
    until(visited, f"caches.keys().then((names) => names.length === 1 && names[0] !== '{old}')")
    host.stop()
    visited.goto(f"{host.address}/offers/")
    expect(visited.get_by_role("link", name="Call 303-555-0199").first).to_be_visible()


@pytest.mark.parametrize("live", [True, False], ids=["without the feature", "the preview"])
def test_a_site_without_it_sends_it_away(
    visited: Page, host: Host, published: Project, live: bool
) -> None:
    """Nothing stays behind in the browsers of visitors, or of whoever builds the next site here."""
    without = [one for one in PLUGINS if one != "plugins.offline"]
    published.built(live=live, **({"PLUGINS": without} if live else {}))
    visited.goto(f"{host.address}/about/")
    until(visited, GONE)
    host.stop()
    with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):
        visited.goto(f"{host.address}/about/")
