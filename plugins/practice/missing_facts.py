"""Missing facts: those that nobody has filled in, as notes for `make check`.

Gives   one note for each optional fact of practice.yaml that is not known, with what to write;
        a fact that is written there is known, also when it says "no"
Source  Google: LocalBusiness (required: name, address; recommended: the others that say so)
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core.model.price_range import price_range
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from plugins.core.reading.source_files import display_path

# key: (what visitors would see, what to write), in the order in which visitors miss them.
WANTED = {
    "hours": (
        "the opening hours, which Google asks for too",
        'write "hours:" and below it a line for each day, like monday: "09:00-18:00"',
    ),
    "address": (
        "the address, on the contact page and under every page; "
        "without it Google shows no details of the practice beside its results",
        'write "address:" and below it street, city, region, postal_code',
    ),
    "booking": ("a link to book online", 'write "booking:" and below it label and url'),
    "price_range": ("a price range, which Google asks for too", 'write "price_range: ..."'),
    "cancellation": (
        "what to do if they cannot come",
        'write "cancellation:" and below it hours, fee or words',
    ),
    "payment": ("how they may pay", 'write "payment:" and a list'),
    "insurance": (
        "which insurers pay, or that none does",
        'write "insurance:" and below it accepted, superbill, hsa_fsa or words',
    ),
    "email": ("an e-mail address", 'write "email: ..."'),
    "text_messages": (
        "that the practice reads text messages",
        'write "text_messages: yes", or another number',
    ),
    "parking": ("where to park", 'write "parking: ..."'),
    "access": (
        "whether there are steps, an elevator and a restroom",
        'write "access:" and below it steps, lift, restroom; "none" is an answer, too',
    ),
    "transit": ("which bus or train stops nearby", 'write "transit: ..."'),
    "directions": ("how to find the door", 'write "directions: ..."'),
    "arrival": ("what to do on arrival", 'write "arrival: ..."'),
    "intake": ("the form to fill in before a first visit", 'write "intake: ..." and its address'),
    "licences": ("the licences of the therapists", 'write "licences:" and a list'),
    "late": ("what happens when they come late", 'write "late: ..."'),
    "minors": ("what you need before you treat a minor", 'write "minors: ..."'),
    "gift": ("where to buy a gift certificate", 'write "gift:" and below it link'),
    "geo": (
        "the place on a map, which Google asks for too",
        'write "geo:" and below it latitude and longitude',
    ),
    "service_area": ("the places that clients come from", 'write "service_area:" and a list'),
    "contact_form": (
        "a form to ask for a call back, for those who cannot call now",
        'write "contact_form:" and below it provider',
    ),
    "newsletter": ("a newsletter sign-up", 'write "newsletter:" and below it provider'),
    "social": ("social accounts", 'write "social:" and below it lines like instagram: https://...'),
    "fax": ("a fax number", 'write "fax: ..."'),
    "tagline": ("a line below the name", 'write "tagline: ..."'),
}


def missing_facts(site: Site) -> Iterator[Problem]:
    path = display_path(site.content / "practice.yaml")
    known = {*site.practice.model_fields_set, *(["price_range"] if price_range(site) else [])}
    for key, (what, fix) in WANTED.items():
        if key not in known:
            yield Problem(path, 0, key, "", f"for visitors: {what}", fix, level="note")
