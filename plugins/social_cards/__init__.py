"""Social cards: the picture that networks show when somebody shares a page.

Reads   each page's title and leading drawing; the practice's name, number and color
Gives   /cards/<page>.<hash>.png, one a page; page.card, for the head of the page and for sharing.
        Words come from content alone; an offer's page has no dated headline for a title
Stops   nothing: a page without a drawing has the practice's mark; letters that Fraunces lacks come
        from the fonts of the machine that builds, which may have none, so a warning names them. The
        preview has no cards: nobody shares it, and
        one takes as long to draw as forty pages to build
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plugins.core.design.font import metrics
from plugins.core.design.palette import Scheme, palette
from plugins.core.design.trigger_point import FINE
from plugins.core.feature import Feature
from plugins.core.model.fingerprints import CARDS, fingerprinted
from plugins.core.model.mark import mark
from plugins.core.model.pages import Card, File, Page
from plugins.core.model.site import Site
from plugins.core.problems import Problem, quoted
from plugins.social_cards.illustration import Plate, plate
from plugins.social_cards.layout import HEIGHT, WIDTH, Words, layout
from plugins.social_cards.png import drawn


def words(site: Site, page: Page) -> Words:
    return Words(page.title, site.practice.name, str(site.practice.telephone))


def leading(site: Site, page: Page, scheme: Scheme) -> Plate | str:
    """The first drawing of the page that there is; the practice's mark for none."""
    name = next(filter(site.has_drawing, page.drawings), None)
    return plate(site.drawing(name), scheme) if name else mark(site, scheme, FINE)


def complete_pages(site: Site, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    if site.preview:
        return pages
    scheme = palette(site.theme, *site.practice.brand.inks).light
    face = site.practice.brand.face
    texts = [words(site, page) for page in pages]
    layouts = [
        layout(one, leading(site, page, scheme), scheme, face)
        for one, page in zip(texts, pages, strict=True)
    ]
    foreign = [not metrics(face).covers(one.title + one.name + one.telephone) for one in texts]
    pictures = drawn(layouts, system=foreign, typeface=face)
    return tuple(map(with_card, pages, texts, pictures))


def with_card(page: Page, text: Words, picture: bytes) -> Page:
    name = "-".join(page.address.removesuffix(".html").split("/")).strip("-") or "home"
    address = fingerprinted(CARDS, f"{name}.png", picture).address
    alt = f"{text.title}. {text.name}, {text.telephone}"
    return replace(page, card=Card(address, picture, WIDTH, HEIGHT, alt))


def files(_site: Site, pages: Iterable[Page]) -> Iterator[File]:
    # Two pages of one address are told once, and not again as two cards of one name.
    cards = {page.card.address: page.card for page in pages if page.card}
    for address, card in cards.items():
        yield File(address, card.content)


def site_problems(site: Site) -> Iterator[Problem]:
    """Titles with letters that our font has no shapes for."""
    name = metrics(site.practice.brand.face).lacks(site.practice.name)
    if name:
        yield site.practice_problem(("name",), shapes(name), NEEDED, FIX, level="warning")
    for document in site.published:
        lacking = metrics(site.practice.brand.face).lacks(document.title)
        if lacking:
            key = "headline" if "headline" in document.fields.values else "title"
            yield document.problem(key, shapes(lacking), NEEDED, FIX, level="warning")


NEEDED = "letters that the pictures of shared links can show on every computer"
FIX = "look at the picture in output/cards/, or use other letters"


def shapes(letters: str) -> str:
    return f"{quoted(letters)}, for which the font of the pictures has no shapes"


FEATURE = Feature(
    "social_cards", complete_pages=complete_pages, files=files, site_problems=site_problems
)
