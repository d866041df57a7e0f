"""Page: the desk in the browser, /desk/ in the preview.

Reads   content/, as a build does; AT from the environment
Gives   page(): what `make offers` draws as a timeline, with links into the editor and to what each
        offer is shared with, as `make posts` makes it; what is worth a look; which facts nobody
        knows yet
Stops   ContentError when the content is invalid
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.build.pipeline import read_model
from plugins.core.dates.guesses import MONTHS
from plugins.core.dates.local_time import LAST, start_of_day
from plugins.core.dates.moments import end_in_words
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from plugins.desk.offers import advice, overlaps
from plugins.desk.offers.date_text import instant_in_words
from plugins.desk.offers.listing import ListedOffer, list_offers
from plugins.desk.offers.timeline import months
from plugins.desk.project import city, load_project

TEMPLATE = "desk.html"
SHARED = (
    ("square.png", "square picture"),
    ("story.png", "story"),
    ("caption.txt", "caption"),
    ("email.txt", "e-mail"),
    ("email.html", "e-mail in HTML"),
    ("google.txt", "post for Google"),
)
STATES = {"runs": "Runs now", "coming": "To come", "ended": "Ended"}


@dataclass(frozen=True)
class Scale:
    """The months of the timeline, as a share of its width."""

    edges: tuple[datetime, ...]

    def share(self, instant: datetime | None) -> float:
        """From 0 to 100; what lies beyond is at the edge."""
        first, last = self.edges[0], self.edges[-1]
        at = min(max(instant or first, first), last)
        return round(100 * ((at - first) / (last - first)), 2)


@dataclass(frozen=True)
class Bar:
    """An offer on the timeline; starts and width are shares of the whole."""

    offer: ListedOffer
    starts: float
    width: float
    dates: str

    @property
    def state(self) -> str:
        return STATES[self.offer.state]

    @property
    def editor(self) -> str:
        return editor_of("offers", self.offer.document.slug)


@dataclass(frozen=True)
class Note:
    """Something to look at, and where the editor opens it; "" where it does not."""

    what: str
    fix: str
    editor: str


def page(settings: str, content: Path) -> str:
    """The whole page."""
    model = read_model(load_project(settings, content).build_settings())
    site, zone = model.site, model.site.practice.time_zone
    offers = list_offers(site)
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    scale = Scale(tuple(start_of_day(month, zone) for month in months(offers, site.now, zone)))
    return environment.get_template(TEMPLATE).render(
        practice=site.practice.name,
        now=f"{instant_in_words(site.now, zone)} ({city(zone)})",
        now_share=scale.share(site.now),
        months=list(month_names(scale, zone)),
        shared=SHARED,
        bars=[bar(offer, scale, zone) for offer in offers],
        sentences=sentences(offers, site),
        warnings=list(notes(model.problems, "warning")),
        unknown=list(notes(model.problems, "note")),
    )


def bar(offer: ListedOffer, scale: Scale, zone: ZoneInfo) -> Bar:
    starts, ends = offer.period.starts, offer.period.ends
    first, last = scale.share(starts), scale.share(ends or LAST)
    begin = f"From {instant_in_words(starts, zone)}. " if starts and offer.state == "coming" else ""
    end = end_in_words(offer.period, zone)
    until = f"Until {end}" if end else "Without an end"
    return Bar(offer, first, round(last - first, 2), begin + until)


def month_names(scale: Scale, zone: ZoneInfo) -> Iterator[tuple[str, str, float]]:
    """Each month, its year if it is the first one or January, and its width."""
    for first, last in pairwise(scale.edges):
        local = first.astimezone(zone)
        year = str(local.year) if local.month == 1 or first == scale.edges[0] else ""
        width = round(scale.share(last) - scale.share(first), 2)
        yield MONTHS[local.month - 1][:3], year, width


def sentences(offers: Sequence[ListedOffer], site: Site) -> list[str]:
    """What `make offers` says below its timeline, but what problems say already."""
    if not offers:
        return []
    gaps, others = overlaps.gaps(offers, site), overlaps.overlaps(offers, site)
    return [*gaps, *others, *advice.ends_soon(offers, site)]


def notes(problems: Iterable[Problem], level: str) -> Iterator[Note]:
    """The problems of a level, each once."""
    for one in dict.fromkeys(problem for problem in problems if problem.level == level):
        path = Path(one.path)
        place = path.parent.name if path.suffix == ".md" else ""
        known = path.suffix == ".md" or path.name == "practice.yaml"
        what = ": ".join(filter(None, (one.field, one.found or one.needed)))
        where = "" if path.name == "practice.yaml" else f" ({one.path})"
        yield Note(f"{what}{where}", one.fix, editor_of(place, path.stem) if known else "")


def editor_of(folder: str, slug: str) -> str:
    """Where the editor opens a document; the facts of the practice without a folder."""
    return f"/admin/#/collections/{folder or '_singletons'}/entries/{slug}"
