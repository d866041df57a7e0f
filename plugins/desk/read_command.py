"""Looking: commands that read the content, as a build does, and say something about it.

Gives   arguments(): those of such a command; look(): its run; LINES, which folds sentences
Stops   with 2 and the problems of the content when it cannot be read
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from textwrap import TextWrapper

from plugins.build.report.outcome import Result, told
from plugins.core.model.site import Site
from plugins.desk.console import say
from plugins.desk.project import project

# File names stay whole: they are to be copied.
LINES = TextWrapper(80, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--content", default="content", metavar="FOLDER")
    parser.add_argument("--settings", default="pelicanconf.py", metavar="FILE")


def look(options: Namespace, told_of: Callable[[Site], str]) -> int:
    """Say what there is to say of the site; the exit code."""
    texts = []

    def make() -> Result:
        site = project(options.settings, Path(options.content)).read()[0]
        texts.append(told_of(site))
        return Result(0)

    outcome = told(make)
    say("\n".join([outcome.text, *texts]).strip("\n"))
    return outcome.code
