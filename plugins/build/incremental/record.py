"""Record: what a whole build leaves for the next one, see manifest.py.

Gives   write(): the manifest of a site that was just exchanged, with the texts that show on one
        page alone
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING

from plugins.build.incremental import manifest as manifests
from plugins.build.incremental.manifest import Manifest, TextOnPage
from plugins.build.incremental.single_page import head, stands_alone
from plugins.build.output.staging import LockedOutput
from plugins.build.read.links import Links, addresses, file_address
from plugins.build.read.text_checks import checks_of
from plugins.core.cache import file_stat
from plugins.core.dates.local_time import end_of_day
from plugins.core.model.documents import Document
from plugins.core.model.site import Site
from plugins.core.model.text_usage import beyond_ascii, unrecorded

if TYPE_CHECKING:
    from plugins.build.pipeline import SiteBuild


def write(build: SiteBuild, key: str, sources: dict[str, str], output: LockedOutput) -> None:
    """Leave the manifest beside the site. Raises OSError."""
    time.sleep(file_stat.LATER)
    with unrecorded():
        manifests.save(output.state, manifest(build, key, sources, output.real))


def manifest(build: SiteBuild, key: str, sources: dict[str, str], folder: Path) -> Manifest:
    site, stats = build.model.site, file_stat.scan(folder)
    files = addresses(site.images, site.files)
    links = Links.of(site.documents, site.left_out, files, site.content, site.url)
    checks, rare = checks_of(site.features), only_once(site)
    return Manifest(
        key=key,
        built=int(site.now.timestamp()),
        until=until(site),
        sources=sources,
        output=file_stat.total(stats),
        letters="".join(sorted(site.letters - rare)),
        texts={
            file_address(document, site.content).lstrip("/"): text
            for document, page in (on_one_page(build) if importable(checks) else ())
            if (text := text_on_page(document, page, folder, stats, rare))
        },
        links={name: in_json(value) for name, value in vars(links).items()},
        text_checks=[name(check) for check in checks],
        stated=asdict(site.practice.stated_facts),
        outcome=asdict(build.outcome),
    )


def name(function: Callable[..., object]) -> str:
    """A function, as pkgutil resolves it."""
    return f"{function.__module__}:{function.__qualname__}"


def importable(functions: Iterable[Callable[..., object]]) -> bool:
    """Whether another process can import the checks of texts."""
    try:
        return all(resolve_name(name(function)) is function for function in functions)
    except (AttributeError, ImportError, ValueError):
        return False


def only_once(site: Site) -> frozenset[str]:
    """The characters beyond ASCII that a single text has, and nothing else."""
    counts = Counter(
        letter for document in site.published for letter in beyond_ascii(document.body)
    )
    single = frozenset(letter for letter, times in counts.items() if times == 1)
    return single - site.letters_elsewhere


def until(site: Site) -> int:
    """The next instant at which a whole build may give another site, the next day's first."""
    zone = site.practice.time_zone
    midnight = end_of_day(site.now.astimezone(zone).date(), zone)
    due = (due.at for feature in site.features for due in feature.due_builds(site))
    return int(min([*(at for at in due if at > site.now), midnight]).timestamp())


def on_one_page(build: SiteBuild) -> Iterator[tuple[Document, str]]:
    """The documents whose text shows once, on their own page, as it is; and that page."""
    pages = {page.source: page.save_as for page in build.plan.pages if page.source}
    flagged = {problem.path for problem in build.model.text_checks}
    for document in build.model.site.published:
        shown = build.usage.shown.get(document.path, [])
        alone = shown == [document.source] and document.path not in build.usage.read
        if alone and document.source not in flagged and stands_alone(document.prose):
            yield document, pages[document.source]


def text_on_page(
    document: Document, page: str, folder: Path, stats: dict[str, str], rare: frozenset[str]
) -> TextOnPage | None:
    """Where the text of a document is in its page."""
    content, text = (folder / page).read_bytes(), document.prose.encode()
    if content.count(text) != 1:
        return None
    begins = content.index(text)
    own = "".join(sorted(beyond_ascii(document.body) & rare))
    ends, stat = begins + len(text), file_stat.plain(stats[page])
    return TextOnPage(head(document.parsed), page, begins, ends, stat, own)


def in_json(value: object) -> object:
    return sorted(value) if isinstance(value, set | frozenset) else value
