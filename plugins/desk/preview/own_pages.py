"""Own pages: what the preview shows beside the site, made by a process of its own.

Reads   the content folder and the settings file, named on the command line
Gives   on the standard output: `editor`, what /admin/ needs to know of the forms; `desk`, /desk/
Why     the server that shows a preview loads neither Pelican nor models, since code changes while
        it runs
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from plugins.desk.project import load_project
from plugins.editor.packages import installed

SECONDS = 30


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
    return of_editor.settings(kinds, addresses, content=folder, missing=missing)


def desk(settings: str, content: Path) -> str:
    from plugins.desk.page import page  # noqa: PLC0415

    return page(settings, content)


async def ask(name: str, settings: str, content: Path) -> tuple[bool, str]:
    """What another process says of one of the pages; whether that went well."""
    command = [sys.executable, "-m", __name__, name, settings, str(content)]
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


def main(name: str, settings: str, content: str) -> int:
    from plugins.build.report.outcome import Outcome, outcome_of  # noqa: PLC0415

    texts: list[str] = []

    def make() -> Outcome:
        texts.append(PAGES[name](settings, Path(content)))
        return Outcome()

    outcome = outcome_of(make)
    sys.stdout.write("".join(texts) if outcome.code == 0 else outcome.text)
    return outcome.code


PAGES = {"editor": editor, "desk": desk}

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
