"""Shortcut: when the text of one page is all that changed, that page is all that is made.

Reads   the manifest of the last whole build; the file that changed, practice.yaml
Gives   attempt(): the result and the notes of a build that replaced one page, or had nothing to
        do; None when it takes a whole build. at_once(): the same for a preview, which was told
        what was saved. The site is then what a whole build gives, byte for byte
How     a whole build notes where each text goes (plugins.core.reads). One that is only shown, once,
        on its own page, can change nothing else, if the fields above it stay, if what looks at
        texts finds nothing in it, if it links to pages alone, and brings no new letter
Stops   nothing: what it cannot be sure of is left to the whole build, errors to be told among it
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import Any

from plugins.core import flow
from plugins.core.documents import Document
from plugins.core.problems import ContentError
from plugins.core.prose import Prose
from plugins.core.site import beyond_ascii
from plugins.site import manifest as manifests
from plugins.site import stamps
from plugins.site.exchange import ExchangeError, Place, locked, state_of
from plugins.site.inputs import Inputs, key
from plugins.site.instant import present
from plugins.site.links import Links
from plugins.site.manifest import Manifest
from plugins.site.notes import stamp
from plugins.site.reading import Reading
from plugins.site.telling import Result

HREF = re.compile(r' href="([^"]*)"')
OTHER_SITE = re.compile(r"(?:https?|mailto|tel|sms):")


@dataclass(frozen=True)
class Edit:
    """One text, made anew: its name below content/, and its finished page."""

    name: str
    page: bytes
    prose: manifests.Prose


@dataclass(frozen=True)
class Done:
    """What a whole build would say and note; whether a page is another one."""

    result: Result
    notes: dict[str, Any]
    changed: bool


def attempt(settings: Mapping[str, Any], inputs: Inputs, protect: list[Path]) -> Done | None:
    """Build the one page that changed. None: it takes a whole build."""
    known = known_of(settings, inputs.key)
    if known is None or known.sources.keys() != inputs.sources.keys():
        return None
    content = Path(settings["PATH"])
    changed = changed_files(known, inputs.sources, content)
    if len(changed) > 1 or any(one not in known.proses for one in changed):
        return None
    try:
        with locked(Path(settings["OUTPUT_PATH"]), protect) as place:
            if stamps.total(stamps.scan(place.real)) != known.output:
                return None  # somebody else changed it
            made = with_edits(replace(known, sources=inputs.sources), changed, content, place)
            if made:
                time.sleep(stamps.LATER if changed else 0)
                manifests.save(place.state, made)
    except (ExchangeError, OSError):
        return None  # the whole build says it
    return done(made, made.output != known.output) if made else None


def at_once(settings: Mapping[str, Any], name: str, protect: list[Path]) -> Done | None:
    """Build the page of one text that was saved, unless it takes more, without a look at anything
    else: attempt() or a whole build follows, in the same process, and makes it true."""
    known = known_of(settings, key(settings))
    content = Path(settings["PATH"])
    if known is None or name not in known.proses:
        return None
    try:
        now = stamps.of(content / name)
        if stamps.same(content / name, known.sources[name], now):
            return done(known, changed=False)
        with locked(Path(settings["OUTPUT_PATH"]), protect) as place:
            known = replace(known, sources=known.sources | {name: now})
            if made := with_edits(known, [name], content, place):
                manifests.keep(place.state, made)
    except (ExchangeError, OSError):
        return None
    return done(made, made.output != known.output) if made else None


def done(known: Manifest, changed: bool) -> Done:
    said = known.notes | {"built": stamp(present())}
    return Done(manifests.retold(known.result), said, changed)


def known_of(settings: Mapping[str, Any], key: str) -> Manifest | None:
    """The manifest of the site, when only texts can have changed since then."""
    known = manifests.load(state_of(Path(settings["OUTPUT_PATH"]).resolve()))
    now = int(present().timestamp())
    return known if known and known.key == key and known.built <= now < known.until else None


def changed_files(known: Manifest, sources: Mapping[str, str], content: Path) -> list[str]:
    """The files below content/ that changed."""
    before = known.sources
    return [
        name for name, now in sources.items() if not stamps.same(content / name, before[name], now)
    ]


def with_edits(
    known: Manifest, changed: Iterable[str], content: Path, place: Place
) -> Manifest | None:
    """Replace the pages of texts that changed; the manifest that is true then."""
    for name in changed:
        edit = remade(known, name, content, place.real)
        if edit is None:
            return None
        known = put(known, edit, place)
    return known


def put(known: Manifest, edit: Edit, place: Place) -> Manifest:
    """Replace the page; the manifest that is true then."""
    page = edit.prose.page
    if edit.page == (place.real / page).read_bytes():
        return known
    place.put(page, edit.page)
    now = stamps.plain(stamps.of(place.real / page))
    shares = stamps.share(page, now) - stamps.share(page, edit.prose.stamp)
    proses = known.proses | {edit.name: replace(edit.prose, stamp=now)}
    return replace(known, output=(known.output + shares) % stamps.MODULUS, proses=proses)


def remade(known: Manifest, name: str, content: Path, site: Path) -> Edit | None:
    """The page with the text as it is now; None when more than this page may change."""
    before = known.proses[name]
    document = looked_at(name, content)
    if document is None or head(document) != before.head:
        return None
    if letters(document) - set(known.letters) != set(before.rare):
        return None
    links = links_of(known)
    prose, problems = Prose().render(
        document.body, document.source, document.body_line, links.resolver(f"/{name}")
    )
    file = site / before.page
    page = file.read_bytes()
    if stamps.plain(stamps.of(file)) != before.stamp:
        return None  # somebody else changed it
    old = page[before.begins : before.ends].decode()
    if problems or not (plain(prose) and sound(prose, old, links)):
        return None
    new = prose.encode()
    whole = page[: before.begins] + new + page[before.ends :]
    return Edit(name, whole, replace(before, ends=before.begins + len(new)))


def links_of(known: Manifest) -> Links:
    table = known.links
    known_as, hidden, images = (frozenset(table[key]) for key in ("known", "hidden", "images"))
    return Links(table["sources"], known_as, hidden, images, table["moved"])


def looked_at(name: str, content: Path) -> Document | None:
    """The document, when all that looks at a text is content with it."""
    reading = Reading(content, {kind.folder: kind for one in flow.features() for kind in one.kinds})
    practice, zone = reading.practice()
    kind = reading.kinds.get(name.partition("/")[0])
    if practice is None or kind is None:
        return None
    try:
        document = reading.document(content / name, kind, {"zone": zone})
    except ContentError:
        return None
    found = (one for feature in flow.features() for one in feature.look(practice, document))
    return None if any(found) else document


def head(document: Document) -> str:
    """The hash of the fields of a document, and of where its text begins."""
    lines = sorted(document.fields.lines.items(), key=repr)
    said = repr((document.fields.values, lines, document.body_line))
    return hashlib.sha256(said.encode()).hexdigest()


def letters(document: Document) -> frozenset[str]:
    return beyond_ascii(document.body)


def plain(prose: str) -> bool:
    """Whether a text is there, and has no picture: those have files of their own."""
    return bool(prose) and "<img" not in prose and '="/images/' not in prose


def sound(prose: str, before: str, links: Links) -> bool:
    """Whether every link leads to a page as a whole, to another site, or where one led before: the
    whole build has seen those."""
    leads = {unescape(one) for one in HREF.findall(prose)}
    new = leads - {unescape(one) for one in HREF.findall(before)}
    return all(one in links.known or OTHER_SITE.match(one) for one in new)
