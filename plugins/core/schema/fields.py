"""Fields: the types that content models share.

Gives   annotated types for pydantic; each says in a sentence what is needed
Stops   a field with what is needed and what to write (plugins.core.schema.model.field_error)
Source  E.164 telephone numbers through phonenumbers; RFC 5321 lengths for e-mail
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import phonenumbers
from pydantic import (
    AfterValidator,
    BeforeValidator,
    PlainValidator,
    StringConstraints,
    ValidationInfo,
)
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from plugins.core.dates.moments import Moment, MomentError, between, typed_day, typed_moment
from plugins.core.dates.time_zones import probable_zone, zone_in, zone_named
from plugins.core.i18n.locale import COUNTRY, country_code, currencies
from plugins.core.markdown.urls import LOOPBACK, SCHEME, UrlError, own_path, safe_url, web_url
from plugins.core.problems import listed, quoted
from plugins.core.reading.source_files import SLUG, slug_of
from plugins.core.schema.inputs import Input
from plugins.core.schema.model import ContentModel, field_error, is_content_model
from plugins.core.schema.money import locale_of

LINE_LENGTH = 300
HOURS = r"(?P<hours>[0-9]+(?:\.[0-9]+)?)\s*-?(?:h|hrs?\.?|hours?)"
MINUTES = r"\s*-?(?:m|min|mins|min\.|minutes?)"
LENGTH = re.compile(
    rf"{HOURS}(?:\s*(?:and\s*)?(?P<minutes>[0-9]{{1,2}})(?:{MINUTES})?)?|(?P<alone>[0-9]+){MINUTES}"
)
SEVERAL = re.compile(
    rf"(?:[0-9]+(?:{MINUTES})?\s*(?:[-\u2013/,&]|or|and|to)\s*)+[0-9]+(?:{MINUTES})?", re.IGNORECASE
)
# As people write one, also in letters; words around it would be shown and not dialled.
NUMBER = re.compile(r"[+(]?[0-9][0-9A-Za-z ().,;=#/+\u2010-\u2013-]*")
# Words beside a number that say no more than its key does.
NO_WORDS = re.compile(
    r"(?:call|text|sms|tel|phone|telephone|mobile|cell|office|us|at|on|or|and|:|[\s,.;/])*",
    re.IGNORECASE,
)
AT_WORD = re.compile(r"\s*[(\[{]at[)\]}]\s*", re.IGNORECASE)
DOT_WORD = re.compile(r"\s*[(\[{]dot[)\]}]\s*", re.IGNORECASE)
EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
# Also what stands for the hyphen of an item when it was pasted.
BETWEEN_NAMES = re.compile(r"[,;\n]|\s(?:and|&)\s|(?:^|\s)[*\u2022\u00b7\u2013\u2014-]\s")
COLOR = re.compile(r"#[0-9a-fA-F]{6}")
ADDRESS = re.compile(r"/(?:[a-z0-9-]+/)*")


def one_line(text: str) -> str:
    if "\n" in text.strip():
        raise field_error("one line of text", "join the lines")
    if len(text) > LINE_LENGTH:
        raise field_error(f"at most {LINE_LENGTH} characters", "shorten the text")
    return text


def paragraph(text: str) -> str:
    return " ".join(text.split())


def slug(text: str) -> str:
    if not SLUG.fullmatch(text):
        name = slug_of(text.rpartition("/")[2].removesuffix(".md"))
        needed = "the file name of a page, without its folder and without .md"
        raise field_error(needed, "write a name such as low-back-pain", write=name)
    return text


def minutes(value: object) -> object:
    """Minutes; `1 hour` and the like are understood, and told as minutes."""
    shown = value.strip() if isinstance(value, str) else ""
    if re.fullmatch(r"[+-]?[0-9]+", shown):
        return shown
    needed, meant = "a whole number of minutes, like 60", minutes_in(shown)
    several = re.findall("[0-9]+", shown) if SEVERAL.fullmatch(shown) else []
    if several:
        each = listed(several, "and")
        raise field_error(needed, f"write an entry of its own for each length: {each}")
    raise field_error(needed, "write digits only", write=str(meant) if meant else "")


def minutes_in(text: str) -> int:
    """`90` for `1.5 hours`, `1h30` or `1 hour 30 minutes`; 0 for what may mean something else."""
    words = text.casefold().replace("\u00bd", " 1/2").replace(",", ".")
    words = re.sub(r"\b(?:half an hour|half hour)\b", "30 min", words)
    words = re.sub(r"\b(?:an?|one)(?= hour)", "1", words)
    words = re.sub(r"\b([0-9]+) 1/2\b|\b([0-9]+) and a half(?= hour)", r"\1\2.5", words)
    match = LENGTH.fullmatch(words.strip())
    if not match:
        return 0
    total = Decimal(match["hours"] or 0) * 60 + int(match["minutes"] or match["alone"] or 0)
    return int(total) if total == int(total) else 0


def email(text: str) -> str:
    if len(text) > 254 or not EMAIL.fullmatch(text):
        plain = AT_WORD.sub("@", text.removeprefix("mailto:"))
        inside = EMAIL.search(DOT_WORD.sub(".", plain))
        address = inside[0] if inside and len(inside[0]) <= 254 else ""
        raise field_error(
            "an e-mail address like name@example.com", "correct the address", write=address
        )
    return text


def color(text: str) -> str:
    if not COLOR.fullmatch(text):
        digits = COLOR.fullmatch(f"#{text}")
        raise field_error(
            'a color like "#7a3b2e": a # and six signs from 0 to 9 and a to f, in double quotes',
            "ask whoever made your logo for the color in this form",
            write=f'"{digits[0]}"' if digits else "",
        )
    return text.lower()


def page_address(text: str) -> str:
    """The address of a page of this site; a pasted one is brought into its form."""
    path = "/" + text.strip().strip("/")
    path = "/" if path == "/" else path + "/"
    if not ADDRESS.fullmatch(path):
        raise field_error(
            "the address of a page of this site, like /first-visit/",
            "open the page in the preview and copy what follows the first single slash",
        )
    return path


def link(text: str, info: ValidationInfo) -> str:
    """A link to another site, or the address of a page of this one, without the host that the
    preview or the live site has."""
    text = own_path(text, (info.context or {}).get("site", "")) or text
    try:
        return (
            safe_url(text) if text.startswith(("/", "#")) or SCHEME.match(text) else web_url(text)
        )
    except UrlError as error:
        raise field_error(str(error), error.fix, write=error.write) from None


def web_link(text: str) -> str:
    """A link to another site."""
    address = form_link(text)
    if urlsplit(address).hostname in LOOPBACK:
        needed = "an address that visitors can open, not one of this machine"
        raise field_error(needed, "copy the link from the browser's address line, when it is live")
    return address


def form_link(text: str) -> str:
    """Where a form goes: another site, or a program on this machine to try it out."""
    try:
        return web_url(text)
    except UrlError as error:
        raise field_error(str(error), error.fix, write=error.write) from None


def time_zone(text: object, info: ValidationInfo) -> ZoneInfo:
    name = text.strip() if isinstance(text, str) else ""
    zone = zone_named(name)
    if zone is None:
        close = probable_zone(name)
        raise field_error(
            f"a time zone by region and city, like {zone_in(locale_of(info).country)}",
            f'did you mean "{close}"? Write "time_zone: {close}"'
            if close
            else "write the region and the nearest large city",
        )
    return zone


def country(text: str, info: ValidationInfo) -> str:
    """ISO 3166; its name, or what people call it, is understood."""
    known = country_code(text)
    if text != known:
        needed = f"a country as two capital letters, like {locale_of(info).country}"
        raise field_error(needed, "look up its code", write=known)
    return text


def currency(text: str, info: ValidationInfo) -> str:
    """ISO 4217."""
    code = text.strip().upper()
    known = code if code in currencies() else ""
    if text != known:
        needed = f"a currency as three capital letters, like {locale_of(info).currency}"
        raise field_error(needed, "look up its code", write=known)
    return text


def moment(text: object, info: ValidationInfo) -> Moment:
    """A moment in the practice's zone, which the reader hands over as context."""
    return in_zone(typed_moment, text, info)


def day(text: object, info: ValidationInfo) -> Moment:
    """A day by the practice's calendar."""
    return in_zone(typed_day, text, info)


def in_order(moment: Moment | None, info: ValidationInfo, needed: str) -> Moment | None:
    """The moment of the later of the keys starts and ends, when the end is after the start."""
    known = {**info.data, str(info.field_name): moment}
    zone = (info.context or {}).get("zone", ZoneInfo("UTC"))
    period = between(known.get("starts"), known.get("ends"), zone)
    if period.starts and period.ends and period.ends <= period.starts:
        raise field_error(needed, "correct one of the two dates")
    return moment


def in_zone(read: Callable[[str, ZoneInfo], Moment], text: object, info: ValidationInfo) -> Moment:
    zone = (info.context or {}).get("zone", ZoneInfo("UTC"))
    try:
        return read(text if isinstance(text, str) else "", zone)
    except MomentError as error:
        raise field_error(error.needed, error.fix, write=error.write) from None


class Telephone(str):
    """A telephone number as it is shown; `.e164` is what a phone dials, `.extension` what it dials
    when somebody answers."""

    __slots__ = ("e164", "extension")
    e164: str
    extension: str

    def __new__(cls, shown: str, region: str = COUNTRY) -> Telephone:
        """Raises phonenumbers.NumberParseException or ValueError for what is no number."""
        number = phonenumbers.parse(shown, region)
        possible = phonenumbers.is_possible_number_with_reason(number)
        # Without its area code a number is possible, but not from everywhere.
        if possible != phonenumbers.ValidationResult.IS_POSSIBLE or not NUMBER.fullmatch(shown):
            raise ValueError(shown)
        made = super().__new__(cls, shown)
        made.e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        made.extension = number.extension or ""
        return made

    @property
    def dialed(self) -> str:
        """The number with its extension as links have them (RFC 3966), without `tel:`."""
        return f"{self.e164};ext={self.extension}" if self.extension else self.e164


def telephone(text: object, info: ValidationInfo) -> Telephone:
    region = locale_of(info).country
    shown = text.strip() if isinstance(text, str) else ""
    try:
        return Telephone(shown, region)
    except (phonenumbers.NumberParseException, ValueError):
        raise not_a_number(shown, region) from None


def not_a_number(text: str, region: str) -> PydanticCustomError:
    """The error for a text that is no telephone number, or one among other words."""
    example = phonenumbers.example_number(region) or phonenumbers.PhoneNumber()
    shown = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.NATIONAL)
    needed = f"a telephone number with its area code, like {shown}, or one with + from abroad"
    found = [match.raw_string for match in phonenumbers.PhoneNumberMatcher(text, region)]
    if not found:
        return field_error(needed, "check the digits")
    rest = " ".join(text.replace(found[0], " ").split())
    if NO_WORDS.fullmatch(rest):
        return field_error(needed, write=found[0])
    return field_error(f"{needed}, alone", f"write {found[0]}, and {quoted(rest)} into a text")


def one_or_many(value: object) -> object:
    """Where a list is expected, one text is a list of one."""
    return [value] if isinstance(value, str) else value


def names(value: object) -> object:
    """Where a list of names is expected, `a, b and c` in one text are three: names have neither
    blanks nor commas."""
    if not isinstance(value, str):
        return value
    parts = (part.strip() for part in BETWEEN_NAMES.split(value))
    return [part for part in parts if part] or [value]


@dataclass(frozen=True)
class SameInEveryLanguage:
    """Marks a type of texts that no language changes."""


Text = Annotated[str, StringConstraints(min_length=1), AfterValidator(one_line)]
# A name, a number, a code: no translation has another.
Name = Annotated[Text, SameInEveryLanguage()]
Paragraph = Annotated[
    str,
    StringConstraints(min_length=1, max_length=2000),
    AfterValidator(paragraph),
    Input("text"),
]
Slug = Annotated[
    str, AfterValidator(slug), Input(pattern=SLUG.pattern, needed="a name such as low-back-pain")
]
Email = Annotated[
    str,
    AfterValidator(email),
    Input(pattern=EMAIL.pattern, needed="an e-mail address like name@example.com"),
]
Color = Annotated[str, AfterValidator(color), Input("color")]
Country = Annotated[
    str,
    AfterValidator(country),
    Input(pattern="[A-Za-z. ]+", needed="a country as two capital letters"),
]
Currency = Annotated[
    str,
    AfterValidator(currency),
    Input(pattern="[A-Za-z]{3}", needed="a currency as three capital letters"),
]
PageAddress = Annotated[str, AfterValidator(page_address), Input("page")]
Link = Annotated[str, AfterValidator(link)]
WebLink = Annotated[str, AfterValidator(web_link)]
FormLink = Annotated[str, AfterValidator(form_link)]
TimeZone = Annotated[ZoneInfo, PlainValidator(time_zone)]
When = Annotated[
    Moment,
    PlainValidator(moment),
    Input(pattern="[0-9].*", needed="a date like 2026-12-31, or 2026-12-31 18:00"),
]
Day = Annotated[Moment, PlainValidator(day), Input("day")]
Phone = Annotated[Telephone, PlainValidator(telephone)]
Many = BeforeValidator(one_or_many)
ManyNames = BeforeValidator(names)


def has_words(info: FieldInfo) -> bool:
    """Whether a field holds words, which each language says in its own way."""
    return words_in(
        Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    )


def words_in(annotation: Any) -> bool:
    if is_content_model(annotation):
        return any(map(has_words, annotation.model_fields.values()))
    metadata = getattr(annotation, "__metadata__", ())
    if any(isinstance(one, SameInEveryLanguage) for one in metadata):
        return False
    read = (one.func for one in metadata if isinstance(one, AfterValidator))
    return any(one in (one_line, paragraph) for one in read) or any(
        map(words_in, get_args(annotation))
    )


class Question(ContentModel):
    """What clients ask, and the answer."""

    question: Text
    answer: Paragraph


class FigureFacts(ContentModel):
    """One of the theme's drawings: what it shows in words, and the words of its numbers."""

    drawing: Slug
    """A file in drawings/ or in theme/drawings/, without .svg."""
    alt: Text
    """What it shows in words, for people who cannot see it."""
    caption: Paragraph | None = None
    key: Annotated[tuple[Text, ...], Many] = ()
    """The words of its numbers."""


class PictureFacts(ContentModel):
    """A picture in content/images/, what it shows in words, and which part must stay where a page
    cuts it."""

    file: Annotated[Name, Input("picture")]
    """A .jpg, .png, .webp, .avif or .gif of at most 25 MB, as the camera made it."""
    alt: Text
    """What the picture shows, for people who cannot see it."""
    focus: Literal["top", "center", "bottom", "left", "right"] | None = None
    """What stays where a page cuts it; the center unless you choose."""
