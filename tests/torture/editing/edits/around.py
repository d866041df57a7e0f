"""Around: what changes with nobody writing: time, hosts, settings, and what disks do."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.torture.editing.desk import Desk, offered

DAY = 24 * 3600
HOSTS = ("", "netlify", "cloudflare", "github", "s3", "rsync")


@offered(3)
def time_passes(desk: Desk) -> str:
    """An offer starts or ends, news appears; or the clock is set back."""
    days = desk.random.choice((1, 14, 17, 38, 110, -20, 1 / DAY))
    desk.among(at=desk.moment.at + round(days * DAY))
    return f"{days:.5g} days later"


@offered(2)
def the_other_settings(desk: Desk) -> str:
    desk.among(live=not desk.moment.live)
    return "publishing" if desk.moment.live else "a preview"


@offered()
def another_host(desk: Desk) -> str:
    desk.among(host=desk.random.choice(HOSTS))
    return f"for the host {desk.moment.host or 'of any kind'}"


@offered(2)
def other_processors(desk: Desk) -> str:
    desk.among(processors=desk.random.choice((1, 2, 3, 8)))
    return f"on {desk.moment.processors} processors"


@offered()
def the_cache_is_gone(desk: Desk) -> str:
    for path in desk.place.cache.glob("*"):
        if path.is_dir() and path.name != "preview":
            shutil.rmtree(path)
    return "the cache deleted"


@offered()
def a_part_of_the_cache_is_gone(desk: Desk) -> str:
    there = entries(desk)
    if not there:
        return ""
    for path in desk.random.sample(there, min(5, len(there))):
        path.unlink()
    return "some entries of the cache deleted"


@offered(2)
def the_cache_is_damaged(desk: Desk) -> str:
    there = entries(desk)
    if not there:
        return ""
    for path in desk.random.sample(there, min(20, len(there))):
        damage(desk, path)
    return "some entries of the cache damaged"


@offered(2)
def the_output_is_damaged(desk: Desk) -> str:
    """A file that is another, is gone, or is one too many. Not the home page, by whose mark a
    build knows its own site."""
    output = desk.place.folder / desk.moment.output
    there = [path for path in output.rglob("*") if path.is_file() and path.parent != output]
    if not there:
        return ""
    path = desk.pick(sorted(there))
    name = path.relative_to(output).as_posix()
    how = desk.random.choice(("changed", "same length", "deleted", "added", "mode", "folder"))
    if how == "changed":
        path.write_bytes(b"damaged")
    elif how == "same length":
        damage(desk, path)
    elif how == "deleted":
        path.unlink()
    elif how == "added":
        path.with_name("stranger.html").write_text("A stranger")
    elif how == "mode":
        path.chmod(0o600)
    else:
        shutil.rmtree(path.parent)
    return f"{name} of the output: {how}"


def entries(desk: Desk) -> list[Path]:
    """Every file of the cache, but the site and the notes that stand there as well."""
    cache = desk.place.cache
    found = (path for path in cache.rglob("*") if path.is_file() and path.parent != cache)
    return sorted(path for path in found if "preview" not in path.relative_to(cache).parts[0])


def damage(desk: Desk, path: Path) -> None:
    """One bit, somewhere, is another; the time of the file is not."""
    data, before = bytearray(path.read_bytes()), path.stat()
    if data:
        data[desk.random.randrange(len(data))] ^= 1 << desk.random.randrange(8)
        path.write_bytes(data)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
