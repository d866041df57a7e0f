"""Write each offer as a post for Google, field by field, to paste.

Reads   content/, as a build does; AT from the environment, the moment to write for; SITEURL, for
        the link
Gives   a text for each offer that runs or is to come: every field of Google's form, the line to
        paste into it, and notes for staff
Stops   with 2 and the problems of the content when it is invalid
"""

from __future__ import annotations

from argparse import Namespace

from plugins.core.model.site import Site
from plugins.desk.offers.date_text import instant_in_words
from plugins.desk.offers.listing import list_offers
from plugins.desk.posts.google_post import GooglePost, write_post
from plugins.desk.project import LINES, arguments, city, print_about

__all__ = ["arguments", "run"]
HOW = """\
In your Business Profile on Google choose "Add update", then "Offer", and paste
the line below each name into the field of that name. Posts do not follow the
website: when an offer changes here, change its post there too."""
NO_POSTS = "No offer runs or is to come, so there is nothing to post."


def run(options: Namespace) -> int:
    return print_about(options, all_posts)


def all_posts(site: Site) -> str:
    zone = site.practice.time_zone
    title = f"Posts for Google as of {instant_in_words(site.now, zone)} ({city(zone)})"
    posts = [write_post(offer, site) for offer in list_offers(site) if offer.state != "ended"]
    return "\n\n".join([title, HOW, *map(format_post, posts)] if posts else [title, NO_POSTS])


def format_post(post: GooglePost) -> str:
    """One post: its fields as lines to copy whole, then the notes."""
    title = f"{post.source} ({post.status})"
    fields = "\n\n".join(f"{field.label}\n{field.text}" for field in post.fields)
    notes = "\n".join(LINES.fill(f"- {note}") for note in post.notes)
    return "\n\n".join(filter(None, [f"{'-' * 80}\n{title}", fields, notes]))
