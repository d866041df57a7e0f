"""Check: every page of a built site shows what the pages of all contestants must show.

Gives   problems(): one sentence for each page that lacks something, and for pages too many or few
Units   on each page: the banner with the offer that runs (but on pages of offers), a link to the
        telephone, a share link for each network with the address of the page (but on pages that
        nobody shares), the words of its text, block by block, in their order
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote_plus

from tests.bench.corpus import SHARE, TEL, Corpus, Page
from tests.sites import LIVE

BANNER = re.compile(r'(?s)<section[^>]*\bclass="?offer_banner\b.*?</section>')
LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')
UNSEEN = re.compile(r"(?s)<(script|style)\b.*?</\1>|<!--.*?-->")
TAG = re.compile(r"<[^>]*>")
NETWORKS = {
    "pinterest": "https://www.pinterest.com/pin/create/button/",
    "email": "mailto:",
    "facebook": "https://www.facebook.com/sharer/",
    "whatsapp": "https://wa.me/",
    "x": "https://x.com/intent/",
    "linkedin": "https://www.linkedin.com/sharing/",
}


def problems(made: Corpus, output: Path, extra: Iterable[str] = ()) -> list[str]:
    """What is wrong with a built site; nothing when all of it is right."""
    wanted = {page.file for page in made.pages} | set(extra)
    there = {path.relative_to(output).as_posix() for path in output.rglob("*.html")}
    found = [f"{name} is missing" for name in sorted(wanted - there)]
    found += [f"{name} is one too many" for name in sorted(there - wanted)]
    for page in made.pages:
        if page.file in there:
            text = (output / page.file).read_text(encoding="utf-8")
            found += [f"{page.file}: {one}" for one in missing(page, text, made.banner)]
    return found


def missing(page: Page, source: str, offer: Page, site: str = LIVE) -> Iterator[str]:
    """What the HTML of a page lacks."""
    banner = BANNER.search(source)
    about_offers = page.address.startswith("/offers/")  # they say what runs themselves
    if not about_offers and (not banner or offer.title not in seen(banner[0])):
        yield "no banner of the offer that runs"
    links = [html.unescape(link) for link in LINK.findall(source)]
    if TEL not in links:
        yield "no link to the telephone"
    shared = [link for link in links if shares(link, site + page.address)]
    for network in SHARE if page.listed else ():
        if not any(link.startswith(NETWORKS[network]) for link in shared):
            yield f"no link that shares it by {network}"
    yield from unsaid(page.blocks, seen(source))


def shares(link: str, address: str) -> bool:
    """Whether the address stands in a link as a value, to its end."""
    values = re.split("[?&]", link)[1:]
    return any(address in re.split(r"[=\s]", unquote_plus(one)) for one in values)


def unsaid(blocks: Iterable[str], text: str) -> Iterator[str]:
    """The first block that does not stand in a text behind the one before it."""
    place = 0
    for block in blocks:
        found = text.find(" ".join(block.split()), place)
        if found < 0:
            yield f'the text lacks "{block[:40]}"'
            return
        place = found + len(block)


def seen(source: str) -> str:
    """The words of some HTML."""
    return " ".join(html.unescape(TAG.sub("", UNSEEN.sub("", source))).split())
