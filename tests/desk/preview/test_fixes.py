"""The buttons over the page: a safe repair is one press away, for a page of the preview alone."""

from __future__ import annotations

import http.client
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.desk.conftest import Start
from tests.desk.preview_process import PATIENCE, Events

PAGE = "<!doctype html>\n<title>A</title>\n<h1>{heading}</h1>\n"


def save(project: Path, heading: str, name: str = "index.html") -> None:
    (project / "content" / name).write_text(PAGE.format(heading=heading))


@pytest.fixture
def port(project: Path, start: Start) -> int:
    save(project, "In the clinic")
    preview = start()
    port = preview.port()
    preview.told()
    return port


def test_a_press_mends_the_file_and_the_page_comes_back(
    project: Path, port: int, page: Page
) -> None:
    """What would change can be read before."""
    page.goto(f"http://127.0.0.1:{port}/")
    save(project, "In teh clinic")
    panel = page.get_by_role("alertdialog", name="The site could not be built")
    expect(panel.get_by_role("listitem")).to_have_count(1)
    panel.get_by_text("Show the change").click()
    expect(panel.locator("details pre")).to_have_text(
        "content/index.html     3 - <h1>In teh clinic</h1>     3 + <h1>In the clinic</h1>"
    )
    panel.get_by_role("button", name="Fix it").click()
    expect(panel).to_be_hidden()
    expect(page.locator("h1")).to_have_text("In the clinic")
    assert (project / "content/index.html").read_text() == PAGE.format(heading="In the clinic")


def test_one_press_mends_all(project: Path, port: int, page: Page) -> None:
    page.goto(f"http://127.0.0.1:{port}/")
    save(project, "teh first", "a.html")
    save(project, "teh second", "b.html")
    panel = page.get_by_role("alertdialog")
    panel.get_by_role("button", name="Fix all 2").click()
    expect(panel).to_be_hidden()
    assert "the first" in (project / "content/a.html").read_text()
    assert "the second" in (project / "content/b.html").read_text()


def test_warnings_of_a_site_that_was_built_are_in_a_badge(
    project: Path, port: int, page: Page
) -> None:
    """They are not in the way, and yet nobody has to look at a terminal."""
    page.goto(f"http://127.0.0.1:{port}/")
    badge = page.get_by_role("button", name="1 thing to look at")
    expect(badge).to_be_hidden()
    save(project, "quite good")
    badge.click()
    panel = page.get_by_role("alertdialog", name="Worth a look")
    expect(panel.locator("li")).to_contain_text("To fix  leave it out")
    panel.get_by_role("button", name="Close").click()
    save(project, "good")
    expect(page.locator("h1")).to_have_text("good")
    expect(badge).to_be_hidden()


def ask_to_fix(port: int, wish: object, **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("POST", "/_preview/fix", json.dumps(wish), headers)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


@pytest.mark.parametrize("forged", ["Origin", "X-Preview-Token", "both", "Host"])
def test_no_other_page_can_have_anything_fixed(project: Path, port: int, forged: str) -> None:
    """Any website that staff visit can send requests to their own computer."""
    save(project, "teh clinic")
    events = Events(port)
    while not (status := events.next())["problems"]:
        pass
    right = {"Origin": f"http://127.0.0.1:{port}", "X-Preview-Token": str(status["token"])}
    wrong = {
        "Origin": right | {"Origin": "https://evil.example"},
        "X-Preview-Token": right | {"X-Preview-Token": "guess"},
        "both": {},
        "Host": right | {"Host": "evil.example", "Origin": "http://evil.example"},
    }
    wish = {"build": status["build"], "number": 0}
    assert ask_to_fix(port, wish, **wrong[forged])[0] in (400, 403)
    assert "teh" in (project / "content/index.html").read_text()
    assert ask_to_fix(port, wish, **right) == (204, "")
    assert "the" in (project / "content/index.html").read_text()


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        ({"build": "other-1", "number": 0}, 409),
        ({"number": 7}, 409),
        ({"number": -1}, 409),
        ({"number": "0"}, 409),
        ({"build": None}, 400),
        ([], 400),
    ],
)
def test_a_wish_that_fits_no_problem_changes_nothing(
    project: Path, port: int, wish: object, code: int
) -> None:
    save(project, "teh clinic")
    events = Events(port)
    while not (status := events.next())["problems"]:
        pass
    right = {"Origin": f"http://127.0.0.1:{port}", "X-Preview-Token": str(status["token"])}
    if isinstance(wish, dict):
        wish = {"build": status["build"]} | wish
        wish = {key: value for key, value in wish.items() if value is not None}
    assert ask_to_fix(port, wish, **right)[0] == code
    assert "teh" in (project / "content/index.html").read_text()


def test_a_file_that_was_saved_meanwhile_is_left(project: Path, port: int) -> None:
    """The preview has not seen the save yet; the person's words win."""
    save(project, "teh clinic")
    events = Events(port)
    while not (status := events.next())["problems"]:
        pass
    right = {"Origin": f"http://127.0.0.1:{port}", "X-Preview-Token": str(status["token"])}
    (project / "content/wait.txt").touch()
    save(project, "teh other clinic")
    code, words = ask_to_fix(port, {"build": status["build"], "number": 0}, **right)
    (project / "content/wait.txt").unlink()
    assert code == 409
    assert words.startswith(("content/index.html was saved meanwhile", "The site was built again"))
    assert "teh other" in (project / "content/index.html").read_text()
