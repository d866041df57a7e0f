"""Record: what a whole build leaves beside the site for the next one, see manifest.py.

Gives   leave(): the manifest of a site that was just exchanged, with the texts that stand on one
        page alone
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from plugins.build.incremental import fast_start
from plugins.build.incremental import manifest as manifests
from plugins.build.incremental.fingerprint import Inputs
from plugins.build.incremental.shortcut import head, plain
from plugins.build.output.staging import Place
from plugins.build.read.links import Links, place
from plugins.build.read.text_checks import looks
from plugins.build.render.plan import Plan
from plugins.build.report.outcome import Result
from plugins.core.cache import file_stat
from plugins.core.dates.local_time import end_of_day
from plugins.core.model.documents import Document
from plugins.core.model.site import Site
from plugins.core.model.text_usage import Log, beyond_ascii, unrecorded


@dataclass(frozen=True)
class Built:
    """A build that is done. log: where its texts went; flagged: files in which something that
    looks at texts found something."""

    plan: Plan
    log: Log
    flagged: Collection[str]
    result: Result
    notes: dict[str, Any]


def leave(built: Built, inputs: Inputs, where: Place) -> None:
    """Put the manifest beside the site."""
    time.sleep(file_stat.LATER)
    with unrecorded():
        manifests.save(where.state, manifest(built, inputs, where.real))


def manifest(built: Built, inputs: Inputs, folder: Path) -> manifests.Manifest:
    site, found = built.plan.site, file_stat.scan(folder)
    links = Links.of(site.documents, site.left_out, site.images, site.content)
    rare = only_once(site)
    return manifests.Manifest(
        [one for one in (inputs.key, fast_start.key) if one],
        int(site.now.timestamp()),
        until(site),
        inputs.sources,
        file_stat.total(found),
        "".join(sorted(site.letters - rare)),
        {
            place(document, site.content).lstrip("/"): prose
            for document, page in (alone(built) if findable(looks(site.features)) else ())
            if (prose := standing(document, page, folder, found, rare))
        },
        {name: in_json(value) for name, value in vars(links).items()},
        [name(one) for one in looks(site.features)],
        asdict(site.practice.stated),
        manifests.told(built.result),
        built.notes,
    )


def name(function: Callable[..., object]) -> str:
    """A function, as pkgutil finds it."""
    return f"{function.__module__}:{function.__qualname__}"


def findable(functions: Iterable[Callable[..., object]]) -> bool:
    """Whether another process can find what looks at texts."""
    try:
        return all(resolve_name(name(one)) is one for one in functions)
    except (AttributeError, ImportError, ValueError):
        return False


def only_once(site: Site) -> frozenset[str]:
    """The characters beyond ASCII that a single text has, and nothing else."""
    counts = Counter(one for document in site.published for one in beyond_ascii(document.body))
    return frozenset(one for one, times in counts.items() if times == 1) - site.letters_elsewhere


def until(site: Site) -> int:
    """The next instant at which a whole build may give another site, the next day's first."""
    zone = site.practice.time_zone
    due = [
        one.at for feature in site.features for one in feature.due_builds(site) if one.at > site.now
    ]
    return int(min([*due, end_of_day(site.now.astimezone(zone).date(), zone)]).timestamp())


def alone(built: Built) -> Iterator[tuple[Document, str]]:
    """The documents whose text stands on one page, which is theirs, as it is, and that page."""
    pages = {page.source: page.save_as for page in built.plan.pages if page.source}
    for document in built.plan.site.published:
        shown = built.log.shown.get(document.path, [])
        only = shown == [document.source] and document.path not in built.log.read
        if only and document.source not in built.flagged and plain(document.prose):
            yield document, pages[document.source]


def standing(
    document: Document, page: str, folder: Path, found: dict[str, str], rare: frozenset[str]
) -> manifests.Prose | None:
    """Where the text of a document stands in its page."""
    content, text = (folder / page).read_bytes(), document.prose.encode()
    if content.count(text) != 1:
        return None
    begins = content.index(text)
    own = "".join(sorted(beyond_ascii(document.body) & rare))
    ends, stamp = begins + len(text), file_stat.plain(found[page])
    return manifests.Prose(head(document.parsed), page, begins, ends, stamp, own)


def in_json(value: object) -> object:
    return sorted(value) if isinstance(value, set | frozenset) else value
