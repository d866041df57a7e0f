"""Addresses of before in whole builds: the pages that lead on, and what stops a build."""

from __future__ import annotations

import pytest

from tests.build.conftest import Project
from tests.sites import LIVE, PAGE, tree

END = "\n\n1 problem to fix. Nothing was changed: the site is as it was."
LEADING = {
    "index.php/news/index.html": "/news/",
    "massage/deep/index.html": "/modalities/deep-tissue-massage/",
    "old-contact.html": "/contact/",
    "services.php/index.html": "/contact/",
}


def having(*aliases: str) -> str:
    lines = "".join(f"  - {one}\n" for one in aliases)
    return PAGE.replace("---\n\n", f"aliases:\n{lines}---\n\n")


def test_a_page_leads_on_for_browsers_search_engines_and_people(live: Project) -> None:
    """All that it says, to the last element: no script, no style, nothing of other features."""
    page = live.signposts()["old-contact.html"]
    policy = page.select_one("meta[http-equiv='Content-Security-Policy']")
    assert policy
    policy.extract()
    assert str(page.html) == (
        '<html lang="en-US">\n<head>\n<meta charset="utf-8"/>\n\n'
        '<meta content="Handbill" name="generator"/>\n'
        '<meta content="width=device-width, initial-scale=1" name="viewport"/>\n'
        "<title>Moved: Call Example Hands</title>\n"
        '<meta content="light dark" name="color-scheme"/>\n'
        '<meta content="noindex" name="robots"/>\n'
        f'<link href="{LIVE}/contact/" rel="canonical"/>\n'
        '<meta content="0; url=/contact/" http-equiv="refresh"/>\n'
        "</head>\n<body>\n<main>\n"
        "<h1>Moved: Call Example Hands</h1>\n"
        '<p>This page has moved. Continue to <a href="/contact/">Call Example Hands</a>.</p>\n'
        "</main>\n</body>\n</html>"
    )


def test_every_address_of_before_leads_to_the_page_of_today(live: Project) -> None:
    """In one step."""
    found = {name: str(page.select("main a")[0]["href"]) for name, page in live.signposts().items()}
    assert found == LEADING


def test_nothing_else_is_made_of_it(live: Project) -> None:
    """No card, no QR code, no place in the sitemap; no page leads to it."""
    names = {name.partition("/")[0] for name in LEADING}
    assert {name for name in tree(live.output) if name.partition("/")[0] in names} == set(LEADING)
    assert len([one for one in tree(live.output) if one.startswith("cards/")]) == len(live.pages())
    old = [f"/{name.removesuffix('/index.html')}" for name in LEADING]
    texts = [live.output / "sitemap.xml", *(live.output / name for name in live.pages())]
    assert [path for path in texts if any(one in path.read_text() for one in old)] == []


def test_it_does_not_count_as_a_page(bare: Project) -> None:
    """Staff count what they wrote."""
    bare.write({"pages/about.md": having("/who/", "/team.html")})
    assert bare.built().pages == 4
    assert set(bare.signposts()) == {"who/index.html", "team.html"}


@pytest.mark.parametrize("host", ["netlify", "cloudflare", "rsync"])
def test_a_host_that_redirects_gets_no_such_page(bare: Project, host: str) -> None:
    """It would be sent in place of the redirect."""
    bare.write({"pages/about.md": having("/who/")})
    bare.built(HOST=host)
    assert bare.signposts() == {}


def test_the_preview_leads_on_too(full: Project) -> None:
    """Staff try an old address before they publish."""
    full.built(live=False)
    assert set(full.signposts()) == set(LEADING)


def test_a_starter_page_takes_its_aliases_with_it(bare: Project) -> None:
    """The published site does not mention it."""
    text = "---\ntitle: Stones\nsummary: B.\nstarter: yes\naliases: /stones/\n---\n"
    bare.write({"modalities/hot.md": text, "pages/modalities.md": PAGE})
    bare.built()
    assert bare.signposts() == {}
    bare.built(live=False)
    assert set(bare.signposts()) == {"stones/index.html"}


def test_everything_that_is_wrong_with_aliases_is_told_at_once(bare: Project) -> None:
    """With the line of each."""
    bare.write({"pages/about.md": having("/about", "/who/"), "pages/team.md": having("/who", "/")})
    assert (
        bare.refused()
        == """\
content/pages/about.md:5, aliases
  Found   "/about", the address of this page itself
  Needed  an address that the site does not have any more
  To fix  delete the line

content/pages/team.md:6, aliases 2
  Found   "/"
  Needed  an address like /old-page/, not the home page
  To fix  delete the line: the home page is where it was

2 problems to fix. Nothing was changed: the site is as it was."""
    )


@pytest.mark.parametrize("host", ["", "netlify"])
@pytest.mark.parametrize(
    "address", ["/sitemap.xml", "/Favicon.ico", "/qr.svg/x", "/site.webmanifest"]
)
def test_a_file_of_the_site_is_no_alias_on_any_host(bare: Project, address: str, host: str) -> None:
    """Whichever feature writes it, and wherever the site goes."""
    bare.write({"pages/about.md": having(address)})
    assert bare.refused(live=True, HOST=host) == (
        "content/pages/about.md:5, aliases\n"
        f'  Found   "{address}", the address of a file of the site\n'
        "  Needed  an address that the site does not have any more\n"
        f"  To fix  delete the line{END}"
    )


def test_a_file_that_is_made_of_finished_pages_is_no_alias_either(bare: Project) -> None:
    """It is known last, and refused all the same."""
    bare.write({"pages/about.md": having("/_headers")})
    assert '"/_headers", the address of a file of the site\n' in bare.refused(live=True)


@pytest.mark.parametrize("host", ["", "netlify"])
def test_a_button_to_an_address_of_before_is_refused(bare: Project, host: str) -> None:
    """A field is no text; it is found in the finished pages."""
    offer = "---\nheadline: Tea\nterms: All.\nbutton:\n  label: Go\n  link: /who.html\n---\n"
    bare.write({"pages/about.md": having("/who.html"), "pages/offers.md": PAGE})
    bare.write({"offers/tea.md": offer.replace("terms", "ends: 2031-01-01\nterms")})
    text = bare.refused(live=True, HOST=host)
    assert text.startswith(
        "content/offers/tea.md:7\n"
        '  Found   the link "/who.html", which has moved to /about/ (on 5 pages)\n'
        "  Needed  pages, pictures and files of this site that exist\n"
        f'  To fix  write "/about/"{END}'
    )


@pytest.mark.parametrize("host", ["", "netlify"])
def test_a_link_to_an_address_of_before_is_refused(bare: Project, host: str) -> None:
    """A visitor would go a long way round, and not on every host."""
    bare.write(
        {
            "pages/about.md": having("/who.html"),
            "pages/team.md": f"{PAGE}\nSee [us](/who.html).\n",
        }
    )
    assert bare.refused(live=True, HOST=host) == (
        "content/pages/team.md:8\n"
        '  Found   the link "/who.html"\n'
        "  Needed  the address that it has moved to\n"
        f'  To fix  write "/about/"{END}'
    )
