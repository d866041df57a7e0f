"""List every offer: which runs when, and what deserves attention.

Reads   content/, as a build does; AT from the environment, the moment to list for
Gives   a table, a timeline in plain text of 80 columns, and sentences: gaps, overlapping offers,
        offers without an end or terms, those that end soon or have ended
Stops   with 2 and the problems of the content when it is invalid
"""

from __future__ import annotations

from argparse import Namespace

from plugins.core.model.site import Site
from plugins.desk.offers import advice, overlaps, table, timeline
from plugins.desk.offers.date_text import instant_in_words
from plugins.desk.offers.listing import list_offers
from plugins.desk.project import LINES, arguments, city, print_about

__all__ = ["arguments", "run"]
NO_OFFERS = 'content/offers/ has no offer. To write one, type: make new-offer TITLE="..."'


def run(options: Namespace) -> int:
    return print_about(options, overview)


def overview(site: Site) -> str:
    """The whole text about a site's offers."""
    zone = site.practice.time_zone
    title = f"Offers as of {instant_in_words(site.now, zone)} ({city(zone)})"
    offers = list_offers(site)
    if not offers:
        return f"{title}\n\n{NO_OFFERS}"
    sentences = [*overlaps.gaps(offers, site), *overlaps.overlaps(offers, site)]
    sentences += advice.advice(offers, site)
    parts = [title, table.draw_table(offers, zone), timeline.draw(offers, site.now, zone)]
    notes = "\n".join(LINES.fill(f"- {sentence}") for sentence in sentences)
    return "\n\n".join([*parts, notes]).strip("\n")
