"""The practice: every business fact, once.

Reads   content/practice.yaml
Gives   Practice (frozen); what is not known is None or empty, and shows nowhere
Needs   name, telephone and time_zone; everything else is optional
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, PlainValidator, ValidationInfo

from plugins.core.i18n.locale import Locale, home_country
from plugins.core.problems import listed
from plugins.core.schema.fields import (
    Color,
    Currency,
    Email,
    Link,
    Many,
    ManyNames,
    Name,
    Paragraph,
    Phone,
    Slug,
    Telephone,
    Text,
    TimeZone,
    WebLink,
    telephone,
)
from plugins.core.schema.forms import ContactForm, NewsletterForm
from plugins.core.schema.home import Home
from plugins.core.schema.hours import Hours, SpecialDays
from plugins.core.schema.model import ContentModel, field_error
from plugins.core.schema.money import locale_of
from plugins.core.schema.places import Access, Address, Geo, Location
from plugins.core.schema.policies import Cancellation, Gift, Insurance, Package
from plugins.core.schema.stated_facts import StatedFacts

Network = Literal[
    "pinterest", "email", "facebook", "whatsapp", "sms", "x", "bluesky", "threads", "linkedin"
]
# The theme's own comes first; plugins/core/design/font.py has the cuts.
Typeface = Literal["fraunces", "garamond", "grotesque", "slab"]
# The theme's own comes first; plugins/core/design/paper_tones.py has the others.
Paper = Literal["cream", "white", "sand", "blush", "sage", "mist"]
Corners = Literal["square", "soft", "round"]
Account = Literal[
    "facebook", "instagram", "pinterest", "x", "bluesky", "threads", "linkedin", "youtube", "tiktok"
]


class Booking(ContentModel):
    """Where visitors book on their own."""

    label: Text | None = None
    """The words on the button."""
    url: WebLink
    """Like https://booking.example.com/your-practice."""


class Brand(ContentModel):
    """What the look takes from the practice."""

    color: Color | None = None
    """For links, buttons and icons. One that is too light to read is shifted."""
    typeface: Typeface | None = None
    """That of the headings, and the one of the text that suits it; fraunces unless you choose."""
    paper: Paper | None = None
    """The tone of the paper and of the ink on it, in dark mode too; cream unless you choose."""
    corners: Corners | None = None
    """Those of buttons, fields and pictures; square unless you choose."""

    logo: Slug | None = None
    """A file in drawings/, without .svg, that stands in place of the name on top of every page."""
    icon: Slug | None = None
    """A file in drawings/, without .svg, for tabs and home screens, or trigger-point, the theme's.
    The logo unless you choose; without one, or when it is wide, the first letter of the name."""

    @property
    def face(self) -> str:
        """The typeface of headings, pictures and cards."""
        return self.typeface or "fraunces"

    @property
    def inks(self) -> tuple[str, str]:
        """The color and the paper; empty for the theme's own."""
        return self.color or "", self.paper or ""


class OwnWord(ContentModel):
    """A text of buttons, headings and the like that the practice says in its own way."""

    word: Text
    """Its name in theme/words, such as voices.heading."""
    text: Text
    """What your site says instead. What is in braces, such as {number}, must stay."""


def text_messages(value: object, info: ValidationInfo) -> Telephone | None:
    """`yes` is the telephone number itself; another number is that number; `no` is none."""
    word = value.strip().lower() if isinstance(value, str) else ""
    if word in ("no", "false"):
        return None
    known = info.data.get("telephone")
    number = known if word in ("yes", "true") else telephone(value, info)
    if number and number.extension:
        needed = "a number without an extension: text messages do not reach one"
        raise field_error(needed, "write the number of the mobile phone, or delete the line")
    return number


# Named outside the class: inside, the field of the same name would stand for the function.
TextNumber = Annotated[Telephone | None, PlainValidator(text_messages)]


def language(value: object, info: ValidationInfo) -> str:
    """A tag of BCP 47; the reader hands over as context for which languages there are words.
    Without one, English as in the country of the practice."""
    if value == "":
        return f"en-{locale_of(info).country}"
    text = value.strip() if isinstance(value, str) else ""
    first, *more = text.replace("_", "-").split("-")
    tag = "-".join([first.lower(), *(part.upper() for part in more)])
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", text):
        write = tag if re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", tag) else ""
        needed = f"a language and a country like en-{locale_of(info).country}"
        raise field_error(needed, "look up its code", write=write)
    known = (info.context or {}).get("languages", ["en"])
    if first not in known:
        needed = f"a language that theme/words has: {listed(known)}"
        raise field_error(needed, "delete the line, or ask a developer to add the language")
    return text


Language = Annotated[str, PlainValidator(language), Field(validate_default=True)]


class Practice(ContentModel):
    """The facts of one practice."""

    name: Name
    """The name of the practice."""
    telephone: Phone
    """The number as people should read it, with ext. 12 if it has an extension."""
    time_zone: TimeZone
    """A zone such as America/Denver. Offers start and end by this clock."""
    language: Language = ""
    """The language of the site, like fr or es-MX; English as in your country unless you change it.
    A developer adds its words first."""
    currency: Currency | None = None
    """The currency of every price; that of your country unless you change it."""
    tagline: Text | None = None
    """What you do, in one line."""
    email: Email | None = None
    """The address that visitors may write to."""
    fax: Phone | None = None
    """A fax number."""
    price_range: Name | None = None
    """What a session costs, from lowest to highest, if no page says it."""
    packages: tuple[Package, ...] = ()
    """Several sessions, or some months, for one price."""
    sliding_scale: Paragraph | None = None
    """Who pays less, and how they ask for it."""
    payment: Annotated[tuple[Text, ...], Many] = ()
    """How clients may pay, such as cash."""
    cancellation: Cancellation | None = None
    """What somebody does who cannot come."""
    late: Paragraph | None = None
    """What happens when somebody comes late."""
    minors: Paragraph | None = None
    """What you need before you treat a minor."""
    insurance: Insurance | None = None
    """What insurers pay for."""
    gift: Gift | None = None
    """Gift certificates."""
    address: Address | None = None
    """Where the practice is. The contact page and printed pages show it."""
    geo: Geo | None = None
    """The exact point on the map, in degrees. West and south are negative."""
    directions: Paragraph | None = None
    """How to find the door."""
    parking: Paragraph | None = None
    """Where to park, and what it costs."""
    transit: Paragraph | None = None
    """Which bus or train stops nearby."""
    access: Access | None = None
    """What matters to those for whom a step is too many."""
    arrival: Paragraph | None = None
    """What to do on arrival."""
    locations: tuple[Location, ...] = ()
    """The places, if there are several."""
    intake: Link | None = None
    """The form that clients fill in before a first visit: its address."""
    hours: Hours | None = None
    """When you are open: 09:00-18:00, several such hours (09:00-12:00, 13:00-17:00), by
    appointment, both, or closed. A day without hours is not known. Hours under a key of several
    days, such as mon-fri, stay in the file and do not show here."""
    special_days: SpecialDays = ()
    """Days that differ from the usual hours."""
    booking: Booking | None = None
    """The page where clients book online."""
    text_messages: TextNumber = None
    """yes when your number takes text messages, or another number."""
    social: dict[Account, WebLink] = Field(default_factory=dict)
    """Your pages on social networks, like https://www.instagram.com/your-account-name."""
    service_area: Annotated[tuple[Name, ...], Many] = ()
    """The towns your clients come from."""
    licences: Annotated[tuple[Name, ...], Many] = ()
    """Licenses, exactly as they were issued."""
    share: Annotated[tuple[Network, ...], ManyNames] = ()
    """The share links under every page, in this order."""
    contact_form: ContactForm | None = None
    """A form that asks you to call back: the service that sends it to you."""
    newsletter: NewsletterForm | None = None
    """The sign-up form: the service that sends your newsletter, and your name there."""
    brand: Brand = Brand()
    """What the look takes from you."""
    home: Home | None = None
    """What the home page shows, and in which order, where that differs from the theme's."""
    body_map: bool = True
    """no when the site has no drawing of the body to point at."""
    words: tuple[OwnWord, ...] = ()
    """Buttons, headings and the like in your own words, such as "What patients say"."""

    @property
    def stated_facts(self) -> StatedFacts:
        """What texts are held against."""
        numbers = (one.e164 for one in (self.telephone, self.text_messages) if one)
        return StatedFacts(
            str(self.telephone),
            tuple(numbers),
            self.country,
            bool(self.licences),
            self.language,
            (self.address.region or "") if self.address else "",
        )

    @property
    def country(self) -> str:
        """ISO 3166: where the practice is, see plugins.core.i18n.locale."""
        countries = (one.country for one in self.addresses)
        return home_country(countries, self.language, self.time_zone.key)

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Of the practice, and of its places."""
        found = (self.address, *(one.address for one in self.locations))
        return tuple(one for one in found if one)

    @property
    def law(self) -> tuple[str, str | None]:
        """Country and region, as plugins.core.law has them."""
        return self.country, next((one.region for one in self.addresses), None)

    @property
    def locale(self) -> Locale:
        """How the site writes money, days and numbers."""
        return Locale(self.language, self.country, self.currency or "")
