"""The practice as an entry of an address book."""

from __future__ import annotations

from pathlib import Path

import vobject

from plugins.exports.vcard import vcard
from tests.build.conftest import Project
from tests.sites import PAGE, PRACTICE, model

HARD = """\
name: "Hände; Füße, Köpfe \\\\ and a name so long that its line is folded, more than once"
address:
  street: "Suite 5, 1 Quiet Street; rear"
  city: Handsville
  region: CO
  postal_code: "80000"
"""


def card(project: Project) -> str:
    return (project.output / "practice.vcf").read_bytes().decode()


def test_it_has_every_fact(live: Project) -> None:
    """What a visitor would type into a telephone."""
    assert card(live).replace("\r\n ", "").split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:;;;;",
        "FN:Example Hands",
        "ORG:Example Hands",
        "X-ABSHOWAS:COMPANY",
        "TEL;TYPE=WORK:+13035550142",
        "TEL;TYPE=WORK,FAX:+13035550144",
        "EMAIL;TYPE=INTERNET:hello@hands.test",
        "URL:https://www.example.com/",
        "ADR;TYPE=WORK:;;1 Quiet Street;Handsville;CO;80000;US",
        "GEO:39.5;-105.25",
        "TZ;VALUE=text:America/Denver",
        r"NOTE:Hours\nMonday: 9 AM to 6 PM\nTuesday: 8:30 AM to noon\, 1 PM to 8 PM\n"
        r"Wednesday: closed\nThursday: 9 AM to 6 PM\nFriday: 9 AM to 6 PM\n"
        r"Saturday: 10 AM to 2 PM\nSunday: closed\n\n"
        r"July 1 to August 31\nFriday: 9 AM to 1 PM\nSaturday: closed",
        "END:VCARD",
        "",
    ]


def test_what_is_not_known_is_not_there(bare: Project) -> None:
    """An empty line would be an empty field in somebody's telephone."""
    bare.built()
    assert card(bare).split("\r\n") == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "N:;;;;",
        "FN:Bare Hands",
        "ORG:Bare Hands",
        "X-ABSHOWAS:COMPANY",
        "TEL;TYPE=WORK:+13035550142",
        "URL:https://www.example.com/",
        "TZ;VALUE=text:America/Denver",
        "END:VCARD",
        "",
    ]


def test_another_program_reads_what_was_written(tmp_path: Path) -> None:
    """Semicolons and commas part values in this format, and long lines are folded."""
    rest = PRACTICE.partition("\n")[2]
    site = model(tmp_path, {"practice.yaml": HARD + rest, "pages/home.md": PAGE})
    text = vcard(site)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    read = vobject.readOne(text)
    assert (read.fn.value, read.org.value) == (site.practice.name, [site.practice.name])
    assert read.adr.value.street == "Suite 5, 1 Quiet Street; rear"


def test_an_extension_is_part_of_the_number(tmp_path: Path) -> None:
    """A telephone dials it when somebody answers."""
    practice = PRACTICE.replace("303-555-0142", "303-555-0142 x12")
    text = vcard(model(tmp_path, {"practice.yaml": practice, "pages/home.md": PAGE}))
    assert vobject.readOne(text).tel.value == "+13035550142;ext=12"


def test_the_contact_page_leads_to_it(live: Project) -> None:
    """A plain link: browsers open it, or save it, as the device is used to."""
    link = live.page("/contact/").select_one("a[href='/practice.vcf']")
    assert link is not None
    assert (link.get_text(), link["type"]) == ("Save to contacts", "text/vcard")
