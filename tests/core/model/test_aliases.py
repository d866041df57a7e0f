"""Aliases: what is an address of before, and what to type in place of what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core.markdown.urls import alias_key
from plugins.core.model.aliases import Aliases
from plugins.core.problems import ContentError
from plugins.core.reading.front_matter import Fields
from plugins.core.schema.model import ContentModel, validate


class Page(ContentModel):
    aliases: Aliases = ()


def read(*typed: str) -> tuple[str, ...]:
    return validate(Page, Fields(Path("a.md"), {"aliases": list(typed)})).aliases


def refused(typed: str) -> tuple[str, str]:
    """What is needed, and how to mend it."""
    with pytest.raises(ContentError) as caught:
        read(typed)
    (problem,) = caught.value.problems
    return problem.needed, problem.fix


@pytest.mark.parametrize(
    "typed",
    [
        "/old-page/",
        "/old-page",
        "/massage/neuromuscular.html",
        "/services.php",
        "/index.php/foo/",
        "/2019/05/12/news/",
        "/wp-content/uploads/2019/prices.pdf",
        "/~anna/Prices_2.htm",
        "/über-uns/",
        "/按摩/",
    ],
)
def test_an_address_of_before_is_taken_as_it_was(typed: str) -> None:
    """Nobody can change it any more."""
    assert read(typed) == (typed,)


@pytest.mark.parametrize("typed", ["/%C3%BCber-uns/", "/%c3%bcber-uns/", "/u\u0308ber-uns/"])
def test_every_way_to_write_a_letter_is_one(typed: str) -> None:
    """Browsers copy it in one way, people type it in another."""
    assert read(typed) == ("/\u00fcber-uns/",)


def test_one_address_needs_no_list() -> None:
    """The most frequent number of them is one."""
    assert validate(Page, Fields(Path("a.md"), {"aliases": "/old/"})).aliases == ("/old/",)


def test_an_address_moves_with_its_last_slash_and_without() -> None:
    """Links of others have it or lack it."""
    assert [alias_key(one) for one in read("/old/", "/old", "/a/b.html")] == [
        "/old",
        "/old",
        "/a/b.html",
    ]


@pytest.mark.parametrize(
    ("typed", "needed", "fix"),
    [
        ("old-page/", "an address like /old-page/, beginning with a slash", "/old-page/"),
        ("services.php", "an address like /old-page/, beginning with a slash", "/services.php"),
        *(
            (typed, "an address like /old-page/, without the name of the site", "/foo/")
            for typed in (
                *("https://oldsite.com/foo/", "http://www.oldsite.com:80/foo/"),
                *("//oldsite.com/foo/", "www.oldsite.com/foo/", "OldSite.com/foo/"),
            )
        ),
        ("/old#team", 'an address without "#": browsers keep what follows it', "/old"),
        ("//old//page/", "an address with single slashes", "/old/page/"),
        ("/old//", "an address with single slashes", "/old/"),
    ],
)
def test_what_was_meant_is_told(typed: str, needed: str, fix: str) -> None:
    """Pasted from the browser, or typed in a hurry: the right line is known."""
    assert refused(typed) == (needed, f'write "- {fix}"')


QUERY = 'an address without "?": what follows it is for programs, and this site has none'
HOME = "delete the line: such an address shows the home page"
CODED = "an address whose %-signs stand for letters in UTF-8"
COPY = "open the address in a browser, and copy it from the address line"
DOTS = 'an address without "." and ".." between slashes'
KEPT = (
    "an address that is not below /assets/, /cards/ and /images/: "
    "browsers keep what is there for a year"
)


@pytest.mark.parametrize(
    ("typed", "needed", "fix"),
    [
        ("/?p=12", QUERY, HOME),
        ("https://oldsite.com/?p=12", QUERY, HOME),
        (
            "/services.php?id=3",
            QUERY,
            "write /services.php if all addresses that begin so may lead here, or delete the line",
        ),
        *(
            (
                typed,
                "an address like /old-page/, not the home page",
                "delete the line: the home page is where it was",
            )
            for typed in ("/", "https://oldsite.com", "https://oldsite.com/")
        ),
        ("/100%/", CODED, COPY),
        ("/%FCber/", CODED, COPY),
        ("/old/../secret", DOTS, "write where it leads"),
        ("/old/%2e%2E/secret", DOTS, "write where it leads"),
        ("/./old/", DOTS, "write where it leads"),
        ("/assets/old.js", KEPT, "delete the line"),
        ("/Images/old.gif", KEPT, "delete the line"),
        (
            f"/{'a' * 240}",
            "at most 240 characters; letters with accents count twice",
            "delete the line: no file can have such a name",
        ),
    ],
)
def test_what_cannot_be_led_on_is_told_with_the_reason(typed: str, needed: str, fix: str) -> None:
    """A line that does nothing would be believed to work."""
    assert refused(typed) == (needed, fix)


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("/old page/", "spaces"),
        ("/old%20page/", "spaces"),
        ("/old\\page/", "backslashes"),
        ("/old\u200bpage/", "invisible characters"),
        ("/old%00page/", "invisible characters"),
        ("/old%0Apage/", "invisible characters"),
        ("/old%3Fpage/", "the character ?"),
        ("/old*", "the character *"),
        ("/:old", "the character :"),
        ('/old";}', 'the character "'),
        ("/old$uri", "the character $"),
        ("/{old}", "the character {"),
    ],
)
def test_a_sign_that_hosts_read_in_their_own_way_is_refused(typed: str, what: str) -> None:
    """An alias stands in the configuration of a server; it must never end a rule there."""
    fine = "letters, digits and - . _ ~ + , @ = are fine"
    assert refused(typed) == (f"an address without {what}; {fine}", "delete the line")


def test_every_wrong_alias_is_told_at_once_with_its_line() -> None:
    """Three pastes of a kind are three lines to change."""
    fields = Fields(
        Path("a.md"),
        {"aliases": ["old/", "/new/", "/?p=1"]},
        {("aliases",): 3, ("aliases", 0): 4, ("aliases", 1): 5, ("aliases", 2): 6},
    )
    with pytest.raises(ContentError) as caught:
        validate(Page, fields)
    assert [(one.line, one.field, one.found) for one in caught.value.problems] == [
        (4, "aliases 1", '"old/"'),
        (6, "aliases 3", '"/?p=1"'),
    ]
