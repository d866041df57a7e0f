"""Modalities and symptoms lead to each other; the link is written once, in the modality."""

from __future__ import annotations

from bs4 import Tag

from tests.build.conftest import Project
from tests.sites import unhashed

LISTED = "main .document_list a"


def listed(project: Project, address: str, heading: str) -> list[str]:
    """The addresses that a section lists."""
    found = project.page(address).find("h2", string=heading)
    box = found.find_parent("section") if isinstance(found, Tag) else None
    assert isinstance(box, Tag)
    return [str(link["href"]) for link in box.find_all("a", href=True)]


def test_a_modality_lists_the_symptoms_it_is_chosen_for(live: Project) -> None:
    """In the order in which the practice wrote them."""
    assert listed(live, "/modalities/swedish-massage/", "What people come for") == [
        "/symptoms/stiff-neck/",
        "/symptoms/sore-shoulders/",
    ]


def test_a_symptom_lists_the_modalities_that_name_it(live: Project) -> None:
    """Nobody wrote this link: it cannot be forgotten, and cannot differ."""
    assert listed(live, "/symptoms/sore-shoulders/", "What may help") == [
        "/modalities/deep-tissue-massage/",
        "/modalities/swedish-massage/",
    ]


def test_a_symptom_that_no_modality_names_has_no_such_list(live: Project) -> None:
    """An empty promise would be worse than none."""
    page = live.page("/symptoms/tired-feet/")
    assert page.find("h2", string="What may help") is None


def test_a_modality_lists_its_relatives(live: Project) -> None:
    """The published ones: its other relative is a starter."""
    relatives = listed(live, "/modalities/swedish-massage/", "Related")
    assert relatives == ["/modalities/deep-tissue-massage/"]


def test_overviews_list_their_folder(live: Project) -> None:
    """What is chosen for the most symptoms stands first; symptoms stand by place on the body."""
    lists = {
        address: [*dict.fromkeys(str(one["href"]) for one in live.page(address).select(LISTED))]
        for address in ("/modalities/", "/symptoms/", "/news/")
    }
    assert lists == {
        "/modalities/": ["/modalities/swedish-massage/", "/modalities/deep-tissue-massage/"],
        "/symptoms/": [
            "/symptoms/stiff-neck/",
            "/symptoms/sore-shoulders/",
            "/symptoms/tired-feet/",
        ],
        "/news/": ["/news/new-table/", "/news/open-day/"],
    }


def test_a_page_leads_back_to_its_overview(live: Project) -> None:
    """Who came from a search engine finds the rest."""
    kickers = {
        address: [str(one["href"]) for one in live.page(address).select(".kicker a")]
        for address in ("/modalities/swedish-massage/", "/symptoms/stiff-neck/", "/news/new-table/")
    }
    assert kickers == {
        "/modalities/swedish-massage/": ["/modalities/"],
        "/symptoms/stiff-neck/": ["/symptoms/"],
        "/news/new-table/": ["/news/"],
    }


def test_every_way_of_writing_a_link_leads_to_the_page(live: Project) -> None:
    """By address, by file, by Pelican's braces: staff write what they know."""
    page = live.page("/modalities/swedish-massage/")
    assert [str(one["href"]) for one in page.select(".prose > p a[href]")] == [
        "/modalities/deep-tissue-massage/",
        "/symptoms/stiff-neck/",
    ]
    shown = [unhashed(str(one["src"])) for one in page.select(".prose > p img")]
    assert shown == ["/images/stones-1100.png"]
