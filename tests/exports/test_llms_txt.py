"""llms.txt: the site for programs that answer questions."""

from __future__ import annotations

from tests.build.conftest import Project

OFFER = "An offer of Example Hands: what it is, who it is for, and how to use it."


def text(project: Project) -> str:
    return (project.output / "llms.txt").read_text()


def test_it_lists_every_page_that_is_to_be_found(live: Project) -> None:
    """No offer that has ended or not begun, no page of thanks, nothing to be confirmed."""
    assert (
        text(live)
        == f"""\
# Example Hands

> Unhurried massage for example shoulders

Telephone: 303-555-0142

Hours

- Monday: 9 AM to 6 PM
- Tuesday: 8:30 AM to noon, 1 PM to 8 PM
- Wednesday: closed
- Thursday: 9 AM to 6 PM
- Friday: 9 AM to 6 PM
- Saturday: 10 AM to 2 PM
- Sunday: closed

July 1 to August 31

- Friday: 9 AM to 1 PM
- Saturday: closed

## Pages

- [Massage for example shoulders](https://www.example.com/): Unhurried massage in Handsville, \
with strong or gentle hands.
- [Call Example Hands](https://www.example.com/contact/): How to reach Example Hands.
- [Ways of working](https://www.example.com/modalities/): What the hands do, one way at a time.
- [News](https://www.example.com/news/): What is new at Example Hands.
- [Offers](https://www.example.com/offers/): What runs now.
- [Who works here](https://www.example.com/people/): The people of the practice, what they do and \
the licenses that they hold.
- [Prices and policies](https://www.example.com/prices/): What each session costs, how to pay, and \
what to do if you cannot come.
- [Privacy](https://www.example.com/privacy/): No cookies, no tracking.
- [Where it hurts](https://www.example.com/symptoms/): Choose the place that hurts.

## Modalities

- [Deep Tissue Massage](https://www.example.com/modalities/deep-tissue-massage/): Slow, firm \
pressure on one place at a time.
- [Swedish Massage](https://www.example.com/modalities/swedish-massage/): Long, even strokes over \
the whole body.

## News

- [A new table](https://www.example.com/news/new-table/): Wider and warmer than the old one.
- [An evening with open doors](https://www.example.com/news/open-day/): Look at the rooms and ask \
what you like.

## Offers

- [A week of deep tissue massage](https://www.example.com/offers/deep-week/): {OFFER}
- [Gift cards are here](https://www.example.com/offers/gift-cards/): {OFFER}
- [Spring, save $25 on Swedish massage](https://www.example.com/offers/spring/): {OFFER}

## Who works here

- [Ada Example](https://www.example.com/people/ada-example/): Slow, firm hands for necks and \
shoulders.

## Symptoms

- [Sore Shoulders](https://www.example.com/symptoms/sore-shoulders/): Shoulders that ache at the \
end of the day.
- [Stiff Neck](https://www.example.com/symptoms/stiff-neck/): A neck that will not turn.
- [Tired Feet](https://www.example.com/symptoms/tired-feet/): Feet that want to be put up.
"""
    )


def test_the_smallest_practice_is_one_page(bare: Project) -> None:
    """Without a tagline, its home page says what it is."""
    bare.built()
    assert (
        text(bare)
        == """\
# Bare Hands

> Massage, and nothing else.

Telephone: 303-555-0142

## Pages

- [Massage](https://www.example.com/): Massage, and nothing else.
"""
    )


def test_a_title_cannot_break_out_of_its_line(bare: Project) -> None:
    """What staff write is text here, whatever Markdown makes of such characters."""
    page = "---\ntitle: 'A [link] & 5*'\nsummary: '# 1 < 2 > 0'\n---\n"
    bare.write({"pages/about.md": page})
    bare.built()
    assert text(bare).splitlines()[-1] == (
        r"- [A \[link\] & 5\*](https://www.example.com/about/): \# 1 \< 2 \> 0"
    )
