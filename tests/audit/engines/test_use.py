"""What people do on a page, in the engines of iPhones and of Firefox."""

from __future__ import annotations

import re
import time
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.audit.conftest import Site
from tests.audit.engines.window import DESK, PHONE, PLACE, Window, picture, until
from tests.conftest import Quiet, serving

pytestmark = pytest.mark.torture
SECONDS = 5
LATE = 2000  # milliseconds: a busy machine wakes a browser late
SHOWN = "document.querySelector(arguments[0]).checkVisibility({ visibilityProperty: true })"
HIDDEN = f"!{SHOWN}"
# The first offer that ends while another follows.
OFFER = re.compile(r'data-to="(\d+)" data-offer="')
INSTANT = re.compile(r'(data-(?:since|to)=")(\d+)"')
WATCH = """const shown = document.querySelector(".offer_banner > div:not([hidden])");
new MutationObserver(() => window.went ??= Date.now()).observe(shown, { attributes: true });
return shown.innerText;"""
SEND = """window.sent = [];
window.fetch = (address, { body }) => {
  sent.push(String(body));
  return Promise.resolve({ ok: true });
};"""
# Whether somebody who clicks on a link would hit it.
HIT = (
    PLACE.replace("return", "const place =")
    + """
return document.elementFromPoint(...place) === element;"""
)
# Styles for paper count on the screen, and those for screens do not.
ON_PAPER = """for (const { cssRules } of document.styleSheets) {
  const walk = (rules) => {
    for (const rule of rules) {
      if (rule.media?.mediaText === "print") rule.media.mediaText = "all";
      else if (rule.media?.mediaText === "screen") rule.media.mediaText = "not all";
      if (rule.cssRules) walk(rule.cssRules);
    }
  };
  walk(cssRules);
}"""
PAPER = (720, 1000)  # A4 and Letter, at 96 pixels an inch, without their margins


def open_page(window: Window, address: str, size: tuple[int, int] = PHONE) -> None:
    window.resize(size)
    window.open(address)


def test_the_menu_opens_and_leads(window: Window, site: Site) -> None:
    """It is a `details` of HTML, which each engine draws in its own way."""
    link = 'nav a[href="/contact/"]'
    open_page(window, site.address)
    assert window.run(f"return {HIDDEN}", link)
    window.click("nav summary")
    until(window, SHOWN, link)
    window.click(link)
    until(window, "location.pathname === '/contact/' && document.readyState === 'complete'")


class Ending(Quiet):
    """A host whose first offer ends some seconds after somebody asks for the home page."""

    ends = 0

    def do_GET(self) -> None:  # noqa: N802  (as http.server names it)
        if self.path != "/":
            super().do_GET()
            return
        page = (Path(self.directory) / "index.html").read_text(encoding="utf-8")
        type(self).ends = int((time.time() + SECONDS) * 1000)
        first = OFFER.search(page)
        assert first
        shift = self.ends - int(first[1])
        moved = INSTANT.sub(lambda found: f'{found[1]}{int(found[2]) + shift}"', page).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(moved)))
        self.end_headers()
        self.wfile.write(moved)


def test_an_offer_goes_at_its_second(window: Window, site: Site) -> None:
    """What has ended is untrue, and nobody reloads a page."""
    with serving(partial(Ending, directory=str(site.folder))) as address:
        open_page(window, f"{address}/")
        shown = window.run(WATCH)
        went = until(window, "window.went")
    assert shown
    assert 0 <= went - Ending.ends < LATE
    assert window.run("return document.querySelector('.offer_banner').innerText") != shown


def test_a_closed_offer_stays_closed(window: Window, site: Site) -> None:
    """Also where the engine keeps little: on the next page, too."""
    open_page(window, site.address)
    window.run("localStorage.clear()")
    window.open(site.address)
    window.click(".offer_banner > div:not([hidden]) button")
    until(window, HIDDEN, ".offer_banner")
    window.open(site.address)
    assert window.run(f"return {HIDDEN}", ".offer_banner")
    window.run("localStorage.clear()")


def test_the_map_answers(window: Window, site: Site) -> None:
    """A click on the drawing shows a text, a pattern, and a link that can be reached."""
    for size in (PHONE, DESK):
        open_page(window, f"{site.address}/symptoms/", size)
        blank = picture(window, ".body_map .plate")
        assert window.run(f"return {HIDDEN}", "li:has(#chest) p")
        window.click('a[href="#chest"] path')
        until(window, SHOWN, "li:has(#chest) p")
        until(window, "location.hash === '#chest'")
        time.sleep(1)  # until the pattern is there
        assert picture(window, ".body_map .plate") != blank
        assert window.run(HIT, "li:has(#chest) p a")


def test_a_question_opens(window: Window, site: Site) -> None:
    """Answers are folded away; a touch shows one."""
    answer = ".questions details:nth-of-type(2) p"
    open_page(window, f"{site.address}/modalities/swedish-massage/")
    assert window.run(f"return {HIDDEN}", answer)
    window.click(".questions details:nth-of-type(2) summary")
    until(window, SHOWN, answer)


def test_search_finds(window: Window, site: Site) -> None:
    """Its engine is WebAssembly under a strict policy."""
    open_page(window, f"{site.address}/search/")
    window.click("#search-field")
    window.keys("neck")
    until(
        window, "document.querySelector('site-search ol a')?.getAttribute('href').includes('neck')"
    )
    assert window.run("return wrong") == []


def test_the_link_is_copied_or_shown(window: Window, site: Site) -> None:
    """What an engine refuses is shown, to be copied by hand."""
    open_page(window, f"{site.address}/symptoms/stiff-neck/")
    window.click("[data-part=copy]")
    said = until(window, "document.querySelector('share-links [role=status]').textContent.trim()")
    assert said == "The link is copied." or "/symptoms/stiff-neck/" in said


def test_a_form_is_sent_once_it_is_filled_in(window: Window, site: Site) -> None:
    """An empty one stays, at the field that is missing."""
    open_page(window, f"{site.address}/contact/")
    window.run(SEND)
    window.click("posted-form [type=submit]")
    assert until(window, "document.activeElement.id") == "contact-name"
    window.keys("Ada")
    window.click("#contact-reach")
    window.keys("303-555-0199")
    window.click("posted-form [type=submit]")
    (sent,) = until(window, "window.sent.length && window.sent")
    assert "name=Ada" in sent
    assert "telephone_or_email=303-555-0199" in sent
    until(window, SHOWN, "[data-answer=done]")


def printed(window: Any, address: str) -> str:
    """What paper says: what Firefox prints. WebKit prints for no driver: it shows the styles for
    paper on the screen."""
    if hasattr(window, "paper"):
        open_page(window, address)
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(window.paper())).pages)
    open_page(window, address, PAPER)
    window.run(ON_PAPER)
    assert window.run("return document.documentElement.scrollWidth") <= PAPER[0]
    return str(window.run("return document.body.innerText"))


def test_paper_has_the_text_and_no_buttons(window: Window, site: Site) -> None:
    """People take a page to the practice, or hang it up."""
    said = printed(window, f"{site.address}/symptoms/stiff-neck/")
    assert "303-555-0142" in said
    assert "Stiff Neck" in said
    assert "Copy the link" not in said
