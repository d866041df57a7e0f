"""To Markdown: the HTML of a page as Markdown that builds take.

Gives   to_markdown(): the text, and what was left out of it; links to pages that came lead to their
        new addresses, and other links of the old site keep their words alone
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bs4 import BeautifulSoup, Comment, Tag
from markdownify import markdownify

LEFT = {
    "form": "a form",
    "iframe": "what another site shows in a frame",
    "script": "a script",
    "video": "a video",
    "audio": "a sound",
    "object": "an object",
}
NO_WORDS = "nothing says what it shows; name it in the text, with words between the brackets"
GONE = ("style", "noscript", "svg", "template", "input", "button", "select", "textarea", "embed")


def to_markdown(
    html: str, new_link: Callable[[str], str], new_picture: Callable[[str], tuple[str, str]]
) -> tuple[str, list[str]]:
    """new_link: where a link leads now; "" for nowhere. new_picture: the name of the picture at an
    address, "" where it did not come, and the words that the old site has for it."""
    soup, left = BeautifulSoup(html, "html.parser"), []
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for name, what in LEFT.items():
        for tag in soup.find_all(name):
            left.append(what)
            tag.decompose()
    for tag in soup.find_all("img"):
        picture(tag, new_picture, left)
    for tag in soup.find_all(GONE):
        tag.decompose()
    for tag in soup.find_all("h1"):
        tag.name = "h2"
    for tag in soup.find_all("a"):
        link(tag, new_link, left)
    text = markdownify(str(soup), heading_style="ATX", bullets="-", strong_em_symbol="*")
    # A level that is left out; a heading without words.
    text = re.sub(r"(?m)^#{1,6}\s*$|[ \t]+$", "", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n", left


def picture(tag: Tag, new_picture: Callable[[str], tuple[str, str]], left: list[str]) -> None:
    address = str(tag.get("src") or "")
    name, words = new_picture(address)
    shows = " ".join((str(tag.get("alt") or "") or words).split())
    if name and shows:
        tag.attrs = {"src": f"../images/{name}", "alt": shows}
        return
    what = "put it into images/, and name it in the text"
    left.append(f"the picture {address.rpartition('/')[2]}: {NO_WORDS if name else what}")
    tag.decompose()


def link(tag: Tag, new_link: Callable[[str], str], left: list[str]) -> None:
    before = str(tag.get("href") or "").strip()
    after = new_link(before)
    if after and tag.get_text(strip=True) and not tag.find("img"):
        tag.attrs = {"href": after}
        return
    if before:
        left.append(f"a link to {before[:80]}")
    tag.unwrap()
