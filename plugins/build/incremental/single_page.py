"""Single page: the page of the one text that changed.

Reads   the record of the last whole build; the file that changed, practice.yaml
Gives   build(): the outcome of a build that replaced one page, or had nothing to do; None when it
        takes a whole build. build_unlocked(): the same, where nobody holds the lock of output/ yet.
        build_saved(): for a preview, which knows what was saved
Stops   nothing: what is uncertain is left to the whole build, problems that staff must read too
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

from plugins.build.incremental import fingerprint
from plugins.build.incremental import manifest as manifests
from plugins.build.incremental.manifest import Manifest, TextOnPage
from plugins.build.output.staging import ExchangeError, LockedOutput, locked, state_of
from plugins.build.read.clock import present
from plugins.build.read.links import Links
from plugins.build.report.build_notes import stamp
from plugins.build.report.outcome import Outcome
from plugins.core.cache import file_stat
from plugins.core.markdown.render import MarkdownRenderer
from plugins.core.model.headings import contents
from plugins.core.model.text_usage import beyond_ascii
from plugins.core.problems import ContentError
from plugins.core.reading.front_matter import Parsed, parse
from plugins.core.reading.source_files import read_source
from plugins.core.schema.stated_facts import StatedFacts
from plugins.core.system.processes import in_background

HREF = re.compile(r' href="([^"]*)"')
OTHER_SITE = re.compile(r"(?:https?|mailto|tel|sms):")


@dataclass(frozen=True)
class Edit:
    """One text in its page: its name below content/, the finished page, where the text is in it."""

    name: str
    page: bytes
    text: TextOnPage


def build(
    content: Path, output: LockedOutput, key: str, sources: Mapping[str, str]
) -> Outcome | None:
    """Build the page that changed. key, sources: see fingerprint.py."""
    try:
        with in_background(_total, output.real) as total:
            manifest = manifest_of(output.state, key)
            if manifest is None or manifest.sources.keys() != sources.keys():
                return None
            changed = changed_files(manifest, sources, content)
            if len(changed) > 1 or any(name not in manifest.texts for name in changed):
                return None
            edit = edited(manifest, changed[0], content, output.real) if changed else None
            if (changed and edit is None) or total() != manifest.output:
                return None  # the whole build says what is wrong; or somebody else changed the site
            new = replace(manifest, sources=dict(sources))
            if edit:
                new = replace_page(new, edit, output)
                time.sleep(file_stat.LATER)
            manifests.save(output.state, new)
    except OSError:
        return None  # the whole build says it
    return outcome(new, changed=new.output != manifest.output)


def build_unlocked(
    content: Path, output: Path, protect: tuple[Path, ...], key: str
) -> Outcome | None:
    """Lock the output folder, and build the page that changed."""
    try:
        with locked(output, protect) as folder:
            return build(content, folder, key, fingerprint.sources(content))
    except ExchangeError:
        return None  # the whole build says it


def build_saved(
    content: Path, output: Path, protect: tuple[Path, ...], key: str, name: str
) -> Outcome | None:
    """Build the page of a text that was saved, without a look at anything else: a build of
    everything that changed must follow in the same process."""
    manifest = manifest_of(state_of(output.resolve()), key)
    if manifest is None or name not in manifest.texts:
        return None
    try:
        stat = file_stat.of(content / name)
        if file_stat.same(content / name, manifest.sources[name], stat):
            return outcome(manifest, changed=False, partly=True)
        with locked(output, protect) as folder:
            edit = edited(manifest, name, content, folder.real)
            if edit is None:
                return None
            sources = manifest.sources | {name: stat}
            new = replace_page(replace(manifest, sources=sources), edit, folder)
            manifests.remember(folder.state, new)
    except (ExchangeError, OSError):
        return None
    return outcome(new, changed=new.output != manifest.output, partly=True)


def outcome(manifest: Manifest, *, changed: bool, partly: bool = False) -> Outcome:
    """What the whole build would say now."""
    before = Outcome.of(manifest.outcome)
    notes = {**before.build_notes, "built": stamp(present())}
    pages = 1 if partly else before.pages
    return replace(before, changed=changed, partly=partly, pages=pages, build_notes=notes)


def manifest_of(state: Path, key: str) -> Manifest | None:
    """The manifest of a site, when only texts can have changed since it was built."""
    manifest, now = manifests.load(state), int(present().timestamp())
    current = manifest and manifest.key == key and manifest.built <= now < manifest.until
    return manifest if current else None


def changed_files(manifest: Manifest, sources: Mapping[str, str], content: Path) -> list[str]:
    """The files below content/ that changed."""
    before = manifest.sources
    return [
        name
        for name, now in sources.items()
        if not file_stat.same(content / name, before[name], now)
    ]


def replace_page(manifest: Manifest, edit: Edit, output: LockedOutput) -> Manifest:
    """Replace the page; the manifest of the site as it is then."""
    page = edit.text.page
    if edit.page == (output.real / page).read_bytes():
        return manifest
    output.replace_file(page, edit.page)
    stat = file_stat.plain(file_stat.of(output.real / page))
    shares = file_stat.share(page, stat) - file_stat.share(page, edit.text.stat)
    texts = manifest.texts | {edit.name: replace(edit.text, stat=stat)}
    total = (manifest.output + shares) % file_stat.MODULUS
    return replace(manifest, output=total, texts=texts)


def edited(manifest: Manifest, name: str, content: Path, site: Path) -> Edit | None:
    """The page with the text as it is now; None when more than this page may change."""
    before = manifest.texts[name]
    parsed = checked(manifest, content / name, content)
    if parsed is None or head(parsed) != before.head or not parsed.body.strip():
        return None  # without a text, there may be no page
    if beyond_ascii(parsed.body) - set(manifest.letters) != set(before.rare):
        return None
    links = links_of(manifest)
    prose, problems = MarkdownRenderer().render(
        parsed.body, parsed.source, parsed.body_line, links.resolver(f"/{name}")
    )
    file = site / before.page
    page = file.read_bytes()
    if file_stat.plain(file_stat.of(file)) != before.stat:
        return None  # somebody else changed it
    old = page[before.begins : before.ends].decode()
    if problems or not (stands_alone(prose) and links_are_safe(prose, old, links)):
        return None
    if contents(prose) != contents(old):
        return None  # its page lists them
    new = prose.encode()
    whole = page[: before.begins] + new + page[before.ends :]
    return Edit(name, whole, replace(before, ends=before.begins + len(new)))


def links_of(manifest: Manifest) -> Links:
    table = manifest.links
    known, hidden, files = (frozenset(table[key]) for key in ("known", "hidden", "files"))
    return Links(table["sources"], known, hidden, files, table["moved"], table["site"])


def checked(manifest: Manifest, path: Path, content: Path) -> Parsed | None:
    """The file, when nothing is mistyped, and no check of texts finds anything."""
    try:
        parsed = parse(read_source(path, content), path)
    except ContentError:
        return None
    stated = StatedFacts(**manifest.stated)
    checks = map(resolve_name, manifest.text_checks)
    problems = (problem for check in checks for problem in check(stated, parsed))
    return None if parsed.fields.problems or any(problems) else parsed


def head(parsed: Parsed) -> str:
    """The hash of the fields of a file, and of the line where its text begins."""
    lines = sorted(parsed.fields.lines.items(), key=repr)
    fields = repr((parsed.fields.values, lines, parsed.body_line))
    return hashlib.sha256(fields.encode()).hexdigest()


def stands_alone(prose: str) -> bool:
    """Whether there is a text, without pictures and files to download, of which it shows more."""
    return bool(prose) and not any(one in prose for one in ("<img", '="/images/', '="/files/'))


def links_are_safe(prose: str, before: str, links: Links) -> bool:
    """Whether every link leads to a page as a whole, to another site, or where one led before: the
    whole build has checked those."""
    targets = {unescape(target) for target in HREF.findall(prose)}
    new = targets - {unescape(target) for target in HREF.findall(before)}
    return all(target in links.known or OTHER_SITE.match(target) for target in new)


def _total(site: Path) -> int:
    return file_stat.total(file_stat.scan(site))
