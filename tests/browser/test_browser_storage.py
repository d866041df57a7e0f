"""What a browser holds after a visit, and what the page on privacy says that it holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.core.feature import Feature
from plugins.core.model.browser_storage import Stored
from tests.build.conftest import Project, bare, full, live, plugin, project
from tests.conftest import serving_folder
from tests.sites import NOW

__all__ = ["bare", "full", "live", "project"]

HELD = """(async () => ({
  localStorage: Object.keys(localStorage),
  caches: await caches.keys(),
  sessionStorage: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(({ name }) => name),
}))()"""
# What the sentences begin with, and the names of what they speak of.
SENTENCES = {
    "When you close an offer": ("localStorage", "offer-[0-9a-f]{8}"),
    "On a small screen": ("localStorage", "serif"),
    "The page that shows when the network is gone": ("caches", "offline-[0-9a-f]{10}"),
}
ELSEWHERE = ("sessionStorage", "databases", "cookies")


def held_after_a_visit(page: Page, host: str) -> Mapping[str, Any]:
    """A telephone, on which somebody does all that a page offers."""
    page.goto(host)
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    page.get_by_role("button", name="Close this offer").locator("visible=true").click()
    expect(page.locator(".offer_banner")).to_be_hidden()
    page.wait_for_function("() => localStorage.serif", polling=100)
    page.goto(f"{host}/search/?q=neck")
    page.wait_for_selector("site-search li")
    return {**page.evaluate(HELD), "cookies": page.context.cookies()}


def test_the_page_on_privacy_names_what_a_browser_holds(browser: Browser, live: Project) -> None:
    """Nothing is stored without a sentence, and no sentence is without its thing."""
    with serving_folder(live.output) as host:
        context = browser.new_context(viewport={"width": 390, "height": 800})
        context.clock.install(time=NOW)
        page = context.new_page()
        held = held_after_a_visit(page, host)
        page.goto(f"{host}/privacy/")
        said = page.locator("section[aria-labelledby=stored] li").all_inner_texts()
        context.close()
    assert {name: held[name] for name in ELSEWHERE} == {name: [] for name in ELSEWHERE}
    promised = [SENTENCES[start] for start in SENTENCES for text in said if text.startswith(start)]
    assert len(promised) == len(said) == len(SENTENCES)
    for place, name in promised:
        assert [one for one in held[place] if re.fullmatch(name, one)], name
    for place in ("localStorage", "caches"):
        names = [name for other, name in promised if other == place]
        assert [one for one in held[place] if not re.fullmatch("|".join(names), one)] == []


@pytest.mark.parametrize("live", [False, True])
def test_a_feature_that_stores_adds_its_sentence(
    bare: Project, monkeypatch: pytest.MonkeyPatch, live: bool
) -> None:
    """Whoever writes one has the sentence in the same place, and it goes with the feature."""
    bare.write({"pages/privacy.md": "---\ntitle: Privacy\nsummary: B.\n---\n\nText.\n"})
    monkeypatch.syspath_prepend(str(bare.folder))
    storing = plugin(Feature("storing", stored=lambda _site: [Stored("caches", "x", "A note.")]))
    plugins = ["plugins.practice", "plugins.pages", "plugins.images", "plugins.assets", storing]
    bare.built(live=live, PLUGINS=plugins)
    section = bare.page("/privacy/").select_one("section[aria-labelledby=stored]")
    assert section
    assert [item.get_text() for item in section.select("li")] == ["A note."]
    bare.built(live=live, PLUGINS=plugins[:-1])
    assert "stores nothing on your device" in bare.page("/privacy/").get_text()
