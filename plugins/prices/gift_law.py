"""Gift law: how long gift certificates must be good for.

Gives   expiring_soon(): a warning for certificates that expire sooner than the practice's country
        or state allows; laws have exceptions, so it stops nothing
Source  plugins.core.law
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core.law import NEVER, rule
from plugins.core.model.site import Site
from plugins.core.problems import Problem, quoted


def expiring_soon(site: Site) -> Iterator[Problem]:
    gift, law = site.practice.gift, rule("gift", *site.practice.law)
    if not gift or not isinstance(gift.expires, int) or not law or law.years is None:
        return
    if law.years == NEVER:
        needed = f"no end: as a rule, {law.source} lets no gift certificate expire"
        write = 'write "expires: never"'
    elif gift.expires < law.years:
        needed = f"{law.years} years or more: as a rule, {law.source} lets gift certificates expire"
        needed, write = f"{needed} no sooner", f'write "expires: {law.years}" or "expires: never"'
    else:
        return
    found = quoted(site.practice_fields.values["gift"]["expires"])
    fix = f"{write}, or ask a lawyer about the exceptions"
    yield site.practice_problem(("gift", "expires"), found, needed, fix, level="warning")
