"""Write each offer ready to share: pictures, a caption, an e-mail, and a post for Google.

Reads   content/, as a build does; AT from the environment, the moment to write for; SITEURL, for
        the link
Gives   a text for each offer that runs or is to come: every field of Google's form, the line to
        paste into it, and notes for staff; with --folder a folder of each, see kit.py
Stops   with 2 and the problems of the content when it is invalid
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from plugins.core.model.site import Site
from plugins.core.reading.source_files import display_path
from plugins.desk.offers.date_text import instant_in_words
from plugins.desk.offers.listing import ListedOffer, list_offers
from plugins.desk.posts.google_post import GooglePost, write_post
from plugins.desk.project import LINES, city, print_about
from plugins.desk.project import arguments as project_arguments

HOW = """\
In your Business Profile on Google choose "Add update", then "Offer", and paste
the line below each name into the field of that name. Posts do not follow the
website: when an offer changes here, change its post there too."""
KITS = """\
A square and a story for Instagram and Facebook, a caption to paste, and an e-mail
as text and as HTML are in:

"""
NO_POSTS = "No offer runs or is to come, so there is nothing to post."


def arguments(parser: ArgumentParser) -> None:
    project_arguments(parser)
    parser.add_argument("--folder", metavar="FOLDER", help="where the kits go; none without it")


def run(options: Namespace) -> int:
    return print_about(options, lambda site: "\n\n".join(posts_and_kits(site, options.folder)))


def posts_and_kits(site: Site, folder: str | None) -> Iterator[str]:
    yield all_posts(site)
    if folder:
        from plugins.desk.posts.kit import write_kit  # noqa: PLC0415  (loads Pillow)

        kits = [write_kit(offer, site, Path(folder)) for offer in to_share(site)]
        if kits:
            yield KITS + "\n".join(f"  {display_path(kit)}/" for kit in kits)


def to_share(site: Site) -> list[ListedOffer]:
    return [offer for offer in list_offers(site) if offer.state != "ended"]


def all_posts(site: Site) -> str:
    zone = site.practice.time_zone
    title = f"Posts for Google as of {instant_in_words(site.now, zone)} ({city(zone)})"
    posts = [write_post(offer, site) for offer in to_share(site)]
    return "\n\n".join([title, HOW, *map(format_post, posts)] if posts else [title, NO_POSTS])


def format_post(post: GooglePost) -> str:
    """One post: its fields as lines to copy whole, then the notes."""
    title = f"{post.source} ({post.status})"
    fields = "\n\n".join(f"{field.label}\n{field.text}" for field in post.fields)
    notes = "\n".join(LINES.fill(f"- {note}") for note in post.notes)
    return "\n\n".join(filter(None, [f"{'-' * 80}\n{title}", fields, notes]))
