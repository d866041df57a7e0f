"""Pages: home, the overviews, first visit, contact and every other single page; the menu.

Reads   content/pages/*.md; a page named as another folder of content is that folder's overview
Gives   a page for each; navigation, the menu in order, to every template; an overview of the news
        when nobody has written one; the home page with the sections of practice.yaml; to the page
        named privacy, what browsers keep of the site
Stops   the build when home, 404 or the overview of a folder that has documents is missing
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from plugins.core.feature import Feature
from plugins.core.i18n.words import Words
from plugins.core.model.aliases import Aliases
from plugins.core.model.browser_storage import stored
from plugins.core.model.documents import Document, Kind
from plugins.core.model.pages import Link, Page
from plugins.core.model.site import Site, once_per_site
from plugins.core.problems import Problem, quoted
from plugins.core.reading.source_files import display_path
from plugins.core.schema.fields import PictureFacts, Text
from plugins.core.schema.model import ContentModel
from plugins.core.schema.practice import Practice


class Navigation(ContentModel):
    """The page's place in the menu, smallest order first."""

    label: Text
    """A short title for the menu."""
    order: Annotated[int, Field(ge=0, le=10_000)] = 100
    """The place in the menu, smallest first."""


class SinglePage(ContentModel):
    """A page of its own. Without `navigation` it stands in no menu."""

    title: Text
    """One line; search engines and shared links show it."""
    summary: Text
    """What the page says, in one line; search engines and shared links show it."""
    starter: bool = False
    """Yes: somebody wrote the page for you to confirm, and only the preview shows it."""
    picture: PictureFacts | None = None
    """The picture above the text."""
    navigation: Navigation | None = None
    """The entry in the menu. Without it, the page is in no menu."""
    aliases: Aliases = ()
    """Addresses that the page had before, like /old-page/. They lead here."""


ADDRESSES = {"home": "/", "404": "/404.html"}
# Pages that show more than their own text; every other one uses the template "page".
PRIVACY = "privacy"
ARRANGED = "home_sections"  # the template of a home page that practice.yaml arranges
ALONE = ("home", "contact", "prices", "404", PRIVACY)
PRICES = (
    *("packages", "sliding_scale", "payment", "cancellation", "late", "minors"),
    *("insurance", "gift"),
)
MAPPED = ("home", "symptoms")  # pages with the map of the body
UNLISTED = ("404", "thank-you", "message-sent")


def defaults(
    words: Words, documents: Mapping[str, Sequence[Document]], practice: Practice
) -> dict[str, dict[str, str]]:
    """The first note, person and price need no second file; whoever wants more words, or a place
    in the menu, writes pages/news.md, pages/people.md and pages/prices.md."""
    pages = {
        "news": {"title": str(words.home.news), "summary": str(words.news.feed_summary)},
        "people": {"title": str(words.people.heading), "summary": str(words.people.summary)},
    }
    made = {slug: fields for slug, fields in pages.items() if documents.get(slug)}
    if has_prices(documents.get("modalities", ()), practice):
        made["prices"] = {"title": str(words.prices.title), "summary": str(words.prices.summary)}
    return made


def has_prices(modalities: Sequence[Document], practice: Practice) -> bool:
    """Whether there is something for the page of prices to say."""
    facts = (getattr(practice, name) for name in PRICES)
    return any(facts) or any(document.facts.sessions for document in modalities)


KIND = Kind("pages", SinglePage, "/{slug}/", "page", addresses=ADDRESSES, defaults=defaults)


def pages(site: Site) -> Iterator[Page]:
    for document in site.all(KIND.folder):
        values = {"stored": stored(site)} if document.slug == PRIVACY else {}
        yield Page.of(
            document,
            {"document": document, **values},
            template=template(site, document.slug),
            listed=document.slug not in UNLISTED,
            lists=lists(site, document.slug),
            drawings=tuple(drawings(site, document.slug)),
        )


def drawings(site: Site, slug: str) -> Iterator[str]:
    """The drawings that a page of its own shows, the leading one first."""
    home = site.practice.home if slug == "home" else None
    if home and home.top == "drawing" and home.figure:
        yield home.figure.drawing
    if slug in MAPPED and has_map(site) and (not home or home.has_map):
        yield "body"


def lists(site: Site, slug: str) -> tuple[str, ...]:
    """The folders whose documents a page lists."""
    if slug == "home":
        return tuple(folder for folder, kind in site.kinds.items() if kind.at_home)
    kind = site.kinds.get(slug)
    return (slug,) if kind and kind.overview else ()


@once_per_site
def has_map(site: Site) -> bool:
    """Whether a symptom has a place on the drawing of the body, and the practice wants it."""
    return site.practice.body_map and any(document.facts.map for document in site.all("symptoms"))


def template(site: Site, slug: str) -> str:
    """Its own name for a page that shows more than its text; an overview of nothing does not."""
    if slug == "home" and site.practice.home:
        return ARRANGED
    kind = site.kinds.get(slug)
    lists = kind and kind.overview and (site.all(slug) or kind.overview_when_empty)
    return slug if slug in ALONE or lists else KIND.template


@once_per_site
def navigation(site: Site) -> dict[str, Any]:
    """The menu, and the address of each single page by its slug."""
    shown_in_menu = [one for one in site.all(KIND.folder) if one.facts.navigation]
    shown_in_menu.sort(key=lambda one: (one.facts.navigation.order, one.slug))
    addresses = {one.slug: one.address for one in site.all(KIND.folder)}
    return {
        "navigation": [Link(one.label, one.address) for one in shown_in_menu],
        "addresses": addresses,
    }


def missing(site: Site) -> Iterator[Problem]:
    """Pages that others lead to, and that nobody has written."""
    there = {document.slug for document in site.all(KIND.folder)}
    starters = {
        one.slug: one for one in site.left_out if one.kind.folder == KIND.folder and one.starter
    }
    wanted = {"home": "every site has a home page", "404": "hosts show it for a wrong address"}
    for folder, kind in site.kinds.items():
        if kind.overview and site.all(folder):
            wanted[folder] = f"it lists what is in {folder}/"
    for slug, why in wanted.items():
        if slug in starters:
            fix = "read it through, and delete the line"
            yield starters[slug].problem("starter", '"yes"', f"this page: {why}", fix)
        elif slug not in there:
            path = display_path(site.content / KIND.folder / f"{slug}.md")
            fix = "write the file, with title and summary between --- lines"
            yield Problem(path, 0, "", "no such file", f"this page: {why}", fix)


def home_problems(site: Site) -> Iterator[Problem]:
    """What practice.yaml asks of the home page, and nothing there can show."""
    home = site.practice.home
    if not home:
        return
    hero, document = ("home", "hero"), next(iter(site.get(KIND.folder, ["home"])), None)
    if home.top == "drawing" and not home.figure:
        fix = 'write "figure:" below "home:", and below it drawing and alt'
        yield site.practice_problem(hero, '"drawing"', "a drawing that it names", fix)
    if home.top == "picture" and document and not document.facts.picture:
        fix = f'write "picture:" into {document.source}, and below it file and alt'
        yield site.practice_problem(hero, '"picture"', "a picture of the home page", fix)
    if not site.practice.body_map and (home.hero == "map" or "map" in home.sections):
        where = hero if home.hero == "map" else ("home", "sections")
        found = '"map", though body_map is no'
        yield site.practice_problem(where, found, "one of the two", 'delete "body_map: no"')
    for name in ("steps", "questions"):
        there = bool(getattr(home, name))
        if home.sections and there != (name in home.sections):
            found = f'"{name}:" and no section of that name' if there else f'"{name}" alone'
            needed = f'both the section, and "{name}:" with what it shows'
            fix = f'add "{name}" to sections' if there else f'write "{name}:" below "home:"'
            where = ("home", name if there else "sections")
            yield site.practice_problem(where, found, needed, fix, level="warning")


def twins(site: Site) -> Iterator[Problem]:
    """Notes on titles and menu entries that visitors cannot tell apart."""
    seen: dict[tuple[str, str], Document] = {}
    for document in sorted(site.published, key=lambda one: one.source):
        if not document.address:
            continue
        names = {"title": document.title}
        if menu := getattr(document.facts, "navigation", None):
            names["navigation, label"] = menu.label
            if "order" in menu.model_fields_set:
                names["navigation, order"] = str(menu.order)
        for name, text in names.items():
            first = seen.setdefault((name, text.casefold()), document)
            if first is not document:
                what = f"{quoted(text)}, which {first.source} has too"
                needed = f"{WHY_ANOTHER[name.rpartition(', ')[2]]} of its own"
                location = tuple(name.split(", "))
                fix = "write another"
                yield document.problem(name, what, needed, fix, location=location, level="note")


WHY_ANOTHER = {
    "title": "visitors and search engines tell pages apart by it: a title",
    "label": "visitors tell the entries of the menu apart by it: a label",
    "order": "the entries of the menu follow it: a number",
}


def site_problems(site: Site) -> Iterator[Problem]:
    yield from missing(site)
    yield from home_problems(site)
    yield from twins(site)


FEATURE = Feature(
    "pages",
    kinds=(KIND,),
    site_problems=site_problems,
    pages=pages,
    page_values=lambda site, _page: navigation(site),
)
