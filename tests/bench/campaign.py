"""Campaign: every contestant measured once per round, so that a busy minute meets all of them.

Gives   measure(): for one number of pages, what each contestant took in each mode
Modes   clean    no output, no caches
        again    nothing changed since the build before
        edit     the text of one page changed since
        offer    the title of the offer changed since that every page shows
        preview  from a save of a text to the page, in the server for development
        preview-offer
                 the same for that title
Stops   nothing for the fault of one contestant: it drops out, and says why
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from tests.bench.check import problems, seen, unsaid
from tests.bench.contestants import Contestant
from tests.bench.corpus import Corpus, Page
from tests.bench.preview import previewing
from tests.bench.timing import FailedError, Measured, build

BUILDS = ("clean", "again", "edit", "offer")
PREVIEWS = ("preview", "preview-offer")
MODES = (*BUILDS, *PREVIEWS)
Say = Callable[[str], None]


@dataclass
class Entry:
    """A contestant on its way: its folder, the corpus with the last edit, what was measured."""

    one: Contestant
    folder: Path
    made: Corpus
    found: dict[str, list[Measured]] = field(default_factory=dict)
    edits: int = 0
    checked: set[str] = field(default_factory=set)

    def word(self) -> str:
        """One that stands nowhere yet."""
        self.edits += 1
        return f"syllable{self.edits:04}"

    def source(self, page: Page) -> tuple[Path, str]:
        path = self.folder / "content" / page.source
        return path, path.read_text(encoding="utf-8")

    def edit(self, mode: str) -> tuple[Path, str, str]:
        """A change; the file, its new text, and the word that only it has."""
        return self.edit_offer() if mode.endswith("offer") else self.edit_text()

    def edit_text(self) -> tuple[Path, str, str]:
        """Another last sentence of one page."""
        word, page = self.word(), self.made.edited
        path, text = self.source(page)
        text = text.split("\nToday the word is ")[0] + f"\nToday the word is {word}.\n"
        body = page.body.split("\nToday the word is ")[0] + f"\nToday the word is {word}.\n"
        self.exchange(page, replace(page, body=body))
        return path, text, word

    def edit_offer(self) -> tuple[Path, str, str]:
        """Another last word in the title of the offer that every page shows."""
        word, page = self.word(), self.made.banner
        path, text = self.source(page)
        title = f"{page.title.partition(' syllable')[0]} {word}"
        self.exchange(page, replace(page, title=title))
        return path, text.replace(page.title, title), word

    def exchange(self, page: Page, new: Page) -> None:
        pages = tuple(new if one is page else one for one in self.made.pages)
        self.made = replace(self.made, pages=pages)

    def build(self, mode: str) -> Measured:
        """One build, and a look at what it made: at all pages the first time in each mode."""
        if mode == "clean":
            self.one.clean(self.folder)
            os.sync()  # what was deleted is not to be paid for by what comes next
        if mode in ("edit", "offer"):
            path, text, _ = self.edit(mode)
            path.write_text(text, encoding="utf-8")
        measured = build(self.one, self.folder)
        self.look(everywhere=mode not in self.checked)
        self.checked.add(mode)
        return measured

    def look(self, *, everywhere: bool) -> None:
        output, page = self.folder / "output", self.made.edited
        found = problems(self.made, output, self.one.extra) if everywhere else []
        if not everywhere:
            with suppress(OSError):
                text = seen((output / page.file).read_text(encoding="utf-8"))
                lacks = any(unsaid(page.blocks[-1:], text)) or self.made.banner.title not in text
                found = [f"{page.file} lacks the last edit"] if lacks else []
        if found:
            raise FailedError(f"{self.one.name} made a wrong site:\n" + "\n".join(found[:5]))

    def saves(self, mode: str, number: int, longest: float) -> list[Measured]:
        """Saves in the preview; fewer when they take long."""
        found: list[Measured] = []
        with previewing(self.one, self.folder, self.made) as preview:
            preview.save(*self.edit(mode))  # the first meets a cold server
            while len(found) < number and sum(one.seconds for one in found) <= longest:
                found.append(preview.save(*self.edit(mode)))
        return found


def measure(
    made: Corpus,
    contestants: Iterable[Contestant],
    folder: Path,
    *,
    modes: Iterable[str],
    rounds: int,
    saves: int,
    say: Say,
) -> dict[str, dict[str, list[Measured]]]:
    """What was measured, by contestant and mode."""
    entries = []
    for one in contestants:
        entries.append(Entry(one, folder / one.name, made))
        one.prepare(made, folder / one.name)
    if any(mode in modes for mode in BUILDS):
        for turn in range(rounds):
            for mode in BUILDS:
                if mode in modes or (mode == "clean" and not turn):
                    # Each begins once, as far as there are rounds.
                    start = turn % max(1, len(entries))
                    each(entries[start:] + entries[:start], entries, mode, say)
    for mode in (one for one in PREVIEWS if one in modes):
        for entry in [one for one in entries if one.one.preview]:
            saved = partial(Entry.saves, mode=mode, number=saves, longest=60)
            entry.found[mode] = trying(entry, entries, mode, say, saved)
    return {entry.one.name: entry.found for entry in entries}


def each(order: list[Entry], entries: list[Entry], mode: str, say: Say) -> None:
    for entry in order:
        if entry in entries:
            entry.found.setdefault(mode, [])
            entry.found[mode] += trying(entry, entries, mode, say, lambda one: [one.build(mode)])


def trying(
    entry: Entry,
    entries: list[Entry],
    mode: str,
    say: Say,
    work: Callable[[Entry], list[Measured]],
) -> list[Measured]:
    """What some work measured; nothing when the contestant fails, which then drops out."""
    try:
        found = work(entry)
    except FailedError as error:
        say(f"{error}\n{entry.one.name} drops out.")
        entries.remove(entry)
        return []
    times = ", ".join(f"{one.seconds:.3f} s" for one in found)
    say(f"  {len(entry.made.pages)} pages, {mode}, {entry.one.name}: {times}")
    return found
