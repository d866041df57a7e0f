"""Best bets: pages that answer a question in words that they do not have themselves.

Reads   title, summary and address of single pages and overviews; symptoms and their places on the
        map; the words for them in theme/words, under search_words
Gives   guide(): what theme/js/site_search.js reads beside the index: every word of the site, words
        that mean the same, words that say nothing, and the best bets
Why     who types "price" means the page of prices, whatever it calls them; Pagefind knows only the
        words of a page. Overviews and offers are in no index, yet people ask for them
Source  GOV.UK Search, best bets
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from plugins.core.i18n.words import Words
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.search.word_list import word_list

SYMPTOMS = "symptoms"


def guide(site: Site, pages: Iterable[Page], texts: Mapping[str, str]) -> bytes:
    words = site.words
    guide_data = {
        "words": word_list(texts),
        "alike": [listed(group) for group in str(words.search_words.alike).split(";")],
        "small": listed(words.search_words.small),
        "bets": [*bets(site, [page for page in pages if page.listed and not page.starter])],
    }
    return json.dumps(guide_data, ensure_ascii=False, separators=(",", ":")).encode()


def bets(site: Site, pages: Iterable[Page]) -> Iterator[dict[str, object]]:
    """Each page with the phrases that it is for, in the order in which they are shown."""
    by_address = {page.address: page for page in pages}
    phrases: dict[str, list[str]] = {}
    for said, *slugs in meant(site.words):
        known = (f"{site.base}/{slug}/" for slug in slugs)
        address = next((one for one in known if one in by_address), None)
        if address:
            phrases.setdefault(address, []).extend(listed(said))
    for symptom in site.all(SYMPTOMS) if SYMPTOMS in site.kinds else ():
        if symptom.address in by_address:
            places = (place.label for place in symptom.facts.map)
            phrases[symptom.address] = [symptom.title, *places, *symptom.facts.body_areas]
    for address, words in phrases.items():
        page = by_address[address]
        lower = [phrase.lower() for phrase in words]
        yield {"url": address, "title": page.title, "text": page.summary, "phrases": lower}


def meant(words: Words) -> Iterator[tuple[object, *tuple[str, ...]]]:
    """The words for a page, and the pages that they are for: the first that is there."""
    yield words.search_words.contact, "contact"
    yield words.search_words.prices, "prices", "contact"
    yield words.search_words.first_visit, "first-visit", "contact"
    yield words.search_words.offers, "offers"
    yield words.search_words.people, "people", "about"
    yield words.search_words.privacy, "privacy"


def listed(text: object) -> list[str]:
    return [word.strip() for word in str(text).split(",")]
