"""Links in texts: every way of writing one, and those that lead out of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.build.read.links import Links, addresses, file_address
from plugins.core.markdown.urls import UrlError
from plugins.core.model.documents import Document
from plugins.core.model.site import Site
from tests.build.conftest import Project
from tests.sites import BARE, LIVE, PAGE, model, only


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A page, a symptom, a starter, an offer and a picture."""
    content = tmp_path_factory.mktemp("links") / "content"
    starter = PAGE.replace("summary", "starter: yes\nsummary")
    offer = "---\nheadline: Tea\nends: 2031-01-01\nterms: All.\n---\n"
    files = {path.relative_to(BARE).as_posix(): path.read_text() for path in BARE.rglob("*.*")}
    return model(
        content,
        files
        | {
            **dict.fromkeys(("pages/about.md", "pages/symptoms.md", "pages/modalities.md"), PAGE),
            **{"pages/offers.md": PAGE, "symptoms/knee.md": PAGE, "modalities/stones.md": starter},
            **{"offers/tea.md": offer, "images/hands.jpg": "a picture", "files/form.pdf": "%PDF-"},
        },
    )


@pytest.fixture(scope="module")
def document(site: Site) -> Document:
    """Where the links stand: content/symptoms/knee.md."""
    return only(site, "symptoms")


def resolved(site: Site, document: Document, url: str) -> str | None:
    files = addresses(site.images, site.files)
    links = Links.of(site.documents, site.left_out, files, Path(site.content), LIVE)
    return links.resolver(file_address(document, Path(site.content)))(url)


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("/about/", "/about/"),
        ("/about", "/about/"),
        ("../pages/about.md", "/about/"),
        ("/pages/about.md", "/about/"),
        ("{filename}../pages/about.md", "/about/"),
        ("{filename}/pages/about.md", "/about/"),
        ("%7Bfilename%7D/pages/about.md", "/about/"),
        ("knee.md", "/symptoms/knee/"),
        ("./knee.md", "/symptoms/knee/"),
        ("../offers/tea.md", "/offers/tea/"),
        ("../pages/home.md", "/"),
        ("/", "/"),
        ("/404.html", "/404.html"),
        ("/about/#team", "/about/#team"),
        ("/about?from=mail#team", "/about/?from=mail#team"),
        ("../pages/about.md#team", "/about/#team"),
        ("../images/hands.jpg", "/images/hands.jpg"),
        ("../files/form.pdf", "/files/form.pdf"),
        ("/files/form.pdf#page=2", "/files/form.pdf#page=2"),
        ("/images/hands.jpg", "/images/hands.jpg"),
        ("{static}/images/hands.jpg", "/images/hands.jpg"),
        ("{attach}../images/hands.jpg", "/images/hands.jpg"),
        ("/symptoms/../about/", "/about/"),
        ("#signs", "#signs"),
        ("?page=2", "?page=2"),
        ("https://www.example.org/x?y#z", "https://www.example.org/x?y#z"),
        ("mailto:hello@hands.test", "mailto:hello@hands.test"),
        ("tel:+13035550142", "tel:+13035550142"),
        ("/sitemap.xml", "/sitemap.xml"),
        ("http://127.0.0.1:8000/about/?at=2030-05-01#team", "/about/#team"),
        ("http://localhost:8000/about", "/about/"),
        ("http://localhost:8000/images/hands.jpg", "/images/hands.jpg"),
        ("http://localhost:8000/modalities/stones/", None),
        (f"{LIVE}/about/", "/about/"),
        (f"{LIVE}/about/".replace("https://www.", "http://"), "/about/"),
        (LIVE, "/"),
        ("/modalities/stones/", None),
        ("../modalities/stones.md#heat", None),
    ],
)
def test_what_staff_write_is_published_as_an_address(
    site: Site, document: Document, written: str, published: str | None
) -> None:
    """They write what they know: an address, a file, Pelican's braces."""
    assert resolved(site, document, written) == published


@pytest.mark.parametrize(
    "written",
    [
        "../../x/.env",
        "{static}../../x/.env",
        "{attach}../../x/.env",
        "{filename}/../..",
        "{filename}/../../etc/passwd",
        "../../../../../../etc/passwd",
        "/../secret.png",
        "/images/../../secret.png",
        "..%2f..%2fsecret.png",
        "%2e%2e/%2e%2e/%2e%2e/secret.png",
        "{static}%2e%2e/%2e%2e/x",
    ],
)
def test_a_link_that_leaves_the_site_is_refused(
    site: Site, document: Document, written: str
) -> None:
    """Plain Pelican publishes the file that it finds there."""
    with pytest.raises(UrlError) as caught:
        resolved(site, document, written)
    assert str(caught.value) == "a link that stays inside the site"
    assert caught.value.fix == "write it like /folder/page/"


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("/abuot/", 'did you mean "/about/"?'),
        ("../pages/abuot.md", 'did you mean "/pages/about.md"?'),
        ("/files/from.pdf", 'did you mean "/files/form.pdf"?'),
        ("/images/hand.jpg", 'did you mean "/images/hands.jpg"?'),
        ("/etc/passwd", "correct the link, or delete it"),
        ("http://127.0.0.1:8000/abuot/", 'did you mean "/about/"?'),
        (f"{LIVE}/abuot/", 'did you mean "/about/"?'),
        ("../offers/tee.md", 'did you mean "/offers/tea.md"?'),
    ],
)
def test_a_link_to_nothing_is_refused_with_the_nearest(
    site: Site, document: Document, written: str, fix: str
) -> None:
    """The words that are needed, and the page that was probably meant."""
    with pytest.raises(UrlError) as caught:
        resolved(site, document, written)
    assert (str(caught.value), caught.value.fix) == ("a page, picture or file that exists", fix)


def test_an_address_without_https_is_told_what_it_lacks(bare: Project) -> None:
    """Copied from a business card; the nearest page of the site is no answer."""
    bare.write({"pages/about.md": f"{ABOUT}[theirs](www.example.com)\n"})
    assert bare.refused().split("\n")[1:4] == [
        '  Found   the link "www.example.com"',
        '  Needed  a link that begins with "https://"',
        '  To fix  write "https://www.example.com"',
    ]


def test_a_page_is_likened_by_its_name_not_by_its_folder(bare: Project) -> None:
    """Who follows "did you mean" must not lead people with one complaint to another."""
    bare.write({"pages/about.md": f"{ABOUT}[gone](/pages/sciatica/)\n", "pages/hip-pain.md": ABOUT})
    assert "  To fix  correct the link, or delete it" in bare.refused()


@pytest.mark.parametrize(
    ("link", "found"),
    [
        ("[x]()", '""'),
        ("[x](<>)", '""'),
        ("[x](#)", '"#"'),
        ("![Hands]()", '""'),
        ('<a href="">x</a>', '""'),
        ("[x](mailto: ada@example.com)", '"mailto: ada@example.com"'),
        ("[x](tel:call us)", '"tel:call us"'),
        (r"[x](C:\Users\ada\form.pdf)", r'"C:\Users\ada\form.pdf"'),
        ("[x](/about-us)", '"/about-us"'),
    ],
)
def test_a_link_to_nothing_is_told_at_its_line(bare: Project, link: str, found: str) -> None:
    """The line is not that of another link, or of one that it is a part of."""
    other = "[a](/about/) [b](https://example.org/about-us/x)"
    bare.write({"pages/about.md": f"{ABOUT}{other}\n\n{link}\n"})
    assert bare.refused().split("\n")[:2] == [
        "content/pages/about.md:8",
        f"  Found   the link {found}",
    ]


def test_a_picture_that_is_refused_is_no_broken_link(bare: Project) -> None:
    """One cause, one problem: who renames it, corrects the pages, too."""
    head = "picture:\n  file: Ada's photo.jpg\n  alt: Ada\n---"
    text = ABOUT.replace("---\n\n", f"{head}\n\n")
    bare.write({"images/Ada's photo.jpg": "x", "images/old.tiff": "x"})
    text += "![A](<../images/Ada's photo.jpg>) ![B](/images/old.tiff)\n"
    bare.write({"pages/about.md": text})
    said = bare.refused()
    assert "2 problems to fix" in said
    assert "content/pages/about.md" not in said


def test_a_page_whose_name_is_refused_is_no_broken_link(bare: Project) -> None:
    """The same for a page, by its file and by the address that it will have."""
    stones = "modalities/Hot Stones.md"
    links = "[A](<../modalities/Hot Stones.md>) [B](/modalities/hot-stones/)"
    bare.write({stones: ABOUT, "pages/about.md": f"{ABOUT}{links}\n"})
    said = bare.refused()
    assert "1 problem to fix" in said
    assert f"content/{stones}" in said


def test_a_button_to_the_preview_leads_to_the_page(bare: Project) -> None:
    """Staff copy it from the address line."""
    offer = "headline: Tea\nends: 2031-01-01\nterms: All.\nbutton:\n  label: Go\n  link: {}\n"
    at = "http://127.0.0.1:8000{}".format
    bare.write({"pages/about.md": ABOUT, "pages/offers.md": ABOUT.replace("About", "Offers")})
    bare.write({"offers/tea.md": f"---\n{offer.format(at('/about/'))}---\n"})
    bare.built()
    assert bare.page("/offers/tea/").select('main a[href="/about/"]')
    bare.write({"offers/tea.md": f"---\n{offer.format(at('/abuot/'))}---\n"})
    said = bare.refused()
    assert "content/offers/tea.md:7" in said
    assert 'did you mean "/about/"?' in said


def test_the_address_of_the_preview_is_not_for_visitors_to_read(bare: Project) -> None:
    """As words it would lead each reader to their own computer."""
    bare.write({"pages/about.md": f"{ABOUT}See http://127.0.0.1:8000/about/.\n"})
    assert bare.refused().split("\n")[:4] == [
        "content/pages/about.md:6",
        '  Found   the address "http://127.0.0.1:8000/about/.", which is that of the preview',
        "  Needed  an address that visitors can open: the preview is on your computer",
        "  To fix  write [words](/about/)",
    ]


ABOUT = "---\ntitle: About\nsummary: Who we are.\n---\n\n"
