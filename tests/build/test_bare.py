"""The smallest practice: what nobody knows shows nowhere, and leaves no gap."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag

from tests.build.conftest import Project
from tests.sites import PAGE

# Elements that make no sense without anything inside.
FILLED = ("h1", "h2", "h3", "ul", "ol", "li", "dl", "dt", "dd", "table", "tbody", "tr", "p", "nav")
# Places that a script fills.
WAITING = {"status", "alert"}


def empty(page: BeautifulSoup) -> Iterator[Tag]:
    """Elements that show nothing."""
    for one in page.find_all(FILLED):
        if isinstance(one, Tag) and one.get("role") not in WAITING and not one.get_text().strip():
            yield one


def lonely(page: BeautifulSoup) -> Iterator[str]:
    """Headings with nothing that shows after them, in the section that they open."""
    for one in page.find_all(["h2", "h3"]):
        siblings = [tag for tag in one.find_next_siblings() if isinstance(tag, Tag)]
        texts = [
            text
            for tag in siblings
            for text in tag.find_all(string=True)
            if text.strip() and not text.find_parent(attrs={"hidden": True})
        ]
        if not texts:
            yield one.get_text()


@pytest.mark.parametrize("live", [True, False])
@pytest.mark.parametrize("site", ["bare", "full"])
def test_nothing_empty_is_shown(site: str, live: bool, request: pytest.FixtureRequest) -> None:
    """A heading over nothing looks broken, and a screen reader stops at it."""
    project: Project = request.getfixturevalue(site)
    project.built(live=live)
    pages = project.pages()
    pages.pop("style-guide/look/index.html", None)  # a script fills it
    pages.pop("style-guide/index.html", None)  # its headings stand over drawings and examples
    for name, page in pages.items():
        # What waits for its time or for a script, and the lines that are kept free for it.
        for waiting in page.select("li:has(> [hidden]), [hidden], .offer_countdown, .open_now"):
            waiting.extract()
        assert (name, list(empty(page)), list(lonely(page))) == (name, [], [])


def test_the_smallest_practice_is_two_pages(bare: Project) -> None:
    """Three facts and two texts are enough to begin."""
    bare.built()
    assert bare.files() == {
        *(
            "_built.json",
            "_headers",
            "404.html",
            "favicon.ico",
            "index.html",
            "qr.svg",
            "robots.txt",
        ),
        *(".well-known/security.txt", "llms.txt", "practice.vcf", "sitemap.xml"),
        *("offline/index.html", "offline/qr.svg", "site.webmanifest", "sw.js"),
    }


def test_the_smallest_practice_can_be_called_and_nothing_else(bare: Project) -> None:
    """Every link of its home page; what it does not have has none."""
    bare.built()
    found = [(str(one["href"]), one.get_text()) for one in bare.page("/").find_all("a")]
    assert found == [
        ("#content", "Skip to the content"),
        ("/", "Bare Hands"),
        ("tel:+13035550142", "Call 303-555-0142"),
        ("tel:+13035550142", "Call 303-555-0142"),
        ("tel:+13035550142", "Call 303-555-0142"),
        ("tel:+13035550142", "303-555-0142"),
        ("/", "Home"),
        ("tel:+13035550142", "Call 303-555-0142"),
    ]


def test_the_smallest_practice_has_no_part_of_a_feature(bare: Project) -> None:
    """Banner, sharing, newsletter, hours, pictures, social accounts: absent, not empty."""
    bare.built()
    parts = (
        *(".offer_banner", "share-links", "posted-form", "table", "figure", ".social"),
        *("address", "main ul:not(.call_to_action ul)", "nav[aria-label='Main menu']"),
        "a[href^='sms:']",
    )
    page = bare.page("/")
    assert [part for part in parts if page.select(part)] == []


def test_a_contact_page_without_facts_has_the_number(bare: Project) -> None:
    """It shows what is known, which is never nothing."""
    bare.write({"pages/contact.md": PAGE})
    bare.built()
    main = bare.page("/contact/").find("main")
    assert isinstance(main, Tag)
    assert [one.get_text(" ", strip=True) for one in main.find_all("a", href=True)] == [
        "Call 303-555-0142",
        "Save to contacts",
    ]
    assert not main.select(".sidebar, .practice_facts")


@pytest.mark.parametrize("folder", ["modalities", "symptoms"])
def test_an_overview_of_nothing_is_its_own_text(bare: Project, folder: str) -> None:
    """The page may be written before the first thing that it lists."""
    bare.write({f"pages/{folder}.md": PAGE})
    bare.built()
    page = bare.page(f"/{folder}/")
    assert page.select("main ul:not(.call_to_action ul)") == []
    assert page.select_one(".prose").get_text(strip=True) == "Its text."  # type: ignore[union-attr]


def test_an_overview_of_no_offers_says_so(bare: Project) -> None:
    """Who follows a link to an offer that is over learns that it is."""
    bare.write({"pages/offers.md": PAGE})
    bare.built()
    main = bare.page("/offers/").find("main")
    assert isinstance(main, Tag)
    assert "No offer is running at the moment." in main.get_text()
