"""The model of a site: addresses, files, and who refers to whom."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import pytest

from plugins.core.feature import Feature
from plugins.core.model.documents import Document, Kind
from plugins.core.model.pages import Link, Page, save_as
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from plugins.core.reading.front_matter import Fields
from plugins.core.schema.fields import Many, Slug, Text
from plugins.core.schema.model import ContentModel
from plugins.core.schema.practice import Practice
from tests.core.conftest import made


class Label(ContentModel):
    label: Text


class Thing(ContentModel):
    title: Text
    summary: Text | None = None
    navigation: Label | None = None
    starter: bool = False
    symptoms: Annotated[tuple[Slug, ...], Many] = ()
    related: Annotated[tuple[Slug, ...], Many] = ()


class Banner(ContentModel):
    headline: Text


MODALITIES = Kind(
    "modalities",
    Thing,
    "/modalities/{slug}/",
    "modality",
    references={"symptoms": "symptoms", "related": "modalities"},
)
SYMPTOMS = Kind("symptoms", Thing, "/symptoms/{slug}/", "symptom")
PAGES = Kind("pages", Thing, "/{slug}/", "page", addresses={"home": "/", "404": "/404.html"})
OFFERS = Kind("offers", Banner)
NOW = datetime(2026, 12, 1, tzinfo=UTC)
PRACTICE = made(Practice, "name: A\ntelephone: 303-555-0142\ntime_zone: America/Denver")


def document(kind: Kind, slug: str, **facts: object) -> Document:
    fields = Fields(Path(f"content/{kind.folder}/{slug}.md"), {}, {(): 2, ("title",): 3})
    model = kind.model.model_validate({"title": slug.title(), **facts})
    return Document(kind, slug, fields, model, "", 5)


def site(*documents: Document) -> Site:
    kinds = (MODALITIES, SYMPTOMS, PAGES)
    groups = {kind.folder: tuple(one for one in documents if one.kind is kind) for kind in kinds}
    features = (Feature("all", kinds=kinds),)
    return Site(Path("content"), PRACTICE, NOW, documents=groups, features=features)


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/symptoms/sciatica/", "symptoms/sciatica/index.html"),
        ("/404.html", "404.html"),
        ("/feeds/offers.xml", "feeds/offers.xml"),
    ],
)
def test_an_address_is_served_from_a_file(address: str, file: str) -> None:
    """Every plain file host finds it there."""
    assert save_as(address) == file
    assert Page(address, "A", "", "page").save_as == file


def test_a_kind_gives_an_address_to_a_slug_or_the_one_it_keeps() -> None:
    """The home page and the 404 page are not called what they are called."""
    slugs = ("about", "home", "404")
    assert [PAGES.address_of(slug) for slug in slugs] == ["/about/", "/", "/404.html"]


def test_a_document_knows_what_pages_show_of_it() -> None:
    """Title, summary, and where it came from."""
    one = document(
        MODALITIES,
        "swedish",
        summary="Long strokes.",
        starter=True,
    )
    assert (one.title, one.summary, one.label) == ("Swedish", "Long strokes.", "Swedish")
    assert (one.address, one.source) == ("/modalities/swedish/", "content/modalities/swedish.md")
    assert one.starter


def test_a_document_without_them_shows_nothing() -> None:
    """No summary, no picture, and no draft."""
    one = document(MODALITIES, "swedish")
    assert (one.summary, one.picture, one.starter) == ("", None, False)


def test_the_label_of_the_menu_is_short() -> None:
    """ "Deep, careful massage for sore shoulders" fits no menu."""
    assert document(PAGES, "home", navigation={"label": "Home"}).label == "Home"


def test_a_document_without_a_title_is_called_by_its_headline() -> None:
    """Offers have one of those."""
    model = Banner(headline="Save $25")
    assert Document(OFFERS, "tea", Fields(Path("a.md"), {}), model, "", 1).title == "Save $25"


def test_a_problem_of_a_document_stands_where_its_field_stands() -> None:
    """Also for one item of a list, and for a note."""
    one = document(MODALITIES, "swedish")
    assert one.problem("title", "a", "b", "c") == Problem(
        "content/modalities/swedish.md", 3, "title", "a", "b", "c"
    )
    assert one.problem("ends", "a", "b", "c", location=("title", 0), level="note") == Problem(
        "content/modalities/swedish.md", 3, "ends", "a", "b", "c", "note"
    )


def test_a_page_is_made_of_a_document() -> None:
    """With the template of its kind, unless another is named."""
    one = document(PAGES, "home", summary="Welcome.")
    assert Page.of(one, {"a": 1}) == Page(
        "/", "Home", "Welcome.", "page", {"a": 1}, source="content/pages/home.md"
    )
    named = Page.of(one, {}, Link("Up", "/up/"), template="home", listed=False)
    assert (named.template, named.parent, named.listed) == ("home", Link("Up", "/up/"), False)


def test_documents_come_in_the_order_in_which_they_were_named() -> None:
    """What the writer put first matters most; what is not published is left out."""
    here = site(document(SYMPTOMS, "a"), document(SYMPTOMS, "b"))
    assert [one.slug for one in here.get("symptoms", ["b", "gone", "a"])] == ["b", "a"]
    assert here.get("nowhere", ["a"]) == ()
    assert here.all("nowhere") == ()


def test_an_overview_is_the_page_named_like_the_folder() -> None:
    """With its label in the menu; none when nobody wrote it."""
    overview = document(PAGES, "symptoms", navigation={"label": "Where it hurts"})
    assert site(overview).overview("symptoms") == Link("Where it hurts", "/symptoms/")
    assert site().overview("symptoms") is None


def test_a_cross_link_is_written_once_and_read_from_both_ends() -> None:
    """The modality names the symptom; the symptom's page finds the modality."""
    sciatica = document(SYMPTOMS, "sciatica")
    swedish = document(MODALITIES, "swedish", symptoms=["sciatica", "hip-pain"])
    sports = document(MODALITIES, "sports", related=["swedish"])
    here = site(sciatica, swedish, sports)
    assert here.referring(sciatica, "modalities") == (swedish,)
    assert here.referring(swedish, "modalities") == (sports,)
    assert here.referring(sports, "modalities") == ()


def test_a_slug_alone_is_no_reference() -> None:
    """A modality and a symptom may share a name; only the folder that is meant counts."""
    shared = document(SYMPTOMS, "swedish")
    sports = document(MODALITIES, "sports", related=["swedish"])
    assert site(shared, sports).referring(shared, "modalities") == ()


def test_a_folder_that_no_feature_reads_refers_to_nothing() -> None:
    """Removing a feature is one folder and one line."""
    assert site().referring(document(SYMPTOMS, "sciatica"), "offers") == ()
