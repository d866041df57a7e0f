"""People: who works at the practice, where visitors ask for them, and nowhere when nobody is."""

from __future__ import annotations

import json

from bs4 import Tag

from tests.build.conftest import Project
from tests.sites import PAGE


def names(project: Project, address: str, heading: str) -> list[str]:
    """The people below a heading."""
    found = project.page(address).find("h2", string=heading)
    box = found.find_parent("section") if isinstance(found, Tag) else None
    people = box.select(".people_list h3") if isinstance(box, Tag) else []
    return [one.get_text() for one in people]


def test_a_modality_says_who_does_it(live: Project) -> None:
    """Clients ask who will touch them."""
    heading = "Who does this"
    assert names(live, "/modalities/swedish-massage/", heading) == ["Ada Example", "Ben Sample"]
    assert names(live, "/modalities/deep-tissue-massage/", heading) == ["Ada Example"]


def test_the_home_page_lists_everybody_in_the_order_of_the_practice(live: Project) -> None:
    assert names(live, "/", "Who works here") == ["Ada Example", "Ben Sample"]


def test_a_person_with_a_text_has_a_page_and_another_has_none(live: Project) -> None:
    """A page with a name alone would disappoint whoever opens it."""
    assert live.page("/people/ada-example/").find("h1", string="Ada Example")
    assert not (live.output / "people/ben-sample").exists()
    lists = live.page("/people/").select(".people_list li")
    assert [bool(one.select("h2 a")) for one in lists] == [True, False]


def test_a_text_that_begins_gives_a_page_and_one_that_ends_takes_it(full: Project) -> None:
    """Also where the build before left everything for a look at one page."""
    full.built()
    full.replace("people/ben-sample.md", "order: 2\n---\n", "order: 2\n---\n\nBen is new here.\n")
    full.built()
    assert "Ben is new here." in (full.output / "people/ben-sample/index.html").read_text()
    full.replace("people/ben-sample.md", "\nBen is new here.\n", "")
    full.built()
    assert not (full.output / "people/ben-sample").exists()


def test_a_license_is_shown_and_read_as_issued(live: Project) -> None:
    """Programs read the same words as people."""
    page = live.page("/people/ada-example/")
    shown = page.select_one(".credentials dd")
    assert shown
    assert (
        shown.get_text(" ", strip=True) == "Example Massage License, EX.00001 Example State Board"
    )
    data = page.find("script", type="application/ld+json")
    assert isinstance(data, Tag)
    person = next(one for one in json.loads(data.get_text())["@graph"] if one["@type"] == "Person")
    assert person["hasCredential"] == {
        "@type": "EducationalOccupationalCredential",
        "credentialCategory": "license",
        "name": "Example Massage License",
        "identifier": "EX.00001",
        "recognizedBy": {"@type": "Organization", "name": "Example State Board"},
    }
    assert (person["jobTitle"], person["knowsLanguage"]) == (
        "Massage therapist",
        ["English", "Spanish"],
    )


def test_a_portrait_says_which_part_stays(live: Project) -> None:
    figure = live.page("/people/").select_one(".people_list figure")
    assert figure
    assert (figure.get("data-portrait"), figure.get("data-focus")) == ("", "top")


def test_a_modality_that_is_not_there_is_told(full: Project) -> None:
    full.replace("people/ben-sample.md", "swedish-massage", "swedish-masage")
    assert 'did you mean "swedish-massage"?' in full.refused()


def test_without_people_nothing_speaks_of_them(bare: Project) -> None:
    """No heading without a list, no empty page."""
    bare.write({"pages/about.md": PAGE})
    bare.built()
    assert "Who works here" not in (bare.output / "index.html").read_text()
    assert not (bare.output / "people").exists()
