"""Browser storage: what the site leaves on a visitor's device, and the sentence that says so.

Gives   Stored: one thing that a feature stores; stored(): those of all features, for the page on
        privacy
Why     nothing may be stored that this page does not name: a test compares both in a browser
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from plugins.core.model.site import Site


@dataclass(frozen=True)
class Stored:
    """What browsers keep.

    place     where: localStorage, or the caches of a service worker
    name      a regular expression of its name there
    sentence  what it is, for visitors
    """

    place: Literal["localStorage", "caches"]
    name: str
    sentence: str


def stored(site: Site) -> tuple[Stored, ...]:
    return tuple(one for feature in site.features for one in feature.stored(site))
