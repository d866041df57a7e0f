"""Index: Pagefind and what it has to know of a site, made once for the same pages.

Gives   index(): the files to publish, by name, without those that belong to Pagefind's own looks
Stops   ContentError: no folder for temporary files, Pagefind that fails there; a build on a machine
        that Pagefind does not run on
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable

from plugins.core.cache.package_versions import version
from plugins.core.cache.store import cached, key
from plugins.core.problems import ContentError, Problem, quoted

ENTRY = "pagefind-entry.json"
# What our own page needs; it searches without a worker, see theme/js/site_search.js.
NEEDED = ("pagefind.js", ENTRY, "*.pf_*", "fragment/*", "index/*")
FIRST = (1980, 1, 1, 0, 0, 0)  # of the times that a zip file can hold


def index(texts: Mapping[str, str]) -> dict[str, bytes]:
    """The files for these pages, by their names."""
    parts = [part for page in texts.items() for part in page]
    name = key(Path(__file__), version("pagefind-bin"), *parts)
    return unpacked(cached("search", name, lambda: packed(build(texts))))


def build(texts: Mapping[str, str]) -> dict[str, bytes]:
    """Run Pagefind in a folder of its own, out of reach of settings that lie about."""
    with pagefind_errors(), TemporaryDirectory() as name:
        site, out = Path(name, "site"), Path(name, "out")
        site.mkdir()
        for save_as, text in texts.items():
            place = site / save_as
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        command = [str(get_executable()), "--site", str(site), "--output-path", str(out)]
        options = ["--root-selector", "main"]
        given = {one: word for one, word in os.environ.items() if not one.startswith("PAGEFIND")}
        subprocess.run(  # noqa: S603  (our own command, and no shell)
            [*command, *options], cwd=name, env=given, check=True, capture_output=True
        )
        return taken(out)


@contextmanager
def pagefind_errors() -> Iterator[None]:
    """What keeps Pagefind from its work, said to staff. Raises ContentError."""
    try:
        yield
    except FileNotFoundError as error:
        if error.filename:
            raise
        # What tempfile says when it has tried all places.
        raise refused("no folder in which temporary files can be written") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        found = f"Pagefind, which makes it, ended with {error.returncode}: {quoted(said, 200)}"
        raise refused(found) from error


def refused(found: str) -> ContentError:
    needed = "room and permission for temporary files, some 10 MB"
    fix = "delete files that nobody needs, or name a folder that may be written in TMPDIR"
    return ContentError([Problem("the index of the search", 0, "", found, needed, fix)])


def taken(out: Path) -> dict[str, bytes]:
    """The files of Pagefind's that are needed, each by its name."""
    languages = json.loads((out / ENTRY).read_text(encoding="utf-8"))["languages"]
    machines = [f"wasm.{one.get('wasm') or 'unknown'}.pagefind" for one in languages.values()]
    found = sorted({path for pattern in (*NEEDED, *machines) for path in out.glob(pattern)})
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


def packed(files: Mapping[str, bytes]) -> bytes:
    """All files as one, for the cache."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, FIRST), content)
    return whole.getvalue()


def unpacked(whole: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
