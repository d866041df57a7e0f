"""SITEURL: the live site is not built without its address; links and sitemap would be untrue."""

from __future__ import annotations

import pytest

from plugins.build.settings import site_url
from plugins.core.problems import ContentError
from tests.build.conftest import Project

NOTHING = """\
SITEURL
  Found   nothing
  Needed  the address of the live site: share links, sitemap and search engines use it
  To fix  write "SITEURL=https://www.example.com" after "make publish", with your own address

1 problem to fix. Nothing was changed: the site is as it was."""
FOLDER = """\
SITEURL
  Found   "https://www.example.com/massage"
  Needed  a host and nothing after it: pages link to each other from its root
  To fix  write "SITEURL=https://www.example.com" after "make publish", with your own address

1 problem to fix. Nothing was changed: the site is as it was."""


def test_publishing_without_an_address_is_refused(bare: Project) -> None:
    """Every share link of the site would lead to nowhere."""
    assert bare.refused(live=True, SITEURL="") == NOTHING


def test_publishing_into_a_folder_of_a_host_is_refused(bare: Project) -> None:
    """No link between pages would work there."""
    assert bare.refused(live=True, SITEURL="https://www.example.com/massage") == FOLDER


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.com/massage",
        "https://www.example.com?from=mail",
        "https://www.example.com#top",
        "https://www.example.com/?",
        "http://www.example.com",
        "www.example.com",
        "//www.example.com",
        "https://ada@www.example.com",
        "https://www.example.com:99999",
        "https://",
        "javascript:alert(1)",
        "https://www.example.com\nfoo",
    ],
)
@pytest.mark.parametrize("preview", [True, False])
def test_an_address_that_is_no_https_host_is_refused(url: str, preview: bool) -> None:
    """It would stand in every page."""
    with pytest.raises(ContentError):
        site_url({"SITEURL": url, "PREVIEW": preview})


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("https://www.example.com", "https://www.example.com"),
        ("https://www.example.com/", "https://www.example.com"),
        ("https://www.example.com:8443", "https://www.example.com:8443"),
    ],
)
def test_an_address_is_used_without_its_last_slash(given: str, used: str) -> None:
    """Two slashes in a row are another address."""
    assert site_url({"SITEURL": given, "PREVIEW": False}) == used


def test_the_preview_needs_no_address() -> None:
    """Who writes a page has no host yet."""
    assert site_url({"SITEURL": "", "PREVIEW": True}) == ""


def test_a_wrong_address_of_the_preview_is_told_as_such() -> None:
    """Who never publishes need not hear of publishing."""
    with pytest.raises(ContentError) as caught:
        site_url({"SITEURL": "http://example.com/x", "PREVIEW": True})
    assert (
        str(caught.value)
        == """\
SITEURL
  Found   "http://example.com/x"
  Needed  a link that begins with "https://"
  To fix  write "SITEURL=http://127.0.0.1:8000", or nothing at all"""
    )


def test_make_without_an_address_previews_on_this_machine(full: Project) -> None:
    """make exports SITEURL also when nobody set it; share links then began with a slash."""
    full.pelican(SITEURL="")
    page = (full.output / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="http://127.0.0.1:8000/">' in page


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000", "http://localhost", "https://[::1]"])
def test_a_site_is_not_published_for_this_machine_alone(url: str) -> None:
    """Its sitemap and its share links would lead visitors to their own computer."""
    with pytest.raises(ContentError) as caught:
        site_url({"SITEURL": url, "PREVIEW": False})
    assert caught.value.problems[0].needed == (
        "an address that visitors can reach, not this machine"
    )
    assert site_url({"SITEURL": url, "PREVIEW": True}) == url
