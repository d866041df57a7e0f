"""Corpus: the pages of a practice that does not exist, as many as asked for.

Gives   corpus(): a model of the pages, from which each generator gets its own files
        write(): Handbill's content folder. As a command: python -m tests.bench.corpus FOLDER N
Units   N counts every page: home, 404, contact, three overviews, up to four offers (two that run,
        one to come, one that has ended), the rest modalities and symptoms of about 600 words.
        The same N gives the same bytes on every day; offers run from 2020 to 2099
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

import yaml
from PIL import Image

from tests.bench.words import FEELINGS, MANNERS, PLACES, Writer

NAME = "Example Hands"
TELEPHONE, TEL = "303-555-0142", "tel:+13035550142"
SHARE = ("pinterest", "email", "facebook", "whatsapp", "x", "linkedin")
LEAST, MOST = 10, 100_000
WORDS = 560  # a section ends a little later
PICTURES = 6
# One page in so many shows a picture.
SHOWN = 8
MENU = (("modalities", "Modalities"), ("symptoms", "Symptoms"), ("offers", "Offers"),
        ("contact", "Contact"))  # fmt: skip
OVERVIEWS = ("modalities", "symptoms", "offers")


@dataclass(frozen=True)
class Page:
    """One page. The first of `related` are modalities or symptoms that refer to each other.

    folder   of Handbill's content; "pages" for single pages
    related  addresses of pages that it lists below its text
    listed   whether it has share links: not the 404, nor offers that do not run
    """

    folder: str
    slug: str
    title: str
    summary: str
    body: str
    related: tuple[str, ...] = ()
    listed: bool = True
    starts: str = ""
    ends: str = ""
    priority: int = 0

    @property
    def address(self) -> str:
        if self.folder == "pages":
            return {"home": "/", "404": "/404.html"}.get(self.slug, f"/{self.slug}/")
        return f"/{self.folder}/{self.slug}/"

    @property
    def file(self) -> str:
        """Where it stands in the output folder."""
        return self.address.lstrip("/") + ("index.html" if self.address.endswith("/") else "")

    @property
    def source(self) -> str:
        """Its file below the content folder."""
        return f"{self.folder}/{self.slug}.md"

    @property
    def blocks(self) -> list[str]:
        """The words of its text, block by block, as a browser shows them."""
        return [one for block in self.body.split("\n") if (one := plain(block))]


@dataclass(frozen=True)
class Corpus:
    pages: tuple[Page, ...]
    pictures: dict[str, bytes]

    def folder(self, name: str) -> list[Page]:
        return [page for page in self.pages if page.folder == name]

    @cached_property
    def banner(self) -> Page:
        """The offer that every banner shows: it runs, and has the highest priority."""
        return max(self.folder("offers"), key=lambda page: (page.listed, page.priority))

    @property
    def edited(self) -> Page:
        """The page whose body a measurement changes."""
        return self.folder("symptoms")[len(self.folder("symptoms")) // 2]


def plain(line: str) -> str:
    """What a browser shows of a line of Markdown; of a row of a table, its first cell."""
    text = re.sub(r"^\s*(?:#+|-|1\.|>)\s+", "", line)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("*", "")
    if text.startswith("|"):
        text = text.strip("|").split("|")[0].strip(" -")
    return text.strip()


def corpus(number: int) -> Corpus:
    """The practice of so many pages."""
    if not LEAST <= number <= MOST:
        raise ValueError(f"{number} pages; between {LEAST} and {MOST} are possible")
    offers = OFFERS[: min(len(OFFERS), (number - len(SINGLES)) // 2)]
    rest = number - len(SINGLES) - len(offers)
    few = max(1, rest * 2 // 5)
    names = {"modalities": titles("modalities", few), "symptoms": titles("symptoms", rest - few)}
    return Corpus((*SINGLES, *offers, *modalities(names), *symptoms(names)), pictures())


def titles(folder: str, number: int) -> list[tuple[str, str]]:
    """Slug and title of each page of a folder."""
    found = []
    for place in range(number):
        where, how = PLACES[place % len(PLACES)], place // len(PLACES)
        manner, feeling = MANNERS[how % len(MANNERS)], FEELINGS[how % len(FEELINGS)]
        words = f"The {where} {manner}" if folder == "modalities" else f"A {feeling} {where}"
        title = f"{words}, {place + 1}"
        found.append((re.sub(r"[^a-z0-9]+", "-", title.lower()), title))
    return found


Names = dict[str, list[tuple[str, str]]]


def around(names: Names, folder: str, place: int, number: int, stride: int) -> list[int]:
    """Places of some pages of a folder, each once."""
    there = len(names[folder])
    return sorted({(place * stride + step) % there for step in range(number)})


def modalities(names: Names) -> list[Page]:
    return [
        text_page(
            names,
            *("modalities", place),
            [
                *(("symptoms", one) for one in around(names, "symptoms", place, 3, 3)),
                *(("modalities", one) for one in around(names, "modalities", place + 1, 2, 1)
                  if one != place),
            ],
        )
        for place in range(len(names["modalities"]))
    ]  # fmt: skip


def symptoms(names: Names) -> list[Page]:
    """A symptom lists the modalities that name it, as Handbill finds out by itself."""
    chosen: dict[int, list[int]] = {}
    for place in range(len(names["modalities"])):
        for one in around(names, "symptoms", place, 3, 3):
            chosen.setdefault(one, []).append(place)
    return [
        text_page(names, "symptoms", place, [("modalities", one) for one in chosen.get(place, ())])
        for place in range(len(names["symptoms"]))
    ]


def text_page(names: Names, folder: str, place: int, related: list[tuple[str, int]]) -> Page:
    """A page of about 600 words, with links to what it is related to and to what comes after."""
    slug, title = names[folder][place]
    onward = [(folder, one) for one in around(names, folder, place + 7, 2, 1) if one != place]
    linked = [names[where][one] + (where,) for where, one in [*related[:3], *onward]]
    writer = Writer(slug, [f"[{words}](/{where}/{name}/)" for name, words, where in linked])
    summary = writer.sentence().replace("*", "") if not writer.links else ""
    while not summary or "[" in summary or "*" in summary:
        summary = Writer(f"{slug} {summary}").sentence()
    body = writer.body(WORDS)
    if place % SHOWN == 0:
        first, rest = body.split("\n\n", 1)
        body = f"{first}\n\n![Light on a wall](../images/{picture_name(place // SHOWN)})\n\n{rest}"
    addresses = tuple(f"/{where}/{names[where][one][0]}/" for where, one in related)
    return Page(folder, slug, title, summary, body, addresses)


def picture_name(number: int) -> str:
    return f"light-{number % PICTURES + 1}.jpg"


def pictures() -> dict[str, bytes]:
    """Light that falls from one side, in colors of its own for each."""
    found = {}
    for number in range(PICTURES):
        made, light = BytesIO(), Image.linear_gradient("L").rotate(60 * number).resize((480, 320))
        color = (70 + 30 * number, 110, 200 - 25 * number)
        Image.composite(Image.new("RGB", light.size, "white"),
                        Image.new("RGB", light.size, color), light).save(made, "JPEG")  # fmt: skip
        found[picture_name(number)] = made.getvalue()
    return found


def single(slug: str, title: str, *, listed: bool = True) -> Page:
    writer = Writer(slug)
    summary = f"{title}, in a few words."
    body = f"{writer.paragraph(3)}\n\n{writer.paragraph(2)}\n"
    return Page("pages", slug, title, summary, body, listed=listed)


def offer(slug: str, headline: str, starts: str, ends: str, priority: int) -> Page:
    runs = starts < "2021" and ends > "2090"
    body = f"{Writer(slug).paragraph(2)}\n"
    return Page("offers", slug, headline, "", body, (), runs, starts, ends, priority)


SINGLES = (
    single("home", "Hands that take their time"),
    single("404", "Nothing here", listed=False),
    single("contact", "How to reach us"),
    single("modalities", "What the hands do"),
    single("symptoms", "Where it is felt"),
    single("offers", "What runs now"),
)
OFFERS = (
    offer("long-hour", "An hour that lasts a little longer", "2020-01-01", "2099-12-31", 20),
    offer("far-away", "Something to look forward to", "2099-01-01", "2099-12-30", 90),
    offer("long-gone", "What was once on the door", "2019-01-01", "2019-12-31", 80),
    offer("warm-towels", "Warm towels with every visit", "2020-02-01", "2099-11-30", 10),
)


def practice() -> str:
    facts = {
        "name": NAME,
        "telephone": TELEPHONE,
        "time_zone": "America/Denver",
        "share": list(SHARE),
    }
    return yaml.safe_dump(facts, sort_keys=False)


def markdown(page: Page) -> str:
    """A page as staff of Handbill write it."""
    fields: dict[str, object]
    if page.folder == "offers":
        fields = {"headline": page.title, "starts": page.starts, "ends": page.ends}
        fields |= {"priority": page.priority, "terms": "One visit for each client."}
    else:
        fields = {"title": page.title, "summary": page.summary}
    if page.folder == "modalities":
        slugs = [one.strip("/").split("/") for one in page.related]
        fields["symptoms"] = [slug for folder, slug in slugs if folder == "symptoms"]
        fields["related"] = [slug for folder, slug in slugs if folder == "modalities"]
    for order, (slug, label) in enumerate(MENU):
        if (page.folder, page.slug) == ("pages", slug):
            fields["navigation"] = {"label": label, "order": 10 * order}
    fields = {key: value for key, value in fields.items() if value}
    return f"---\n{yaml.safe_dump(fields, sort_keys=False, width=1000)}---\n\n{page.body}"


def write(made: Corpus, folder: Path) -> None:
    """Write Handbill's content folder."""
    put(folder / "practice.yaml", practice())
    for page in made.pages:
        put(folder / page.source, markdown(page))
    for name, content in made.pictures.items():
        put(folder / "images" / name, content)


def put(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


if __name__ == "__main__":
    write(corpus(int(sys.argv[2])), Path(sys.argv[1]))
