"""Newsletter: a plain sign-up form for the provider that practice.yaml names.

Reads   newsletter in content/practice.yaml
Gives   newsletter: the form, to every template; None without a provider. The security policy
        lets forms, and scripts where they may, reach that provider and no other
Stops   the build when the provider sends subscribers to a thank-you page that is missing
Source  the providers' own documentation of their form addresses; see forms.py
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from plugins.core.feature import Feature
from plugins.core.model.csp import Grant
from plugins.core.model.site import Site, once_per_site
from plugins.core.problems import Problem
from plugins.core.reading.source_files import display_path
from plugins.newsletter.forms import THANK_YOU, form


def granted(site: Site) -> tuple[Site, tuple[Problem, ...]]:
    """The site, which may talk to its provider."""
    made = form(site.practice.newsletter) if site.practice.newsletter else None
    parts = urlsplit(made.action if made else "")
    if not made or not parts.netloc:
        return site, ()
    origin = f"{parts.scheme}://{parts.netloc}"
    wanted = ["form-action", "connect-src"] if made.inline else ["form-action"]
    grants = tuple(Grant(directive, origin) for directive in wanted)
    return replace(site, grants=site.grants + grants), ()


@once_per_site
def values(site: Site) -> dict[str, Any]:
    provider = site.practice.newsletter
    return {"newsletter": form(provider) if provider else None}


def site_problems(site: Site) -> Iterator[Problem]:
    provider = site.practice.newsletter
    if provider and form(provider).action == THANK_YOU and not site.get("pages", ["thank-you"]):
        yield Problem(
            display_path(site.content / "pages" / "thank-you.md"),
            found="no such file",
            needed="this page: it tells subscribers that their address has arrived",
            fix="write the file, with title and summary between --- lines",
        )


FEATURE = Feature(
    "newsletter",
    extend_site=granted,
    site_problems=site_problems,
    page_values=lambda site, _page: values(site),
)
