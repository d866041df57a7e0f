"""The list of offers: which runs when, and what is worth a look."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.small_sites import content

ROOT = Path(__file__).parents[2]
TERMS = "\nterms: Everyone, with HOLLY."
OFFERS = {
    "holiday": 'headline: "Holiday gift cards"\nstarts: 2026-12-10\nends: 2026-12-28 18:00\n'
    "priority: 20\ncode: HOLLY" + TERMS,
    "first": 'headline: "Save $20 on a first visit"\nends: 2026-12-31\npages: [/about/]' + TERMS,
    "winter": 'headline: "Winter"\nstarts: 2026-12-20\nends: 2026-12-31' + TERMS,
    "spring": 'headline: "Spring, ten percent off every session"\nstarts: 2027-02-01',
    "summer": 'headline: "Summer"\nstarts: 2026-08-01\nends: 2026-08-31' + TERMS,
}
FULL = """\
Offers as of Thursday, December 24, 2026, 9 AM (Denver)

Offer                 Shows       From        Until       Prio  Code   Now
--------------------------------------------------------------------------------
Holiday gift cards    everywhere  2026-12-10  2026-12-28    20  HOLLY  runs now
                                              18:00
Save $20 on a first   /about/     -           2026-12-31     0  -      runs now
visit
Winter                everywhere  2026-12-20  2026-12-31     0  -      runs now
Spring, ten percent   everywhere  2027-02-01  -              0  -      coming in
off every session                                                      39 days
Summer                everywhere  2026-08-01  2026-08-31     0  -      ended

                         2026                               2027
                         Aug    Sep    Oct    Nov    Dec    Jan    Feb
Holiday gift cards                                     =====
Save $20 on a first v... <==================================
Winter                                                   ===
Spring, ten percent o...                                           ++++++>
Summer                   .......
                                                          ^ now

= runs now   + is to come   . has ended   < > goes beyond

- No offer runs from January 1 to January 31, 2027.
- From now to 6 PM on December 28, 2026: "Holiday gift cards" shows, "Winter"
  waits.
- On /about/, from now to 6 PM on December 28, 2026: "Holiday gift cards" shows,
  "Save $20 on a first visit" and "Winter" wait.
- On /about/, from 6 PM on December 28 to December 31, 2026: "Save $20 on a
  first visit" shows, "Winter" waits.
- "Holiday gift cards" ends in 4 days: 6 PM on Monday, December 28, 2026.
- "Spring, ten percent off every session" has no end. To give it one, write
  "ends: 2027-03-31" in content/offers/spring.md.
- "Spring, ten percent off every session" has no terms. To say who it is for,
  write "terms: ..." in content/offers/spring.md.
- "Summer" has ended: Monday, August 31, 2026. Delete content/offers/summer.md?
"""


def offers(folder: Path, at: str, **environment: str) -> tuple[int, str]:
    """The exit code and the words of the command in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "plugins.desk", "offers",
         "--settings", str(ROOT / "pelicanconf.py")],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "AT": at} | environment,
        stdin=subprocess.DEVNULL, capture_output=True, check=False,
    )  # fmt: skip
    return done.returncode, (done.stdout + done.stderr).decode()


def sentences(folder: Path, at: str) -> list[str]:
    """What is said below the timeline."""
    return offers(folder, at)[1].partition("goes beyond\n\n")[2].splitlines()


def test_everything_about_the_offers_is_seen_at_once(tmp_path: Path) -> None:
    """What runs, what waits, what is missing: before, it took a look into every file."""
    content(tmp_path / "content", OFFERS)
    assert offers(tmp_path, "2026-12-24 09:00") == (0, FULL)


def test_a_french_site_has_english_messages_with_days_of_its_country(tmp_path: Path) -> None:
    """Until "lundi 28 décembre 2026" stood beside "ends in 4 days"."""
    content(tmp_path / "content", {"holiday": OFFERS["holiday"]}, "Europe/Paris")
    facts = tmp_path / "content/practice.yaml"
    facts.write_text(
        "name: Les mains\ntelephone: 01 99 00 12 34\ntime_zone: Europe/Paris\nlanguage: fr-FR\n"
    )
    said = offers(tmp_path, "2026-12-24 09:00")[1]
    assert said.startswith("Offers as of Thursday, 24 December 2026, 09:00 (Paris)\n"), said
    assert '- "Holiday gift cards" ends in 4 days: 18:00 on Monday, 28 December 2026.' in said


def test_a_terminal_of_eighty_columns_and_ascii_is_enough(tmp_path: Path) -> None:
    """Logs, cron mails and old terminals; a letter that is missing there becomes "?"."""
    long = "Vorfr\u00fchling: " + "word " * 20
    content(tmp_path / "content", {"long": f'headline: "{long}"\npriority: 5\ncode: {"X" * 40}'})
    code, said = offers(tmp_path, "2026-12-24", PYTHONIOENCODING="ascii")
    assert code == 0
    assert "Vorfr?hling:" in said
    assert said.isascii()
    assert max(map(len, said.splitlines())) == 80


def test_without_an_offer_it_says_how_to_write_one(tmp_path: Path) -> None:
    """The folder is empty on the first day."""
    content(tmp_path / "content", {})
    assert offers(tmp_path, "2026-12-24") == (
        0,
        "Offers as of Thursday, December 24, 2026, midnight (Denver)\n\n"
        'content/offers/ has no offer. To write one, type: make new-offer TITLE="..."\n',
    )


def test_problems_are_told_as_in_a_build(tmp_path: Path) -> None:
    """A list that left the broken offer out would be wrong where it matters."""
    content(tmp_path / "content", {"ten": "headline: Ten\nends: 31/12/2026"})
    assert offers(tmp_path, "2026-12-24") == (
        2,
        """\
content/offers/ten.md:3, ends
  Found   "31/12/2026"
  Needed  a date like 2026-12-31, or a date and time like 2026-12-31 18:00
  To fix  write "ends: 2026-12-31"

1 problem to fix. Nothing was changed: the site is as it was.
""",
    )


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"a": "headline: A\nends: 2026-12-24\nterms: All."},
            [
                "- No offer runs from December 25, 2026 on.",
                '- "A" ends today: Thursday, December 24, 2026.',
            ],
        ),
        (
            {"a": "headline: A\nstarts: 2026-12-26\nterms: All."},
            [
                "- No offer runs from now to December 25, 2026.",
                '- "A" has no end. To give it one, write "ends: 2027-01-31" in',
                "  content/offers/a.md.",
            ],
        ),
        (
            {"a": "headline: A\nends: 2027-12-31"},
            [
                "- No offer runs from January 1, 2028 on.",
                '- "A" has no terms. To say who it is for, write "terms: ..." in',
                "  content/offers/a.md.",
            ],
        ),
        (
            {"a": "headline: A\nends: 2026-12-23\nterms: All."},
            [
                "- No offer runs from now on.",
                '- "A" has ended: Wednesday, December 23, 2026. Delete content/offers/a.md?',
            ],
        ),
        (
            {"a": "headline: A\nends: 2027-01-31\npages: /about/\nterms: All."},
            [
                "- No offer runs from now to January 31, 2027, except on /about/.",
                "- No offer runs from February 1, 2027 on.",
            ],
        ),
        (
            {
                "a": "headline: A\nends: 2027-01-31\nterms: All.",
                "b": "headline: B\nstarts: 2027-01-31\nends: 2027-02-28\nterms: All.",
            },
            [
                "- No offer runs from March 1, 2027 on.",
                '- On January 31, 2027: "A" shows, "B" waits.',
            ],
        ),
    ],
    ids=["ends today", "no end", "no terms", "ended", "on one page", "one day together"],
)
def test_what_is_worth_a_look_is_a_sentence(
    tmp_path: Path, fields: dict[str, str], said: list[str]
) -> None:
    """A table shows it to who looks for it; a sentence says it to who does not."""
    content(tmp_path / "content", fields)
    assert sentences(tmp_path, "2026-12-24 09:00") == said


def test_two_years_of_offers_fit_the_timeline(tmp_path: Path) -> None:
    """Old files are never deleted; the months around this one stay wide enough to read."""
    content(
        tmp_path / "content",
        {
            "old": "headline: Old\nstarts: 2020-01-01\nends: 2020-02-28\nterms: All.",
            "new": "headline: New\nstarts: 2026-06-01\nends: 2029-12-31\nterms: All.",
        },
    )
    drawn = offers(tmp_path, "2026-12-24")[1].partition("\n\n")[2].partition("\n\n")[2]
    assert drawn.partition("\n\n")[0].splitlines() == [
        " " * 25 + "2026" + " " * 17 + "2027",
        " " * 25 + "JunJulAugSepOctNovDecJanFebMarAprMayJunJulAugSepOctNov",
        "New" + " " * 22 + "=" * 53 + ">",
        "Old" + " " * 22 + "<",
        " " * 45 + "^ now",
    ]
