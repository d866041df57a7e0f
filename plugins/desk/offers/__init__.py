"""Show every offer: which runs when, and what is worth a look.

Reads   content/, as a build does; AT from the environment, the moment to look from
Gives   a table, a timeline in plain text of 80 columns, and sentences: gaps, offers that meet,
        offers without an end or terms, those that end soon or have ended
Stops   with 2 and the problems of the content when it cannot be read
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from textwrap import TextWrapper

from plugins.core.site import Site
from plugins.desk.console import say
from plugins.desk.offers import meetings, remarks, table, timeline
from plugins.desk.offers.listing import listing
from plugins.desk.offers.words import instant_in_words
from plugins.desk.project import project
from plugins.desk.zone import place
from plugins.site.telling import Result, told

# File names stay whole: they are to be copied.
WRAP = TextWrapper(80, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
NONE = 'content/offers/ has no offer. To write one, type: make new-offer TITLE="..."'


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--content", default="content", metavar="FOLDER")
    parser.add_argument("--settings", default="pelicanconf.py", metavar="FILE")


def run(options: Namespace) -> int:
    texts = []

    def make() -> Result:
        site, _ = project(options.settings, Path(options.content)).read()
        texts.append(told_of(site))
        return Result(0)

    outcome = told(make)
    say("\n".join([outcome.text, *texts]).strip("\n"))
    return outcome.code


def told_of(site: Site) -> str:
    """All that the command says about a site."""
    zone = site.practice.time_zone
    head = f"Offers as of {instant_in_words(site.now, zone)} ({place(zone)})"
    offers = listing(site)
    if not offers:
        return f"{head}\n\n{NONE}"
    sentences = [*meetings.gaps(offers, site), *meetings.overlaps(offers, site)]
    sentences += remarks.remarks(offers, site)
    parts = [head, table.drawn(offers, zone), timeline.drawn(offers, site.now, zone)]
    said = "\n".join(WRAP.fill(f"- {sentence}") for sentence in sentences)
    return "\n\n".join([*parts, said]).strip("\n")
