"""The practice with every fact: each fact that staff write is seen by visitors."""

from __future__ import annotations

import re
from collections.abc import ItemsView
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup, Tag

from tests.build.conftest import Project
from tests.sites import LIVE, tree, unhashed

SWEDISH = "/modalities/swedish-massage/"
HANDS, STONES = (480, 768, 1200), (480, 768, 1100)  # the widths of a photograph and a drawing


def words(soup: BeautifulSoup | Tag | None) -> str:
    """The words that a reader gets, single spaces between them."""
    assert soup is not None
    return " ".join(soup.get_text(" ").split())


def section(page: BeautifulSoup, heading: str) -> list[str]:
    """The words of each element after a heading, in its section."""
    found = page.find("h2", string=heading)
    assert isinstance(found, Tag)
    return [words(one) for one in found.find_next_siblings() if isinstance(one, Tag)]


def links(soup: BeautifulSoup | Tag | None) -> list[tuple[str, str]]:
    """Where every link leads, and its words."""
    assert soup is not None
    return [(str(one["href"]), words(one)) for one in soup.find_all("a", href=True)]


# Offers that have ended, or not begun: their pages say so, and nobody passes them on.
NOT_RUNNING = ("offers/summer/index.html", "offers/winter/index.html")
# Pages that nobody looks for, passes on, or signs up on.
UNLISTED = {
    *("404.html", "offline/index.html", "search/index.html", "thank-you/index.html"),
    *NOT_RUNNING,
}


# The pages of the practice, each in its file.
PAGES = {
    "404.html",
    "contact/index.html",
    "locations/north-room/index.html",
    "locations/south-room/index.html",
    "index.html",
    "modalities/deep-tissue-massage/index.html",
    "modalities/index.html",
    "modalities/swedish-massage/index.html",
    "news/index.html",
    "news/new-table/index.html",
    "news/open-day/index.html",
    "offers/deep-week/index.html",
    "offers/gift-cards/index.html",
    "offers/index.html",
    "offers/spring/index.html",
    "offers/summer/index.html",
    "offers/winter/index.html",
    "offline/index.html",
    "people/ada-example/index.html",
    "people/index.html",
    "prices/index.html",
    "privacy/index.html",
    "search/index.html",
    "symptoms/index.html",
    "symptoms/sore-shoulders/index.html",
    "symptoms/stiff-neck/index.html",
    "symptoms/tired-feet/index.html",
    "thank-you/index.html",
}


def test_every_source_is_a_page_and_nothing_else_is_there(live: Project) -> None:
    """What is written is published; starters and news to come are not."""
    assert {unhashed(name) for name in live.files()} == PAGES | {
        *(name.replace("index.html", "qr.svg") for name in PAGES - {"404.html"}),
        *(f"offers/{name}/offer.ics" for name in ("deep-week", "spring", "summer", "winter")),
        *(
            "_built.json",
            "_headers",
            "_redirects",
            "news/feed.xml",
            "news/open-day/event.ics",
            "offers/feed.xml",
            "offers/offers.json",
        ),
        *("index.php/news/index.html", "massage/deep/index.html", "old-contact.html"),
        "services.php/index.html",
        *(
            f"images/hands-{width}.{suffix}"
            for width in HANDS
            for suffix in ("avif", "webp", "jpg")
        ),
        *(
            f"images/ada-{width}.{suffix}"
            for width in (480, 768, 900)
            for suffix in ("avif", "webp", "jpg")
        ),
        *(f"images/stones-{width}.{suffix}" for width in STONES for suffix in ("webp", "png")),
        "files/intake.pdf",
        *("favicon.ico", "robots.txt", "site.webmanifest", "sitemap.xml"),
        *(".well-known/security.txt", "llms.txt", "practice.vcf", "sw.js"),
    }


def test_every_page_has_a_card_of_its_own_and_shows_no_other(live: Project) -> None:
    """A card that no page names is fetched by nobody; one that is missing leaves a grey box."""
    named = {name: page.select_one("meta[property='og:image']") for name, page in pages(live)}
    cards = {name: str(tag["content"]) for name, tag in named.items() if tag}
    assert set(cards) == PAGES
    assert sorted(cards.values()) == [f"{LIVE}/{name}" for name in beside(live, "cards/")]


def test_the_only_drawings_that_are_there_are_shown(live: Project) -> None:
    """The theme has more drawings than the practice uses."""
    shown = {
        name
        for _, page in pages(live)
        for name in re.findall(r"assets/drawings\.\w+\.svg", str(page))
    }
    assert sorted(shown) == beside(live, "assets/drawings.")


def pages(project: Project) -> ItemsView[str, BeautifulSoup]:
    return project.pages().items()


def beside(project: Project, folder: str) -> list[str]:
    """The files whose names begin so."""
    return [name for name in tree(project.output) if name.startswith(folder)]


def test_the_contact_page_has_every_fact_of_the_practice(live: Project) -> None:
    """People look here for whatever they need to come; the number stands above, once."""
    facts = live.page("/contact/").find("section", class_="practice_facts")
    assert words(facts.find("dl") if isinstance(facts, Tag) else None) == (
        "Address 1 Quiet Street Handsville, CO 80000 "
        "Directions Show the way here "
        "On a map See it on OpenStreetMap "
        "Prices $95-$180 "
        "First visit Intake form (PDF, 1 KB) "
        "Fax 303-555-0144 "
        "Areas we serve Handsville, Otherville "
        "Licenses Ada Example, Trade License 00001 Ben Sample, Trade License 00002"
    )


def test_the_contact_page_says_how_to_come(live: Project) -> None:
    """Where to park is asked before every first visit, and a step can be one too many."""
    assert section(live.page("/contact/"), "Getting here") == [
        "The blue door in the yard. Ring twice.",
        "Parking Free for two hours on the street. By bus and train Bus 10 stops at the corner. "
        "Steps none Elevator not needed Restroom with a rail "
        "When you arrive Wait on the bench, we fetch you.",
    ]


def test_the_contact_page_has_the_hours(live: Project) -> None:
    """A visitor before a closed door does not come again."""
    tables = [words(one) for one in live.page("/contact/").select(".sidebar table")]
    assert tables == [
        "Hours Monday 9 AM to 6 PM Tuesday 8:30 AM to noon, 1 PM to 8 PM Wednesday closed "
        "Thursday 9 AM to 6 PM Friday 9 AM to 6 PM Saturday 10 AM to 2 PM Sunday closed",
        "July 1 to August 31 Friday 9 AM to 1 PM Saturday closed",
        "Special days Thursday, July 4, 2030 closed (Independence Day)",
    ]


def test_the_call_to_action_has_every_way_to_reach_the_practice(live: Project) -> None:
    """Some people call, some write, some book at night."""
    booking = "https://booking.hands.test/example-hands?from=site&lang=en"
    call = live.page("/").find("section", class_="call_to_action", attrs={"aria-label": True})
    assert isinstance(call, Tag)
    assert links(call) == [
        ("tel:+13035550142", "Call 303-555-0142"),
        (booking, "Book a time online"),
        ("sms:+13035550143", "Send a text message to 303-555-0143"),
        ("mailto:hello@hands.test", "Write to hello@hands.test"),
    ]


def test_the_footer_names_the_practice_on_every_page(live: Project) -> None:
    """Wherever somebody lands, they learn whose site it is."""
    for page in live.pages().values():
        who = page.find("div", class_="practice")
        assert words(who if isinstance(who, Tag) else None) == (
            "Example Hands 1 Quiet Street Handsville, CO 80000 303-555-0142 hello@hands.test"
        )


def test_the_footer_leads_to_every_social_account(live: Project) -> None:
    """In the order of practice.yaml, with the names that people know."""
    social = live.page("/").find("ul", class_="social")
    assert links(social if isinstance(social, Tag) else None) == [
        ("https://facebook.hands.test/examplehands", "Facebook"),
        ("https://instagram.hands.test/examplehands", "Instagram"),
        ("https://pinterest.hands.test/examplehands", "Pinterest"),
        ("https://x.hands.test/examplehands", "X"),
        ("https://bluesky.hands.test/examplehands", "Bluesky"),
        ("https://threads.hands.test/@examplehands", "Threads"),
        ("https://linkedin.hands.test/examplehands", "LinkedIn"),
        ("https://youtube.hands.test/@examplehands", "YouTube"),
        ("https://tiktok.hands.test/@examplehands", "TikTok"),
    ]


def test_the_menu_lists_pages_in_their_order(live: Project) -> None:
    """The order is the practice's choice; a page without one comes last."""
    menu = live.page("/").find("nav", attrs={"aria-label": "Main menu"})
    assert links(menu if isinstance(menu, Tag) else None) == [
        ("/modalities/", "Modalities"),
        ("/symptoms/", "Symptoms"),
        ("/offers/", "Offers"),
        ("/news/", "News"),
        ("/contact/", "Contact"),
        ("/search/", "Search"),
    ]


def test_the_home_page_has_the_tagline_and_the_accent(live: Project) -> None:
    """What search results show of the practice, and its own color."""
    page = live.page("/")
    styles = "".join(style.get_text() for style in page.find_all("style"))
    assert words(page.title) == "Example Hands: Unhurried massage for example shoulders"
    assert "--clay:light-dark(" in styles.rpartition("@layer tokens")[2]


def test_a_modality_has_its_sessions_with_their_prices(live: Project) -> None:
    """The first question of most visitors."""
    assert section(live.page(SWEDISH), "Sessions and prices") == [
        "Length Price 60 minutes $95 90 minutes $135.50",
        "Please tell us at least 24 hours before your session. Otherwise we charge 50% of the "
        "price. We know that children fall ill.",
        "All prices and policies",
    ]


def test_a_modality_has_its_techniques(live: Project) -> None:
    """What the hands do, in the practice's own words."""
    (techniques,) = section(live.page(SWEDISH), "Techniques")
    assert techniques.startswith("Stroking or flushing Long strokes along the run of the muscle. ")


def test_a_modality_says_who_asks_a_doctor_first(live: Project) -> None:
    """Safety stands on the page, not behind it."""
    assert section(live.page(SWEDISH), "Ask your doctor first") == [
        "You have a fever You take a blood thinner"
    ]


def test_a_modality_answers_its_questions(live: Project) -> None:
    """In the order in which they were written."""
    assert section(live.page(SWEDISH), "Questions that clients ask") == [
        "Does it hurt? It should not. Say so if it does.",
        "What do I wear? Whatever you like.",
    ]


def test_a_symptom_has_its_places_and_its_warnings(live: Project) -> None:
    """Some signs are for a doctor before they are for us."""
    page = live.page("/symptoms/stiff-neck/")
    areas = page.find("p", class_="body_areas")
    assert words(areas if isinstance(areas, Tag) else None) == (
        "Where it is felt: neck, top of the shoulder."
    )
    assert section(page, "When to see a doctor")[-1].endswith("Numbness in a hand")


def test_a_news_note_has_its_day(live: Project) -> None:
    """Old news that looks new misleads."""
    time = live.page("/news/new-table/").find("time")
    assert isinstance(time, Tag)
    assert (time["datetime"], words(time)) == ("2030-05-02", "Thursday, May 2, 2030")


def test_pictures_are_shown_with_their_description(live: Project) -> None:
    """Who cannot see the picture hears what it shows."""
    for address, picture in (
        ("/", ("/images/hands-1200.jpg", "Two hands resting on a folded towel")),
        (SWEDISH, ("/images/hands-1200.jpg", "Two hands resting on a folded towel")),
        ("/news/new-table/", ("/images/stones-1100.png", "Three smooth stones")),
        ("/404.html", ("/images/stones-1100.png", "Three smooth stones")),
    ):
        image = live.page(address).select_one('figure img[src^="/images/"]')
        assert image
        assert (unhashed(str(image["src"])), image["alt"]) == picture


def test_pinterest_is_given_a_picture_of_every_page(live: Project) -> None:
    """A pin is a picture: the page's own, or else its card."""
    media = {
        address: [unhashed(one) for one in parse_qs(urlsplit(href).query)["media"]]
        for address in (SWEDISH, "/symptoms/stiff-neck/")
        for href, _ in links(live.page(address).find("share-links"))
        if "pinterest" in href
    }
    card = live.page("/symptoms/stiff-neck/").find("meta", property="og:image")
    assert isinstance(card, Tag)
    assert media == {
        SWEDISH: [f"{LIVE}/images/hands-1200.jpg"],
        "/symptoms/stiff-neck/": [unhashed(str(card["content"]))],
    }


def test_every_page_can_be_shared_in_the_order_of_the_practice(live: Project) -> None:
    """The nine networks of practice.yaml, and only where sharing makes sense."""
    shared = {
        name: [words(one) for one in page.select("share-links a")]
        for name, page in live.pages().items()
    }
    networks = [
        *(
            "Send by E-mail",
            "Pin it on Pinterest",
        ),  # in the row of buttons, the others below "More"
        *("Share on Bluesky", "Share on Facebook", "Share on LinkedIn", "Send by Text message"),
        *("Share on Threads", "Share on WhatsApp", "Share on X"),
    ]
    assert shared == {name: [] if name in UNLISTED else networks for name in shared}


def test_pages_that_say_how_to_call_or_ask_for_nothing_close_without_a_call(live: Project) -> None:
    """Who reads the number five times on a page stops reading it."""
    pages = live.pages()
    closing = {name for name, page in pages.items() if page.select("section.call_to_action")}
    without = {"404.html", "contact/index.html", "privacy/index.html", "thank-you/index.html"}
    assert not closing & (without | {"offers/spring/index.html"})
    assert {"index.html", "symptoms/stiff-neck/index.html"} <= closing
    assert not any(page.select(".offer_banner a[href^='tel:']") for page in pages.values())


def test_the_newsletter_form_stands_on_every_page_that_is_to_be_found(live: Project) -> None:
    """Nobody signs up again on the page that thanks them."""
    without = {
        name for name, page in live.pages().items() if not page.select_one(".newsletter_form")
    }
    assert without == UNLISTED


def test_no_page_says_what_a_program_would_say(live: Project) -> None:
    """None, [] and undefined are no words of a massage practice."""
    for name, page in live.pages().items():
        text = words(page)
        for word in ("None", "undefined", "[]", "{}", "()", "Markup", "datetime", "Decimal"):
            assert word not in text, name
