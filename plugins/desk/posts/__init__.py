"""Show each offer as a post for Google, field by field, to paste.

Reads   content/, as a build does; AT from the environment, the moment to look from; SITEURL, for
        the link
Gives   a text for each offer that runs or is to come: every field of Google's form with the line
        that goes into it, and what staff should know before they paste
Stops   with 2 and the problems of the content when it cannot be read
"""

from __future__ import annotations

from argparse import Namespace

from plugins.core.model.site import Site
from plugins.desk.offers.date_text import instant_in_words
from plugins.desk.offers.listing import listing
from plugins.desk.posts.google_post import Post, post
from plugins.desk.read_command import LINES, arguments, look
from plugins.desk.zone import place

__all__ = ["arguments", "run"]
HOW = """\
In your Business Profile on Google choose "Add update", then "Offer", and paste
the line below each name into the field of that name. Posts do not follow the
website: when an offer changes here, change its post there too."""
NONE = "No offer runs or is to come, so there is nothing to post."


def run(options: Namespace) -> int:
    return look(options, told_of)


def told_of(site: Site) -> str:
    """All that the command says about a site."""
    zone = site.practice.time_zone
    head = f"Posts for Google as of {instant_in_words(site.now, zone)} ({place(zone)})"
    posts = [post(one, site) for one in listing(site) if one.state != "ended"]
    return "\n\n".join([head, HOW, *map(in_full, posts)] if posts else [head, NONE])


def in_full(made: Post) -> str:
    """One post: its fields as lines to copy whole, then the notes."""
    title = f"{made.source} ({made.said})"
    fields = "\n\n".join(f"{field.label}\n{field.text}" for field in made.fields)
    notes = "\n".join(LINES.fill(f"- {note}") for note in made.notes)
    return "\n\n".join(filter(None, [f"{'-' * 80}\n{title}", fields, notes]))
