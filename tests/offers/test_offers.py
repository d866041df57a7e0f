"""Offers: what may stand in their files, and what makes one untrue."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.core.model.pages import Link, Page
from plugins.core.problems import ContentError, Problem
from plugins.offers import FEATURE, page_values
from plugins.offers.schedule import running, scheduled_offers
from tests.sites import PAGE, PRACTICE, model, only, told

FILES = {"practice.yaml": PRACTICE, "pages/offers.md": PAGE, "pages/contact.md": PAGE}
SURE = {"ends": "2031-01-01", "terms": "For everyone."}


def offer(body: str = "", /, **fields: object) -> str:
    rows = [f"{key}: {value}" for key, value in {"headline": "Tea", **fields}.items()]
    return "\n".join(["---", *rows, "---", body, ""])


def checked(folder: Path, *offers: str) -> list[Problem]:
    """What the checks say of offers a.md, b.md, ..."""
    named = {f"offers/{name}.md": text for name, text in zip("abc", offers, strict=False)}
    return list(FEATURE.site_problems(model(folder, FILES | named)))


def refused(folder: Path, text: str) -> Problem:
    with pytest.raises(ContentError) as caught:
        model(folder, FILES | {"offers/a.md": text})
    (problem,) = caught.value.problems
    return problem


def test_an_offer_that_says_everything_is_no_problem(tmp_path: Path) -> None:
    """When it ends, who it is for, what it saves and from what, and where the code belongs."""
    text = offer(
        "Come in.", **SURE | {"code": "TEA-1", "terms": "Say tea-1.", "saving": 5},
        regular_price=80, headline='"Tea, save $5"',
    )  # fmt: skip
    assert checked(tmp_path, text) == []


def test_an_offer_that_says_little_is_worth_a_look(tmp_path: Path) -> None:
    """Each thing that people ask about, and what to write."""
    assert [(one.level, one.line, one.found, one.needed, one.fix)
            for one in checked(tmp_path, offer(saving=5))] == [
        (
            "warning", 2, "an offer without an end",
            "until when it runs: nobody remembers to take it down",
            'write its last day, such as "ends: 2030-06-30"',
        ),
        (
            "warning", 2, "an offer without terms",
            "who it is for and what it excludes",
            'write "terms: ..."',
        ),
        (
            "warning", 3, "$5 to save, and no regular price",
            "the price that it is taken off (16 CFR 233.1)",
            'write "regular_price: ..."',
        ),
    ]  # fmt: skip


def test_terms_without_the_code_are_worth_a_look(tmp_path: Path) -> None:
    """A code that nobody explains is refused at the desk."""
    text = offer(**SURE, code="TEA-1")
    assert told(checked(tmp_path, text)) == [("warning", 4, 'terms without the code "TEA-1"')]


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": "A limited offer"},
        {"headline": "Limited-time savings"},
        {"terms": "For a short time."},
        {"terms": "While supplies last."},
        {"body": "It is limited."},
    ],
)
def test_a_limited_offer_without_a_limit_is_untrue(tmp_path: Path, fields: dict[str, str]) -> None:
    """16 CFR 233.5: what hurries people must be so."""
    text = offer(fields.pop("body", ""), **{"terms": "For everyone.", **fields})
    (problem,) = checked(tmp_path, text)
    assert (problem.level, problem.needed, problem.fix) == (
        "error",
        "a limit: what is called limited must be (16 CFR 233.5)",
        'write its last day, such as "ends: 2030-06-30", or leave the word out',
    )
    assert checked(tmp_path, text.replace("---\n", "---\nends: 2031-01-01\n", 1)) == []


def test_limited_movement_is_no_hurry(tmp_path: Path) -> None:
    """Nor is "limited to one for each client"."""
    text = offer("For limited range of motion.", terms="Limited to one for each client.")
    assert told(checked(tmp_path, text)) == [("warning", 2, "an offer without an end")]


@pytest.mark.parametrize(
    ("headline", "saving", "price", "fine"),
    [
        ("20% off", "20%", None, True),
        ("20 percent off", "20%", 90, True),
        ("Save 20% now", "15%", 90, False),
        ("20% off", "$18", 90, True),
        ("20% off", "$20", 90, False),
        ("Save $18", "20%", 90, True),
        ("Save $20", "20%", 90, False),
        ("Save $20", "20%", None, True),
    ],
)
def test_a_share_of_the_price_is_held_against_the_headline(
    tmp_path: Path, headline: str, saving: str, price: int | None, *, fine: bool
) -> None:
    """Also where one of the two is in dollars."""
    fields = {"headline": f'"{headline}"', "saving": saving, "regular_price": price or ""}
    problems = [one.level for one in checked(tmp_path, offer(**SURE, **fields))]
    assert ("error" not in problems) is fine


@pytest.mark.parametrize(("preview", "level"), [(True, "warning"), (False, "error")])
@pytest.mark.parametrize(("price", "saving", "fine"), [(20, 90, False), (90, 90, True)])
def test_nobody_saves_more_than_the_price(
    tmp_path: Path, price: int, saving: int, level: str, *, preview: bool, fine: bool
) -> None:
    """The two numbers were swapped; the live site never says so."""
    files = FILES | {"offers/a.md": offer(**SURE, regular_price=price, saving=saving)}
    problems = list(FEATURE.site_problems(model(tmp_path, files, preview=preview)))
    assert [one.level for one in problems] == ([] if fine else [level])


def test_a_saving_differs_from_no_headline(tmp_path: Path) -> None:
    """Which of the two is charged at the desk?"""
    text = offer(**SURE, headline='"Save $30 now"', saving=25, regular_price=80)
    (problem,) = checked(tmp_path, text)
    assert (problem.level, problem.found, problem.needed) == (
        "error",
        '$25, and "Save $30" in the headline',
        "the same amount in both",
    )


def test_a_comma_behind_a_saving_is_none_of_its_own(tmp_path: Path) -> None:
    """ "Save $30, now" stopped the build with a fault of the generator."""
    text = offer(**SURE, headline='"Save $30, now"', saving=25, regular_price=80)
    (problem,) = checked(tmp_path, text)
    assert problem.found == '$25, and "Save $30" in the headline'


def test_one_offer_twice_on_a_page_is_refused(tmp_path: Path) -> None:
    """Two banners that say the same look like a fault."""
    (problem,) = checked(tmp_path, offer(**SURE), offer(**SURE, headline="TEA"))
    assert (problem.level, problem.path, problem.line) == (
        "error",
        (tmp_path / "offers/b.md").as_posix(),
        2,
    )
    assert problem.found.endswith("/offers/a.md")
    assert problem.needed == "every offer once on a page"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"pages": "/contact/"}, {"pages": "/offers/"}),
        ({"ends": "2030-06-01"}, {"starts": "2030-06-02"}),
        ({"ends": "2030-01-01"}, {}),
    ],
)
def test_offers_that_never_meet_may_read_the_same(
    tmp_path: Path, first: dict[str, str], second: dict[str, str]
) -> None:
    """On other pages, on other days, or when one is over."""
    problems = checked(tmp_path, offer(**SURE | first), offer(**SURE | second))
    assert [one for one in problems if one.level == "error"] == []


def test_a_page_that_does_not_exist_is_told_with_the_nearest(tmp_path: Path) -> None:
    """An offer for /contcat/ would show nowhere, and nobody would know."""
    (problem,) = checked(tmp_path, offer(**SURE, pages="[/contact/, /contcat/]"))
    assert (problem.line, problem.found, problem.needed, problem.fix) == (
        5,
        '"/contcat/"',
        "the address of a page of this site, or the word everywhere",
        'did you mean "/contact/"?',
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("everywhere", "everywhere"),
        ("[/contact/, Everywhere]", "everywhere"),
        ("contact", ("/contact/",)),
        ("/contact", ("/contact/",)),
        ("[/contact/, /]", ("/contact/", "/")),
        ("/contact/, offers", ("/contact/", "/offers/")),
        ("home", ("/",)),
        ("Home page and /contact/", ("/", "/contact/")),
        ("[homepage]", ("/",)),
        ("all pages", "everywhere"),
    ],
)
def test_pages_are_read_as_staff_write_them(tmp_path: Path, written: str, read: object) -> None:
    """One or many, with slashes or without."""
    site = model(tmp_path, FILES | {"offers/a.md": offer(pages=written)})
    assert only(site, "offers").facts.pages == read


@pytest.mark.parametrize(
    ("fields", "line", "needed"),
    [
        ({"starts": "2030-06-02", "ends": "2030-06-01"}, 4, "an end after the start"),
        ({"starts": "2030-06-01 18:00", "ends": "2030-06-01 18:00"}, 4, "an end after the start"),
        ({"ends": "2030-03-10 02:30"}, 3, "a time that exists: on Sunday, March 10, 2030 the clock "
         "in America/Denver skips from 02:00 to 03:00"),
        ({"pages": "[]"}, 3, "at least one page: an offer that shows nowhere is no offer"),
        ({"pages": "{a: b}"}, 3, "the addresses of pages, or the word everywhere"),
        ({"pages": "//evil.test"}, 3, "the address of a page of this site, like /first-visit/"),
        ({"saving": "101%"}, 3, "from 1% to 100%"),
        ({"saving": "up to 20%"}, 3, "an amount like 25 or 25.50, or a share like 20%"),
        ({"saving": "a lot"}, 3, "an amount like 25 or 25.50, or a share like 20%"),
    ],
)  # fmt: skip
def test_a_field_that_makes_no_sense_is_refused(
    tmp_path: Path, fields: dict[str, object], line: int, needed: str
) -> None:
    """With its line, and what is needed."""
    problem = refused(tmp_path, offer(**fields))
    assert (problem.line, problem.needed) == (line, needed)


def test_a_day_is_a_whole_day_and_may_begin_and_end_an_offer(tmp_path: Path) -> None:
    """starts and ends on one day: from its first second to its last."""
    files = FILES | {"offers/a.md": offer(starts="2030-06-01", ends="2030-06-01")}
    period = only(model(tmp_path, files), "offers").facts.period(model(tmp_path).practice.time_zone)
    assert (period.starts, period.ends) == (
        datetime(2030, 6, 1, 6, tzinfo=UTC),
        datetime(2030, 6, 2, 6, tzinfo=UTC),
    )


def test_what_runs_is_ordered_by_priority_then_end_then_name(tmp_path: Path) -> None:
    """The order of the banner and of the overview, the same in every build."""
    files = {
        "offers/a-open.md": offer(),
        "offers/b-late.md": offer(ends="2030-08-01"),
        "offers/c-soon.md": offer(ends="2030-06-01"),
        "offers/d-first.md": offer(priority=1),
        "offers/e-later.md": offer(starts="2030-06-01"),
        "offers/f-over.md": offer(ends="2030-05-14"),
        "offers/g-late.md": offer(ends="2030-08-01"),
    }
    site = model(tmp_path, FILES | files)
    now = running(scheduled_offers(site), site.now)
    assert [one.document.slug for one in now] == ["d-first", "c-soon", "b-late", "g-late", "a-open"]


def test_a_running_offer_has_its_end_in_words_and_its_modalities(tmp_path: Path) -> None:
    """What templates show of it; a starter among its modalities is not published."""
    modality = "---\ntitle: A\nsummary: B.\n---\n"
    files = FILES | {
        "pages/modalities.md": PAGE,
        "modalities/a.md": modality,
        "modalities/b.md": modality.replace("title", "starter: yes\ntitle"),
        "offers/a.md": offer(ends="2030-05-31", modalities="[a, b]"),
    }
    (one,) = scheduled_offers(model(tmp_path, files))
    assert (one.until, [other.slug for other in one.modalities]) == (
        "Friday, May 31, 2030",
        ["a"],
    )


def test_a_page_gets_its_own_offers_and_all_of_them(tmp_path: Path) -> None:
    """The banner is for a page, the overview for everything; it needs no banner above it."""
    files = {"offers/a.md": offer(pages="/contact/"), "offers/b.md": offer()}
    site = model(tmp_path, FILES | files)
    overview = Page("/offers/", "Offers", "", "offers")
    own = Page("/offers/b/", "B", "", "offer", parent=Link("Offers", "/offers/"))
    assert [page_values(site, page)["stretches"] for page in (overview, own)] == [(), ()]
    values = page_values(site, Page("/first-visit/", "First visit", "", "page"))
    assert [one.document.slug for one in values["offers"]] == ["a", "b"]
    assert [one.offer and one.offer.document.slug for one in values["stretches"]] == ["b"]
