"""Contact form: who cannot call now asks to be called back.

Reads   contact_form in content/practice.yaml; the titles of the modalities
Gives   contact_form to every template: the form, and the modalities to choose from; None without a
        provider. The security policy lets the contact page send it to that provider and no other
Stops   the build when the provider sends visitors to a page that is missing
Why     it asks for nothing about health, and has no field in which to write freely: a form and the
        e-mail that it becomes are no place for that (HIPAA, 45 CFR 164.312; GDPR, article 9)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from plugins.core.feature import Feature
from plugins.core.model.forms import Form, form_grants, form_of, missing_thanks
from plugins.core.model.site import Site, once_per_site
from plugins.core.problems import Problem

PAGE = "/contact/"


@dataclass(frozen=True)
class ContactForm:
    """The form, and the modalities that it offers."""

    form: Form
    modalities: tuple[str, ...]


def granted(site: Site) -> tuple[Site, tuple[Problem, ...]]:
    """The site, whose contact page may talk to its provider."""
    grants = form_grants(site.practice.contact_form, site.policy_folder(PAGE))
    return replace(site, grants=site.grants + grants), ()


@once_per_site
def values(site: Site) -> dict[str, Any]:
    form = form_of(site, site.practice.contact_form)
    titles = tuple(document.title for document in site.all("modalities"))
    return {"contact_form": ContactForm(form, titles) if form else None}


def site_problems(site: Site) -> Iterator[Problem]:
    tells = "visitors that their request has arrived"
    yield from missing_thanks(site, site.practice.contact_form, tells)


FEATURE = Feature(
    "contact_form",
    extend_site=granted,
    site_problems=site_problems,
    page_values=lambda site, _page: values(site),
)
