"""What a page says of itself in its head, to search engines and to networks."""

from __future__ import annotations

import shutil

import pytest
from bs4 import Tag

from pelicanconf import PLUGINS
from tests.build.conftest import Project
from tests.sites import FULL, LIVE, unhashed

SWEDISH = "/modalities/swedish-massage/"


def said(project: Project, address: str) -> dict[str, str]:
    """What networks read, without the hashes in the names of files."""
    found = project.page(address).find_all("meta", content=True)
    named = [(str(one.get("property") or one.get("name")), str(one["content"])) for one in found]
    known = ("og:", "article:", "twitter:")
    made = {name: unhashed(text) for name, text in named if name.startswith(known)}
    assert len(made) == len([name for name, _ in named if name.startswith(known)])
    return made


def canonical(project: Project, address: str) -> str:
    link = project.page(address).find("link", rel="canonical")
    return str(link["href"]) if isinstance(link, Tag) else ""


def test_a_page_tells_networks_its_title_address_and_picture(live: Project) -> None:
    """A link in a chat shows this and nothing else of us."""
    alt = "Swedish Massage. Example Hands, 303-555-0142"
    assert said(live, SWEDISH) == {
        "og:site_name": "Example Hands",
        "og:type": "website",
        "og:locale": "en_US",
        "og:title": "Swedish Massage",
        "og:description": "Long, even strokes over the whole body.",
        "og:url": f"{LIVE}{SWEDISH}",
        "og:image": f"{LIVE}/cards/modalities-swedish-massage.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": alt,
        "twitter:card": "summary_large_image",
        "twitter:image:alt": alt,
    }


def test_a_note_of_the_news_is_an_article_of_its_day(live: Project) -> None:
    """LinkedIn and Pinterest show the day; of an hour nothing is known."""
    found = said(live, "/news/new-table/")
    assert (found["og:type"], found["article:published_time"]) == ("article", "2030-05-02")


@pytest.mark.parametrize("address", ["/", SWEDISH, "/news/", "/news/new-table/", "/offers/spring/"])
def test_a_page_has_one_address_for_everyone(live: Project, address: str) -> None:
    """Search engines and networks count what is shared under another one apart."""
    assert canonical(live, address) == said(live, address)["og:url"] == LIVE + address


@pytest.mark.parametrize("address", ["/404.html", "/thank-you/", "/offers/winter/"])
def test_a_page_that_is_not_to_be_found_asks_to_be_left_out(live: Project, address: str) -> None:
    """A canonical address beside it would ask for the opposite."""
    robots = live.page(address).find("meta", attrs={"name": "robots"})
    assert isinstance(robots, Tag)
    assert (robots["content"], canonical(live, address)) == ("noindex", "")


def test_every_picture_that_is_named_is_there(live: Project) -> None:
    """A network that finds none shows a gray field, and keeps it for a week."""
    for name, page in live.pages().items():
        for one in page.find_all("meta", property="og:image"):
            path = str(one["content"]).removeprefix(f"{LIVE}/")
            assert (name, (live.output / path).is_file()) == (name, True)


@pytest.fixture(scope="module")
def without_cards(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = Project(tmp_path_factory.mktemp("plain"))
    shutil.copytree(FULL, made.content)
    made.built(PLUGINS=[name for name in PLUGINS if name != "plugins.social_cards"])
    return made


def test_without_cards_networks_show_the_picture_of_the_page(without_cards: Project) -> None:
    """With its size, so that the first who shares it sees it at once."""
    found = said(without_cards, SWEDISH)
    assert {name: text for name, text in found.items() if "image" in name or "card" in name} == {
        "og:image": f"{LIVE}/images/hands-1200.jpg",
        "og:image:type": "image/jpeg",
        "og:image:width": "1200",
        "og:image:height": "800",
        "og:image:alt": "Two hands resting on a folded towel",
        "twitter:card": "summary_large_image",
        "twitter:image:alt": "Two hands resting on a folded towel",
    }


def test_without_any_picture_a_link_is_its_words(without_cards: Project) -> None:
    """A large field with nothing in it looks broken."""
    found = said(without_cards, "/symptoms/stiff-neck/")
    pictured = {name: text for name, text in found.items() if "image" in name or "card" in name}
    assert pictured == {"twitter:card": "summary"}
