"""Writes a new offer into content/offers/, checked before it is written.

Reads   TITLE, STARTS, ENDS, SAVING, CODE, TERMS from the environment (make passes them on); asks
        for what is missing when somebody sits at the terminal
Gives   content/offers/<slug of the title>.md; exit code 0, or 2 and what to type instead
"""

from __future__ import annotations

import os
import sys
import textwrap
from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pelican.utils import slugify

from plugins.core.facts import validate
from plugins.core.fields import time_zone
from plugins.core.front_matter import doubled, parse, read_yaml
from plugins.core.moments import MomentError, end_in_words
from plugins.core.problems import ContentError, report
from plugins.core.sources import RESERVED, SLUG_LENGTH, read_source, shown
from plugins.desk.preview.console import say
from plugins.offers.model import Offer

QUESTIONS = {
    "headline": ("TITLE", "What is the offer, in one line?"),
    "starts": ("STARTS", "First day, like 2026-12-01 (Enter: today)"),
    "ends": ("ENDS", "Last day, like 2026-12-31 (Enter: no end, not recommended)"),
    "saving": ("SAVING", "How many dollars do people save? (Enter: not said)"),
    "code": ("CODE", "A code to mention when booking? (Enter: none)"),
    "terms": ("TERMS", "Who is it for, what is excluded? (Enter: not said)"),
}
QUOTED = ("headline", "code", "terms")
HINT = """\
# More keys, each on a line of its own: modalities, pages, priority, regular_price, button.
# A sentence or two about the offer can stand below the next line."""
USAGE = 'Which offer? Type: make new-offer TITLE="Save $20 on a first visit" ENDS=2026-12-31'


def arguments(command: ArgumentParser) -> None:
    command.add_argument("--content", default="content", help="the content folder")


def run(options: Namespace) -> int:
    content = Path(options.content)
    answers = asked()
    if not answers["headline"]:
        say(USAGE)
        return 2
    try:
        zone = zone_of(content)
        answers["starts"] = answers["starts"] or f"{datetime.now(zone):%Y-%m-%d}"
        path = content / "offers" / f"{slug(answers['headline'])}.md"
        if path.exists():
            say(f"{shown(path)} is there already. Change that file, or choose another title.")
            return 2
        text = written(answers)
        offer = validate(Offer, parse(text, path).fields, {"zone": zone})
    except (ContentError, MomentError) as error:
        say(report(error.problems) if isinstance(error, ContentError) else str(error))
        return 2
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    until = end_in_words(offer.period(zone), zone)
    say(f"Wrote {shown(path)}.")
    say(f"It shows from {answers['starts']} " + (f"until {until}." if until else "without an end."))
    say("Change its text there. It is on the site after the next make publish.")
    return 0


def asked() -> dict[str, str]:
    """The fields of the offer: from the environment, else asked when somebody can answer."""
    given = {key: os.environ.get(name, "").strip() for key, (name, _) in QUESTIONS.items()}
    if sys.stdin.isatty() and not given["headline"]:
        for key, (_, question) in QUESTIONS.items():
            given[key] = given[key] or input(f"{question}\n> ").strip()
    return given


def zone_of(content: Path) -> ZoneInfo:
    """The practice's time zone. Raises ContentError when practice.yaml cannot be read."""
    path = content / "practice.yaml"
    fields = read_yaml(read_source(path, content), path)
    try:
        return time_zone(fields.values.get("time_zone", ""))
    except ValueError:
        return ZoneInfo("UTC")  # the next build says what is wrong with it


def slug(headline: str) -> str:
    """The file name that a headline gives."""
    made = slugify(headline, regex_subs=[(r"['\u2019]", ""), (r"[^a-zA-Z0-9]+", "-")])
    made = textwrap.shorten(made.replace("-", " "), SLUG_LENGTH, placeholder="").replace(" ", "-")
    return f"{made or 'new'}-offer" if not made or made in RESERVED else made


def written(answers: dict[str, str]) -> str:
    """The offer as a content file."""
    rows = [
        f"{key}: {doubled(answers[key]) if key in QUOTED else answers[key]}"
        for key in QUESTIONS
        if answers[key]
    ]
    return "\n".join(["---", *rows, HINT, "---", "", ""])
