"""The form of each newsletter provider.

Gives   Form: where it goes, the name of its fields, whether a script may send it
Source  the providers' own embed forms. Buttondown asks not to be called by scripts, Mailchimp
        and Kit answer scripts of other sites with nothing to read: these forms are always
        sent by the browser itself, and the provider's own page answers
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from urllib.parse import urlencode

from plugins.core.schema.practice import (
    Buttondown,
    Custom,
    Formspree,
    Kit,
    Mailchimp,
    Netlify,
    Newsletter,
)

THANK_YOU = "/thank-you/"


@dataclass(frozen=True)
class Form:
    """A sign-up form.

    hidden    fields that the provider expects beside the address
    honeypot  a field that people do not see; who fills it in is a robot
    inline    a script may send the form and read the answer
    host      the form is collected by the host of the site (Netlify)
    """

    facts: Newsletter
    action: str
    field: str
    honeypot: str
    hidden: tuple[tuple[str, str], ...] = ()
    inline: bool = False
    host: bool = False


@singledispatch
def form(provider: Newsletter) -> Form:
    """The form of a provider. Raises TypeError for one that is not known."""
    raise TypeError(provider)


@form.register
def _(provider: Buttondown) -> Form:
    action = f"https://buttondown.com/api/emails/embed-subscribe/{provider.username}"
    return Form(provider, action, "email", "website", (("embed", "1"),))


@form.register
def _(provider: Mailchimp) -> Form:
    parts = {"u": provider.u, "id": provider.id} | (
        {"f_id": provider.f_id} if provider.f_id else {}
    )
    host = f"{provider.account}.{provider.server}.list-manage.com"
    action = f"https://{host}/subscribe/post?{urlencode(parts)}"
    return Form(provider, action, "EMAIL", f"b_{provider.u}_{provider.id}")


@form.register
def _(provider: Kit) -> Form:
    action = f"https://app.kit.com/forms/{provider.form}/subscriptions"
    return Form(provider, action, "email_address", "website")


@form.register
def _(provider: Formspree) -> Form:
    action = f"https://formspree.io/f/{provider.form}"
    hidden = (("_subject", "Newsletter"),)
    return Form(provider, action, "email", "_gotcha", hidden, inline=True)


@form.register
def _(provider: Netlify) -> Form:
    hidden = (("form-name", provider.form),)
    return Form(provider, THANK_YOU, "email", "bot-field", hidden, inline=True, host=True)


@form.register
def _(provider: Custom) -> Form:
    inline = provider.answers == "json"
    return Form(provider, provider.action, provider.email_field, provider.honeypot, inline=inline)
