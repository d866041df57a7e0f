"""The editor of the live site: a token, a commit, and what can go wrong between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.build.conftest import Project
from tests.editor.checkout import PHONE, changed_lines, hosted, packages
from tests.editor.github import ADDRESS, GitHub
from tests.search.headers import sending_headers
from tests.sites import FULL

REPOSITORY, TOKEN = "example/hands", "github_pat_11EXAMPLE"
LISTEN = """window.stopped = [];
addEventListener("securitypolicyviolation", (event) => stopped.push(event.blockedURI));"""
SPRING = "content/offers/spring.md"


@pytest.fixture
def github() -> GitHub:
    return GitHub(REPOSITORY, FULL, TOKEN)


@pytest.fixture
def page(browser: Browser, github: GitHub, tmp_path: Path) -> Iterator[Page]:
    """The editor on a phone. Requests to any other host than GitHub's API are a failure."""
    foreign: list[str] = []
    with hosted(tmp_path, FULL, REPOSITORY) as address:
        context = browser.new_context(viewport={"width": PHONE, "height": 800})
        page = context.new_page()
        github.serve(page)
        own = (address, ADDRESS, "data:", "blob:")
        page.on(
            "requestfinished",
            lambda one: None if one.url.startswith(own) else foreign.append(one.url),
        )
        page.goto(address)
        yield page
        context.close()
    assert foreign == []


def sign_in(page: Page, token: str) -> None:
    page.get_by_role("button", name="Sign In Using Access Token").click()
    page.get_by_role("textbox", name="Personal Access Token").fill(token)
    page.get_by_role("alertdialog").get_by_role("button", name="Sign In").click()


def edit(page: Page, text: str) -> None:
    """Change the headline of an offer, and save."""
    page.get_by_text("Collections").first.wait_for()
    page.goto(f"{page.url.partition('#')[0]}#/collections/offers/entries/spring")
    page.get_by_role("textbox", name="Headline", exact=True).fill(text)
    page.get_by_role("button", name="Save", exact=True).click()


def test_a_save_is_one_commit_of_one_line(page: Page, github: GitHub) -> None:
    """Under the policy of the page, with the token of one repository."""
    sign_in(page, TOKEN)
    edit(page, "Spring for all")
    page.get_by_text("Entry saved").first.wait_for()
    assert github.commits == 2
    assert changed_lines((FULL / "offers/spring.md").read_bytes(), github.files[SPRING]) == [
        "-headline: Spring, save $25 on Swedish massage",
        "+headline: Spring for all",
    ]


@pytest.mark.torture
def test_a_token_that_is_wrong_or_expired_is_a_sentence(page: Page) -> None:
    sign_in(page, "github_pat_11OLD")
    page.get_by_role("alert").filter(has_text="token").first.wait_for()
    sign_in(page, TOKEN)
    page.get_by_text("Collections").first.wait_for()


@pytest.mark.torture
def test_without_a_connection_a_save_is_refused_and_nothing_is_lost(
    page: Page, github: GitHub
) -> None:
    """A phone in a cellar: what somebody typed stays, and is saved once there is a connection."""
    words = "GitHub cannot be reached. Check the connection"
    page.route(f"{ADDRESS}/**", lambda route: route.abort())
    sign_in(page, TOKEN)
    page.get_by_role("alert").filter(has_text=words).first.wait_for()
    page.unroute(f"{ADDRESS}/**")
    github.serve(page)
    sign_in(page, TOKEN)
    page.get_by_text("Collections").first.wait_for()
    page.route(f"{ADDRESS}/**", lambda route: route.abort())
    edit(page, "Spring for all")
    told = page.get_by_role("alertdialog").filter(has_text=words)
    told.get_by_role("button").last.click()
    assert github.commits == 1
    page.unroute(f"{ADDRESS}/**")
    github.serve(page)
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Entry saved").first.wait_for()
    assert b"headline: Spring for all" in github.files[SPRING]


@pytest.mark.torture
def test_a_change_of_somebody_else_is_not_overwritten(page: Page, github: GitHub) -> None:
    """Two people edit one offer: the second learns of it, and loses no word."""
    sign_in(page, TOKEN)
    page.get_by_text("Collections").first.wait_for()
    theirs = github.files[SPRING].replace(b"Spring, save", b"Spring: you save")
    github.files[SPRING] = theirs
    github.commits += 1
    edit(page, "Spring for all")
    page.get_by_role("alertdialog").or_(page.get_by_role("alert")).first.wait_for()
    assert github.files[SPRING] == theirs
    assert page.get_by_role("textbox", name="Headline", exact=True).input_value() == (
        "Spring for all"
    )


@pytest.mark.torture
def test_the_published_editor_works_under_the_headers_of_its_host(
    browser: Browser, github: GitHub, full: Project
) -> None:
    """Header and page both have the policy; it stops the two hosts that Sveltia would ask."""
    packages()
    full.built(EDITOR=f"github:{REPOSITORY}")
    with sending_headers(full.output) as address:
        context = browser.new_context()
        page = context.new_page()
        page.add_init_script(LISTEN)
        github.serve(page)
        page.goto(f"{address}/admin/")
        sign_in(page, TOKEN)
        edit(page, "Spring for all")
        page.get_by_text("Entry saved").first.wait_for()
        stopped = {urlsplit(one).hostname for one in page.evaluate("stopped")}
        context.close()
    assert github.commits == 2
    assert stopped <= {"cdn.jsdelivr.net", "www.githubstatus.com"}
