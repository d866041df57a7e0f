"""Feature: what one plugin adds to a build, stage by stage.

Gives   Feature; join(), for a plugin's register(); joining(), the features that join in a block.
        A build hands its features on with the model, as Site.features, in the order of PLUGINS
Stages  read (kinds) -> furnish -> look, check -> pages -> complete -> things, page_values, changes,
        files -> signposts -> claimed -> finish -> inspect -> exchange -> due
        Each knows what the ones before it made, never what comes after.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a feature that looks at one text is loaded without the models
    from plugins.core.model.documents import Kind
    from plugins.core.model.pages import File, Page
    from plugins.core.model.schema_org import Thing
    from plugins.core.model.site import Site
    from plugins.core.problems import Problem
    from plugins.core.reading.front_matter import Parsed
    from plugins.core.schema.stated_facts import Stated


def nothing(*_: Any) -> tuple[Any, ...]:
    return ()


def as_they_are(_site: Site, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    return pages


def as_it_is(site: Site) -> tuple[Site, Iterable[Problem]]:
    return site, ()


def no_values(*_: Any) -> dict[str, Any]:
    return {}


@dataclass(frozen=True, order=True)
class Due:
    """A later instant, aware and in UTC, at which a build would give another site.

    source  the content file that says so
    what    what happens then, in words
    """

    at: datetime
    source: str
    what: str


@dataclass(frozen=True)
class Feature:
    """One plugin's part in a build; every stage is optional.

    kinds        the folders of content that it reads
    furnish      the model with what it adds, and the problems that it met
    look         problems in the words of one content file, published or not: it sees that file and
                 what practice.yaml states, nothing else; a function of a module, to be found there
    check        problems in what was read: the model is complete, nothing is written yet
    pages        pages to write
    complete     all pages, with what this feature adds to their models; as many, in their order
    things       what search engines read of a page, see plugins.core.model.schema_org
    page_values  what the template of every page gets from this feature
    changes      when a page became another one with nobody writing: an offer began
    files        other files to write beside the pages
    signposts    pages that only lead on to others: no feature adds to them, nobody counts them
    claimed      problems with what will be written: the files below output/, and whose each is;
                 asked once more about the files of `finish`
    finish       files made of the finished ones, in a folder that may be read; one at the address
                 of a page takes its place
    inspect      problems in the finished files, before the exchange
    due          when the next builds are due, for the notes that schedulers read
    """

    name: str
    kinds: tuple[Kind, ...] = ()
    furnish: Callable[[Site], tuple[Site, Iterable[Problem]]] = as_it_is
    look: Callable[[Stated, Parsed], Iterable[Problem]] = nothing
    check: Callable[[Site], Iterable[Problem]] = nothing
    pages: Callable[[Site], Iterable[Page]] = nothing
    complete: Callable[[Site, tuple[Page, ...]], tuple[Page, ...]] = as_they_are
    things: Callable[[Site, Page], Iterable[Thing]] = nothing
    page_values: Callable[[Site, Page], Mapping[str, Any]] = no_values
    changes: Callable[[Site, Page], Iterable[datetime]] = nothing
    files: Callable[[Site, tuple[Page, ...]], Iterable[File]] = nothing
    signposts: Callable[[Site, tuple[Page, ...]], Iterable[Page]] = nothing
    claimed: Callable[[Site, Mapping[str, str]], Iterable[Problem]] = nothing
    finish: Callable[[Site, tuple[Page, ...], Path], Iterable[File]] = nothing
    inspect: Callable[[Site, tuple[Page, ...], Path], Iterable[Problem]] = nothing
    due: Callable[[Site], Iterable[Due]] = nothing


_joining: list[dict[str, Feature]] = []


@contextmanager
def joining() -> Iterator[dict[str, Feature]]:
    """The features that join while the block runs, by name. One that joins twice counts once."""
    _joining.append({})
    try:
        yield _joining[-1]
    finally:
        _joining.pop()


def join(feature: Feature) -> None:
    """Take part in the build that loads its plugins now; Pelican calls register() for each."""
    if _joining:
        _joining[-1][feature.name] = feature
