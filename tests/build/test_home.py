"""The home page as practice.yaml arranges it, and a site without the map of the body."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup, Tag

from plugins.pages import FEATURE
from tests.build.conftest import Project
from tests.sites import PRACTICE, model, tree

QUESTION = "  questions:\n    - question: Must I undress?\n      answer: As far as you like.\n"
STEPS = "  steps:\n    - title: You call\n      text: We find a time.\n    - title: You rest\n"


def arranged(project: Project, rows: str, *, live: bool = False) -> BeautifulSoup:
    """The home page of a practice with these lines below home, and others."""
    facts = project.content / "practice.yaml"
    facts.write_text(f"{facts.read_text(encoding='utf-8')}home:\n{rows}", encoding="utf-8")
    project.built(live=live)
    return project.page("/")


def headings(page: BeautifulSoup) -> list[str]:
    main = page.find("main")
    assert isinstance(main, Tag)
    return [one.get_text(" ", strip=True) for one in main.find_all("h2")]


def test_sections_come_in_the_order_of_the_practice_and_no_others(full: Project) -> None:
    """What is first is what matters most to them."""
    rows = f"  sections: questions, steps, prices, people\n{QUESTION}{STEPS}"
    page = arranged(full, rows)
    assert headings(page)[:5] == [
        "Where does it hurt?",
        "Questions that clients ask",
        "What happens on a visit",
        "Sessions and prices",
        "Who works here",
    ]
    assert "What clients say" not in headings(page)
    steps = page.select(".steps li")
    assert [one.get_text(" ", strip=True) for one in steps] == [
        "You call We find a time.",
        "You rest",
    ]


def test_a_hero_alone_keeps_the_sections_and_what_hurts(full: Project) -> None:
    """Somebody who wants a photograph on top loses nothing below."""
    page = arranged(full, "  hero: picture\n")
    assert page.select_one(".hero > figure.picture img[fetchpriority=high]")
    assert not page.select_one(".hero .body_map")
    assert page.select_one("main > .body_map")
    assert len(page.select("figure.picture img[fetchpriority=high]")) == 1
    assert {"What we do", "Who works here", "News"} <= set(headings(page))


def test_a_hero_can_be_a_drawing(full: Project) -> None:
    """One of the theme's, in words too."""
    rows = "  hero: drawing\n  figure:\n    drawing: trigger-point\n    alt: A knot\n"
    page = arranged(full, rows)
    (figure,) = page.select(".hero > .figure [role=img]")
    assert figure["aria-label"] == "A knot"


def test_a_map_that_is_a_section_is_no_hero(full: Project) -> None:
    """It shows once."""
    page = arranged(full, "  sections: [people, map]\n")
    assert len(page.select(".body_map")) == 1
    assert headings(page)[:2] == ["Who works here", "Where does it hurt?"]


def test_without_the_body_map_no_byte_of_it_is_left(full: Project) -> None:
    """For a practice to which muscles are not the point."""
    page = arranged(full, f"  sections: [steps]\n{STEPS}", live=True)
    assert page.select_one(".body_map")
    facts = full.content / "practice.yaml"
    facts.write_text(f"{facts.read_text('utf-8')}body_map: no\n", encoding="utf-8")
    full.built()
    signs = (b"body_map", b"body-map", b"muscle-", b"drawing-body", b"hit-")
    for name in tree(full.output):
        content = (full.output / name).read_bytes()
        if not name.endswith((".html", ".js", ".css", ".svg", ".xml", ".txt")):
            continue
        found = [sign for sign in signs if sign in content]
        assert found in ([], [b"drawing-body"]), name  # a token of all drawings
    assert headings(full.page("/"))[0] == "Where does it hurt?"
    places = {str(one["href"]) for one in full.page("/symptoms/").select(".document_list a")}
    assert "/symptoms/stiff-neck/" in places


def test_the_practice_can_draw_itself(full: Project) -> None:
    """Its own drawing stands wherever one of the theme can, and its logo on every page."""
    text = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h9"/></svg>'
    full.write({"drawings/our-mark.svg": text})
    full.replace("practice.yaml", "  corners: square\n", "  corners: square\n  logo: our-mark\n")
    rows = "  hero: drawing\n  figure:\n    drawing: our-mark\n    alt: A mark\n"
    page = arranged(full, rows, live=True)
    for address in ("/", "/contact/", "/404.html"):
        (logo,) = full.page(address).select(".site_header .name svg[role=img]")
        assert logo["aria-label"] == "Example Hands"
        used = logo.select_one("use")
        assert used
        assert (full.output / str(used["href"]).partition("#")[0].strip("/")).is_file()
    (shown,) = page.select(".hero > .figure use")
    assert str(shown["href"]).endswith("#our-mark")


def test_what_the_home_page_cannot_show_is_told(full: Project) -> None:
    """Each with what to write, at its line."""
    full.replace(
        "pages/home.md",
        "picture:\n  file: hands.jpg\n  alt: Two hands resting on a folded towel\n",
        "",
    )
    facts = full.content / "practice.yaml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(f"{text}home:\n  hero: picture\n", encoding="utf-8")
    words = full.refused()
    assert (
        '  Found   "picture"\n'
        "  Needed  a picture of the home page\n"
        '  To fix  write "picture:" into content/pages/home.md, and below it file and alt\n'
    ) in words
    for rows, told in (
        ("  hero: drawing\n", 'write "figure:" below "home:", and below it drawing and alt'),
        ("  hero: drawing\n  figure: {drawing: triger-point, alt: A}\n", "trigger-point"),
        ("  hero: map\nbody_map: no\n", 'delete "body_map: no"'),
        ("  sections: [people, people]\n", "each section once"),
        ("  sections: [peeple]\n", 'did you mean "people"?'),
    ):
        facts.write_text(f"{text}home:\n{rows}", encoding="utf-8")
        assert told in full.refused(), rows


def test_a_section_and_what_it_shows_belong_together(tmp_path: Path) -> None:
    """Somebody who writes questions wants them to show; the site is built all the same."""
    rows = f"{PRACTICE}home:\n  sections: [people, steps]\n{QUESTION}"
    site = model(tmp_path, {"practice.yaml": rows})
    assert [
        (one.level, one.line, one.found, one.fix)
        for one in FEATURE.site_problems(site)
        if one.field.startswith("home")
    ] == [
        ("warning", 5, '"steps" alone', 'write "steps:" below "home:"'),
        ("warning", 6, '"questions:" and no section of that name', 'add "questions" to sections'),
    ]
