"""Redirects: where the addresses of before lead, and what is refused as one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.addresses import FEATURE
from plugins.core.model.hosts import ANY, HOSTS
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from tests.sites import PAGE, PRACTICE, model

FREE = "an address that the site does not have any more"
FILES = {"practice.yaml": PRACTICE, "pages/home.md": PAGE, "pages/404.md": PAGE}


def having(*aliases: str, more: str = "") -> str:
    """A page with these aliases; the first stands in line 5."""
    lines = "".join(f"  - {one}\n" for one in aliases)
    return f"---\ntitle: A page\nsummary: B.\naliases:\n{lines}{more}---\n\nIts text.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Problems name files as somebody in the content folder would."""
    monkeypatch.chdir(tmp_path)


def furnished(files: dict[str, str], *, preview: bool = False) -> tuple[Site, list[Problem]]:
    site, problems = FEATURE.extend_site(model(Path(), FILES | files, preview=preview))
    return site, list(problems)


def redirects(files: dict[str, str], *, preview: bool = False) -> dict[str, str]:
    site, problems = furnished(files, preview=preview)
    assert problems == []
    return dict(site.redirects)


def refused(files: dict[str, str]) -> list[Problem]:
    return furnished(files)[1]


def test_every_kind_of_page_has_addresses_of_before() -> None:
    """In the order of the addresses, so that every build writes the same; none ends in a slash."""
    fields = {
        "modalities/deep.md": ("title: A\nsummary: B.", "/massage/deep/"),
        "symptoms/neck.md": ("title: A\nsummary: B.", "/index.php/neck/"),
        "offers/ten.md": ("headline: Ten\nends: 2031-01-01\nterms: All.", "/coupons"),
        "pages/contact.md": ("title: A\nsummary: B.", "/old-contact.html"),
        "news/table.md": ("title: A\nsummary: B.\ndate: 2030-01-01", "/2019/05/12/table/"),
    }
    files = {name: f"---\n{one}\naliases: {old}\n---\n" for name, (one, old) in fields.items()}
    assert list(redirects(files).items()) == [
        ("/2019/05/12/table", "/news/table/"),
        ("/coupons", "/offers/ten/"),
        ("/index.php/neck", "/symptoms/neck/"),
        ("/massage/deep", "/modalities/deep/"),
        ("/old-contact.html", "/contact/"),
    ]


def test_one_page_may_have_an_address_in_every_writing() -> None:
    """What a list of the old site has, nobody needs to clear out."""
    files = {"pages/about.md": having("/who", "/who/", "/who/index.html", "/Who/", "/%77ho/")}
    assert redirects(files) == dict.fromkeys(("/Who", "/who", "/who/index.html"), "/about/")


def test_a_starter_page_takes_its_addresses_with_it() -> None:
    """They would lead to a page that is not there."""
    files = {"modalities/stones.md": having("/stones/", more="starter: yes\n")}
    assert redirects(files) == {}
    assert redirects(files, preview=True) == {"/stones": "/modalities/stones/"}


@pytest.mark.parametrize(
    "address", ["/about/", "/about", "/ABOUT/", "/about/index.html", "/%61bout/"]
)
def test_an_alias_that_is_the_address_of_a_page_is_refused(address: str) -> None:
    """A host would show one of the two, and nobody knows which."""
    typed = address.replace("%61", "a")
    assert refused({"pages/about.md": PAGE, "pages/team.md": having("/who/", address)}) == [
        Problem(
            "pages/team.md",
            6,
            "aliases",
            f'"{typed}", the address of pages/about.md',
            FREE,
            "delete the line, or rename pages/about.md",
        )
    ]


@pytest.mark.parametrize(
    ("name", "text", "address"),
    [
        ("offers/ten.md", "---\nheadline: Ten\n---\n", "/offers/ten/"),
        ("news/table.md", PAGE.replace("---\n\n", "date: 2030-01-01\n---\n\n"), "/news/table/"),
        ("news/later.md", PAGE.replace("---\n\n", "date: 2031-01-01\n---\n\n"), "/news/later/"),
        ("symptoms/neck.md", PAGE, "/symptoms/neck/"),
        ("modalities/a.md", PAGE.replace("---\n\n", "starter: yes\n---\n\n"), "/modalities/a/"),
        ("pages/404.md", PAGE, "/404.html"),
        ("pages/404.md", PAGE, "/404.html/old/"),
    ],
)
def test_so_is_that_of_any_page_even_before_its_day(name: str, text: str, address: str) -> None:
    """News to come and starters count: else their day would stop the build."""
    found = [(one.path, one.found) for one in refused({name: text, "pages/a.md": having(address)})]
    assert found == [("pages/a.md", f'"{address}", the address of {name}')]


@pytest.mark.parametrize("address", ["/about/", "/about", "/About/", "/about/index.html"])
def test_a_page_that_leads_to_itself_is_refused(address: str) -> None:
    """A browser would go round until it gives up."""
    assert refused({"pages/about.md": having(address)}) == [
        Problem(
            "pages/about.md",
            5,
            "aliases",
            f'"{address}", the address of this page itself',
            FREE,
            "delete the line",
        )
    ]


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("/who/", ""),
        ("/who", ' as "/who/"'),
        ("/WHO/", ' as "/who/"'),
        ("/who/index.html", ' as "/who/"'),
    ],
)
def test_an_alias_of_two_pages_is_refused(address: str, same: str) -> None:
    """It can lead to one of them only, also where a host knows no capitals."""
    assert refused({"pages/about.md": having("/who/"), "pages/team.md": having(address)}) == [
        Problem(
            "pages/team.md",
            5,
            "aliases",
            f'"{address}", which pages/about.md:5 lists too{same}',
            "one page to lead to",
            "delete the line here, or in pages/about.md",
        )
    ]


def test_letters_with_accents_are_compared_in_one_form() -> None:
    """They look the same, and a Mac writes them in the other form."""
    files = {"pages/a.md": having("/f\u00fc\u00dfe/"), "pages/b.md": having("/FU\u0308SSE/")}
    assert [(one.path, one.found) for one in refused(files)] == [
        ("pages/b.md", '"/F\u00dcSSE/", which pages/a.md:5 lists too as "/f\u00fc\u00dfe/"')
    ]


def test_an_alias_below_a_page_that_ends_in_html_is_refused() -> None:
    """Where pages lead on, that page would have to be a file and a folder."""
    assert refused({"pages/about.md": having("/old.html/x", "/old.html")}) == [
        Problem(
            "pages/about.md",
            5,
            "aliases",
            '"/old.html/x", which lies below "/old.html" of pages/about.md:6',
            "an address that is not below a page",
            "delete the line, or that one",
        )
    ]


def test_aliases_below_any_other_alias_are_fine() -> None:
    """WordPress has whole trees of them."""
    files = {"pages/about.md": having("/services.php", "/services.php/x", "/a/", "/a/b.html")}
    assert list(redirects(files)) == ["/a", "/a/b.html", "/services.php", "/services.php/x"]


def test_no_alias_leads_to_another() -> None:
    """What would be a chain is refused: its middle is the address of a page."""
    files = {"pages/a.md": having("/b/"), "pages/b.md": having("/c/")}
    assert [one.found for one in refused(files)] == ['"/b/", the address of pages/b.md']


@pytest.mark.parametrize(
    "address", ["/sitemap.xml", "/SITEMAP.xml/", "/sitemap.xml/old", "/offers/feed.xml"]
)
def test_an_alias_that_is_a_file_of_the_site_is_refused(address: str) -> None:
    """Search engines would be sent to a page instead."""
    site, _ = furnished({"pages/about.md": having("/who/", address)})
    files = dict.fromkeys(("sitemap.xml", "offers/feed.xml", "theme/a.png"), "plugins")
    assert list(FEATURE.path_problems(site, files)) == [
        Problem(
            "pages/about.md",
            6,
            "aliases",
            f'"{address}", the address of a file of the site',
            FREE,
            "delete the line",
        )
    ]


def signposts(*aliases: str, host: str = "github") -> list[Page]:
    site, problems = furnished({"pages/about.md": having(*aliases)})
    assert problems == []
    pages = tuple(Page.of(one, {}) for one in site.all("pages"))
    return list(FEATURE.redirect_pages(replace(site, host=HOSTS.get(host, ANY)), pages))


@pytest.mark.parametrize(
    ("alias", "file"),
    [
        ("/foo", "foo/index.html"),
        ("/foo/", "foo/index.html"),
        ("/foo.html", "foo.html"),
        ("/foo.html/", "foo.html"),
        ("/foo.HTML", "foo.HTML/index.html"),
        ("/foo.htm", "foo.htm/index.html"),
        ("/foo.php", "foo.php/index.html"),
        ("/index.php/foo/", "index.php/foo/index.html"),
        ("/prices.pdf", "prices.pdf/index.html"),
        ("/%C3%BCber/", "\u00fcber/index.html"),
    ],
)
def test_the_page_that_leads_on_is_html_on_every_host(alias: str, file: str) -> None:
    """A host tells what a file is by its ending; one named .php or .pdf would be downloaded."""
    made = [(one.save_as, one.leads_to, one.title, one.listed) for one in signposts(alias)]
    assert made == [(file, "/about/", "A page", False)]


def test_two_aliases_that_are_one_file_have_one_page() -> None:
    """It is written once."""
    made = signposts("/who", "/who/", "/who/index.html")
    assert [one.save_as for one in made] == ["who/index.html"]


@pytest.mark.parametrize(
    ("host", "pages"),
    [("", 1), ("github", 1), ("s3", 1), ("netlify", 0), ("cloudflare", 0), ("rsync", 0)],
)
def test_pages_lead_on_where_the_host_redirects_nothing(host: str, pages: int) -> None:
    """The others answer with the new address at once."""
    assert len(signposts("/who/", host=host)) == pages
