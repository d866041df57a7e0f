"""The page for when the network is gone: what is known, and nothing that ends."""

from __future__ import annotations

from tests.build.conftest import Project
from tests.build.test_every_fact import links, words


def test_it_says_how_to_reach_the_practice(full: Project) -> None:
    """Number, address and hours; no map, which needs a network."""
    full.built()
    main = full.page("/offline/").find("main")
    assert words(main) == (
        "This page could not be loaded There seems to be no connection to the internet. "
        "You can still call us. "
        "Call 303-555-0142 Try again Send a text message to 303-555-0143 "
        "Telephone 303-555-0142 Address 1 Quiet Street Handsville, CO 80000 "
        "Hours Monday 9 AM to 6 PM Tuesday 8:30 AM to noon, 1 PM to 8 PM Wednesday closed "
        "Thursday 9 AM to 6 PM Friday 9 AM to 6 PM Saturday 10 AM to 2 PM Sunday closed "
        "July 1 to August 31 Friday 9 AM to 1 PM Saturday closed "
        "Special days Thursday, July 4, 2030 closed (Independence Day)"
    )
    assert links(main) == [
        ("tel:+13035550142", "Call 303-555-0142"),
        ("", "Try again"),
        ("sms:+13035550143", "Send a text message to 303-555-0143"),
        ("tel:+13035550142", "303-555-0142"),
    ]


def test_what_is_not_known_is_not_there(bare: Project) -> None:
    """The smallest practice has a number."""
    bare.built()
    assert words(bare.page("/offline/").find("main")) == (
        "This page could not be loaded There seems to be no connection to the internet. "
        "You can still call us. Call 303-555-0142 Try again Telephone 303-555-0142"
    )


def test_it_has_no_offer_and_nothing_to_share_or_sign(full: Project) -> None:
    """An offer in it would outlive its end; the others need a network."""
    full.built()
    page = full.page("/offline/")
    parts = (
        *(".offer_banner", "[data-since]", "share-links", "posted-form"),
        *("[type=speculationrules]", "[src$='qr.svg']"),
    )
    assert [part for part in parts if page.select(part)] == []


def test_nobody_finds_it(full: Project) -> None:
    """It stands in no list, and search engines are asked to leave it out."""
    full.built()
    robots = full.page("/offline/").find("meta", attrs={"name": "robots"})
    assert robots is not None
    assert str(robots) == '<meta content="noindex" name="robots"/>'
    for name in ("sitemap.xml", "llms.txt"):
        assert "/offline/" not in (full.output / name).read_text()
