"""Right to left: a site in Hebrew letters is the mirror of one in Latin letters.

The content and the interface of the practice with every fact are put into Hebrew letters, one for
one: nobody claims that this is Hebrew. It shows what lines do that begin on the right.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Locator, Page

from plugins.core.i18n.phrases import TOKEN
from tests.audit.layout import sideways
from tests.browser.test_style_guide import OPTIONS, TOO_WIDE
from tests.build.conftest import Project
from tests.build.render.test_second_language import dumped, fields_in_letters, put_into_letters
from tests.conftest import serving_folder
from tests.sites import FULL, ROOT

pytestmark = pytest.mark.xdist_group("right-to-left")  # one process makes the site

HEBREW = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "אבגדהופזיחכלמנסעקרשתבוקצטז" * 2
)
# One of each kind.
PAGES = (
    *("/", "/contact/", "/modalities/", "/modalities/swedish-massage/", "/symptoms/"),
    *("/symptoms/stiff-neck/", "/people/", "/people/ada-example/", "/prices/", "/offers/"),
    *("/offers/deep-week/", "/news/", "/news/new-table/", "/search/", "/privacy/", "/404.html"),
)


def words_in_hebrew(entry: Any) -> Any:
    """Places and marks stay as they are; each count has the forms of Hebrew."""
    if isinstance(entry, dict) and "other" in entry:
        return dict.fromkeys(("one", "two", "other"), words_in_hebrew(entry["other"]))
    if isinstance(entry, dict):
        return {key: words_in_hebrew(one) for key, one in entry.items()}
    parts = re.split(f"({TOKEN.pattern.replace('(', '(?:')})", entry)
    return "".join(one if TOKEN.fullmatch(one) else one.translate(HEBREW) for one in parts)


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The preview of that site, served."""
    made = Project(tmp_path_factory.mktemp("hebrew"))
    shutil.copytree(FULL, made.content)
    put_into_letters(made.content, HEBREW)
    facts = yaml.load((FULL / "practice.yaml").read_text(), yaml.BaseLoader)  # noqa: S506
    del facts["words"]  # its own are words of the interface
    practice = {**fields_in_letters(facts, HEBREW), "language": "he"}
    (made.content / "practice.yaml").write_text(dumped(practice), encoding="utf-8")
    theme = made.folder / "theme"
    shutil.copytree(ROOT / "theme", theme)
    english = yaml.safe_load((theme / "words/en.yaml").read_text(encoding="utf-8"))
    (theme / "words/he.yaml").write_text(dumped(words_in_hebrew(english)), encoding="utf-8")
    made.built(live=False, THEME=str(theme))
    with serving_folder(made.output) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    yield opened
    opened.close()


def box(part: Locator) -> tuple[float, float]:
    """The left and the right edge of an element."""
    found = part.bounding_box()
    assert found
    return found["x"], found["x"] + found["width"]


def test_a_page_begins_on_the_right(page: Page, hebrew: str) -> None:
    """The name first, then the menu, then the number: as people read."""
    page.goto(f"{hebrew}/contact/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    parts = (".site_header .name", ".site_header nav", ".site_header .number")
    name, menu, number = (box(page.locator(one)) for one in parts)
    assert number[1] <= menu[0]
    assert menu[1] <= name[0]


def test_the_menu_of_a_phone_covers_nothing(page: Page, hebrew: str) -> None:
    """It stood over the name of the practice, on the wrong side."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{hebrew}/contact/")
    assert box(page.locator(".site_header summary"))[1] <= box(page.locator(".name a").first)[0]


def test_the_digits_of_a_number_stay_in_order(page: Page, hebrew: str) -> None:
    """303 555 0142 would be dialled as 0142 555 303 by who reads it."""
    page.goto(f"{hebrew}/contact/")
    edges = """(html) => {
      const link = document.querySelector(".site_footer [href^='tel:']");
      link.textContent = "03 555 0142";
      const words = document.createRange();
      const edge = (at) => {
        words.setStart(link.firstChild, at);
        words.setEnd(link.firstChild, at + 1);
        return words.getBoundingClientRect().left;
      };
      return edge(0) < edge(10);
    }"""
    assert page.evaluate(edges)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", PAGES)
def test_no_page_is_wider_than_the_screen(
    page: Page, hebrew: str, address: str, width: int
) -> None:
    """What runs over the left edge cannot be scrolled to."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(hebrew + address)
    assert sideways(page) == []
    out = """() => [...document.querySelectorAll("main *, header *, footer *")]
      .filter((one) => one.checkVisibility() && !one.closest(".unseen, .skip_link, svg, noscript"))
      .filter((one) => one.getBoundingClientRect().left < -0.5)
      .map((one) => one.className || one.localName)"""
    assert page.evaluate(out) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_no_example_of_the_style_guide_is_wider_than_its_place(
    page: Page, hebrew: str, width: int
) -> None:
    """Every component in every variant."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{hebrew}/style-guide/")
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.long
@pytest.mark.parametrize("width", [320, 1280])
def test_everyone_can_use_every_example(page: Page, hebrew: str, width: int) -> None:
    """Targets that overlap, or text over text, show here."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{hebrew}/style-guide/")
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run('main', options)", OPTIONS)["violations"]
    broken = [f"{rule['id']}: {node['target'][-1]}" for rule in found for node in rule["nodes"]]
    assert broken == []
