"""State: what became of the last save, where staff look."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.editor.checkout import PHONE, hosted
from tests.sites import FULL

REPOSITORY = "example/hands"
STATE = {"published": "2030-05-15T18:00:00Z", "commit": "old", "problems": ["a.md\n  One"]}
RUNS = f"/repos/{REPOSITORY}/commits/new/check-runs"
FAILED = {"check_runs": [{"id": 7, "conclusion": "failure"}, {"id": 8, "conclusion": "success"}]}
SAID = [
    {
        "path": "content/offers/a.md",
        "start_line": 4,
        "message": "Found nothing",
        "annotation_level": "failure",
    },
    {"path": "b.md", "start_line": 1, "message": "old", "annotation_level": "warning"},
]


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The editor of the live site, with the state of its last build."""
    with hosted(tmp_path, FULL, REPOSITORY) as address:
        (tmp_path / "admin/state.json").write_text(json.dumps(STATE))
        context = browser.new_context(
            viewport={"width": PHONE, "height": 800}, base_url=address, timezone_id="America/Denver"
        )
        yield context.new_page()
        context.close()


def shown(page: Page, answers: Mapping[str, Any]) -> str:
    """What the page says, when GitHub answers so; 404 to anything else."""

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix("https://api.github.com").partition("?")[0]
        found = answers.get(path)
        route.fulfill(
            status=200 if found is not None else 404, json=found,
            headers={"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*"},
        )  # fmt: skip

    page.route("https://api.github.com/**", answer)
    with page.expect_request("https://api.github.com/**"):
        page.goto("./")
    page.wait_for_load_state("networkidle")
    text: str = page.locator("#state").inner_text()
    return text


def commits(newest: str) -> dict[str, Any]:
    return {f"/repos/{REPOSITORY}/commits": [{"sha": newest}]}


def test_a_save_that_is_published_says_when(page: Page) -> None:
    said = shown(page, commits("old"))
    assert said.replace("\u202f", " ") == (
        "Published on May 15, 2030 at 12:00 PM. 1 thing to look at."
    )
    page.locator("#state summary").click()
    assert page.locator("#state li").inner_text() == "a.md\n  One"
    # The editor begins below it.
    bottom = page.evaluate("document.getElementById('state').getBoundingClientRect().bottom")
    assert page.evaluate("document.querySelector('.sui').getBoundingClientRect().top") >= bottom


def test_a_save_that_failed_says_what_is_wrong(page: Page) -> None:
    """The live site stays as it was, and nothing else would tell them why."""
    answers = commits("new") | {
        RUNS: FAILED,
        f"/repos/{REPOSITORY}/check-runs/7/annotations": SAID,
    }
    said = shown(page, answers)
    assert said.startswith("Your last save is not on the site, which is as it was.")
    page.locator("#state summary").click()
    assert page.locator("#state li").all_inner_texts() == ["content/offers/a.md:4 Found nothing"]
    link = page.get_by_role("link", name="See on GitHub what happened")
    assert link.get_attribute("href") == f"https://github.com/{REPOSITORY}/actions"


@pytest.mark.torture
def test_a_save_that_is_under_way_says_so(page: Page) -> None:
    """Also where the token may not read checks."""
    assert shown(page, commits("new")).startswith("A newer save is not on the site yet.")


@pytest.mark.torture
def test_a_github_that_does_not_answer_is_no_news(page: Page) -> None:
    assert shown(page, {}).startswith("Published on May 15, 2030")
