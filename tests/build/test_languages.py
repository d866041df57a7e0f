"""Languages side by side: a practice in Denver that says everything in English and in Spanish."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import fromstring

import pytest
from bs4 import Tag

from tests.build.conftest import Project
from tests.sites import FULL, LIVE

DENVER = FULL.with_name("denver")
FIRST_VISIT = "/first-visit/"  # nobody has translated it
# What the English pages say and the Spanish must not. Names, licences and codes are the same.
ENGLISH = re.compile(r"\b(the|and|you|your|with|what|minutes|Independence|Call|Massage|News)\b")


@pytest.fixture(scope="module")
def denver(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = Project(tmp_path_factory.mktemp("denver"))
    shutil.copytree(DENVER, made.content)
    made.built(live=True)
    return made


def alternates(project: Project, address: str) -> dict[str, str]:
    return {
        str(link["hreflang"]): str(link["href"])
        for link in project.page(address).select('link[rel="alternate"][hreflang]')
    }


def addresses(project: Project) -> list[str]:
    """Every page that search engines may list."""
    maps = (project.output / name for name in ("sitemap.xml", "es/sitemap.xml"))
    roots = [fromstring(one.read_text()) for one in maps]  # noqa: S314  (our own)
    locations = (one.text or "" for root in roots for one in root.iter() if one.tag[-3:] == "loc")
    return [urlsplit(one).path for one in locations]


def test_every_page_names_itself_and_its_translation(denver: Project) -> None:
    """Search engines believe alternates that name each other, and no others."""
    pages = addresses(denver)
    assert len(pages) > 20
    for address in pages:
        local = address.removeprefix("/es")
        known = {
            "en-US": f"{LIVE}{local}",
            "x-default": f"{LIVE}{local}",
            "es": f"{LIVE}/es{local}",
        }
        page = denver.page(address)
        own, other = ("es_US", "en_US") if address != local else ("en_US", "es_US")
        locales = [str(one["content"]) for one in page.select('[property^="og:locale"]')]
        assert locales == ([own] if address == FIRST_VISIT else [own, other])
        assert alternates(denver, address) == ({} if address == FIRST_VISIT else known)


def test_the_sitemaps_say_the_same(denver: Project) -> None:
    """Each language has its own, and robots.txt names both."""
    text = (denver.output / "es/sitemap.xml").read_text()
    assert text.count("<xhtml:link ") == 2 * text.count("<loc>")
    robots = (denver.output / "robots.txt").read_text()
    assert f"Sitemap: {LIVE}/sitemap.xml\nSitemap: {LIVE}/es/sitemap.xml\n" in robots
    assert not (denver.output / "es/robots.txt").exists()


@pytest.mark.parametrize(
    ("page", "other", "language", "name"),
    [
        ("/", "/es/", "es", "Español"),
        ("/es/modalities/deep-tissue-massage/", "/modalities/deep-tissue-massage/", "en-US",
         "English"),
        ("/offers/spring/", "/es/offers/spring/", "es", "Español"),
        (FIRST_VISIT, "/es/", "es", "Español"),
    ],
)  # fmt: skip
def test_a_link_leads_to_the_same_page(
    denver: Project, page: str, other: str, language: str, name: str
) -> None:
    """Or to the home page, where there is no such page."""
    links = denver.page(page).select("a[hreflang]")
    assert [(one["href"], one["hreflang"], one["lang"], one.text) for one in links] == [
        (other, language, language, name)
    ] * 2  # in the menu and in the footer


def test_no_page_is_half_translated(denver: Project) -> None:
    """Who reads Spanish meets no English between the lines."""
    names = sorted(name for name in denver.files() if re.fullmatch(r"es/.*\.html", name))
    assert len(names) > 12
    for name in names:
        page = denver.page(f"/{name}")
        assert isinstance(page.html, Tag)
        assert page.html["lang"] == "es"
        for one in page.select("script:not([type='application/ld+json']), style, a[hreflang]"):
            one.decompose()
        said = page.get_text(" ") + " ".join(str(tag.get("content")) for tag in page("meta"))
        assert ENGLISH.findall(said.replace("Trade License", "")) == [], name


def test_facts_are_the_same_in_each_language(denver: Project) -> None:
    """Price, code, closed days and the last day of an offer are written once."""
    page = denver.page("/es/offers/spring/").get_text(" ", strip=True)
    assert "31 de mayo de 2030" in page
    assert "SPRING" in page
    offers = json.loads((denver.output / "es/offers/offers.json").read_text())
    first = json.loads((denver.output / "offers/offers.json").read_text())
    keys = ("starts", "ends", "code", "regular_price", "price", "saving", "currency")
    (own,), (theirs,) = offers["offers"], first["offers"]
    assert {key: own[key] for key in keys} == {key: theirs[key] for key in keys}
    assert own["url"] == f"{LIVE}/es/offers/spring/"
    contact = denver.page("/es/contact/").get_text(" ", strip=True)
    assert "4 de julio de 2030 cerrado (Día de la Independencia)" in contact


def test_the_banner_leads_to_the_offer_in_the_language_of_the_page(denver: Project) -> None:
    """It is the first thing that visitors read."""
    links = denver.page("/es/contact/").select(".offer_banner p > a")
    assert [(one["href"], one.text) for one in links] == [
        ("/es/offers/spring/", "Veinte dólares menos en primavera")
    ]


def test_a_text_may_link_to_a_page_that_nobody_translated(denver: Project) -> None:
    """A page in another language is better than a dead link."""
    page = denver.page("/es/modalities/deep-tissue-massage/")
    assert page.select_one(f".prose a[href='{FIRST_VISIT}']")


def test_each_language_has_a_search_of_its_own(denver: Project) -> None:
    """Pagefind takes words apart by the language of the page."""
    found = {}
    for address in ("/search/", "/es/search/"):
        (search,) = denver.page(address).select("site-search")
        index = denver.output / str(search["data-index"]).lstrip("/")
        found[address] = [*json.loads((index / "pagefind-entry.json").read_text())["languages"]]
    assert found == {"/search/": ["en-us"], "/es/search/": ["es"]}


def test_a_build_says_what_is_not_translated(tmp_path: Path) -> None:
    """Staff read which page is missing, where it belongs, and what to do."""
    made = Project(tmp_path)
    shutil.copytree(DENVER, made.content)
    (made.content / "es/people/ada-example.md").unlink()
    made.write({"es/offers/spring.md": "---\nheadline: Veinte dólares menos\n---\n\nVenga.\n"})
    notes = [
        (one.path, one.needed, one.fix)
        for one in made.built(live=False, CHECK_ONLY=True).problems
        if one.path.startswith("content/es/") and one.level == "note"
    ]
    missing = "a translation: visitors in this language do not find what it says"

    def to_copy(name: str) -> str:
        return f"copy content/{name} there, translate its words, delete the other lines"

    assert sorted(notes) == [
        (
            "content/es/offers/spring.md",
            "the words of terms: they are left out in this language",
            "translate them from content/offers/spring.md",
        ),
        ("content/es/pages/first-visit.md", missing, to_copy("pages/first-visit.md")),
        ("content/es/people/ada-example.md", missing, to_copy("people/ada-example.md")),
    ]


def test_a_translation_that_says_a_fact_or_translates_nothing_is_refused(tmp_path: Path) -> None:
    """Each with its file, its line and what to do."""
    made = Project(tmp_path)
    shutil.copytree(DENVER, made.content)
    made.replace("es/offers/spring.md", "terms:", "ends: 2030-06-30\nterms:")
    made.write({"es/pages/solo.md": "---\ntitle: Solo\nsummary: Solo.\n---\n\nSolo.\n"})
    assert (
        made.refused()
        == """\
content/es/offers/spring.md:3, ends
  Found   a fact
  Needed  words alone: the rest stands in content/offers/spring.md
  To fix  delete the line

content/es/pages/solo.md
  Found   no file "content/pages/solo.md" that it translates
  Needed  the name of a file that is there in the first language
  To fix  write that file first, or rename or delete this one

2 problems to fix. Nothing was changed: the site is as it was."""
    )


def test_a_site_of_one_language_says_nothing_of_others(full: Project) -> None:
    """It pays for no language that it has not."""
    full.built()
    files = [path for path in full.output.rglob("*") if path.suffix in (".html", ".xml")]
    assert len(files) > 20
    assert [path for path in files if "hreflang" in path.read_text()] == []
