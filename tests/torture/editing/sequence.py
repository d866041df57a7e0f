"""Sequence: some edits, each followed by a build, held against builds of the same from nothing.

Gives   run(): Counts; the same seed gives the same edits
Stops   DifferenceError: the seed, every step, and what differs
Why     after each build: a build that fails leaves the site as it was. At the end, and in between
        by chance: code, words, names, bytes and modes are those of a build of the same sources,
        at the same instant, that found neither a cache nor a site
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import tests.torture.editing.edits  # noqa: F401  (offers what may happen)
from tests.torture.editing.desk import EDITS, Desk
from tests.torture.editing.place import Moment, Place

SHOWN = 12  # differences that are told


class DifferenceError(AssertionError):
    """What was built is not what a build from nothing gives."""


@dataclass
class Sequence:
    """One person's work on one place; clean is where the same is built from nothing."""

    seed: str
    desk: Desk
    clean: Place
    steps: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    good: dict[str, bytes] = field(default_factory=dict)
    broken: bool = False

    def edit(self) -> None:
        """One edit, of those that find something to change."""
        edits = list(EDITS)
        done = ""
        while not done:
            edit = self.desk.random.choices(edits, [EDITS[one] for one in edits])[0]
            done = edit(self.desk)
            if done:
                self.counts[f"edit {edit.__name__}"] += 1
        self.steps.append(done)
        self.counts["edits"] += 1

    def build(self, *, compare: bool) -> None:
        """Build what there is now."""
        place, moment = self.desk.place, self.desk.moment
        if self.desk.code:
            place.end()
            self.desk.code = False
        at_once = self.page_at_once()
        before = place.site(moment)
        code, said = place.build(moment)
        after = place.site(moment)
        self.steps.append(f"    built: {code}, {'live' if moment.live else 'preview'}")
        self.counts["builds"] += 1
        self.broken = code != 0
        if self.broken:
            self.counts["refused"] += 1
            self.same("a failed build changed the site", before, after)
        else:
            self.good = place.sources()
        if at_once:
            self.same("another page at once", without_notes(after), without_notes(at_once))
        if compare:
            self.compare(code, said, after)

    def page_at_once(self) -> dict[str, str]:
        """The site after the page of the one file that was saved was built; {} if there is none."""
        place, moment, now = self.desk.place, self.desk.moment, self.desk.place.sources()
        names = [one for one in {*now, *self.good} if now.get(one) != self.good.get(one)]
        alone = len(names) == 1 and names[0] in now and not self.broken
        if alone and place.at_once(moment, names[0]):
            self.steps.append("    a page at once")
            self.counts["at_once"] += 1
            return place.site(moment)
        return {}

    def compare(self, code: int, said: str, site: dict[str, str]) -> None:
        """Build the same from nothing: nothing may differ."""
        self.clean.follow(self.desk.place)
        self.clean.end()
        self.clean.empty()
        clean_code, clean_said = self.clean.build(self.desk.moment)
        self.steps.append("    compared")
        self.counts["compared"] += 1
        self.same("other words", {"": clean_said}, {"": said})
        self.same("another exit code", {"": str(clean_code)}, {"": str(code)})
        if code == 0:
            self.same("another site", self.clean.site(self.desk.moment), site)

    def same(self, what: str, expected: dict[str, str], found: dict[str, str]) -> None:
        """Raises DifferenceError unless both are the same."""
        names = sorted(one for one in {*expected, *found} if expected.get(one) != found.get(one))
        if names:
            rows = [
                f"  {one}\n    should be {expected.get(one)}\n    is        {found.get(one)}"
                for one in names[:SHOWN]
            ]
            steps = [f"  {step}" for step in self.steps]
            head = f"{what} ({len(names)} differ), SEQUENCE={self.seed}"
            raise DifferenceError("\n".join([head, *rows, "after", *steps]))

    def mend(self) -> None:
        """Bring the sources back to when they could be built last."""
        if self.broken:
            self.desk.restore(self.good)
            self.steps.append("mended")


def without_notes(site: dict[str, str]) -> dict[str, str]:
    """The site alone: a page that is built at once leaves no notes."""
    return {name: one for name, one in site.items() if name != "(notes)"}


def run(seed: str, mold: Place, folder: Path, *, length: tuple[int, int]) -> Counter[str]:
    """One sequence. length: the fewest and the most edits. Raises DifferenceError."""
    chance = Random(seed)  # noqa: S311  (which edits, not a secret)
    place, clean = mold.copy(folder / "warm"), mold.copy(folder / "clean")
    place.stays = clean.stays = seed.startswith("resident")
    desk = Desk(place, chance, Moment(live=chance.random() < 0.5))
    sequence = Sequence(seed, desk, clean, good=place.sources())
    try:
        for _ in range(chance.randint(*length)):
            if sequence.broken and chance.random() < 0.5:
                sequence.mend()
            sequence.edit()
            if chance.random() < 0.2:  # two saves before the next build
                sequence.edit()
            sequence.build(compare=chance.random() < 0.15)
        while sequence.broken:
            sequence.mend()
            sequence.build(compare=False)
        sequence.build(compare=True)
    finally:
        place.end()
        clean.end()
    return sequence.counts
