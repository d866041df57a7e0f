"""Forms: which service collects what visitors type, and what it calls its parts.

Gives   ContactForm and NewsletterForm: parts of content/practice.yaml. Both know the services that
        take any form; the newsletter knows some that send letters, too
"""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal

from pydantic import Field, PlainValidator

from plugins.core.schema.fields import FormLink, Text
from plugins.core.schema.model import ContentModel, field_error


def key(text: object) -> str:
    """A user name, or the identifier in a provider's form address."""
    if isinstance(text, str) and re.fullmatch(r"[A-Za-z0-9._-]+", text.strip()):
        return text.strip()
    raise field_error(
        "the letters and digits of the form's own address", "copy it from the provider"
    )


Key = Annotated[str, PlainValidator(key)]


class PostedForm(ContentModel):
    """What every form shares.

    subject  of the e-mail that the practice gets
    thanks   the page of ours that answers, where the provider has none
    """

    subject: ClassVar[str] = "Please call back"
    thanks: ClassVar[str] = "/message-sent/"

    heading: Text | None = None
    invitation: Text | None = None
    """The words above the form."""


class FormspreeForm(PostedForm):
    provider: Literal["formspree"]
    form: Key


class NetlifyForm(PostedForm):
    """A form that the host itself collects, under this name."""

    provider: Literal["netlify"]
    form: Key = "contact"


class CustomForm(PostedForm):
    """Any address that takes a POST. `answers: json` when a script may read its answer."""

    provider: Literal["custom"]
    action: FormLink
    """The address that the form sends to."""
    honeypot: Key = "website"
    """The hidden field that catches robots; website unless it differs."""
    answers: Literal["page", "json"] = "page"
    """json if a script may read the answer."""


class Newsletter(PostedForm):
    """What every newsletter shares. `confirm`: subscribers confirm by e-mail first."""

    subject: ClassVar[str] = "Newsletter"
    thanks: ClassVar[str] = "/thank-you/"

    confirm: bool = True
    """No when subscribers need not confirm by e-mail."""


class Buttondown(Newsletter):
    provider: Literal["buttondown"]
    username: Key


class Mailchimp(Newsletter):
    """The parts of https://{account}.{server}.list-manage.com/subscribe/post?u={u}&id={id}."""

    provider: Literal["mailchimp"]
    account: Key
    server: Key
    u: Key
    id: Key
    f_id: Key | None = None


class Kit(Newsletter):
    provider: Literal["kit"]
    form: Key


class Formspree(Newsletter, FormspreeForm):
    pass


class Netlify(Newsletter, NetlifyForm):
    form: Key = "newsletter"


class Custom(Newsletter, CustomForm):
    email_field: Key = "email"
    """What the provider calls the e-mail address; email unless it differs."""


ContactForm = Annotated[FormspreeForm | NetlifyForm | CustomForm, Field(discriminator="provider")]
NewsletterForm = Annotated[
    Buttondown | Mailchimp | Kit | Formspree | Netlify | Custom, Field(discriminator="provider")
]
