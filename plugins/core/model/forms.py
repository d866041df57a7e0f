"""Forms: what a page needs to send one, for each provider.

Gives   Form: where it goes, the name of its fields, whether a script may send it; form(), which
        features extend by providers of their own; form_of(): that of a site; form_grants(): what
        the security policy must let through; missing_thanks(): a problem when nothing answers
Source  the providers' own documentation of their form addresses
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import singledispatch
from urllib.parse import urlsplit

from plugins.core.model.csp import Grant
from plugins.core.model.site import Site
from plugins.core.problems import Problem
from plugins.core.reading.source_files import display_path
from plugins.core.schema.forms import CustomForm, FormspreeForm, NetlifyForm, PostedForm


@dataclass(frozen=True)
class Form:
    """A form that a provider collects.

    facts     what practice.yaml says of it
    honeypot  a field that people do not see; who fills it in is a robot
    field     what the provider calls an e-mail address
    hidden    fields that the provider expects beside those that people fill in
    inline    a script may send the form and read the answer
    host      the form is collected by the host of the site (Netlify)
    """

    facts: PostedForm
    action: str
    honeypot: str
    field: str = "email"
    hidden: tuple[tuple[str, str], ...] = ()
    inline: bool = False
    host: bool = False


@singledispatch
def form(facts: PostedForm) -> Form:
    """The form of a provider. Raises TypeError for one that is not known."""
    raise TypeError(facts)


@form.register
def _(facts: FormspreeForm) -> Form:
    action = f"https://formspree.io/f/{facts.form}"
    return Form(facts, action, "_gotcha", hidden=(("_subject", facts.subject),), inline=True)


@form.register
def _(facts: NetlifyForm) -> Form:
    hidden = (("form-name", facts.form),)
    return Form(facts, facts.thanks, "bot-field", hidden=hidden, inline=True, host=True)


@form.register
def _(facts: CustomForm) -> Form:
    return Form(facts, facts.action, facts.honeypot, inline=facts.answers == "json")


def form_of(site: Site, facts: PostedForm | None) -> Form | None:
    """The form of a site: a page of ours that answers is the one in its language."""
    if not facts:
        return None
    sent = form(facts)
    return replace(sent, action=site.at(sent.action)) if sent.action == facts.thanks else sent


def form_grants(facts: PostedForm | None, folder: str = "") -> tuple[Grant, ...]:
    """Pages below the folder may send the form to its provider."""
    sent = form(facts) if facts else None
    parts = urlsplit(sent.action if sent else "")
    if not sent or not parts.netloc:
        return ()
    origin = f"{parts.scheme}://{parts.netloc}"
    directives = ["form-action", "connect-src"] if sent.inline else ["form-action"]
    return tuple(Grant(directive, origin, folder) for directive in directives)


def missing_thanks(site: Site, facts: PostedForm | None, tells: str) -> Iterator[Problem]:
    """A problem when the form leads to a page that nobody has written. tells: what it has to say"""
    slug = facts.thanks.strip("/") if facts else ""
    if facts and form(facts).action == facts.thanks and not site.get("pages", [slug]):
        yield Problem(
            display_path(site.content / "pages" / f"{slug}.md"),
            found="no such file",
            needed=f"this page: it tells {tells}",
            fix="write the file, with title and summary between --- lines",
        )
