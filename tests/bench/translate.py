"""Translation: the corpus as the content of another generator.

Gives   front_matter(): YAML and Markdown, for Hugo, Eleventy and Astro; header(): the same for
        Pelican; practice.json, with what every page says
Except  what other generators do not find out by themselves they are told: the titles of related
        pages, both ways, which Handbill works out while it builds. That is to their advantage
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tests.bench.corpus import MENU, NAME, OVERVIEWS, TEL, TELEPHONE, Corpus, Page, put
from tests.sites import LIVE

STYLE = "body { max-width: 60rem; margin: auto; font: 1rem/1.5 sans-serif }\n"
PRACTICE = {
    "name": NAME,
    "telephone": TELEPHONE,
    "tel": TEL,
    "site": LIVE,
    "menu": [{"link": f"/{slug}/", "label": label} for slug, label in MENU],
}

Translated = Callable[[Page, dict[str, str]], str]


def lists(page: Page) -> list[str]:
    """The folders whose pages a page lists."""
    if page.folder != "pages":
        return []
    if page.slug == "home":
        return ["symptoms", "modalities"]
    return [page.slug] if page.slug in OVERVIEWS else []


def body(page: Page) -> str:
    """The text, with pictures where all but Handbill look for them."""
    return page.body.replace("](../images/", "](/images/")


def fields(page: Page, titles: dict[str, str]) -> dict[str, Any]:
    every = {
        "title": page.title,
        "summary": page.summary,
        "folder": page.folder,
        "listed": page.listed,
        "starts": page.starts,
        "ends": page.ends,
        "priority": page.priority,
        "lists": lists(page),
        "related": [{"title": titles[link], "link": link} for link in page.related],
    }
    return {key: value for key, value in every.items() if value or key == "listed"}


def front_matter(page: Page, titles: dict[str, str], **more: str) -> str:
    text = yaml.safe_dump(fields(page, titles) | more, sort_keys=False, width=1000)
    return f"---\n{text}---\n\n{body(page)}"


def hugo(page: Page, titles: dict[str, str]) -> str:
    return front_matter(page, titles, url=page.address)


def eleventy(page: Page, titles: dict[str, str]) -> str:
    return front_matter(page, titles, permalink=page.address)


def astro(page: Page, titles: dict[str, str]) -> str:
    path = page.address.strip("/").removesuffix(".html")
    return front_matter(page, titles, address=page.address, path=path)


def pelican(page: Page, titles: dict[str, str]) -> str:
    """Pelican's metadata: a line each, every value a text."""
    values = fields(page, titles)
    # Pelican takes "summary" for HTML to be made.
    values["about"] = values.pop("summary", "")
    values |= {"slug": page.slug, "url": page.address.lstrip("/"), "save_as": page.file}
    values |= {"address": page.address, "listed": str(page.listed).lower()}
    if page.folder == "offers":
        values["date"] = page.starts
    if page.related:
        values["related"] = "; ".join(f"{link} = {titles[link]}" for link in page.related)
    values["lists"] = " ".join(lists(page))
    head = "".join(f"{key.capitalize()}: {value}\n" for key, value in values.items() if value)
    return f"{head}\n{body(page)}"


def write(made: Corpus, folder: Path, translated: Translated, *, static: str, data: str) -> None:
    """Write content/ and what stands beside it.

    static  the folder for what is copied as it is
    data    where practice.json goes
    """
    titles = {page.address: page.title for page in made.pages}
    for page in made.pages:
        put(folder / "content" / page.source, translated(page, titles))
    for name, content in made.pictures.items():
        put(folder / static / "images" / name, content)
    put(folder / data / "practice.json", json.dumps(PRACTICE))
