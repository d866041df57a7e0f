"""vCard: the practice as an entry of an address book.

Gives   vcard(): the text of the file, in the version that every telephone reads
Units   degrees of WGS 84; lines end and fold as the standard demands
Source  RFC 2426; the icalendar library escapes and folds, which RFC 5545 took over from there.
        X-ABSHOWAS is Apple's: it lists a company by its name
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from icalendar import Parameters, vAdr, vGeo, vN, vOrg, vText, vUri
from icalendar.parser import Contentline, Contentlines

from plugins.core.i18n.locale import Locale
from plugins.core.model.site import Site
from plugins.core.schema.places import Address
from plugins.exports.hours_text import hours_text

Value = vText | vUri | vAdr | vN | vOrg | vGeo
WORK, ZONE, MAIL = {"type": "WORK"}, {"value": "text"}, {"type": "INTERNET"}
FAX = {"type": ["WORK", "FAX"]}


def vcard(site: Site) -> str:
    parts = (
        Contentline.from_parts(name, Parameters(more), value) for name, value, more in known(site)
    )
    return str(Contentlines(parts).to_ical().decode())  # type: ignore[no-untyped-call]


def known(site: Site) -> Iterator[tuple[str, Value, dict[str, Any]]]:
    """Each line: its name, its value, its parameters."""
    facts, name = site.practice, site.practice.name
    yield "BEGIN", vText("VCARD"), {}
    yield "VERSION", vText("3.0"), {}
    yield "N", vN(("", "", "", "", "")), {}  # demanded; nobody's own name is known
    yield "FN", vText(name), {}
    yield "ORG", vOrg((name,)), {}
    yield "X-ABSHOWAS", vText("COMPANY"), {}
    yield "TEL", vText(facts.telephone.dialed), WORK
    if facts.fax:
        yield "TEL", vText(facts.fax.dialed), FAX
    if facts.email:
        yield "EMAIL", vText(facts.email), MAIL
    yield "URL", vUri(f"{site.url}/"), {}
    if facts.address:
        yield "ADR", address(facts.address, site.words.locale), WORK
    if facts.geo:
        yield "GEO", vGeo((facts.geo.latitude, facts.geo.longitude)), {}
    yield "TZ", vText(facts.time_zone.key), ZONE
    if hours := ["\n".join((heading, *rows)) for heading, rows in hours_text(site)]:
        yield "NOTE", vText("\n\n".join(hours)), {}  # vCard has no field for them
    yield "END", vText("VCARD"), {}


def address(known: Address, locale: Locale) -> vAdr:
    """Without a post office box and an extended address, which come first. The country has its
    name where pages say it, see Locale.address()."""
    street = ("", "", known.street)
    named = len(locale.address(known)) > len(known.lines)
    country = locale.country_name(known.country) if named else known.country
    rest = (known.city, known.region or "", known.postal_code or "", country)
    return vAdr((*street, *rest))
