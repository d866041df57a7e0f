"""Links of finished pages: where each wrong one is written, and what a browser would load."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.checks.links import broken_links
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from tests.sites import PAGE, PRACTICE, model, write

ABOUT = "---\ntitle: About\nsummary: B.\n---\n\nOne\n\n[Two](/gone.pdf) and [three](#far)\n"
OFFER = (
    "---\nheadline: Tea\nends: 2031-01-01\nterms: All.\nbutton:\n  label: Go\n  link: /gone/\n---\n"
)
PAGES = (
    Page("/", "Home", "", "home", source="pages/home.md"),
    Page("/about/", "About", "", "page", source="pages/about.md"),
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.chdir(tmp_path)
    files = {"practice.yaml": PRACTICE, "pages/home.md": PAGE, "pages/about.md": ABOUT}
    return model(Path(), files | {"offers/tea.md": OFFER})


def found(site: Site, html: dict[str, str]) -> list[Problem]:
    folder = Path("built")
    write(folder, {"index.html": "", "about/index.html": '<h2 id="team">Team</h2>'} | html)
    return list(broken_links(site, PAGES, folder))


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/">',
        '<a href="/about/">',
        '<a href="/about/#team">',
        '<a href="../about/#team">',
        '<a href="#here"></a><p id="here">',
        '<a href="?page=2">',
        '<a href="">',
        '<a href="https://www.example.com/gone">',
        '<a href="tel:+13035550142">',
        '<a href="/b%20c.pdf">',
        '<form action="/about/">',
        '<form action="https://news.example.com/">',
        '<img src="/hands.png">',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
        '<link rel="canonical" href="https://www.example.com/">',
        '<link rel="stylesheet" href="/site.css">',
        '<script src="site.js"></script>',
    ],
)
def test_what_is_right_is_no_problem(site: Site, html: str) -> None:
    """Nor what leads elsewhere once somebody follows it."""
    files = dict.fromkeys(("hands.png", "b c.pdf", "site.css", "site.js"), "a file")
    assert found(site, {"index.html": html, **files}) == []


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<a href="/gone/">', 'the link "/gone/", which is not in the site'),
        ('<a href="/about">', 'the link "/about", which is not in the site'),
        ('<a href="/ABOUT/">', 'the link "/ABOUT/", which is not in the site'),
        ('<a href="../../etc/passwd">', 'the link "../../etc/passwd", which is not in the site'),
        ('<a href="/about/#tame">', 'the link "/about/#tame", which has no place named #tame'),
        ('<a href="#tame">', 'the link "#tame", which has no place named #tame'),
        ('<img src="gone.png">', 'the picture "gone.png", which is not in the site'),
        (
            '<source srcset="/hands.png 480w, gone.png 900w">',
            'the picture "gone.png", which is not in the site',
        ),
        (
            '<img srcset="https://ads.example.com/a.gif 2x">',
            'the picture "https://ads.example.com/a.gif", which another site serves',
        ),
        ('<form action="/gone/">', 'the form to "/gone/", which is not in the site'),
        ('<script src="/gone.js">', 'the file "/gone.js", which is not in the site'),
        (
            '<link rel="stylesheet" href="/gone.css">',
            'the file "/gone.css", which is not in the site',
        ),
        (
            '<img src="https://ads.example.com/a.gif">',
            'the picture "https://ads.example.com/a.gif", which another site serves',
        ),
        (
            '<img src="//ads.example.com/a.gif">',
            'the picture "//ads.example.com/a.gif", which another site serves',
        ),
        (
            '<script src="https://cdn.example.com/a.js"></script>',
            'the file "https://cdn.example.com/a.js", which another site serves',
        ),
        (
            '<link rel="icon" href="https://cdn.example.com/a.png">',
            'the file "https://cdn.example.com/a.png", which another site serves',
        ),
    ],
)
def test_what_leads_nowhere_or_tells_others_is_a_problem(site: Site, html: str, said: str) -> None:
    """A visitor finds it first, or somebody finds the visitor."""
    files = {"index.html": html, "hands.png": "a file"}
    assert [(one.level, one.found) for one in found(site, files)] == [("error", said)]


def test_a_link_is_read_from_the_page_that_it_stands_on(site: Site) -> None:
    """As browsers do: ".." of /about/ is the home page."""
    right = '<a href=".."></a><a href="../about/">A</a><a href="team.pdf">B</a><a href="./">C</a>'
    files = {"about/index.html": f'{right}<a href="../gone">D</a>', "about/team.pdf": "a file"}
    assert [one.found for one in found(site, files)] == [
        'the link "../gone", which is not in the site'
    ]


def test_a_wrong_link_is_told_with_the_line_of_its_text(site: Site) -> None:
    """Also when the finished page has another address for it."""
    html = '<a href="/gone.pdf">Two</a> <a href="/about/#far">three</a>'
    problems = found(site, {"about/index.html": html})
    assert [(one.path, one.line) for one in problems] == [("pages/about.md", 8)] * 2
    assert [one.fix for one in problems] == [
        'put the file into content/files/, write "/files/gone.pdf", or delete the link',
        "delete # and what follows it, or write a heading with these words on that page",
    ]


@pytest.mark.parametrize(
    ("link", "fix"),
    [
        ("/about", 'write "/about/"'),
        ("/abuot/", 'did you mean "/about/"? Or correct it, or delete it'),
        ("/xyz/", "correct it, or delete it"),
        ("/about/#tame", 'did you mean "/about/#team"? Or '
         "delete # and what follows it, or write a heading with these words on that page"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("site")
def test_what_was_meant_is_named(link: str, fix: str) -> None:
    """Buttons and pages that were removed: nobody knows all addresses by heart."""
    site = model(Path(), {"offers/tea.md": OFFER.replace("/gone/", link)})
    (problem,) = found(site, {"index.html": f'<a href="{link}">'})
    assert (problem.path, problem.fix) == ("offers/tea.md", fix)


@pytest.mark.usefixtures("site")
def test_the_line_is_not_that_of_a_longer_link() -> None:
    """/gone.pdf is in /gone.pdf.zip, too."""
    site = model(Path(), {"pages/about.md": ABOUT.replace("One", "[One](/gone.pdf.zip)")})
    (problem,) = found(site, {"about/index.html": '<a href="/gone.pdf">'})
    assert (problem.path, problem.line) == ("pages/about.md", 8)


def test_a_wrong_link_of_an_offer_is_told_where_it_is_written(site: Site) -> None:
    """It shows on every page; the file to open is the offer's."""
    html = '<a href="/gone/">Go</a>'
    (problem,) = found(site, {"index.html": html, "about/index.html": html})
    assert (problem.path, problem.line, problem.found) == (
        "offers/tea.md",
        7,
        'the link "/gone/", which is not in the site (on 2 pages)',
    )


def test_a_wrong_link_of_the_theme_is_for_a_developer(site: Site) -> None:
    """Nobody finds in their own file what the theme wrote."""
    html = '<a href="/impressum/">'
    (problem,) = found(site, {"index.html": html, "about/index.html": html})
    assert problem == Problem(
        "pages/about.md",
        found='the link "/impressum/", which is not in the site (on 2 pages)',
        needed="pages, pictures and files of this site that exist",
        fix="correct it in this file; if it is not written there, it is the theme's: "
        "ask a developer",
    )
