"""What robots are told: the sitemap and robots.txt."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from plugins.addresses import FEATURE
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from tests.sites import PAGE, PRACTICE, model

FILES = {"practice.yaml": PRACTICE, "pages/home.md": PAGE, "pages/404.md": PAGE}
NAME = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def texts(site: Site, *pages: Page) -> dict[str, str]:
    """Every file that the feature writes."""
    return {file.address: str(file.content) for file in FEATURE.files(site, pages)}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return model(tmp_path, FILES)


def page(address: str, **more: bool) -> Page:
    return Page(address, "A", "B", "page", **more)  # type: ignore[arg-type]


def test_the_sitemap_lists_every_page_that_is_to_be_found(site: Site) -> None:
    """Not the error page, not the page of thanks, not what nobody has confirmed."""
    pages = (
        page("/symptoms/"),
        page("/"),
        page("/404.html", listed=False),
        page("/modalities/stones/", starter=True),
        page("/about/"),
    )
    assert (
        texts(site, *pages)["/sitemap.xml"]
        == """\
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url>
    <loc>https://www.example.com/</loc>
  </url>
  <url>
    <loc>https://www.example.com/about/</loc>
  </url>
  <url>
    <loc>https://www.example.com/symptoms/</loc>
  </url>
</urlset>
"""
    )


def test_the_sitemap_is_xml_whatever_the_address_holds(site: Site) -> None:
    """An & that is not written as &amp; makes all of it unreadable."""
    text = texts(site, page("/a&b<c>/"))["/sitemap.xml"]
    found = [one.text for one in fromstring(text).iter(f"{NAME}loc")]  # noqa: S314  (ours)
    assert found == ["https://www.example.com/a&b<c>/"]


def test_robots_are_welcome_on_the_live_site(site: Site) -> None:
    """And are told where the sitemap is."""
    assert texts(site)["/robots.txt"] == (
        "User-agent: *\nAllow: /\n\nSitemap: https://www.example.com/sitemap.xml\n"
    )


def test_robots_are_sent_away_from_a_preview(tmp_path: Path) -> None:
    """A preview on some server must not be found before the site."""
    site = model(tmp_path, FILES, preview=True)
    assert texts(site)["/robots.txt"] == "User-agent: *\nDisallow: /\n"
