"""Hosts as others leave them: records that nobody wrote, folders that are somebody else's.

In `make torture` 3,000 records, and 200 folders.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.core.problems import ContentError
from plugins.desk.deploy.plan import RECORD, Owner
from plugins.desk.deploy.target import read_record, write_record
from tests.desk.deploy.example_site import faults, needs_rsync, reader, site
from tests.desk.deploy.test_command import OTHER, WEB, built
from tests.sites import write
from tests.torture.counts import tell, times

pytestmark = pytest.mark.torture

RECORDS, FOLDERS = times(200, 3000), times(10, 200)
TEXT = st.text(max_size=12)
NAMES = st.one_of(TEXT, st.sampled_from(["../a", "/a", "a//b", "a/./b", "a\nb", "a/b.html", "ä"]))
TIMES = st.one_of(
    st.none(), TEXT, st.sampled_from(["2030-05-15T18:00:00Z", "0001-01-01T00:00:00Z"])
)
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXT, TIMES),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(NAMES, inner, max_size=4)),
)
RECORD_LIKE = st.fixed_dictionaries(
    {
        "url": st.one_of(TEXT, JSON),
        "practice": TEXT,
        "files": st.dictionaries(NAMES, TIMES, max_size=5),
    }
)
CONTENTS = st.one_of(
    st.binary(max_size=200),
    st.one_of(JSON, RECORD_LIKE).map(lambda value: json.dumps(value).encode("utf-8", "replace")),
)


@settings(max_examples=RECORDS, deadline=None, suppress_health_check=list(HealthCheck))
@given(CONTENTS)
def test_a_record_is_understood_or_refused(content: bytes) -> None:
    """Never anything else, and never a name that leads out of the folder."""
    try:
        record, owner = read_record(content)
    except ContentError:
        return
    for name in record:
        assert ".." not in name.split("/")
        assert name.strip("/") == name
        assert name.isprintable() or "\n" not in name
    assert isinstance(owner, Owner)
    write_record(record, owner).encode()


@needs_rsync
def test_what_is_not_ours_stays_until_somebody_says_yes(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Files, links and folders of others where the site has files and folders, another site's
    record, a hostile one. Refused: nothing has changed. Taken over: the site is whole, what links
    led to is as it was, and so is what the site has nothing to do with."""
    refused = taken = 0
    for seed in range(FOLDERS):
        place = tmp_path / str(seed)
        make(place, random.Random(seed))  # noqa: S311 the same folders each time
        before, elsewhere = state(place / "web"), state(place / "theirs")
        code, said = built(place, "one", **WEB)
        assert "A fault of" not in said, seed
        if code:
            refused += 1
            assert (code, state(place / "web")) == (2, before), seed
            code, said = built(place, "one", TAKE_OVER="1", YES="1", **WEB)
            assert "A fault of" not in said, seed
        if code:  # a folder full of somebody's files is never replaced, nor a hostile record
            assert code == 2, said
        else:
            taken += 1
            there = state(place / "web")
            assert {name: there.get(name) for name in site("one")} == site("one"), seed
            assert faults(reader(place / "web")) == [], seed
            strangers = {name: content for name, content in before.items() if "stranger" in name}
            assert strangers.items() <= there.items(), seed
        assert state(place / "theirs") == elsewhere, seed
        shutil.rmtree(place)
    tell(request, f"{FOLDERS} folders of others: {refused} refused, {taken} taken over")


def make(place: Path, chance: random.Random) -> None:
    """A folder that somebody else left."""
    web = place / "web"
    write(place / "theirs", {"index.html": "theirs", "inner/index.html": "theirs"})
    write(web, {"stranger.html": "theirs"})
    if chance.random() < 0.4:
        built(place, "two", **WEB | ({"SITEURL": OTHER} if chance.random() < 0.5 else {}))
    for name in chance.sample([*site("one"), "about", "assets", RECORD], chance.randrange(4)):
        path = web / name
        if path.parent.is_symlink() or path.parent.is_file():
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        kind = chance.choice(["file", "link", "folder", "full folder", "dead link"])
        if kind == "file":
            path.write_bytes(chance.choice([b"theirs", b"\xff", b'{"../x": null}', b"{}"]))
        elif "link" in kind:
            target = "nowhere" if kind == "dead link" else chance.choice(["theirs", "theirs/inner"])
            path.symlink_to(place / target / ("" if "." not in name else "index.html"))
        else:
            path.mkdir()
            if kind == "full folder":
                (path / "stranger.txt").write_text("theirs")


def state(folder: Path) -> dict[str, bytes]:
    """Every file, and where every link leads; what this deploy keeps there is no part of it."""
    there = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            there[name] = os.fsencode(path.readlink())
        elif path.is_file():
            there[name] = path.read_bytes()
    return there
