"""Gift law: how long gift certificates must be good for.

Gives   expiring_soon(): a warning for certificates that expire sooner than the practice's country
        allows; laws have exceptions, so it stops nothing
Source  USA: 15 U.S.C. 1693l-1(c); Ireland: Consumer Protection (Gift Vouchers) Act 2019
        Australia: Competition and Consumer Act 2010, Schedule 2, section 99B
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core.model.site import Site
from plugins.core.problems import Problem, quoted

# Country: years, the law.
LAWS = {
    "US": (5, "15 U.S.C. 1693l-1"),
    "IE": (5, "the Consumer Protection (Gift Vouchers) Act 2019"),
    "AU": (3, "section 99B of the Australian Consumer Law"),
}


def expiring_soon(site: Site) -> Iterator[Problem]:
    gift = site.practice.gift
    years, law = LAWS.get(site.practice.country, (0, ""))
    if gift and isinstance(gift.expires, int) and gift.expires < years:
        yield site.practice_problem(
            ("gift", "expires"),
            quoted(site.practice_fields.values["gift"]["expires"]),
            f"{years} years or more: as a rule, {law} lets gift certificates expire no sooner",
            f'write "expires: {years}" or "expires: never", or ask a lawyer about the exceptions',
            level="warning",
        )
