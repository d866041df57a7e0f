"""Ask six things, and write the content of a new practice, which builds at once.

Reads   NAME, TOWN, TELEPHONE, LANGUAGE, TRADE, COLOR from the environment; asks at the terminal
        for what is missing or invalid; REPOSITORY, the folder of a repository to write
Gives   a folder of content: practice.yaml, and starters/ of the trade; in a repository also what
        publishes it on GitHub with the code of this one; exit code 0, or 2 and what to type;
        at a terminal then the preview of the new site, in place of this process
Stops   at a folder that is there already, and at answers that the checks of a site to publish
        refuse: then nothing is written

questions  asks the six things      places    the time zone, country and language of a town
starters   texts to begin with       facts     practice.yaml from the answers
repository what GitHub needs
"""

from __future__ import annotations

import os
import shlex
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from plugins.build.pipeline import read_model
from plugins.core.problems import ContentError, listed, report
from plugins.core.reading.source_files import display_path, slug_of
from plugins.desk.console import say, wants
from plugins.desk.new_practice.facts import LANGUAGES, Facts
from plugins.desk.new_practice.questions import PracticeForm
from plugins.desk.new_practice.repository import UNKNOWN, Version, version
from plugins.desk.new_practice.repository import files as repository_files
from plugins.desk.new_practice.starters import files, untranslated
from plugins.desk.project import load_project
from plugins.desk.questions import answers, at_terminal

CONTENT = "content"
TAKEN = """\
{path} is there already, and stays as it is.
Choose another folder: make new-practice CONTENT=my-practice"""
DONE = """\
Wrote {path}: {count} files, and no problems.
To see the site at any time, type: make devserver CONTENT={typed}
Pages with "starter: yes" are suggestions, and the live site leaves them out. Read each, make it
yours, delete that line. content/README.md explains all the rest."""
DONE_REPOSITORY = """\
Wrote {path}: {count} files, and no problems.
To see the site at any time, type: make devserver CONTENT={typed}/content
To publish it, put the folder on GitHub: {path}/README.md says how. Staff need nothing else."""


def arguments(command: ArgumentParser) -> None:
    command.add_argument("--content", default="", help="the new folder (default: from the name)")
    command.add_argument("--settings", default="pelicanconf.py", help="the settings file")


def run(options: Namespace) -> int:
    repository = os.environ.get("REPOSITORY", "")
    asked = repository or options.content
    code = version() if repository else None
    if words := refusal(asked, repository, code):
        say(words)
        return 2
    form = PracticeForm()
    given = answers(form)
    if not given:
        return 2
    if wrong := [
        f"{name}\n{fault}"
        for key, (name, _) in form.questions.items()
        if given[key] and (fault := form.faults(given, key))
    ]:
        say("\n\n".join(wrong))
        return 2
    facts = Facts.of(given)
    folder = Path(asked or slug_of(facts.name) or "practice")
    if os.path.lexists(folder):
        say(TAKEN.format(path=display_path(folder)))
        return 2
    try:
        if code:
            zone = ZoneInfo(facts.place.zone)
            beside = dict(repository_files(folder, facts.name, zone, code))
            count = write(folder, files(facts), options.settings, CONTENT, beside)
        else:
            count = write(folder, files(facts), options.settings)
    except ContentError as error:
        say(report(error.problems))
        return 2
    path = display_path(folder)
    done = DONE_REPOSITORY if code else DONE
    say(done.format(path=path, count=count, typed=shlex.quote(path)))
    if english := untranslated(facts):
        language = LANGUAGES[facts.language]
        say(f"Still in English, for you to write in {language}: {listed(english, 'and')}.")
    if at_terminal() and sys.stdout.isatty() and not wants(os.environ, "CI"):
        preview(folder / CONTENT if code else folder, options.settings)
    return 0


def preview(content: Path, settings: str) -> None:
    """Show the site, in this terminal and in the browser; it does not come back."""
    words = ["devserver", "--content", str(content), "--settings", settings, "--open"]
    command = [sys.executable, "-m", "plugins.desk", *words]
    os.execve(sys.executable, command, os.environ | {"CONTENT": str(content)})  # noqa: S606


def refusal(asked: str, repository: str, code: Version | None) -> str:
    """Why nothing can be written, before anything is asked; "" when it can."""
    if asked and os.path.lexists(asked):
        other = TAKEN.replace("CONTENT=my-practice", "REPOSITORY=my-site")
        return (other if repository else TAKEN).format(path=display_path(Path(asked)))
    return UNKNOWN if repository and not code else ""


def write(
    folder: Path,
    texts: Mapping[str, str],
    settings: str,
    below: str = ".",
    beside: Mapping[str, str] = MappingProxyType({}),
) -> int:
    """Write the files into a new folder, if they make a site that can be published; how many.
    Raises ContentError.

    below   where in the folder the content is
    beside  other files of the folder
    """
    every = {**{f"{below}/{name}": text for name, text in texts.items()}, **beside}
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-practice-", dir=folder.parent) as stage:
        draft = Path(stage) / folder.name
        for name, text in every.items():
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        try:
            project = load_project(settings, draft / below).build_settings()
            read_model(replace(project, preview=False, at=""))
        except ContentError as error:
            here, there = display_path(draft), display_path(folder)
            moved = [
                replace(one, path=one.path.replace(here, there))
                for one in error.problems
                if one.level == "error"
            ]
            raise ContentError(moved) from None
        draft.rename(folder)
    return len(every)
