"""vCard: the practice as an entry of an address book.

Gives   vcard(): the text of the file, in the version that every telephone reads
Units   degrees of WGS 84; lines end and fold as the standard demands
Source  RFC 2426; the icalendar library escapes and folds, which RFC 5545 took over from there.
        X-ABSHOWAS is Apple's: it lists a company by its name
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from plugins.core.cache.package_versions import version
from plugins.core.cache.store import cached, key
from plugins.core.i18n.locale import Locale
from plugins.core.model.site import Site
from plugins.core.schema.places import Address
from plugins.exports.hours_text import hours_text

# A line: its name, the type of its value in icalendar, the value, its parameters.
Line = tuple[str, str, Any, dict[str, Any]]
WORK, ZONE, MAIL = {"type": "WORK"}, {"value": "text"}, {"type": "INTERNET"}
FAX = {"type": ["WORK", "FAX"]}


def vcard(site: Site) -> str:
    return text([*known(site)])


def text(lines: Sequence[Line]) -> str:
    """Lines in the form of the standard, from .cache/calendars when they were written before."""
    name = key(repr(lines), version("icalendar"), Path(__file__))
    return cached("calendars", f"{name}.vcf", lambda: written(lines)).decode()


def written(lines: Sequence[Line]) -> bytes:
    import icalendar  # noqa: PLC0415  (slow to load, and not needed while .cache is there)
    from icalendar.parser import Contentline, Contentlines  # noqa: PLC0415

    parts = (
        Contentline.from_parts(name, icalendar.Parameters(more), getattr(icalendar, kind)(value))
        for name, kind, value, more in lines
    )
    return bytes(Contentlines(parts).to_ical())  # type: ignore[no-untyped-call]


def known(site: Site) -> Iterator[Line]:
    facts, name = site.practice, site.practice.name
    yield "BEGIN", "vText", "VCARD", {}
    yield "VERSION", "vText", "3.0", {}
    yield "N", "vN", ("", "", "", "", ""), {}  # demanded; nobody's own name is known
    yield "FN", "vText", name, {}
    yield "ORG", "vOrg", (name,), {}
    yield "X-ABSHOWAS", "vText", "COMPANY", {}
    yield "TEL", "vText", facts.telephone.dialed, WORK
    if facts.fax:
        yield "TEL", "vText", facts.fax.dialed, FAX
    if facts.email:
        yield "EMAIL", "vText", facts.email, MAIL
    yield "URL", "vUri", f"{site.url}/", {}
    if facts.address:
        yield "ADR", "vAdr", address(facts.address, site.words.locale), WORK
    if facts.geo:
        yield "GEO", "vGeo", (facts.geo.latitude, facts.geo.longitude), {}
    yield "TZ", "vText", facts.time_zone.key, ZONE
    if hours := ["\n".join((heading, *rows)) for heading, rows in hours_text(site)]:
        yield "NOTE", "vText", "\n\n".join(hours), {}  # vCard has no field for them
    yield "END", "vText", "VCARD", {}


def address(known: Address, locale: Locale) -> tuple[str, ...]:
    """Without a post office box and an extended address, which come first. The country has its
    name where pages say it, see Locale.address()."""
    street = ("", "", known.street)
    named = len(locale.address(known)) > len(known.lines)
    country = locale.country_name(known.country) if named else known.country
    rest = (known.city, known.region or "", known.postal_code or "", country)
    return (*street, *rest)
