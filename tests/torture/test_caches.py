"""Whatever a disk does to a cache, the site is right, and the damage is gone after one build."""

from __future__ import annotations

import hashlib
import hmac
import random
from pathlib import Path

import pytest

from plugins.core.cache import seal
from tests.torture.counts import tell, times
from tests.torture.editing.desk import Desk
from tests.torture.editing.edits.around import entries
from tests.torture.editing.place import Moment, Place, mold

pytestmark = pytest.mark.torture
LATER = {"cards", "calendars"}

LIVE = Moment(live=True, host="rsync")  # which packs copies, too


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A project that was built, with everything that a build keeps."""
    return mold(tmp_path_factory.mktemp("caches") / "project", LIVE)


def a_bit(data: bytes, chance: random.Random) -> bytes:
    """One bit is another, anywhere: in what is kept or in what tells that it is whole."""
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def the_end(data: bytes, chance: random.Random) -> bytes:
    """Cut off, as on a full disk."""
    return data[: chance.randrange(len(data))]


def zeros(data: bytes, chance: random.Random) -> bytes:
    """A block of zeros, as after a power cut."""
    place = chance.randrange(len(data) // 2)
    return data[:place] + bytes(len(data) - place)


def test_damage_anywhere_in_a_cache_is_noticed_and_mended(
    warm: Place, request: pytest.FixtureRequest
) -> None:
    """With stock Pelican a flipped bit gave a wrong page, and a cut file an error for ever. Every
    entry is damaged at once, each somewhere else every time."""
    chance = random.Random(6)  # noqa: S311  (where, not a secret)
    desk, right, count = Desk(warm, chance), warm.site(LIVE), 0
    for _ in range(times(1, 100)):
        damaged = {
            path: chance.choice((a_bit, a_bit, the_end, zeros))(path.read_bytes(), chance)
            for path in entries(desk)
        }
        assert len(damaged) > 50
        for path, data in damaged.items():
            path.write_bytes(data)
        code, said = warm.build(LIVE)
        assert (code, warm.site(LIVE)) == (0, right), said
        assert [path for path, data in damaged.items() if path.read_bytes() == data] == []
        count += len(damaged)
    tell(request, f"{count:,} damaged entries: noticed and made again, 0 bytes of the site differ")


def test_an_entry_under_the_name_of_another_is_noticed_and_mended(
    warm: Place, request: pytest.FixtureRequest
) -> None:
    """Each entry is whole, but another's: a file system that was repaired, a copy by hand. The
    entries of each folder go round by one; those of a kind even have the same form."""
    chance = random.Random(7)  # noqa: S311  (where, not a secret)
    desk, right, count = Desk(warm, chance), warm.site(LIVE), 0
    for _ in range(times(1, 20)):
        found = entries(desk)
        chance.shuffle(found)
        exchanged: dict[Path, bytes] = {}
        for kind in {(path.parent, path.suffix) for path in found}:
            alike = [path for path in found if (path.parent, path.suffix) == kind]
            contents = [path.read_bytes() for path in alike]
            exchanged |= dict(zip(alike, contents[1:] + contents[:1], strict=True))
        exchanged = {path: data for path, data in exchanged.items() if path.read_bytes() != data}
        assert len(exchanged) > 50
        for path, data in exchanged.items():
            path.write_bytes(data)
        code, said = warm.build(LIVE)
        assert (code, warm.site(LIVE)) == (0, right), said
        left = [path for path, data in exchanged.items() if path.read_bytes() == data]
        # A rehearsal of a later day drew the card of its note once, and wrote what a calendar holds
        # then; nobody reads them before.
        assert {path.parent.name for path in left} <= LATER
        count += len(exchanged)
    tell(
        request, f"{count:,} entries exchanged: noticed and made again, 0 bytes of the site differ"
    )


def test_an_entry_that_somebody_else_wrote_reaches_no_page(
    warm: Place, request: pytest.FixtureRequest
) -> None:
    """Poison: every entry of every kind says something else, and is whole: once with the hash that
    anybody can compute, once with the seal of another machine. HTML, scripts, the program of the
    search, packed copies would go to visitors; checks that found nothing would hide a fault."""
    chance = random.Random(8)  # noqa: S311  (where, not a secret)
    desk, right, count = Desk(warm, chance), warm.site(LIVE), 0
    kinds = {path.parent.name for path in entries(desk)}
    assert kinds >= {
        "texts",
        "scripts",
        "search",
        "packed",
        "cards",
        "qr_codes",
        "finished_pages",
        "fonts",
    }
    for mark in (plain_hash, seal_of_another):
        for path in entries(desk):
            content = path.read_bytes()[seal.SIZE :]
            poison = content.replace(b"<p>", b"<p><script>alert(1)</script>") + b"/*poison*/"
            path.write_bytes(mark(f"{path.parent.name}/{path.name}", poison) + poison)
            count += 1
        code, said = warm.build(LIVE)
        assert (code, warm.site(LIVE)) == (0, right), said
    tell(request, f"{count:,} poisoned entries: made again, 0 bytes of the site differ")


def plain_hash(name: str, content: bytes) -> bytes:
    return hashlib.sha256(f"{name}\n".encode() + content).digest()


def seal_of_another(name: str, content: bytes) -> bytes:
    return hmac.digest(b"the key of another machine", f"{name}\n".encode() + content, "sha256")
