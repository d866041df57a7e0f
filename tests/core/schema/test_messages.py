"""pydantic's findings in the words of staff, for what is missing, unknown or of another kind."""

from __future__ import annotations

import re

import pytest
from pydantic import Field, model_validator

from plugins.core.problems import ContentError
from plugins.core.schema.messages import MESSAGES, OTHER
from plugins.core.schema.model import ContentModel, field_error
from plugins.core.schema.practice import Practice
from plugins.modalities.model import Modality
from plugins.offers.model import Offer
from tests.core.conftest import made, refused

NAME = "name: A\ntelephone: 303-555-0142\ntime_zone: America/Denver\n"
TITLE = "title: A\nsummary: B\n"
NETWORKS = "facebook, instagram, pinterest, x, bluesky, threads, linkedin, youtube or tiktok"
SHARE = "pinterest, email, facebook, whatsapp, sms, x, bluesky, threads or linkedin"
# model, rows, and each message: line and field, found, needed, to fix
WORDS: list[tuple[type[ContentModel], str, str]] = [
    (Modality, "title: A", """\
content/practice.yaml:1, summary
  Needed  a line for summary
  To fix  add a line "summary: ..."\
"""),
    (Modality, "title: A\nsummary:\n", """\
content/practice.yaml:2, summary
  Found   nothing
  Needed  a text for summary
  To fix  write it after the colon"""),
    (Modality, f"{TITLE}titel: C", """\
content/practice.yaml:3, titel
  Found   the key "titel"
  Needed  one of title, summary, starter, picture, figures, symptoms, techniques, sessions, \
booking, ask_a_doctor, questions, related or aliases
  To fix  "title" is on line 1 already: keep one of the two"""),
    (Modality, f"{TITLE}author: Ada", """\
content/practice.yaml:3, author
  Found   the key "author"
  Needed  one of title, summary, starter, picture, figures, symptoms, techniques, sessions, \
booking, ask_a_doctor, questions, related or aliases
  To fix  move what it says into a text, then delete the line"""),
    (Modality, f"{TITLE}picture:\n  file: a.jpg", """\
content/practice.yaml:3, picture, alt
  Needed  a line for alt
  To fix  add a line "alt: ..." below "picture:", with 2 spaces in front"""),
    (Modality, f"{TITLE}picture:\n  file: a.jpg\n  alt:\n", """\
content/practice.yaml:5, picture, alt
  Found   nothing
  Needed  a text for alt
  To fix  write it after the colon"""),
    (Modality, f"{TITLE}picture: a.jpg", """\
content/practice.yaml:3, picture
  Found   "a.jpg"
  Needed  lines below it, with keys of their own: file, alt or focus
  To fix  write "picture:" alone, and on the next line "  file: a.jpg"\
"""),
    (Modality, f"{TITLE}picture:\n  - a.jpg", """\
content/practice.yaml:3, picture
  Found   a list
  Needed  lines below it, with keys of their own: file, alt or focus
  To fix  write "picture:" alone, and on the next line "  file: ..."\
"""),
    (Modality, f"{TITLE}questions:\n  - question: C\n  - answer: D\n    questoin: E", """\
content/practice.yaml:4, questions 1, answer
  Needed  a line for answer
  To fix  add a line "answer: ..." to item 1 of "questions"

content/practice.yaml:6, questions 2, questoin
  Found   the key "questoin"
  Needed  one of question or answer
  To fix  did you mean "question"? Write "question: ..."\
"""),
    (Modality, f"{TITLE}sessions: 60", """\
content/practice.yaml:3, sessions
  Found   "60"
  Needed  a list; the keys of an item are minutes, price, name, note and booking
  To fix  write "sessions:" alone, and on the next line "  - minutes: 60"\
"""),
    (Modality, f"{TITLE}sessions:\n  minutes: 60\n  price: 80", """\
content/practice.yaml:3, sessions
  Found   several lines with keys of their own
  Needed  a list; the keys of an item are minutes, price, name, note and booking
  To fix  put "- " before the first line below "sessions:", two spaces before the rest"""),
    (Modality, f"{TITLE}sessions:\n  - 60", """\
content/practice.yaml:4, sessions 1
  Found   "60"
  Needed  an item with keys of its own: minutes, price, name, note and booking
  To fix  write "- minutes: 60", and on the next line "  price: ..."\
"""),
    (Modality, f"{TITLE}techniques:\n  rest: needles", """\
content/practice.yaml:3, techniques
  Found   several lines with keys of their own
  Needed  a list
  To fix  write each item on a line of its own, beginning with "- "\
"""),
    (Modality, f"{TITLE}techniques:\n  - a: b\n  - ''", """\
content/practice.yaml:4, techniques 1
  Found   several lines with keys of their own
  Needed  one text
  To fix  write it after the colon; put double quotes around it if it begins with [ or {

content/practice.yaml:5, techniques 2
  Found   ""
  Needed  a text
  To fix  write it, or delete the line"""),
    (Modality, f"{TITLE}status: draft", """\
content/practice.yaml:3, status
  Found   "status: draft"
  Needed  a line that Handbill knows
  To fix  write "starter: yes": then only the preview shows the page"""),
    (Modality, f"{TITLE}status: Hidden\nstarter: no", """\
content/practice.yaml:3, status
  Found   "status: Hidden"
  Needed  a line that Handbill knows
  To fix  delete the line, and write "starter: yes" on line 4"""),
    (Modality, f"{TITLE}published: false", """\
content/practice.yaml:3, published
  Found   "published: false"
  Needed  a line that Handbill knows
  To fix  write "starter: yes": then only the preview shows the page"""),
    (Modality, f"{TITLE}status: published", """\
content/practice.yaml:3, status
  Found   "status: published"
  Needed  a line that Handbill knows
  To fix  delete the line: what is in content/ is published"""),
    (Offer, "headline: A\nstarts: 2030-01-01\nmodalities: a\nstatus: draft", """\
content/practice.yaml:4, status
  Found   "status: draft"
  Needed  a line that Handbill knows
  To fix  move the file out of content/ until it is ready, then delete the line"""),
    (Practice, f"{NAME}share: facebok", f"""\
content/practice.yaml:4, share
  Found   "facebok"
  Needed  one of {SHARE}
  To fix  did you mean "facebook"? Write "share: facebook"\
"""),
    (Practice, f"{NAME}share:\n  - x\n  - mail", f"""\
content/practice.yaml:6, share 2
  Found   "mail"
  Needed  one of {SHARE}
  To fix  did you mean "email"? Write "- email"\
"""),
    (Practice, f"{NAME}share: facebok, x", f"""\
content/practice.yaml:4, share
  Found   "facebok"
  Needed  one of {SHARE}
  To fix  did you mean "facebook"? Write "share: facebook, x"\
"""),
    (Practice, f"{NAME}share:\n  - [x]\n  - myspace", f"""\
content/practice.yaml:5, share 1
  Found   a list
  Needed  one of {SHARE}
  To fix  write one of these

content/practice.yaml:6, share 2
  Found   "myspace"
  Needed  one of {SHARE}
  To fix  write one of these"""),
    (Practice, f"{NAME}social:\n  instagramm: https://a.example\n  x: ada", f"""\
content/practice.yaml:5, social, instagramm
  Found   the key "instagramm"
  Needed  one of {NETWORKS}
  To fix  did you mean "instagram"? Write "instagram: ..."

content/practice.yaml:6, social, x
  Found   "ada"
  Needed  a link that begins with "https://"
  To fix  copy the link from the browser's address line"""),
    (Practice, f"{NAME}social: https://a.example", f"""\
content/practice.yaml:4, social
  Found   "https://a.example"
  Needed  lines below it, with keys of their own: {NETWORKS}
  To fix  write "social:" alone, and on the next line "  facebook: ..."\
"""),
    (Practice, f"{NAME}newsletter: mailchimp", """\
content/practice.yaml:4, newsletter
  Found   "mailchimp"
  Needed  lines below it, with keys of their own: provider, heading, invitation or confirm
  To fix  write "newsletter:" alone, and on the next line "  provider: mailchimp"\
"""),
    (Practice, f"{NAME}newsletter:\n  username: ada", """\
content/practice.yaml:4, newsletter, provider
  Needed  a line for provider
  To fix  add a line "provider: ..." below "newsletter:", with 2 spaces in front"""),
    (Practice, f"{NAME}newsletter:\n  provider: mailchump", """\
content/practice.yaml:5, newsletter, provider
  Found   "mailchump"
  Needed  one of buttondown, mailchimp, kit, formspree, netlify or custom
  To fix  did you mean "mailchimp"? Write "provider: mailchimp"\
"""),
    (Practice, f"{NAME}newsletter:\n  provider:\n    - kit\n  form: a", """\
content/practice.yaml:5, newsletter, provider
  Found   a list
  Needed  one of buttondown, mailchimp, kit, formspree, netlify or custom
  To fix  write one of these"""),
    (Practice, f"{NAME}newsletter:\n  provider: mailchimp\n  acount: a\n  server: us1\n  u: b", """\
content/practice.yaml:4, newsletter, id
  Needed  a line for id
  To fix  add a line "id: ..." below "newsletter:", with 2 spaces in front

content/practice.yaml:6, newsletter, acount
  Found   the key "acount"
  Needed  one of provider, account, server, u, id, heading, invitation, confirm or f_id
  To fix  did you mean "account"? Write "account: ..."\
"""),
    (Practice, f"{NAME}newsletter:\n  provider: custom\n  action: ftp://a\n  answers: xml", """\
content/practice.yaml:6, newsletter, action
  Found   "ftp://a"
  Needed  a link that begins with "https://", not "ftp:"
  To fix  copy the link from the browser's address line

content/practice.yaml:7, newsletter, answers
  Found   "xml"
  Needed  one of page or json
  To fix  write one of these"""),
    (Practice, f"{NAME}brand:\n  colour: red", """\
content/practice.yaml:5, brand, colour
  Found   the key "colour"
  Needed  one of color, typeface, paper, corners, logo or icon
  To fix  did you mean "color"? Write "color: ..."\
"""),
    (Practice, f"{NAME}special_days:\n  - date: 2026-12-25\n    hours:\n      - 9am-5pm", """\
content/practice.yaml:7, special_days 1, hours 1
  Found   "9am-5pm"
  Needed  hours like 09:00-18:00, a list of such hours, by appointment, or the word closed
  To fix  write "- 09:00-17:00"\
"""),
    (Practice, f"{NAME}special_days:\n  - date: 2026-12-25\n  - date: 2026-12-25", """\
content/practice.yaml:4, special_days
  Found   a list
  Needed  each date once
  To fix  put all hours of 2026-12-25 under one date, in order, and delete the other"""),
    (Practice, f"{NAME}special_days:\n  - date: 2026-12-24 to 2027-01-02", """\
content/practice.yaml:5, special_days 1, date
  Found   "2026-12-24 to 2027-01-02"
  Needed  one day
  To fix  write 2026-12-24 here, and on the next line "through: 2027-01-02"\
"""),
    (Practice, f"{NAME}special_days:\n  - date: 2026-12-24\n    until: 2027-01-02", """\
content/practice.yaml:6, special_days 1, until
  Found   the key "until"
  Needed  one of date, through, hours or reason
  To fix  did you mean "through"? Write "through: ..."\
"""),
    (Practice, f"{NAME}special_days:\n  - date: 2026-12-24\n    through: 2026-12-23", """\
content/practice.yaml:6, special_days 1, through
  Found   "2026-12-23"
  Needed  a day after the first
  To fix  correct one of the two, or delete this"""),
    (Practice, f"{NAME}special_days:\n  - date: 2026-12-24\n    through: 2027-01-02\n"
     "  - date: 2026-12-25", """\
content/practice.yaml:4, special_days
  Found   a list
  Needed  each date once
  To fix  2026-12-25 is in two entries: let one of them end before the other begins"""),
    (Practice, f"{NAME}hours:\n  seasons:\n    - starts: June 1\n      ends: 08-31\n"
     "      monday: closed", """\
content/practice.yaml:6, hours, seasons 1, starts
  Found   "June 1"
  Needed  a day of every year like 06-01, for June 1, or of one year like 2026-06-01
  To fix  write "starts: 06-01"\
"""),
    (Practice, f"{NAME}hours:\n  seasons:\n    - starts: 06-01\n      ends: 2026-08-31\n"
     "      monday: closed", """\
content/practice.yaml:7, hours, seasons 1, ends
  Found   "2026-08-31"
  Needed  both days with a year, or both without
  To fix  add the year to one, or leave it out of the other"""),
    (Practice, f"{NAME}hours:\n  seasons:\n    - starts: 06-01\n      ends: 08-31\n", """\
content/practice.yaml:5, hours, seasons
  Found   a list
  Needed  the hours of some day in each season
  To fix  write a line below "ends:", like saturday: closed"""),
    (Practice, f"{NAME}hours:\n  seasons:\n    - starts: 06-01\n      ends: 08-31\n"
     "      monday: closed\n    - starts: 08-01\n      ends: 09-30\n      monday: closed", """\
content/practice.yaml:5, hours, seasons
  Found   a list
  Needed  seasons that share no day
  To fix  let the season from 06-01, or that from 08-01, end earlier"""),
    (Offer, "headline: A\nstarts: 2026-12-31\nends: 2026-12-30", """\
content/practice.yaml:3, ends
  Found   "2026-12-30"
  Needed  an end after the start
  To fix  correct one of the two dates"""),
]  # fmt: skip


@pytest.mark.parametrize("case", WORDS, ids=[rows.splitlines()[-1] for _, rows, _ in WORDS])
def test_a_value_of_another_kind_is_told_with_its_line_and_what_to_write(
    case: tuple[type[ContentModel], str, str],
) -> None:
    """Missing and unknown keys, lists for texts and texts for lists: word for word."""
    model, rows, words = case
    assert refused(model, rows) == words


def test_a_key_that_is_there_already_is_not_suggested() -> None:
    """Obeying would make it the same key twice."""
    assert 'To fix  did you mean "ends"' in refused(Offer, "headline: A\nend: 2026-12-31")
    both = refused(Offer, "headline: A\nends: 2026-12-31\nend: x")
    assert 'To fix  "ends" is on line 2 already: keep one of the two' in both


@pytest.mark.parametrize(
    ("model", "rows", "fix"),
    [
        (Practice, "address:\n  street: A\n  city: B\n  state: CO", 'Write "region: ..."'),
        (Practice, "address:\n  street: A\n  city: B\n  zip: '80000'", 'Write "postal_code: ..."'),
        (Practice, "geo:\n  lat: 1\n  longitude: 1", 'Write "latitude: ..."'),
        (Practice, "timezone: America/Denver", 'Write "time_zone: ..."'),
        (Practice, "opening_hours:\n  monday: closed", 'Write "hours: ..."'),
        (Practice, "holidays:\n  - date: 2026-12-25", 'Write "special_days: ..."'),
        (Practice, "licenses: A", 'Write "licences: ..."'),
        (Practice, "sms: yes", 'Write "text_messages: ..."'),
        (Offer, "title: A", 'Write "headline: ..."'),
        (Offer, "headline: A\nexpires: 2026-12-31", 'Write "ends: ..."'),
        (Offer, "headline: A\nstart_date: 2026-12-31", 'Write "starts: ..."'),
        (Offer, "headline: A\nprice: 90", 'Write "regular_price: ..."'),
        (Offer, "headline: A\ndiscount: 20", 'Write "saving: ..."'),
        (Modality, "title: A\ndescription: B", 'Write "summary: ..."'),
        (Modality, f"{TITLE}image:\n  file: a.jpg\n  alt: B", 'Write "picture: ..."'),
        (Modality, f"{TITLE}FAQ:\n  - question: A\n    answer: B", 'Write "questions: ..."'),
        (Modality, f"{TITLE}sessions:\n  - duration: 60\n    price: 90", 'Write "minutes: ..."'),
        (Modality, f"{TITLE}sessions:\n  - minutes: 60\nprice: 90",
         'move it below "sessions:", with 4 spaces in front'),
        (Modality, f"{TITLE}picture:\n  file: a.jpg\nalt: B",
         'move it below "picture:", with 2 spaces in front'),
        (Practice, "instagram: https://instagram.example.com/a",
         'write "social:" alone, and on the next line "  instagram: ..."'),
        (Practice, "booking: https://a.example",
         'write "booking:" alone, and on the next line "  url: https://a.example"'),
        (Practice, "hours: Mon-Fri 9am-5pm, Sat by appointment",
         'write "hours:" alone, and on the next line "  mon-fri: 09:00-17:00", '
         'and on the next line "  sat: by appointment"'),
        (Practice, "hours: by appointment only",
         'write "hours:" alone, and on the next line "  daily: by appointment"'),
        (Modality, f"{TITLE}sessions:\n  - 60 minutes: $90",
         'write "60 minutes" and what follows it as "minutes: ..." and "price: ...", '
         "each on its own line"),
        (Practice, "city: Denver", 'write "address:" alone, and on the next line "  city: ..."'),
        (Practice, "url: https://a.example", "move what it says into a text, then delete the line"),
        (Practice, "therapists: Ada", "move what it says into a text, then delete the line"),
    ],
)  # fmt: skip
def test_a_key_by_another_name_is_understood(
    model: type[ContentModel], rows: str, fix: str
) -> None:
    """As other generators call it, or above the place where it belongs; nothing is deleted."""
    rows = rows if model is not Practice or "zone" in rows else NAME + rows
    with pytest.raises(ContentError) as caught:
        made(model, rows)
    fixes = [one.fix.partition("? ")[2] or one.fix for one in caught.value.problems]
    assert fix in fixes


class Loose(ContentModel):
    minutes: int = 0
    anything: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def never_ninety(self) -> Loose:
        if self.minutes == 90:
            raise field_error("another length", "ask the others")
        return self


def test_a_problem_of_the_whole_file_has_no_field() -> None:
    """Two values that do not go together stand on no line of their own."""
    assert (
        refused(Loose, "minutes: 90")
        == """\
content/practice.yaml:1
  Found   several lines with keys of their own
  Needed  another length
  To fix  ask the others"""
    )


def test_keys_that_may_be_anything_are_not_listed() -> None:
    """A model of the future must not end the build when it finds something wrong."""
    assert (
        refused(Loose, "anything: a")
        == """\
content/practice.yaml:1, anything
  Found   "a"
  Needed  lines below it, with keys of their own
  To fix  write "anything:" alone, and on the next line "  key: ..."\
"""
    )


@pytest.mark.parametrize("text", ["2 hours", "1 hour", "60-90", "1,5", "90 oder so"])
def test_a_number_is_suggested_only_when_it_is_the_one_that_was_meant(text: str) -> None:
    """ "2 hours" are not 2 minutes."""
    assert refused(Loose, f"minutes: {text}").endswith("To fix  write digits only")


PYDANTIC = r"input|valid|string|extra|tag|discriminator|dictionary|tuple|integer|parse|none|object"


@pytest.mark.parametrize("case", WORDS, ids=[rows.splitlines()[-1] for _, rows, _ in WORDS])
def test_no_word_of_pydantic_is_shown(case: tuple[type[ContentModel], str, str]) -> None:
    """ "Input should be a valid string" is not what a massage therapist needs at nine at night."""
    model, rows, _ = case
    with pytest.raises(ContentError) as caught:
        made(model, rows)
    words = " ".join(f"{one.needed} {one.fix}".casefold() for one in caught.value.problems)
    assert re.findall(rf"\b(?:{PYDANTIC})\b", words) == []


def test_an_error_without_words_of_its_own_has_some() -> None:
    """A constraint that a new model brings along is never shown as pydantic says it."""

    class Odd(ContentModel):
        text: bytes
        number: complex

    with pytest.raises(ContentError) as caught:
        made(Odd, "text: [a]\nnumber: a")
    assert {(one.needed, one.fix) for one in caught.value.problems} == {OTHER}
    assert all(needed and fix for needed, fix in MESSAGES.values())
