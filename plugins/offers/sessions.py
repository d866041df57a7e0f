"""Sessions of an offer: to which of them its regular price belongs.

Gives   regular_session(): the session in words, where there are several; "" where that is not known
        false_price(): a warning for a regular price that no session has
Source  plugins.core.law: a former price must be genuine
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.core.i18n.words import Words
from plugins.core.law import cited
from plugins.core.model.documents import Document
from plugins.core.model.site import Site
from plugins.core.problems import Problem, listed
from plugins.offers.model import Offer


def regular_session(facts: Offer, modalities: Iterable[Document], words: Words) -> str:
    sessions = [one for modality in modalities for one in modality.facts.sessions]
    same = {
        ", ".join(filter(None, (one.name, words.length(one.minutes))))
        for one in sessions
        if facts.regular_price is not None and one.price.one == facts.regular_price
    }
    return same.pop() if len(sessions) > 1 and len(same) == 1 else ""


def false_price(document: Document, site: Site) -> Iterator[Problem]:
    money = site.words.locale.money
    facts: Offer = document.facts
    modalities = site.get("modalities", facts.modalities)
    prices = [one.price.one for modality in modalities for one in modality.facts.sessions]
    known = sorted({price for price in prices if price is not None})
    if facts.regular_price is None or not known or None in prices or facts.regular_price in known:
        return
    yield document.problem(
        "regular_price",
        f"{money(facts.regular_price)}, and sessions for {listed([*map(money, known)], 'and')}",
        f"a price that a session has without the offer{cited('former_price', *site.practice.law)}",
        "correct one of the two",
        level="warning",
    )
