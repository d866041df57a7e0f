"""The form of each service that sends newsletters.

Gives   form() of plugins.core.model.forms, for these services too
Source  the providers' own embed forms. Buttondown asks not to be called by scripts, Mailchimp
        and Kit answer scripts of other sites with nothing to read: these forms are always
        sent by the browser itself, and the provider's own page answers
"""

from __future__ import annotations

from urllib.parse import urlencode

from plugins.core.model.forms import Form, form
from plugins.core.schema.forms import Buttondown, Custom, Kit, Mailchimp


@form.register
def _(facts: Buttondown) -> Form:
    action = f"https://buttondown.com/api/emails/embed-subscribe/{facts.username}"
    return Form(facts, action, "website", hidden=(("embed", "1"),))


@form.register
def _(facts: Mailchimp) -> Form:
    parts = {"u": facts.u, "id": facts.id} | ({"f_id": facts.f_id} if facts.f_id else {})
    host = f"{facts.account}.{facts.server}.list-manage.com"
    action = f"https://{host}/subscribe/post?{urlencode(parts)}"
    return Form(facts, action, f"b_{facts.u}_{facts.id}", "EMAIL")


@form.register
def _(facts: Kit) -> Form:
    action = f"https://app.kit.com/forms/{facts.form}/subscriptions"
    return Form(facts, action, "website", "email_address")


@form.register
def _(facts: Custom) -> Form:
    inline = facts.answers == "json"
    return Form(facts, facts.action, facts.honeypot, facts.email_field, inline=inline)
