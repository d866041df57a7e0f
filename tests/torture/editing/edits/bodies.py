"""Bodies: what people write below the fields of a file. The most usual edits of all."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from tests.torture.editing.desk import Desk, offered

LINK = re.compile(r"(?<!!)\[([^\]]*)\]\([^)]*\)")
PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\) ?")
HEADING = re.compile(r"^## .*\n+", re.MULTILINE)
ADDRESSES = ("/", "/contact/", "/modalities/swedish/", "../symptoms/stiff-neck.md", "/offers/")
PLACES = ("/modalities/swedish/#questions", "/modalities/swedish/#sessions", "#questions")
LETTERS = ("é", "Ł", "ß", "Ελλάδα", "日本", "½", "“quoted”", "naïve", "\u2011", "İ", "🙂", "æ")
# With a warning, or with an error that the next edit mends.
SAID = (
    "Many people feel relief from stress.",
    "Call 303-555-0142 today.",
    "It cures everything.",
    "The best massage in town.",
    "No claim at all.",
)


def parts(path: Path) -> tuple[str, str]:
    """The fields with their lines, and the body."""
    head, line, body = path.read_text(encoding="utf-8").partition("\n---\n")
    return head + line, body


def rewrite(desk: Desk, path: Path, change: Callable[[str], str], what: str) -> str:
    """Save another body; "" when it would be the same."""
    head, body = parts(path)
    after = change(body)
    if after == body:
        return ""
    desk.save(path, head + after)
    return f"{what} in {desk.name(path)}"


def added(desk: Desk, text: str, what: str, place: str = "*") -> str:
    """A paragraph more, at the end or at the beginning."""
    end = desk.random.random() < 0.7
    path = desk.pick(desk.documents(place))
    return rewrite(
        desk, path, lambda body: f"{body}\n{text}\n" if end else f"\n{text}\n{body}", what
    )


def removed(desk: Desk, pattern: re.Pattern[str], by: str, what: str) -> str:
    """One place less, wherever there is one."""
    there = [path for path in desk.documents() if pattern.search(parts(path)[1])]
    if not there:
        return ""
    return rewrite(desk, desk.pick(there), lambda body: pattern.sub(by, body, count=1), what)


@offered(8)
def words(desk: Desk) -> str:
    return added(desk, f"Some words, the {desk.number()}th of their kind.", "a sentence")


@offered(6)
def another_letter(desk: Desk) -> str:
    """As many bytes as before."""

    def change(body: str) -> str:
        places = [place for place, letter in enumerate(body) if letter in "aeio"]
        if not places:
            return body
        place = desk.random.choice(places)
        letter = desk.random.choice([one for one in "aeio" if one != body[place]])
        return body[:place] + letter + body[place + 1 :]

    return rewrite(desk, desk.pick(desk.documents()), change, "one letter")


@offered(3)
def shorter(desk: Desk) -> str:
    def change(body: str) -> str:
        lines = body.split("\n")
        full = [place for place, line in enumerate(lines) if line]
        if len(full) > 1:
            del lines[desk.random.choice(full)]
        return "\n".join(lines)

    return rewrite(desk, desk.pick(desk.documents()), change, "a line less")


@offered(3)
def a_link(desk: Desk) -> str:
    address = desk.random.choice(ADDRESSES)
    return added(desk, f"See [that page]({address}).", f"a link to {address}")


@offered(2)
def a_link_to_a_place(desk: Desk) -> str:
    address = desk.random.choice(PLACES)
    return added(desk, f"See [that place]({address}).", f"a link to {address}", "symptoms")


@offered(2)
def no_link(desk: Desk) -> str:
    return removed(desk, LINK, r"\1", "a link less")


@offered()
def a_broken_link(desk: Desk) -> str:
    address = desk.random.choice(("/modalities/swedsh/", "/gone.pdf", "#nowhere", "gone.md"))
    return added(desk, f"See [nothing]({address}).", f"a link to {address}")


@offered(2)
def a_picture(desk: Desk) -> str:
    name = desk.pick(desk.pictures()).name
    return added(desk, f"![It shows something](../images/{name})", f"the picture {name}")


@offered(2)
def no_picture(desk: Desk) -> str:
    return removed(desk, PICTURE, "", "a picture less")


@offered(2)
def a_heading(desk: Desk) -> str:
    return added(desk, f"## Part {desk.number()}\n\nWhich says little.", "a heading")


@offered()
def no_heading(desk: Desk) -> str:
    return removed(desk, HEADING, "", "a heading less")


@offered(3)
def rare_letters(desk: Desk) -> str:
    letters = desk.random.choice(LETTERS)
    return added(desk, f"It is spelled {letters}.", f"the letters {letters}")


@offered(3)
def a_claim(desk: Desk) -> str:
    text = desk.random.choice(SAID)
    return added(desk, text, f'the claim "{text}"')


@offered(2)
def a_comment(desk: Desk) -> str:
    text = desk.random.choice(("<!-- a note -->", "<!--\ntwo lines\n-->"))
    return added(desk, text, "a comment")


@offered(2)
def other_structure(desk: Desk) -> str:
    blocks = (
        "| a | b |\n| --- | :-: |\n| 1 | 2 |",
        "- one\n- two\n\n1. three\n2. four",
        "> Quoted, with *stress* and **more**.",
        "Term\n:   Its meaning.",
        "HTML stands here.\n\n*[HTML]: a language",
        "`code` and an e-mail address: <a@example.com>",
        "[later]: /contact/\n\nA [reference][later].",
    )
    return added(desk, desk.random.choice(blocks), "other structure")


@offered(2)
def nothing_but_spaces(desk: Desk) -> str:
    def change(body: str) -> str:
        return body.replace("\n", "\r\n") if "\r" not in body else body.replace("\r", "") + "\n"

    return rewrite(desk, desk.pick(desk.documents()), change, "ends of lines")


@offered(2)
def two_bodies(desk: Desk) -> str:
    """Two files change places of their texts."""
    one, other = desk.random.sample(desk.documents(), 2)
    (head, body), (other_head, other_body) = parts(one), parts(other)
    desk.save(one, head + other_body)
    desk.save(other, other_head + body)
    return f"bodies of {desk.name(one)} and {desk.name(other)} exchanged"


@offered(3)
def touched(desk: Desk) -> str:
    """Saved without a change."""
    path = desk.pick(desk.documents())
    if desk.random.random() < 0.5:
        desk.save(path, path.read_bytes())
    else:
        os.utime(path)
    return f"{desk.name(path)} touched"
