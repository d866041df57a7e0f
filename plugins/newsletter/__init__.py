"""Newsletter: a plain sign-up form for the provider that practice.yaml names.

Reads   newsletter in content/practice.yaml
Gives   newsletter: the form, to every template; None without a provider. The security policy
        lets forms, and scripts where they may, reach that provider and no other
Stops   the build when the provider sends subscribers to a thank-you page that is missing
Source  the providers' own documentation of their form addresses; see forms.py, and
        plugins/core/model/forms.py
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from plugins.core.feature import Feature
from plugins.core.model.forms import form_grants, form_of, missing_thanks
from plugins.core.model.site import Site, once_per_site
from plugins.core.problems import Problem
from plugins.newsletter import forms as _services  # noqa: F401  (adds to form())


def granted(site: Site) -> tuple[Site, tuple[Problem, ...]]:
    """The site, which may talk to its provider."""
    return replace(site, grants=site.grants + form_grants(site.practice.newsletter)), ()


@once_per_site
def values(site: Site) -> dict[str, Any]:
    return {"newsletter": form_of(site, site.practice.newsletter)}


def site_problems(site: Site) -> Iterator[Problem]:
    tells = "subscribers that their address has arrived"
    yield from missing_thanks(site, site.practice.newsletter, tells)


FEATURE = Feature(
    "newsletter",
    extend_site=granted,
    site_problems=site_problems,
    page_values=lambda site, _page: values(site),
)
