"""Own pages: what the preview shows beside the site, made by a process of its own.

Reads   the content folder and the settings file, named on the command line
Gives   on the standard output: `editor`, what /admin/ needs to know of the forms; `desk`, /desk/;
        `share`, a file to share an offer with, in base64, nothing when there is none
Why     the server that shows a preview loads neither Pelican nor models, since code changes while
        it runs
"""

from __future__ import annotations

import asyncio
import base64
import os
import sys
from collections.abc import Callable
from pathlib import Path

from plugins.desk.project import languages_of, load_project
from plugins.editor.packages import installed

SECONDS = 30
GOOGLE = "google.txt"


def editor(settings: str, content: Path) -> str:
    from plugins.editor import settings as of_editor  # noqa: PLC0415

    kinds = [kind for one in load_project(settings, content).features for kind in one.kinds]
    addresses = {
        kind.address_of(path.stem)
        for kind in kinds
        if kind.address
        for path in (content / kind.folder).glob("*.md")
    }
    missing = "" if installed() else of_editor.MISSING
    folder = os.path.relpath(content)  # from the project, where the command runs
    languages = languages_of(content)
    return of_editor.settings(
        kinds, addresses, content=folder, missing=missing, languages=languages
    )


def desk(settings: str, content: Path) -> str:
    from plugins.desk.page import page  # noqa: PLC0415

    return page(settings, content)


def share(settings: str, content: Path, slug: str, name: str) -> str:
    """A part of the kit of an offer, as `make posts` writes it, or its post for Google."""
    from plugins.build.pipeline import read_model  # noqa: PLC0415
    from plugins.desk.posts import format_post, to_share  # noqa: PLC0415
    from plugins.desk.posts.google_post import write_post  # noqa: PLC0415
    from plugins.desk.posts.kit import part  # noqa: PLC0415

    site = read_model(load_project(settings, content).build_settings()).site
    for offer in to_share(site):
        if offer.document.slug == slug:
            google = name == GOOGLE
            made = format_post(write_post(offer, site)).encode() if google else b""
            return base64.b64encode(made or part(offer, site, name)).decode()
    return ""


async def ask(name: str, settings: str, content: Path, *more: str) -> tuple[bool, str]:
    """What another process says of one of the pages; whether that went well."""
    command = [sys.executable, "-m", __name__, name, settings, str(content), *more]
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    try:
        async with asyncio.timeout(SECONDS):
            said, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    return process.returncode == 0, said.decode("utf-8", "replace")


def main(name: str, settings: str, content: str, *more: str) -> int:
    from plugins.build.report.outcome import Outcome, outcome_of  # noqa: PLC0415

    texts: list[str] = []

    def make() -> Outcome:
        texts.append(PAGES[name](settings, Path(content), *more))
        return Outcome()

    outcome = outcome_of(make)
    sys.stdout.write("".join(texts) if outcome.code == 0 else outcome.text)
    return outcome.code


PAGES: dict[str, Callable[..., str]] = {"editor": editor, "desk": desk, "share": share}

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
