"""Share links: the whole address for each network, with texts that break careless ones."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from plugins.sharing.links import NETWORKS, Shared, share_links, shortened, x_weight

PLAIN = Shared(
    url="https://www.example.com/modalities/swedish-massage/",
    title="Swedish Massage",
    summary="Long, even strokes.",
    picture="https://www.example.com/images/hands.jpg",
    site="Example Hands",
)
HOSTILE = Shared(
    url="https://www.example.com/a/?b=c&d=e#f",
    title='100% "Rest" & #relax <now>? \u05e9\u05dc\u05d5\u05dd 😀 a+b=c',
    summary="One\ttwo; three's / four",
    picture="",
    site="R&B Hands",
)
EXPECTED = {
    "pinterest": "https://www.pinterest.com/pin/create/button/"
    "?url=https%3A%2F%2Fwww.example.com%2Fmodalities%2Fswedish-massage%2F"
    "&media=https%3A%2F%2Fwww.example.com%2Fimages%2Fhands.jpg"
    "&description=Swedish%20Massage%20%7C%20Example%20Hands",
    "email": "mailto:?subject=Swedish%20Massage%20%7C%20Example%20Hands"
    "&body=Long%2C%20even%20strokes.%0D%0A%0D%0A"
    "https%3A%2F%2Fwww.example.com%2Fmodalities%2Fswedish-massage%2F",
    "facebook": "https://www.facebook.com/sharer/sharer.php"
    "?u=https%3A%2F%2Fwww.example.com%2Fmodalities%2Fswedish-massage%2F",
    "whatsapp": "https://wa.me/?text=Swedish%20Massage%20%7C%20Example%20Hands%20"
    "https%3A%2F%2Fwww.example.com%2Fmodalities%2Fswedish-massage%2F",
    "sms": "sms:?&body=Swedish%20Massage%20%7C%20Example%20Hands%20"
    "https%3A%2F%2Fwww.example.com%2Fmodalities%2Fswedish-massage%2F",
    "x": "https://x.com/intent/tweet?text=Swedish%20Massage%20%7C%20Example%20Hands"
    "&url=https%3A%2F%2Fwww.example.com%2Fmodalities%2Fswedish-massage%2F",
    "bluesky": "https://bsky.app/intent/compose?text=Swedish%20Massage%20%7C%20Example%20Hands%20"
    "https%3A%2F%2Fwww.example.com%2Fmodalities%2Fswedish-massage%2F",
    "threads": "https://www.threads.com/intent/post"
    "?text=Swedish%20Massage%20%7C%20Example%20Hands"
    "&url=https%3A%2F%2Fwww.example.com%2Fmodalities%2Fswedish-massage%2F",
    "linkedin": "https://www.linkedin.com/sharing/share-offsite/"
    "?url=https%3A%2F%2Fwww.example.com%2Fmodalities%2Fswedish-massage%2F",
}
HEADLINE = (
    "100%25%20%22Rest%22%20%26%20%23relax%20%3Cnow%3E%3F%20%D7%A9%D7%9C%D7%95%D7%9D%20"
    "%F0%9F%98%80%20a%2Bb%3Dc%20%7C%20R%26B%20Hands"
)
URL = "https%3A%2F%2Fwww.example.com%2Fa%2F%3Fb%3Dc%26d%3De%23f"
UNDER_ATTACK = {
    "pinterest": f"https://www.pinterest.com/pin/create/button/?url={URL}&description={HEADLINE}",
    "email": f"mailto:?subject={HEADLINE}"
    f"&body=One%09two%3B%20three%27s%20%2F%20four%0D%0A%0D%0A{URL}",
    "facebook": f"https://www.facebook.com/sharer/sharer.php?u={URL}",
    "whatsapp": f"https://wa.me/?text={HEADLINE}%20{URL}",
    "sms": f"sms:?&body={HEADLINE}%20{URL}",
    "x": f"https://x.com/intent/tweet?text={HEADLINE}&url={URL}",
    "bluesky": f"https://bsky.app/intent/compose?text={HEADLINE}%20{URL}",
    "threads": f"https://www.threads.com/intent/post?text={HEADLINE}&url={URL}",
    "linkedin": f"https://www.linkedin.com/sharing/share-offsite/?url={URL}",
}


def address(page: Shared, network: str) -> str:
    (link,) = share_links(page, [network])
    return link.address


def text_of(page: Shared, network: str) -> str:
    """The text that a network gets."""
    return parse_qs(urlsplit(address(page, network)).query)["text"][0]


@pytest.mark.parametrize("network", NETWORKS)
def test_a_page_is_shared_by_the_address_that_the_network_documents(network: str) -> None:
    """A share link that is nearly right opens an empty window."""
    assert address(PLAIN, network) == EXPECTED[network]


@pytest.mark.parametrize("network", NETWORKS)
def test_no_character_of_a_title_ends_the_text_early(network: str) -> None:
    """&, #, %, +, quotes, other scripts and emoji arrive as they were written."""
    assert address(HOSTILE, network) == UNDER_ATTACK[network]


def test_links_stand_in_the_order_of_the_practice() -> None:
    """It knows which networks its clients use."""
    chosen = ["x", "pinterest", "email"]
    assert [link.network for link in share_links(PLAIN, chosen)] == chosen
    assert share_links(PLAIN, []) == []


def test_a_title_that_names_the_practice_does_not_name_it_twice() -> None:
    """ "Call Example Hands | Example Hands" looks like a machine's work."""
    page = Shared(PLAIN.url, "Call Example Hands", "", "", "Example Hands")
    assert text_of(page, "x") == "Call Example Hands"


def test_a_page_without_a_summary_is_mailed_with_its_address_alone() -> None:
    """No empty lines on top of the mail."""
    page = Shared("https://www.example.com/", "Home", "", "", "Example Hands")
    assert address(page, "email") == (
        "mailto:?subject=Home%20%7C%20Example%20Hands&body=https%3A%2F%2Fwww.example.com%2F"
    )


def test_a_long_title_is_cut_between_words_for_x() -> None:
    """280 characters, of which the link takes 23 and a space one."""
    page = Shared("https://www.example.com/", "word " * 59 + "last!", "", "", "Example Hands")
    text = text_of(page, "x")
    assert text == "word " * 50 + "word…"
    assert len(text) <= 280 - 24


@pytest.mark.parametrize("word", ["\u624b", "😀", "\u3042"])
def test_x_counts_most_scripts_twice(word: str) -> None:
    """A post that is one character too long cannot be sent, and nobody says why."""
    page = Shared("https://www.example.com/", word * 300, "", "", "Example Hands")
    text = text_of(page, "x")
    assert text == word * 127 + "…"
    assert sum(map(x_weight, text)) == 2 * 127 + 2 == 280 - 24


def test_a_long_title_is_cut_for_bluesky_with_its_link_inside() -> None:
    """300 characters with the link, which must not be cut."""
    url = "https://www.example.com/modalities/swedish-massage/"
    page = Shared(url, "word " * 59 + "last!", "", "", "Example Hands")
    text = text_of(page, "bluesky")
    assert text == "word " * 48 + f"word… {url}"
    assert len(text) <= 300


@pytest.mark.parametrize("network", NETWORKS)
def test_no_network_gets_more_than_browsers_send(network: str) -> None:
    """Servers cut addresses at 8,000 characters; a title has at most 300."""
    page = Shared(PLAIN.url, "😀" * 300, "😀" * 300, PLAIN.picture, "Example Hands")
    assert len(address(page, network)) < 8000


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("Rest", 4, "Rest"),
        ("Rest a while", 12, "Rest a while"),
        ("Rest a while", 11, "Rest a…"),
        ("Rest, a while", 9, "Rest, a…"),
        ("Rest, a while", 7, "Rest…"),
        ("Rest a while", 7, "Rest a…"),
        ("Unhurried", 5, "Unhu…"),
        ("", 0, ""),
    ],
)
def test_a_text_is_cut_after_a_whole_word(text: str, limit: int, cut: str) -> None:
    """Half a word, or a comma before the dots, looks like a fault."""
    assert shortened(text, limit) == cut
