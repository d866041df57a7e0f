"""Modalities, symptoms, pages and news: their models, their order, their pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core.model.pages import Page
from plugins.core.problems import ContentError
from plugins.modalities import FEATURE as MODALITIES
from plugins.news import FEATURE as NEWS
from plugins.pages import FEATURE as PAGES
from plugins.symptoms import FEATURE as SYMPTOMS
from tests.sites import FEATURES, PAGE, PRACTICE, model, told

HOME = Page("/", "Home", "", "home")
FILES = {"practice.yaml": PRACTICE}


def modality(**fields: str) -> str:
    rows = [f"{key}: {value}" for key, value in {"title": "A", "summary": "B.", **fields}.items()]
    return "\n".join(["---", *rows, "---", ""])


def problem_of(folder: Path, name: str, text: str) -> tuple[int, str, str]:
    with pytest.raises(ContentError) as caught:
        model(folder, FILES | {name: text})
    (problem,) = caught.value.problems
    return problem.line, problem.field, problem.needed


def test_modalities_that_are_sure_and_widely_chosen_stand_first(tmp_path: Path) -> None:
    """A visitor reads the first three."""
    files = {
        "symptoms/x.md": modality(),
        "symptoms/y.md": modality(),
        "modalities/a.md": modality(title="Starter", starter="yes", symptoms="[x, y]"),
        "modalities/b.md": modality(title="Bee", symptoms="x"),
        "modalities/c.md": modality(title="Wide", symptoms="[x, y]"),
        "modalities/d.md": modality(title="Ant", symptoms="x"),
    }
    values = MODALITIES.page_values(model(tmp_path, FILES | files, preview=True), HOME)
    assert [one.title for one in values["modalities"]] == ["Wide", "Ant", "Bee", "Starter"]


def test_a_modality_without_sessions_is_noted(tmp_path: Path) -> None:
    """make check lists it; no page says so."""
    site = model(tmp_path, FILES | {"modalities/a.md": modality()})
    assert told(list(MODALITIES.site_problems(site))) == [("note", 2, "")]
    sessions = "\n  - minutes: 60\n    price: 95"
    site = model(tmp_path, FILES | {"modalities/a.md": modality(sessions=sessions)})
    assert told(list(MODALITIES.site_problems(site))) == []


@pytest.mark.parametrize(
    ("minutes", "price"), [("4", "95"), ("481", "95"), ("an hour", "95"), ("60", "95 dollars")]
)
def test_a_session_that_cannot_be_is_refused(tmp_path: Path, minutes: str, price: str) -> None:
    """480 minutes are eight hours; prices are digits."""
    sessions = f"\n  - minutes: {minutes}\n    price: {price}"
    line, field, _ = problem_of(tmp_path, "modalities/a.md", modality(sessions=sessions))
    assert (line, field) == ((6, "sessions 1, price") if minutes == "60" else
                             (5, "sessions 1, minutes"))  # fmt: skip


def test_an_unknown_symptom_is_told_with_all_that_are_known(tmp_path: Path) -> None:
    """And the nearest of them."""
    files = {"symptoms/knee-pain.md": modality(), "symptoms/hip-pain.md": modality()}
    with pytest.raises(ContentError) as caught:
        model(tmp_path, FILES | files | {"modalities/a.md": modality(symptoms="[hip-pain, kne]")})
    (problem,) = caught.value.problems
    assert (problem.line, problem.field, problem.found, problem.needed, problem.fix) == (
        4,
        "symptoms",
        '"kne"',
        "the name of a file in symptoms/, without .md: hip-pain or knee-pain",
        "delete the line, or add the file symptoms/kne.md",
    )


def test_a_symptom_when_there_is_none_says_so(tmp_path: Path) -> None:
    """An empty list of what is known would help nobody."""
    _, _, needed = problem_of(tmp_path, "modalities/a.md", modality(symptoms="knee"))
    assert needed == "the name of a file in symptoms/, which has none yet"


def test_a_symptom_gets_the_modalities_that_name_it(tmp_path: Path) -> None:
    """The other end of a link that is written once."""
    files = {
        "symptoms/x.md": modality(),
        "modalities/a.md": modality(symptoms="x"),
        "modalities/b.md": modality(),
    }
    (page,) = SYMPTOMS.pages(model(tmp_path, FILES | files))
    assert [one.slug for one in page.values["chosen"]] == ["a"]


@pytest.mark.parametrize(
    ("slug", "template", "address", "listed"),
    [
        ("home", "home", "/", True),
        ("404", "404", "/404.html", False),
        ("contact", "contact", "/contact/", True),
        ("thank-you", "page", "/thank-you/", False),
        ("offers", "offers", "/offers/", True),
        ("modalities", "page", "/modalities/", True),
        ("symptoms", "symptoms", "/symptoms/", True),
        ("pages", "page", "/pages/", True),
        ("about", "page", "/about/", True),
    ],
)
def test_a_page_gets_the_template_and_address_of_its_name(
    tmp_path: Path, slug: str, template: str, address: str, listed: bool
) -> None:
    """An overview of a folder that holds nothing is a page like any other."""
    files = FILES | {f"pages/{slug}.md": PAGE, "symptoms/x.md": modality()}
    (page,) = PAGES.pages(model(tmp_path, files))
    assert (page.template, page.address, page.listed) == (template, address, listed)


def test_an_overview_of_a_feature_that_is_gone_is_a_page_like_any_other(tmp_path: Path) -> None:
    """Its template would ask for what nobody gives it."""
    features = [feature for feature in FEATURES if feature.name != "offers"]
    site = model(tmp_path, FILES | {"pages/offers.md": PAGE}, features=features)
    assert [page.template for page in PAGES.pages(site)] == ["page"]


def test_the_menu_is_ordered_by_number_then_by_name(tmp_path: Path) -> None:
    """A page without a number stands at the end, one without navigation nowhere."""

    def in_menu(label: str, order: str = "") -> str:
        row = f"\n  order: {order}" if order else ""
        return modality(navigation=f"\n  label: {label}{row}")

    files = {
        "pages/d.md": in_menu("Last"),
        "pages/c.md": in_menu("Second", "20"),
        "pages/b.md": in_menu("First", "10"),
        "pages/a.md": in_menu("Third", "20").replace("20", "21"),
        "pages/e.md": PAGE,
    }
    values = PAGES.page_values(model(tmp_path, FILES | files), HOME)
    assert [(one.title, one.address) for one in values["navigation"]] == [
        ("First", "/b/"),
        ("Second", "/c/"),
        ("Third", "/a/"),
        ("Last", "/d/"),
    ]


def test_news_of_one_day_has_an_order(tmp_path: Path) -> None:
    """Newest first; on one day by name, backwards, in every build."""
    files = {
        "news/a.md": modality(date="2030-05-01"),
        "news/b.md": modality(date="2030-05-02"),
        "news/c.md": modality(date="2030-05-01"),
    }
    values = NEWS.page_values(model(tmp_path, FILES | files), HOME)
    assert [one.slug for one in values["news"]] == ["b", "c", "a"]


@pytest.mark.parametrize("date", ["5", "Friday", "10/11/2030", "2030-02-30", "May"])
def test_a_date_is_never_guessed(tmp_path: Path, date: str) -> None:
    """Pelican reads 5 as the fifth of this month, and goes on."""
    line, field, _ = problem_of(tmp_path, "news/a.md", modality(date=date))
    assert (line, field) == (4, "date")


@pytest.mark.parametrize("folder", ["modalities", "symptoms"])
def test_what_has_no_overview_asks_for_one(tmp_path: Path, folder: str) -> None:
    """Its pages would hang in the air: nothing leads back, nothing lists them."""
    site = model(tmp_path, FILES | {f"{folder}/a.md": modality()})
    wanted = [one.needed for one in PAGES.site_problems(site)]
    assert f"this page: it lists what is in {folder}/" in wanted


def test_a_feature_gives_names_that_no_other_gives(tmp_path: Path) -> None:
    """Two features that both call something "offers" would undo each other in silence."""
    site = model(tmp_path, FILES | {"pages/home.md": PAGE})
    names = [name for feature in FEATURES for name in feature.page_values(site, HOME)]
    assert sorted(names) == sorted(set(names))


def test_two_pages_that_nobody_can_tell_apart_are_told(tmp_path: Path) -> None:
    """A copied file that kept its title, an entry of the menu twice."""
    menu = "{label: First, order: 1}"
    files = {
        "pages/a.md": modality(title="One", navigation=menu),
        "pages/b.md": modality(title="one", navigation=menu),
        "pages/c.md": modality(title="Two", navigation="{label: Second}"),
        "pages/d.md": modality(title="Three", navigation="{label: Third}"),
    }
    site = model(tmp_path, FILES | files)
    twins = [one for one in PAGES.site_problems(site) if "has too" in one.found]
    assert [(one.level, Path(one.path).name, one.line, one.field) for one in twins] == [
        ("note", "b.md", 2, "title"),
        ("note", "b.md", 4, "navigation, label"),
        ("note", "b.md", 4, "navigation, order"),
    ]
