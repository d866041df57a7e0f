"""A feature for tests: addresses that moved, of every form that old websites have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plugins.core.feature import Feature
from plugins.core.model.site import Site
from plugins.core.problems import Problem

MOVED = {
    "/about-us": "/privacy/",
    "/blog/2019/05/hello-world": "/contact/",
    "/index.php/foo": "/symptoms/",
    "/old.php": "/modalities/",
    "/contact/old-map": "/contact/",
    "/café": "/",
    "/a+b,c@d=e~f": "/privacy/",
}


def extend_site(site: Site) -> tuple[Site, Iterable[Problem]]:
    return replace(site, redirects={**site.redirects, **MOVED}), ()


FEATURE = Feature("moving", extend_site=extend_site)
