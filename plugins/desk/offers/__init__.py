"""Show every offer: which runs when, and what is worth a look.

Reads   content/, as a build does; AT from the environment, the moment to look from
Gives   a table, a timeline in plain text of 80 columns, and sentences: gaps, offers that meet,
        offers without an end or terms, those that end soon or have ended
Stops   with 2 and the problems of the content when it cannot be read
"""

from __future__ import annotations

from argparse import Namespace

from plugins.core.model.site import Site
from plugins.desk.offers import advice, overlaps, table, timeline
from plugins.desk.offers.date_text import instant_in_words
from plugins.desk.offers.listing import listing
from plugins.desk.read_command import LINES, arguments, look
from plugins.desk.zone import place

__all__ = ["arguments", "run"]
NONE = 'content/offers/ has no offer. To write one, type: make new-offer TITLE="..."'


def run(options: Namespace) -> int:
    return look(options, told_of)


def told_of(site: Site) -> str:
    """All that the command says about a site."""
    zone = site.practice.time_zone
    head = f"Offers as of {instant_in_words(site.now, zone)} ({place(zone)})"
    offers = listing(site)
    if not offers:
        return f"{head}\n\n{NONE}"
    sentences = [*overlaps.gaps(offers, site), *overlaps.overlaps(offers, site)]
    sentences += advice.remarks(offers, site)
    parts = [head, table.drawn(offers, zone), timeline.drawn(offers, site.now, zone)]
    said = "\n".join(LINES.fill(f"- {sentence}") for sentence in sentences)
    return "\n\n".join([*parts, said]).strip("\n")
