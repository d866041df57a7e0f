"""Renditions: the files that an original becomes, from the cache or newly made.

Gives   Workshop: picture(), what an original becomes; files, what to publish
Keeps   every file in .cache/images/, by the original, its size, the format, the code and the
        libraries; a build that is stopped finds next time what it had made
Why     threads, not processes: the libraries let others run while they work, and the bytes do
        not depend on how many there are
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from pathlib import Path
from threading import Lock

import PIL
from PIL import Image, features

from plugins.core.cache.store import cached, key
from plugins.core.model.fingerprints import IMAGES, fingerprinted
from plugins.core.model.pages import File
from plugins.core.model.pictures import Picture, Source
from plugins.core.system.threads import thread_map
from plugins.images import color_and_size, formats, originals, widths
from plugins.images.color_and_size import prepared, resized, size_at
from plugins.images.formats import CUTOUT, FLAT, PHOTOGRAPH, Format, Style, encoded
from plugins.images.originals import Original
from plugins.images.widths import widths_for

FOLDER = "images"
LIBRARIES = ("webp", "avif", "libjpeg_turbo", "littlecms2", "zlib_ng")
STYLES = {"photograph": PHOTOGRAPH, "cutout": CUTOUT, "flat": FLAT}
READING = Lock()


@dataclass(frozen=True)
class Job:
    """One file of a picture."""

    size: tuple[int, int]
    form: Format


@dataclass
class Workshop:
    """What makes the pictures of one build, several files at a time."""

    preview: bool
    files: dict[str, File] = field(default_factory=dict)

    def picture(self, original: Original) -> Picture:
        """The picture in all its files. Raises FaultError."""
        whole = (original.width, original.height)
        wanted = [size_at(width, whole) for width in widths_for(original.width)]
        forms = style(original).wanted(preview=self.preview)
        # The longest first, so that none is left over at the end.
        jobs = [Job(size, form) for form in forms for size in reversed(wanted)]
        made = thread_map(lambda job: rendition(original, job), jobs)
        files = {
            job: (self.published(original, job, content), job.size[0])
            for job, content in zip(jobs, made, strict=True)
        }
        sources = tuple(
            Source(form.type, tuple(files[Job(size, form)] for size in wanted)) for form in forms
        )
        address, _ = sources[-1].files[-1]
        return Picture(address, "", *wanted[-1], sources, widths.slots(upright=original.upright))

    def published(self, original: Original, job: Job, content: bytes) -> str:
        """The address of a file, whose name holds the hash of what is in it."""
        file = fingerprinted(IMAGES, f"{original.stem}-{job.size[0]}{job.form.suffix}", content)
        self.files[file.address] = file
        return file.address


def rendition(original: Original, job: Job) -> bytes:
    """The content of one file. Raises FaultError."""

    def make() -> bytes:
        return encoded(resized(pixels(original), job.size), job.form)

    how = json.dumps([job.size, asdict(job.form)], sort_keys=True)
    return cached(FOLDER, key(original.digest, original.format, how, makers()), make)


def style(original: Original) -> Style:
    """Which formats suit an original: a word in the cache, unless it can only be one."""
    if original.format in ("JPEG", "MPO"):
        return PHOTOGRAPH

    def make() -> bytes:
        _, found = prepared(original)
        return next(name for name, one in STYLES.items() if one is found).encode()

    name = cached(FOLDER, key(original.digest, original.format, "style", makers()), make)
    return STYLES[name.decode()]


def pixels(original: Original) -> Image.Image:
    """What all files are made of, read by the first that asks. Raises FaultError."""
    with READING:
        announce(original.path.name, original.digest)
        return prepared(original)[0]


@lru_cache
def announce(name: str, _digest: str) -> None:
    """Say once at a terminal what takes seconds: nothing else shows meanwhile."""
    if sys.stderr.isatty():
        sys.stderr.write(f"Making the sizes of the picture {name} (once)\n")


@lru_cache(maxsize=1)
def makers() -> str:
    """What decides, beside the original and the format, which bytes come out."""
    versions = [str(features.version(name)) for name in LIBRARIES]
    modules = (color_and_size, formats, originals, widths)
    code = [Path(str(module.__file__)) for module in modules]
    return key(PIL.__version__, *versions, *code)
