"""Menus: which pages of an export stand in the menu, as what, in which order.

Reads   the entries of menus of an export of WordPress
Gives   main_menu(): the entries of the menu on top of the pages; Entry; places(): where in the menu
        each page stands, and the entries that lead to no page of the export
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# What themes and people call the menu on top of the pages.
NAMES = ("main", "primary", "header", "top", "haupt", "principal")
# The pages of a new practice stand at 10 to 50.
FIRST, STEP = 100, 10
ONE_LEVEL = "the menu has one level"
NO_PAGE = "it leads to no page that came"


@dataclass(frozen=True)
class Entry:
    """One line of a menu.

    menu    the menu that it is in
    order   its place
    label   its words; "" for the title of its page
    page    the number of the page that it leads to, or
    link    the address
    inner   whether it stands below another one
    """

    menu: str
    order: int
    label: str
    page: str
    link: str
    inner: bool


def main_menu(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    entries = tuple(entries)
    sizes = Counter(entry.menu for entry in entries)
    if not sizes:
        return ()
    called = [menu for menu in sizes if any(name in menu.casefold() for name in NAMES)]
    chosen = max(called or sizes, key=lambda menu: sizes[menu])
    return tuple(sorted((one for one in entries if one.menu == chosen), key=lambda one: one.order))


def places(
    entries: Iterable[Entry], pages: Mapping[str, str]
) -> tuple[dict[str, tuple[str, int]], list[tuple[str, str]]]:
    """pages: the file of each page, by its number and by its address. By file: label and order;
    then what has no place, with the reason."""
    found: dict[str, tuple[str, int]] = {}
    left = []
    for number, entry in enumerate(entries):
        page = pages.get(entry.page) or pages.get(entry.link)
        if entry.inner or not page:
            left.append((entry.label or entry.link, ONE_LEVEL if entry.inner else NO_PAGE))
        else:
            found.setdefault(page, (entry.label, FIRST + STEP * number))
    return found, left
