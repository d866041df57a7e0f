"""Whole sites elsewhere: in French in Montréal, in Spanish in Mexico, in two languages in Denver,
in British English in London.

Each is small and has every kind of page; each page is opened on a phone and on a desk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, ConsoleMessage

from tests.audit import axe
from tests.audit.conftest import Site, looking, modules, nothing, published
from tests.audit.host import hosting
from tests.audit.layout import broken_numbers, sideways
from tests.audit.test_structured_data import misformed
from tests.audit.vocabulary import complaints, graphs
from tests.sites import FULL, NOW, staying

__all__ = ["modules"]  # a fixture
# The words that a page of each language must not have left from the English interface.
ENGLISH = re.compile(
    r"\b(and|the|your|you|with|Call|Close|Search|Share|Copy|More|Hours|closed|until|noon"
    r"|Prices|License|Send|Email|January|May|June|Monday|Friday)\b"
)
pytestmark = pytest.mark.torture
ABROAD = ("montreal", "mexico", "london")
SITES = ("denver", *(pytest.param(one, marks=pytest.mark.long) for one in ABROAD))


@pytest.fixture(scope="module", params=SITES)
def country(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """The published site, served as a good host does."""
    content = FULL.with_name(request.param)
    folder = published(content, tmp_path_factory.mktemp(request.param) / "output", NOW)
    with hosting(folder) as address:
        yield Site(request.param, folder, address, NOW)


def addresses(site: Site) -> list[str]:
    files = (path.relative_to(site.folder).as_posix() for path in staying(site.folder))
    return sorted(f"/{file}".removesuffix("index.html") for file in files)


def test_every_page_opens_without_errors_and_fits(browser: Browser, country: Site) -> None:
    """On a narrow phone and on a desk; longer words must break nothing."""
    found: dict[str, list[str]] = {}
    pages = addresses(country)
    assert len(pages) > 15
    with looking(browser, country.now) as page:
        here = ""

        def listen(message: ConsoleMessage) -> None:
            # The test itself keeps the worker away: each page is a first visit.
            blocked = message.text.startswith("Service Worker registration blocked")
            if message.type in ("error", "warning") and not blocked:
                found.setdefault(message.text, []).append(here)

        page.on("console", listen)
        for here in pages:
            for width in (320, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                page.goto(country.address + here)
                for one in (*sideways(page), *broken_numbers(page)):
                    found.setdefault(f"{one} ({width})", []).append(here)
    nothing(found)


def test_every_page_can_be_used_by_everyone(browser: Browser, country: Site) -> None:
    """axe, on one page below each folder, on a phone."""
    found: dict[str, list[str]] = {}
    with looking(browser, country.now, (360, 740)) as page:
        for name in country.pages:
            page.goto(country.address + name)
            axe.load(page)
            for one in axe.findings(page, 360):
                found.setdefault(one, []).append(name)
    nothing(found)


def test_search_engines_know_every_word_of_it(country: Site, modules: Path, tmp_path: Path) -> None:
    """The country's money, and dates, addresses and numbers in the forms of schema.org."""
    said = graphs(country.folder)
    assert complaints(said, tmp_path, modules) == {}
    wrong = {name: misformed(graph) for name, graph in said.items()}
    assert {name: one for name, one in wrong.items() if one} == {}
    texts = " ".join(map(str, said.values()))
    currencies = {"montreal": "CAD", "mexico": "MXN", "denver": "USD", "london": "GBP"}
    currency = currencies[country.name]
    assert set(re.findall(r"'priceCurrency': '(\w+)'", texts)) == {currency}


def test_no_page_says_a_word_of_english(country: Site) -> None:
    """What no translator has reached would stand between the words of the practice."""
    found: dict[str, Any] = {}
    for name in addresses(country):
        path = country.folder / f"{name.lstrip('/')}{'index.html' if name.endswith('/') else ''}"
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        if str(page.select_one("html[lang]")["lang"]).startswith("en"):  # type: ignore[index]
            continue
        for one in page.select("script, style, a[hreflang]"):
            one.decompose()
        for text in page.find_all(string=re.compile("Trade License")):  # as it was issued
            text.replace_with("")
        attributes = [
            str(tag[key])
            for tag in page(True)
            for key in ("aria-label", "alt", "placeholder", "title", "content")
            if key in tag.attrs and "://" not in str(tag[key])
        ]
        if left := ENGLISH.findall(" ".join([page.get_text(" "), *attributes])):
            found[name] = left
    assert found == {}
