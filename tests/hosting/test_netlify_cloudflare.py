"""The tables of Netlify and Cloudflare Pages, and what they would leave out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from plugins.core.model.hosts import HOSTS
from plugins.core.problems import report
from plugins.hosting import FEATURE
from plugins.hosting.netlify_cloudflare import limit_warnings, redirects_file
from tests.sites import PRACTICE, model, write

CLOUDFLARE = HOSTS["cloudflare"]


def test_each_address_that_moved_has_two_lines() -> None:
    """Cloudflare compares the last slash; it knows no "!", which Netlify needs."""
    moved = {"/über uns": "/about/", "/old.php": "/"}
    assert redirects_file(moved, forced=False) == (
        "/%C3%BCber%20uns /about/ 301\n"
        "/%C3%BCber%20uns/ /about/ 301\n"
        "/old.php / 301\n"
        "/old.php/ / 301\n"
    )
    assert redirects_file({"/a": "/b/"}, forced=True) == "/a /b/ 301!\n/a/ /b/ 301!\n"


def test_more_headers_than_cloudflare_reads_are_told(tmp_path: Path) -> None:
    """It says so in a log that nobody reads, and sends the rest of the pages without a policy."""
    site = replace(model(tmp_path / "content", {"practice.yaml": PRACTICE}), host=CLOUDFLARE)
    write(tmp_path, {"_headers": "/*\n  A: b\n" * 101, "_redirects": "/a /b/ 301\n"})
    assert report(FEATURE.output_problems(site, (), tmp_path)) == (
        "HOST\n"
        "  Found   101 folders and files right below the root of the site\n"
        "  Needed  at most 100: Cloudflare Pages sends the others without our headers\n"
        "  To fix  have fewer pages in content/pages/, or another host"
    )


def test_a_line_that_is_too_long_is_told() -> None:
    """The policy grows with every script; Cloudflare drops a line of 2,001 characters."""
    fits, longer = ("/*\n  A: " + "b" * number for number in (1997, 1998))
    assert list(limit_warnings(CLOUDFLARE, fits, "")) == []
    assert report(limit_warnings(CLOUDFLARE, longer, "")) == (
        "HOST\n"
        "  Found   a line of 2,001 characters in the headers\n"
        "  Needed  at most 2,000: Cloudflare Pages leaves it out, and with it the policy\n"
        "  To fix  have another host, or show this to a developer"
    )


def test_too_many_addresses_that_moved_are_told() -> None:
    """An old blog has hundreds."""
    fits, more = ("/a /b/ 301\n" * number for number in (2000, 2002))
    assert list(limit_warnings(CLOUDFLARE, "", fits)) == []
    assert report(limit_warnings(CLOUDFLARE, "", more)) == (
        "HOST\n"
        "  Found   1,001 addresses that moved\n"
        "  Needed  at most 1,000: Cloudflare Pages leads nobody on from the others\n"
        '  To fix  delete the oldest lines of "aliases", or have another host'
    )


def test_hosts_without_limits_take_everything() -> None:
    """Netlify reads any number."""
    assert list(limit_warnings(HOSTS["netlify"], "/*\n  A: b\n" * 200, "/a /b/ 301\n" * 3000)) == []
