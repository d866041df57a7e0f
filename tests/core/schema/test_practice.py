"""The practice: each fact that staff may write, and that what is not known is nowhere."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from plugins.core.i18n.locale import Locale, home
from plugins.core.problems import ContentError
from plugins.core.reading.front_matter import read_yaml
from plugins.core.schema.forms import (
    Buttondown,
    Custom,
    Formspree,
    Kit,
    Mailchimp,
    Netlify,
    Newsletter,
)
from plugins.core.schema.hours import CLOSED, DayHours, Span
from plugins.core.schema.model import validate
from plugins.core.schema.places import Address, Geo
from plugins.core.schema.practice import Booking, Brand, Practice
from plugins.core.schema.prices import Share
from plugins.offers.model import Offer
from tests.core.conftest import PRACTICE, made, refused

NEEDED = "name: A\ntelephone: 303-555-0142\ntime_zone: America/Denver\n"


def practice(rows: str = "") -> Practice:
    return made(Practice, NEEDED + rows)


def test_three_facts_are_a_practice() -> None:
    """What nobody knows yet is left out, never invented."""
    assert practice().model_dump() == {
        "name": "A",
        "telephone": "303-555-0142",
        "time_zone": ZoneInfo("America/Denver"),
        "language": "en-US",
        "currency": None,
        "tagline": None,
        "email": None,
        "fax": None,
        "address": None,
        "geo": None,
        "directions": None,
        "parking": None,
        "transit": None,
        "access": None,
        "arrival": None,
        "locations": (),
        "intake": None,
        "hours": None,
        "special_days": (),
        "booking": None,
        "text_messages": None,
        "social": {},
        "price_range": None,
        **dict.fromkeys(("sliding_scale", "cancellation", "late", "minors", "insurance", "gift")),
        **dict.fromkeys(("packages", "payment"), ()),
        "service_area": (),
        "licences": (),
        "share": (),
        "contact_form": None,
        "newsletter": None,
        "brand": Brand().model_dump(),
        "home": None,
        "body_map": True,
        "words": (),
    }


def test_an_empty_file_is_told_what_is_needed() -> None:
    """All three at once."""
    assert (
        refused(Practice, "")
        == """\
content/practice.yaml:1, name
  Needed  a line for name
  To fix  add a line "name: ..."

content/practice.yaml:1, telephone
  Needed  a line for telephone
  To fix  add a line "telephone: ..."

content/practice.yaml:1, time_zone
  Needed  a line for time_zone
  To fix  add a line "time_zone: ..."\
"""
    )


def test_every_fact_has_its_place() -> None:
    """As the remarks in practice.yaml show them."""
    known = practice(
        """\
tagline: Neuromuscular massage
email: ada@example.com
address:
  street: 1 Main St
  city: Denver
  region: CO
  postal_code: "00000"
geo:
  latitude: 39.7392
  longitude: -104.9903
hours:
  monday: 09:00-18:00
  sunday: closed
special_days:
  - date: 2026-12-25
    reason: Christmas
booking:
  url: https://book.example.com/ada
social:
  instagram: https://www.instagram.com/ada
price_range: $80-$150
service_area: Denver
licences:
  - Ada Example, LMT 00000
share:
  - email
  - x
brand:
  color: "#7A3B2E"
"""
    )
    assert known.hours
    assert (known.tagline, known.email) == ("Neuromuscular massage", "ada@example.com")
    assert known.address == Address(
        street="1 Main St", city="Denver", region="CO", postal_code="00000", country="US"
    )
    assert known.geo == Geo(latitude=39.7392, longitude=-104.9903)
    assert known.hours.known() == [
        ("monday", DayHours((Span(time(9), time(18)),))),
        ("sunday", CLOSED),
    ]
    assert [(one.date.day, one.hours) for one in known.special_days] == [
        (date(2026, 12, 25), CLOSED)
    ]
    assert known.booking == Booking(url="https://book.example.com/ada")
    assert known.social == {"instagram": "https://www.instagram.com/ada"}
    assert (known.price_range, known.service_area) == ("$80-$150", ("Denver",))
    assert (known.licences, known.share) == (("Ada Example, LMT 00000",), ("email", "x"))
    assert known.brand == Brand(color="#7a3b2e")


@pytest.mark.parametrize(
    ("row", "number"),
    [
        ("text_messages: yes", "+13035550142"),
        ("text_messages: Yes", "+13035550142"),
        ("text_messages: true", "+13035550142"),
        ("text_messages: 720-555-0199", "+17205550199"),
        ("text_messages: no", None),
        ("text_messages: false", None),
        ("text_messages:", None),
        ("", None),
    ],
)
def test_text_messages_go_to_the_number_or_to_another_or_nowhere(
    row: str, number: str | None
) -> None:
    """Every one of these ended the build with a call stack once."""
    known = practice(row).text_messages
    assert (known.e164 if known else None) == number


def test_text_messages_are_no_sentence() -> None:
    """A word that is neither yes nor no is taken for a number, and is none."""
    assert (
        refused(Practice, f"{NEEDED}text_messages: sometimes")
        == """\
content/practice.yaml:4, text_messages
  Found   "sometimes"
  Needed  a telephone number with its area code, like (201) 555-0123, or one with + from abroad
  To fix  check the digits"""
    )


def test_text_messages_do_not_repeat_the_problem_of_the_number() -> None:
    """The number itself is told once, where it stands."""
    words = refused(Practice, "name: A\ntelephone: 1\ntime_zone: UTC\ntext_messages: yes")
    assert words.count("content/practice.yaml") == 1


def test_numbers_are_those_of_the_country() -> None:
    """A practice in London writes its number without +44."""
    fields = read_yaml("name: A\ntelephone: 020 7946 0000\ntime_zone: Europe/London", PRACTICE)
    known = {"locale": Locale("en", "GB")}
    assert validate(Practice, fields, known).telephone.e164 == "+442079460000"


@pytest.mark.parametrize("region", ["usa", "", "XX", ["US"], None])
def test_a_country_that_is_none_is_no_reason_to_refuse_the_number(region: object) -> None:
    """One mistake, one message: the country is told where it stands."""
    fields = read_yaml(NEEDED, PRACTICE)
    locale = home({"address": {"country": region}}, "America/Denver")
    assert validate(Practice, fields, {"locale": locale}).telephone.e164 == "+13035550142"


@pytest.mark.parametrize(
    ("rows", "newsletter"),
    [
        ("provider: buttondown\n  username: ada",
         Buttondown(provider="buttondown", username="ada")),
        ("provider: mailchimp\n  account: ada\n  server: us1\n  u: 0a\n  id: 1b",
         Mailchimp(provider="mailchimp", account="ada", server="us1", u="0a", id="1b")),
        ("provider: kit\n  form: 123", Kit(provider="kit", form="123")),
        ("provider: formspree\n  form: x_y-z\n  confirm: no",
         Formspree(provider="formspree", form="x_y-z", confirm=False)),
        ("provider: netlify\n  heading: News",
         Netlify(provider="netlify", form="newsletter", heading="News")),
        ("provider: custom\n  action: https://a.example/x\n  answers: json",
         Custom(provider="custom", action="https://a.example/x", answers="json")),
    ],
    ids=["buttondown", "mailchimp", "kit", "formspree", "netlify", "custom"],
)  # fmt: skip
def test_a_newsletter_has_the_keys_of_its_provider(rows: str, newsletter: Newsletter) -> None:
    """Each provider's form asks for other parts of its address."""
    assert practice(f"newsletter:\n  {rows}").newsletter == newsletter


@pytest.mark.parametrize("key", ["a b", "https://x.example", "a/b", "é", "[a]", "?a=b"])
def test_a_part_of_a_providers_address_is_letters_and_digits(key: str) -> None:
    """It goes into the address that the form posts to; a slash would lead elsewhere."""
    found = "a list" if key == "[a]" else f'"{key}"'
    assert (
        refused(Practice, f"{NEEDED}newsletter:\n  provider: kit\n  form: {key}")
        == f"""\
content/practice.yaml:6, newsletter, form
  Found   {found}
  Needed  the letters and digits of the form's own address
  To fix  copy it from the provider"""
    )


@pytest.mark.parametrize(
    ("text", "amount"),
    [("25", "25"), ("25.00", "25.00"), ("$25", "25"), ("$ 25", "25"), ("1,250", "1250")],
)
def test_an_amount_is_read_as_people_write_it(text: str, amount: str) -> None:
    """With its sign, its cents, its comma."""
    assert made(Offer, f"headline: A\nsaving: {text}").saving == Share(Decimal(amount))


@pytest.mark.parametrize("tag", ["en", "en-US", "en-GB"])
def test_a_language_may_name_its_country(tag: str) -> None:
    """Networks show it; the words are those of the language."""
    assert practice(f"language: {tag}\n").language == tag


@pytest.mark.parametrize(
    ("typed", "needed", "fix"),
    [
        ("en_us", "a language and a country like en-US", 'write "language: en-US"'),
        ("EN", "a language and a country like en-US", 'write "language: en"'),
        ("English", "a language and a country like en-US", "look up its code"),
        ("fr-CA", "a language that theme/words has: en",
         "delete the line, or ask a developer to add the language"),
    ],
)  # fmt: skip
def test_another_language_is_refused_with_what_there_is(typed: str, needed: str, fix: str) -> None:
    """Nobody gets a page half in one language and half in another."""
    assert (
        refused(Practice, f"{NEEDED}language: {typed}\n")
        == f"""\
content/practice.yaml:4, language
  Found   "{typed}"
  Needed  {needed}
  To fix  {fix}"""
    )


def test_text_messages_reach_no_extension() -> None:
    """Nobody would read what a visitor sends."""
    rows = NEEDED.replace("0142", "0142 ext. 12") + "text_messages: yes"
    assert "To fix  write the number of the mobile phone" in refused(Practice, rows)


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ("region: CO\n  postal_code: '80000'", "Exampletown, CO 80000"),
        ("country: FR\n  postal_code: '75001'", "75001 Exampletown"),
        ("country: GB\n  postal_code: SW1A 1AA", "Exampletown, SW1A 1AA"),
        ("country: HK\n  region: Kowloon", "Exampletown, Kowloon"),
        ("country: IT\n  region: RM\n  postal_code: '00100'", "00100 Exampletown RM"),
        ("country: JP\n  region: Tokyo\n  postal_code: 150-0041", "Exampletown, Tokyo, 150-0041"),
    ],
)
def test_an_address_has_what_its_country_has(rows: str, place: str) -> None:
    """France has no regions in addresses, Hong Kong no postal codes."""
    address = practice(f"address:\n  street: A\n  city: Exampletown\n  {rows}").address
    assert address
    assert ", ".join(address.lines) == f"A, {place}"


@pytest.mark.parametrize(
    ("rows", "needed", "fix"),
    [
        ("country: GB\n  postal_code: '10115'", "a postal code of United Kingdom, like EC1Y 8SY",
         "correct it, or the country"),
        ("country: GB\n  postal_code: w1a 4zz", "a postal code of United Kingdom, like EC1Y 8SY",
         'write "postal_code: W1A 4ZZ"'),
        ("region: CO\n  postal_code: '8021'", "a postal code of United States, like 95014",
         "correct it, or the country"),
    ],
)  # fmt: skip
def test_a_postal_code_is_one_of_its_country(rows: str, needed: str, fix: str) -> None:
    """A letter that does not arrive, and a pin in another town."""
    said = refused(Practice, f"{NEEDED}address:\n  street: A\n  city: B\n  {rows}").splitlines()
    assert said[-2:] == [f"  Needed  {needed}", f"  To fix  {fix}"]


@pytest.mark.parametrize(
    ("country", "telephone", "zone"),
    [
        ("GB", "0121 234 5678", "Europe/London"),
        ("FR", "01 23 45 67 89", "Europe/Paris"),
        ("MX", "200 123 4567", "America/Mexico_City"),
    ],
)
def test_examples_in_messages_are_of_the_practices_country(
    country: str, telephone: str, zone: str
) -> None:
    """Nobody in London looks for an area code of Denver."""
    fields = read_yaml("name: A\ntelephone: '1'\ntime_zone: nowhere\ncurrency: x", PRACTICE)
    locale = Locale("en", country)
    with pytest.raises(ContentError) as caught:
        validate(Practice, fields, {"locale": locale})
    said = str(caught.value)
    assert f"like {telephone}, or" in said
    assert f"like {zone}" in said
    assert f"like {locale.currency}" in said


@pytest.mark.parametrize("country", ["US", "CA", "AU"])
def test_an_address_there_has_a_region_and_a_postal_code(country: str) -> None:
    """A letter without them comes back."""
    said = refused(Address, f"street: A\ncity: B\ncountry: {country}")
    assert (
        said
        == """\
content/practice.yaml:1, postal_code
  Needed  a line for postal_code
  To fix  add a line "postal_code: ..."

content/practice.yaml:1, region
  Needed  a line for region
  To fix  add a line "region: ..."\
"""
    )


@pytest.mark.parametrize(
    ("latitude", "longitude", "write"),
    [
        ("39.7392\u00b0 N", "104.9903\u00b0 W", ("39.7392", "-104.9903")),
        ("39.7392 n", "104.9903w", ("39.7392", "-104.9903")),
        ("33.86 S", "151.2 E", ("-33.86", "151.2")),
        ("N 39.7392", "W 104.9903", ("39.7392", "-104.9903")),
        ("39.7392 North", "104.9903 West", ("39.7392", "-104.9903")),
        (
            "39\u00b0 44\u2032 21\u2033 N",
            "104\u00b0 59\u2032 25\u2033 W",
            ("39.739167", "-104.990278"),
        ),
        ("'39,7392'", "'-104,9903'", ("39.7392", "-104.9903")),
        ("39.7392\u00b0", "-104.9903\u00b0", ("39.7392", "-104.9903")),
        ("39.7392 N", "-104.9903 W", ("39.7392", "-104.9903")),
    ],
)
def test_degrees_keep_their_direction(
    latitude: str, longitude: str, write: tuple[str, str]
) -> None:
    """104.99 without "W" is in China."""
    said = refused(Geo, f"latitude: {latitude}\nlongitude: {longitude}")
    fixes = [row.partition("write ")[2] for row in said.split("\n") if "To fix" in row]
    assert fixes == [f'"latitude: {write[0]}"', f'"longitude: {write[1]}"']
    assert made(Geo, f"latitude: {write[0]}\nlongitude: {write[1]}")


@pytest.mark.parametrize(
    ("row", "fix"),
    [
        ("latitude: 104.99 W", "exchange the two: latitude is north or south"),
        ("latitude: somewhere", "write digits, with a point before the decimals"),
        ("latitude: 39.7392, -104.9903", "write digits, with a point before the decimals"),
    ],
)
def test_other_degrees_are_asked(row: str, fix: str) -> None:
    """Nothing is guessed."""
    assert f"To fix  {fix}" in refused(Geo, f"{row}\nlongitude: 1")
