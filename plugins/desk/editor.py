"""Fetch the editor in the browser, or write the forms for Pages CMS.

Reads   npm, or the Node.js that the Makefile has installed for it
Gives   the editor's packages in .cache/editor/, for the preview and for a site to publish; with
        --for pages-cms the file .pages.yml instead, which pagescms.org reads
Stops   with 2 and a sentence when the packages cannot be had, or are not those that were tested
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from plugins.desk.console import say
from plugins.desk.project import arguments as project_arguments
from plugins.desk.project import languages_of, load_project

READY = "The editor is here. Type: make devserver, then open http://127.0.0.1:{port}/admin/"
WRITTEN = "Wrote {name}, with the fields of every kind of content, for pagescms.org."


def arguments(parser: ArgumentParser) -> None:
    project_arguments(parser)
    parser.add_argument("--port", default="8000")
    parser.add_argument("--for", dest="program", choices=["", "pages-cms"], default="")


def run(options: Namespace) -> int:
    if options.program:
        return write(options.settings, Path(options.content))
    from plugins.editor.packages import FetchError, fetch  # noqa: PLC0415

    try:
        fetch()
    except FetchError as error:
        say(f"The editor was left out: {error}")
        return 2
    say(READY.format(port=options.port))
    return 0


def write(settings: str, content: Path) -> int:
    """Write the file of Pages CMS; the exit code."""
    from plugins.editor.form import forms  # noqa: PLC0415
    from plugins.editor.pages_cms import NAME, configuration  # noqa: PLC0415

    kinds = [kind for one in load_project(settings, content).features for kind in one.kinds]
    text = configuration(forms(kinds), os.path.relpath(content), languages_of(content)[1:])
    Path(NAME).write_text(text, encoding="utf-8")
    say(WRITTEN.format(name=NAME))
    return 0
