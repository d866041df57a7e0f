"""The types that models share: what each accepts, and what it says to whoever wrote another."""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from plugins.core.problems import ContentError
from plugins.core.reading.front_matter import Fields
from plugins.core.schema.fields import (
    Color,
    Country,
    Email,
    Link,
    ManyNames,
    PageAddress,
    Paragraph,
    Phone,
    Slug,
    Telephone,
    Text,
    TimeZone,
    WebLink,
    When,
    minutes_in,
)
from plugins.core.schema.model import ContentModel, validate
from plugins.core.schema.money import Money
from plugins.modalities.model import Session
from tests.core.conftest import PRACTICE, made, refused, steady
from tests.core.staff import obeyed


class Everything(ContentModel):
    """One field of each type."""

    text: Text | None = None
    paragraph: Paragraph | None = None
    slugs: Annotated[tuple[Slug, ...], ManyNames] = ()
    money: Money | None = None
    email: Email | None = None
    color: Color | None = None
    country: Country | None = None
    page: PageAddress | None = None
    link: Link | None = None
    site: WebLink | None = None
    time_zone: TimeZone | None = None
    when: When | None = None
    phone: Phone | None = None
    minutes: Annotated[int | None, Field(ge=5, le=480)] = None
    degrees: Annotated[float | None, Field(ge=-90, le=90)] = None
    wanted: bool = False


def value(row: str) -> object:
    return getattr(made(Everything, row), row.partition(":")[0])


ACCEPTED = [
    ("text: '  Deep tissue '", "Deep tissue"),
    (f"text: {'x' * 300}", "x" * 300),
    ("paragraph: |\n  Two\n   lines", "Two lines"),
    ("slugs: low-back-pain", ("low-back-pain",)),
    ("slugs: [a, b]", ("a", "b")),
    ("slugs: a, b", ("a", "b")),
    ("slugs: hip-pain; sciatica", ("hip-pain", "sciatica")),
    ("slugs: a, b and c", ("a", "b", "c")),
    ("slugs: a & b", ("a", "b")),
    ("slugs:\n  \u2013 hip-pain\n  \u2013 sciatica", ("hip-pain", "sciatica")),
    ("slugs: sand-and-stone", ("sand-and-stone",)),
    ("money: 25", Decimal(25)),
    ("money: 25.00", Decimal("25.00")),
    ("money: $25", Decimal(25)),
    ("money: $ 25.50", Decimal("25.50")),
    ("money: 1,250", Decimal(1250)),
    ("money: $1,250,000.50", Decimal("1250000.50")),
    ("money: 0", Decimal(0)),
    ("email: ada.o'neil+web@mail.example.com", "ada.o'neil+web@mail.example.com"),
    ("color: '#7A3B2E'", "#7a3b2e"),
    ("country: GB", "GB"),
    ("page: /first-visit/", "/first-visit/"),
    ("page: first-visit", "/first-visit/"),
    ("page: /modalities/swedish", "/modalities/swedish/"),
    ("page: /", "/"),
    ("link: /first-visit/", "/first-visit/"),
    ("link: '#hours'", "#hours"),
    ("link: tel:+13035550142", "tel:+13035550142"),
    ("link: https://example.com/a", "https://example.com/a"),
    ("site: https://example.com/a", "https://example.com/a"),
    ("phone: 303-555-0142", "303-555-0142"),
    ("minutes: 60", 60),
    ("minutes: ' 60 '", 60),
    ("degrees: -39.74", -39.74),
    ("wanted: yes", True),
    ("wanted: off", False),
]


@pytest.mark.parametrize(("row", "read"), ACCEPTED, ids=[row[:40] for row, _ in ACCEPTED])
def test_what_staff_write_is_read(row: str, read: object) -> None:
    """As they write it, without a word about types."""
    assert value(row) == read


AMOUNT = "an amount like 25 or 25.50"
DIGITS = "write digits, without words"
EMAIL = "an e-mail address like name@example.com"
COLOR = 'a color like "#7a3b2e": a # and six signs from 0 to 9 and a to f, in double quotes'
LOGO = "ask whoever made your logo for the color in this form"
COUNTRY = "a country as two capital letters, like US"
PAGE = "the address of a page of this site, like /first-visit/"
OPEN = "open the page in the preview and copy what follows the first single slash"
SLUG = "the file name of a page, without its folder and without .md"
PHONE = "a telephone number with its area code, like (201) 555-0123, or one with + from abroad"
ZONE = "a time zone by region and city, like America/New_York"
WHEN = "a date like 2026-12-31, or a date and time like 2026-12-31 18:00"
WEB = 'a link that begins with "https://"'
COPY = "copy the link from the browser's address line"
REFUSED = [
    ("text: |\n  Two\n  lines\n", r'"Two\nlines\n"', "one line of text", "join the lines"),
    (f"text: {'x' * 301}", f'"{"x" * 59}…"', "at most 300 characters", "shorten the text"),
    (f"paragraph: {'x' * 2001}", f'"{"x" * 59}…"', "at most 2000 characters", "shorten the text"),
    ("text: [a]", "a list", "one text",
     "write it after the colon; put double quotes around it if it begins with [ or {"),
    ("text:\n  a: b", "several lines with keys of their own", "one text",
     "write it after the colon; put double quotes around it if it begins with [ or {"),
    ("slugs: Low Back Pain", '"Low Back Pain"', SLUG, 'write "slugs: low-back-pain"'),
    ("slugs: symptoms/hip-pain.md", '"symptoms/hip-pain.md"', SLUG, 'write "slugs: hip-pain"'),
    ("slugs: Low Back Pain, hip-pain", '"Low Back Pain"', SLUG,
     'write "slugs: low-back-pain, hip-pain"'),
    ("slugs: '?'", '"?"', SLUG, "write a name such as low-back-pain"),
    ("slugs:\n  a: b", "several lines with keys of their own", "a list",
     'write each item on a line of its own, beginning with "- "'),
    ("money: 25 dollars", '"25 dollars"', AMOUNT, 'write "money: 25"'),
    ("money: USD 1,250", '"USD 1,250"', AMOUNT, 'write "money: 1,250"'),
    ("money: free", '"free"', AMOUNT, 'write "money: 0"'),
    ("money: 60-75", '"60-75"', AMOUNT, 'write one amount in digits, and "60-75" into a text'),
    ("money: from $90", '"from $90"', AMOUNT,
     'write one amount in digits, and "from $90" into a text'),
    ("money: 90 per hour", '"90 per hour"', AMOUNT,
     'write one amount in digits, and "90 per hour" into a text'),
    ("money: ask us", '"ask us"', AMOUNT, DIGITS),
    ("money: -25", '"-25"', AMOUNT, DIGITS),
    ("money: 25.5", '"25.5"', AMOUNT, 'write "money: 25.50"'),
    ("money: 10%", '"10%"', AMOUNT, 'write one amount in digits, and "10%" into a text'),
    ("money: 1,25", '"1,25"', AMOUNT, 'write one amount in digits, and "1,25" into a text'),
    ("money: \u0662\u0665", '"\u0662\u0665"', AMOUNT, DIGITS),
    ("money: [25]", "a list", AMOUNT, DIGITS),
    ("email: ada@example", '"ada@example"', EMAIL, "correct the address"),
    ("email: Ada <ada@example.com>", '"Ada <ada@example.com>"', EMAIL,
     'write "email: ada@example.com"'),
    ("email: mailto:ada@example.com", '"mailto:ada@example.com"', EMAIL,
     'write "email: ada@example.com"'),
    ("email: ada (at) example (dot) com", '"ada (at) example (dot) com"', EMAIL,
     'write "email: ada@example.com"'),
    ("color: red", '"red"', COLOR, LOGO),
    ("color: 7a3b2e", '"7a3b2e"', COLOR, 'write color: "#7a3b2e"'),
    ("country: us", '"us"', COUNTRY, 'write "country: US"'),
    ("country: USA", '"USA"', COUNTRY, 'write "country: US"'),
    ("country: UK", '"UK"', COUNTRY, 'write "country: GB"'),
    ("country: Colorado", '"Colorado"', COUNTRY, "look up its code"),
    ("page: First Visit", '"First Visit"', PAGE, OPEN),
    ("page: /../secret/", '"/../secret/"', PAGE, OPEN),
    ("link: www.example.com", '"www.example.com"', WEB, 'write "link: https://www.example.com"'),
    ("link: first-visit", '"first-visit"', WEB, COPY),
    ("link: javascript:alert(1)", '"javascript:alert(1)"',
     'a link that begins with "https://", not "javascript:"', COPY),
    ("site: https://localhost:8000/form", '"https://localhost:8000/form"',
     "an address that visitors can open, not one of this machine",
     "copy the link from the browser's address line, when it is live"),
    ("site: http://example.com", '"http://example.com"', WEB, 'write "site: https://example.com"'),
    ("site: /first-visit/", '"/first-visit/"', WEB, COPY),
    ("time_zone: MST", '"MST"', ZONE,
     'did you mean "America/Denver"? Write "time_zone: America/Denver"'),
    ("time_zone: [a]", "a list", ZONE, "write the region and the nearest large city"),
    ("when: 31/12/2026", '"31/12/2026"', WHEN, 'write "when: 2026-12-31"'),
    ("when: [a]", "a list", WHEN,
     "write the year first, then the month, then the day: 2026-12-31"),
    ("phone: 555-0142", '"555-0142"', PHONE, "check the digits"),
    ("phone: 303-555-014", '"303-555-014"', PHONE, "check the digits"),
    ("phone: Call 303-555-0142", '"Call 303-555-0142"', PHONE, 'write "phone: 303-555-0142"'),
    ("phone: tel:+13035550142", '"tel:+13035550142"', PHONE, 'write "phone: +13035550142"'),
    ("phone: 303-555-0142 (ask for Ada)", '"303-555-0142 (ask for Ada)"', f"{PHONE}, alone",
     'write 303-555-0142, and "(ask for Ada)" into a text'),
    ("phone: 303-555-0142 or 303-555-0143", '"303-555-0142 or 303-555-0143"', f"{PHONE}, alone",
     'write 303-555-0142, and "or 303-555-0143" into a text'),
    ("phone: 303-555-0142 press 2", '"303-555-0142 press 2"', f"{PHONE}, alone",
     'write 303-555-0142, and "press 2" into a text'),
    ("phone: [a]", "a list", PHONE, "check the digits"),
    ("minutes: 60 min", '"60 min"', "a whole number", 'write "minutes: 60"'),
    ("minutes: sixty", '"sixty"', "a whole number", "write digits only"),
    ("minutes: 60.5", '"60.5"', "a whole number", "write digits only"),
    ("minutes: [60]", "a list", "a whole number", "write digits only"),
    ("minutes: 3", '"3"', "a number from 5 up", "write 5 or more"),
    ("minutes: 600", '"600"', "a number up to 480", "write 480 or less"),
    ("degrees: 39,74", '"39,74"', "a number like 39.74", 'write "degrees: 39.74"'),
    ("degrees: 39 N", '"39 N"', "a number like 39.74",
     "write digits, with a point before the decimals"),
    ("degrees: [a]", "a list", "a number like 39.74",
     "write digits, with a point before the decimals"),
    ("degrees: nan", '"nan"', "a number up to 90", "write 90 or less"),
    ("degrees: -100", '"-100"', "a number from -90 up", "write -90 or more"),
    ("wanted: maybe", '"maybe"', "yes or no", 'write "yes" or "no"'),
    ("wanted: [yes]", "a list", "yes or no", 'write "yes" or "no"'),
]  # fmt: skip


@pytest.mark.parametrize("case", REFUSED, ids=[row[:40] for row, *_ in REFUSED])
def test_another_value_is_refused_with_what_to_write(case: tuple[str, str, str, str]) -> None:
    """Where, what was found, what is needed, what to type: word for word."""
    row, found, needed, fix = case
    assert (
        refused(Everything, row)
        == f"""\
content/practice.yaml:1, {row.partition(":")[0]}
  Found   {found}
  Needed  {needed}
  To fix  {fix}"""
    )


READY = [row for row, *_, fix in REFUSED if f"rite {row.split(':')[0]}: " in fix.replace('"', "")]


@pytest.mark.parametrize("row", READY)
def test_the_line_to_type_is_accepted(row: str) -> None:
    """A message that leads to the next message is worse than none."""
    with pytest.raises(ContentError) as caught:
        made(Everything, row)
    assert made(Everything, obeyed(row, caught.value.problems))


@pytest.mark.parametrize(
    ("text", "e164"),
    [
        ("303-555-0142", "+13035550142"),
        ("(303) 555-0142", "+13035550142"),
        ("303.555.0142", "+13035550142"),
        ("+1 303 555 0142", "+13035550142"),
        ("1-800-MASSAGE", "+18006277243"),
        ("+44 20 7946 0000", "+442079460000"),
        ("+49 (30) 901820", "+4930901820"),
    ],
)
def test_a_telephone_number_is_shown_as_written_and_dialled_from_anywhere(
    text: str, e164: str
) -> None:
    """Also by a visitor who calls from abroad."""
    number = value(f"phone: {text}")
    assert isinstance(number, Telephone)
    assert (str(number), number.e164) == (text, e164)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("60 min", 60), ("90 minutes", 90), ("90-minute", 90), ("1 hour", 60), ("2 hours", 120),
        ("1.5 hours", 90), ("1,5 h", 90), ("1 1/2 hours", 90), ("1½ hours", 90), ("an hour", 60),
        ("half an hour", 30), ("1h30", 90), ("1 hr 15 min", 75), ("one hour", 60),
        ("an hour and a half", 0), ("1 minute to 2 hours", 0), ("90 oder so", 0), ("1,5", 0),
        ("60-75", 0), ("a while", 0), ("1.51 hours", 0),
    ],
)  # fmt: skip
def test_a_length_is_understood_in_hours_too(text: str, minutes: int) -> None:
    """ "1 hour" is not one minute; what is not certain is asked."""
    assert minutes_in(text) == minutes


@pytest.mark.parametrize(
    ("text", "each"),
    [("60, 75 or 90 minutes", "60, 75 and 90"), ("60/90", "60 and 90")],
)
def test_several_lengths_are_several_entries(text: str, each: str) -> None:
    """Each has its price."""
    said = refused(Session, f"minutes: {text}\nprice: 90")
    assert said.endswith(f"To fix  write an entry of its own for each length: {each}")


@pytest.mark.parametrize(
    "text",
    [
        "303-555-0142 ext. 12",
        "303-555-0142 x12",
        "303-555-0142, extension 12",
        "(303) 555-0142 Ext 12",
        "303.555.0142 (ext. 12)",
        "'303-555-0142 #12'",
        "+1 303 555 0142;ext=12",
    ],
)
def test_an_extension_is_dialled_too(text: str) -> None:
    """Without it, a visitor reaches somebody else in the same house."""
    number = value(f"phone: {text}")
    assert isinstance(number, Telephone)
    assert (str(number), number.dialed) == (text.strip("'"), "+13035550142;ext=12")


def test_a_telephone_number_can_be_copied() -> None:
    """Models are copied when one fact changes."""
    number = Telephone("303-555-0142")
    assert (copy.copy(number), copy.deepcopy(number).e164) == ("303-555-0142", "+13035550142")


KEYS = sorted(Everything.model_fields)
VALUES = st.recursive(
    st.text(st.sampled_from(list("019$,.#@/:- aZé\u0662\n\t%'\"")), max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab_", max_size=3), inner),
    max_leaves=4,
)


@steady(150)
@given(st.dictionaries(st.sampled_from(KEYS), VALUES, min_size=1))
def test_any_values_are_facts_or_problems(values: dict[str, object]) -> None:
    """No call stack, and none of pydantic's own words."""
    try:
        validate(Everything, Fields(PRACTICE, values))
    except ContentError as error:
        for problem in error.problems:
            assert problem.needed
            assert problem.fix
            assert "compare the line" not in problem.fix
