"""Ownership: whose the built folder is, and whose the folder at the host.

Reads   what the build says of its folder; the record at the host; TAKE_OVER and YES
Gives   label_of(): what the folder was built for; check_ownership(): whether a plan may be carried
        out, after asking where it replaces what is not ours
Stops   ContentError: a folder for another host or address, or to look at; a site of somebody else
        at the host, files that no upload put there, and links, without TAKE_OVER=1
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from plugins.core.model.build_label import BuildLabel, read_label
from plugins.core.problems import ContentError, Problem, quoted
from plugins.core.reading.source_files import display_path
from plugins.desk.console import ask
from plugins.desk.deploy.options import Options
from plugins.desk.deploy.plan import NOBODY, Plan
from plugins.desk.deploy.report import dry_run_text, replaced

HOME = "index.html"
BUILD_IT = "leave --built away, or build it with make publish HOST={host} SITEURL={url}"
TAKE_OVER = "correct TO; or add TAKE_OVER=1, which shows what changes there, and asks"


def label_of(output: Path, wish: Options, host: str) -> BuildLabel:
    """Raises ContentError, unless the folder is what make publish builds for this host and this
    address."""
    label = read_label(output)
    if not (output / HOME).is_file():
        # It would remove every page at the host.
        found, needed = f"no {HOME}", "a site with a home page"
    elif not label:
        found, needed = "a folder that does not say what it was built for", "a site that does"
    elif label.preview:
        found, needed = "a preview, to look at", "a site that was built to be published"
    elif label.host != host:
        found = f"a site for HOST={label.host}"
        needed = f"one for HOST={host}: each host needs files of its own"
    elif label.url != wish.url:
        found, needed = f"a site for {label.url or 'no address'}", f"one for {wish.url}"
    else:
        return label
    fix = BUILD_IT.format(host=host, url=wish.url)
    raise ContentError([Problem(f"{display_path(output)}/", 0, "", found, needed, fix)])


def check_ownership(plan: Plan, to: str, wish: Options, tell: Callable[[str], None]) -> None:
    """Raises ContentError for what is not ours, unless it may be taken over."""
    problems = list(not_ours(plan, to))
    if not problems or (wish.take_over and wish.dry):
        return
    if plan.strange and not wish.dry:
        tell(replaced(plan, to))
    if not wish.take_over:
        raise ContentError(problems)
    tell("\n".join([*(problem.found for problem in problems), dry_run_text(plan, to, last="")]))
    if not wish.agreed and not confirmed():
        raise ContentError([not_confirmed(to)])


def not_ours(plan: Plan, to: str) -> Iterator[Problem]:
    place = f"TO={to}" if to else "TO"
    if plan.was not in (NOBODY, plan.owner):
        found = f"another site, {plan.was}"
        needed = f"the folder of this one, {plan.owner}"
        yield Problem(place, 0, "", found, needed, TAKE_OVER)
    elif plan.was == NOBODY and plan.known:
        found = "a record of uploads that does not say whose they were"
        needed = f"the folder of this site, {plan.owner}"
        yield Problem(place, 0, "", found, needed, TAKE_OVER)
    if plan.strange:
        count = len(plan.strange)
        named = f"{count} things that" if count > 1 else f"{quoted(plan.strange[0])}, which"
        found = f"{named} no upload of this site put there, and that it would replace"
        yield Problem(place, 0, "", found, "a folder of its own", TAKE_OVER)


def confirmed() -> bool:
    return sys.stdin.isatty() and ask("\nReplace all this? Type y for yes.").lower() in ("y", "yes")


def not_confirmed(to: str) -> Problem:
    found, needed = "no answer", "your word that what is listed above may be replaced"
    return Problem(f"TO={to}", 0, "", found, needed, "type y when asked; or add YES=1")
