"""Shortcut: when the text of one page is all that changed, that page is all that is made.

Reads   the manifest of the last whole build; the file that changed, practice.yaml
Gives   attempt(): the result and the notes of a build that replaced one page, or had nothing to
        do; None when it takes a whole build. at_once(): the same for a preview, which was told
        what was saved. The site is then what a whole build gives, byte for byte
How     a whole build notes where each text goes (core/model/text_usage.py). A text that only its
        own page shows, once, can change nothing else if the fields above it stay, if no check finds
        anything in it, if it links to pages alone, and brings no new letter
Stops   nothing: what it cannot be sure of is left to the whole build, errors to be told among it
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from plugins.build.incremental import manifest as manifests
from plugins.build.incremental.fingerprint import Where, sources
from plugins.build.incremental.manifest import Manifest
from plugins.build.output.staging import ExchangeError, Place, locked, state_of
from plugins.build.read.clock import present
from plugins.build.read.links import Links
from plugins.build.report.build_notes import stamp
from plugins.build.report.outcome import Result
from plugins.core.cache import file_stat
from plugins.core.markdown.render import Prose
from plugins.core.model.text_usage import beyond_ascii
from plugins.core.problems import ContentError
from plugins.core.reading.front_matter import Parsed, parse
from plugins.core.reading.source_files import read_source
from plugins.core.schema.stated_facts import Stated
from plugins.core.system.processes import meanwhile

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
    """What a whole build would say and note."""

    result: Result
    notes: dict[str, Any]


def attempt(where: Where, key: str) -> Done | None:
    """Build the one page that changed. None: it takes a whole build."""
    try:
        with (
            locked(where.output, where.protect) as place,
            meanwhile(lambda site: file_stat.total(file_stat.scan(site)), place.real) as output,
        ):
            now, known = sources(where.content), known_of(where.output, key)
            if known is None or known.sources.keys() != now.keys():
                return None
            changed = changed_files(known, now, where.content)
            if len(changed) > 1 or any(one not in known.proses for one in changed):
                return None
            edit = remade(known, changed[0], where.content, place.real) if changed else None
            if (changed and edit is None) or output() != known.output:
                return None  # the whole build says what is wrong; or somebody else changed the site
            made = replace(known, sources=now)
            if edit:
                made = put(made, edit, place)
                time.sleep(file_stat.LATER)
            manifests.save(place.state, made)
    except (ExchangeError, OSError):
        return None  # the whole build says it
    return done(made, made.output != known.output)


def at_once(where: Where, key: str, name: str) -> Done | None:
    """Build the page of one text that was saved, unless it takes more, without a look at anything
    else: attempt() or a whole build follows, in the same process, and makes it true."""
    known, content = known_of(where.output, key), where.content
    if known is None or name not in known.proses:
        return None
    try:
        now = file_stat.of(content / name)
        if file_stat.same(content / name, known.sources[name], now):
            return done(known, changed=False)
        with locked(where.output, where.protect) as place:
            edit = remade(known, name, content, place.real)
            if edit is None:
                return None
            made = put(replace(known, sources=known.sources | {name: now}), edit, place)
            manifests.keep(place.state, made)
    except (ExchangeError, OSError):
        return None
    return done(made, made.output != known.output)


def done(known: Manifest, changed: bool) -> Done:
    """changed: whether a page is another one."""
    said = known.notes | {"built": stamp(present())}
    return Done(replace(manifests.retold(known.result), changed=changed), said)


def known_of(output: Path, key: str) -> Manifest | None:
    """The manifest of the site, when only texts can have changed since then."""
    known = manifests.load(state_of(output.resolve()))
    now = int(present().timestamp())
    return known if known and key in known.keys and known.built <= now < known.until else None


def changed_files(known: Manifest, sources: Mapping[str, str], content: Path) -> list[str]:
    """The files below content/ that changed."""
    before = known.sources
    return [
        name
        for name, now in sources.items()
        if not file_stat.same(content / name, before[name], now)
    ]


def put(known: Manifest, edit: Edit, place: Place) -> Manifest:
    """Replace the page; the manifest that is true then."""
    page = edit.prose.page
    if edit.page == (place.real / page).read_bytes():
        return known
    place.put(page, edit.page)
    now = file_stat.plain(file_stat.of(place.real / page))
    shares = file_stat.share(page, now) - file_stat.share(page, edit.prose.stamp)
    proses = known.proses | {edit.name: replace(edit.prose, stamp=now)}
    return replace(known, output=(known.output + shares) % file_stat.MODULUS, proses=proses)


def remade(known: Manifest, name: str, content: Path, site: Path) -> Edit | None:
    """The page with the text as it is now; None when more than this page may change."""
    before = known.proses[name]
    parsed = looked_at(known, content / name, content)
    if parsed is None or head(parsed) != before.head:
        return None
    if beyond_ascii(parsed.body) - set(known.letters) != set(before.rare):
        return None
    links = links_of(known)
    prose, problems = Prose().render(
        parsed.body, parsed.source, parsed.body_line, links.resolver(f"/{name}")
    )
    file = site / before.page
    page = file.read_bytes()
    if file_stat.plain(file_stat.of(file)) != before.stamp:
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


def looked_at(known: Manifest, path: Path, content: Path) -> Parsed | None:
    """The file, when nothing is mistyped, and all that looks at texts is content with it."""
    try:
        parsed = parse(read_source(path, content), path)
    except ContentError:
        return None
    stated = Stated(**known.stated)
    found = (one for look in known.looks for one in resolve_name(look)(stated, parsed))
    return None if parsed.fields.problems or any(found) else parsed


def head(parsed: Parsed) -> str:
    """The hash of the fields of a file, and of where its text begins."""
    lines = sorted(parsed.fields.lines.items(), key=repr)
    said = repr((parsed.fields.values, lines, parsed.body_line))
    return hashlib.sha256(said.encode()).hexdigest()


def plain(prose: str) -> bool:
    """Whether a text is there, and has no picture: those have files of their own."""
    return bool(prose) and "<img" not in prose and '="/images/' not in prose


def sound(prose: str, before: str, links: Links) -> bool:
    """Whether every link leads to a page as a whole, to another site, or where one led before: the
    whole build has seen those."""
    leads = {unescape(one) for one in HREF.findall(prose)}
    new = leads - {unescape(one) for one in HREF.findall(before)}
    return all(one in links.known or OTHER_SITE.match(one) for one in new)
