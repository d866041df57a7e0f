"""What a person sees in the browser after a save."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.desk.conftest import Start

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Home</title>
<meta http-equiv="Content-Security-Policy" content="{CSP}"></head>
<body><h1>HEADLINE</h1><input aria-label="Name">{"<br>" * 300}</body></html>
"""
PROBLEM = (
    'content/index.md:1, title\n  Found   "<img src=x onerror=alert(1)>"\n\n'
    "1 problem to fix. Nothing was changed: the site is as it was."
)


def save(project: Path, headline: str) -> None:
    (project / "content" / "index.html").write_text(PAGE.replace("HEADLINE", headline))


@pytest.fixture
def port(project: Path, start: Start) -> int:
    """The port of a preview whose page says "Before"."""
    save(project, "Before")
    preview = start()
    port = preview.port()
    preview.told()
    return port


def test_a_save_is_seen_without_a_hand_on_the_browser(project: Path, port: int, page: Page) -> None:
    """Also under the site's strict policy: what the preview adds must not need a weaker one."""
    blocked: list[str] = []
    page.on("console", lambda message: blocked.append(message.text))
    page.goto(f"http://127.0.0.1:{port}/")
    expect(page.locator("h1")).to_have_text("Before")
    save(project, "After")
    expect(page.locator("h1")).to_have_text("After")
    assert blocked == []


def test_who_saves_what_does_not_show_yet_reads_until_when(
    project: Path, port: int, page: Page
) -> None:
    """Else they look for it on every page. The next save of something else says nothing of it."""
    page.goto(f"http://127.0.0.1:{port}/")
    (project / "content/later.html").write_text("x")
    status = page.get_by_role("status")
    expect(status).to_have_text("Waits until June 1: Later (content/later.html)")
    save(project, "After")
    expect(page.locator("h1")).to_have_text("After")
    expect(status).to_have_text("")


def test_the_page_stays_where_it_was_scrolled_to(project: Path, port: int, page: Page) -> None:
    """Who works on the last paragraph looks at the last paragraph."""
    page.goto(f"http://127.0.0.1:{port}/")
    page.evaluate("scrollTo(0, 3000)")
    save(project, "After")
    expect(page.locator("h1")).to_have_text("After")
    page.wait_for_load_state()
    assert page.evaluate("scrollY") == 3000


def test_a_problem_covers_the_page_until_it_is_mended(project: Path, port: int, page: Page) -> None:
    """Staff look at the browser, not at the terminal; text never becomes HTML."""
    page.goto(f"http://127.0.0.1:{port}/")
    problems = project / "content" / "problems.txt"
    problems.write_text(PROBLEM)
    panel = page.get_by_role("alertdialog", name="The site could not be built")
    expect(panel).to_be_visible()
    assert panel.locator("pre").evaluate("pre => pre.textContent") == PROBLEM
    problems.write_text("another")
    expect(panel.locator("pre")).to_have_text("another")
    problems.unlink()
    expect(panel).to_be_hidden()
    expect(page.locator("h1")).to_have_text("Before")


def test_a_page_opened_while_a_problem_stands_shows_it(
    project: Path, port: int, page: Page
) -> None:
    """The page looks fine, but it is not what was written."""
    problems = project / "content" / "problems.txt"
    problems.write_text(PROBLEM)
    page.goto(f"http://127.0.0.1:{port}/")
    panel = page.get_by_role("alertdialog")
    expect(panel.locator("pre")).to_have_text(PROBLEM, use_inner_text=False)
    problems.unlink()
    save(project, "After")
    expect(page.locator("h1")).to_have_text("After")
    expect(panel).to_be_hidden()


@pytest.mark.parametrize("how", ["Escape", "Close"])
def test_the_panel_can_be_closed_and_gives_the_focus_back(
    project: Path, port: int, page: Page, how: str
) -> None:
    """It must not take away the field in which somebody types; the next build shows it again."""
    page.goto(f"http://127.0.0.1:{port}/")
    page.get_by_label("Name").focus()
    problems = project / "content" / "problems.txt"
    problems.write_text("first")
    panel = page.get_by_role("alertdialog")
    expect(panel.get_by_role("button", name="Close")).to_be_focused()
    if how == "Escape":
        page.keyboard.press("Escape")
    else:
        panel.get_by_role("button", name="Close").click()
    expect(panel).to_be_hidden()
    expect(page.get_by_label("Name")).to_be_focused()
    problems.write_text("second")
    expect(panel.locator("pre")).to_have_text("second")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_can_be_read_in_both_schemes(
    project: Path, port: int, page: Page, scheme: str
) -> None:
    """The stylesheet arrives under the policy, and long lines stay within the window."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 320, "height": 480})
    (project / "content" / "problems.txt").write_text("word" * 200 + "\n" + "line\n" * 100)
    page.goto(f"http://127.0.0.1:{port}/")
    panel = page.get_by_role("alertdialog")
    paper = "rgb(23, 33, 28)" if scheme == "dark" else "rgb(255, 253, 248)"
    expect(panel).to_have_css("background-color", paper)
    expect(panel.get_by_role("button", name="Close")).to_be_in_viewport(ratio=1)
    pre = panel.locator("pre")
    assert pre.evaluate("pre => pre.scrollWidth <= pre.clientWidth")


def test_a_site_that_was_never_built_shows_why_and_then_itself(
    project: Path, start: Start, page: Page
) -> None:
    """The first build of a new site fails more often than not."""
    save(project, "At last")
    (project / "content" / "problems.txt").write_text(PROBLEM)
    preview = start()
    port = preview.port()
    preview.told()
    answer = page.goto(f"http://127.0.0.1:{port}/")
    assert answer
    assert answer.status == 503
    expect(page.locator("body > pre")).to_have_text(PROBLEM, use_inner_text=False)
    (project / "content" / "problems.txt").unlink()
    expect(page.locator("h1")).to_have_text("At last")


def test_a_preview_that_stops_is_noted_and_one_that_returns_is_seen(
    project: Path, start: Start, page: Page
) -> None:
    """Nothing alarming: the person stopped it, and will start it again."""
    save(project, "Before")
    preview = start()
    port = preview.port()
    preview.told()
    page.goto(f"http://127.0.0.1:{port}/")
    expect(page.locator("h1")).to_have_text("Before")
    preview.stop(signal.SIGINT)
    expect(page.get_by_role("status")).to_have_text("Preview stopped")
    save(project, "After")
    start("devserver", "--output", "output", "--port", str(port), "--build", "fake_site:Builder")
    expect(page.locator("h1")).to_have_text("After")
    expect(page.get_by_role("status")).to_have_text("")


def test_a_page_that_nobody_looks_at_does_not_listen(project: Path, port: int, page: Page) -> None:
    """A browser opens six connections to a server: the seventh tab would stay white."""
    hide = """state => {
        Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
    }"""
    page.goto(f"http://127.0.0.1:{port}/")
    others = [page.context.new_page() for _ in range(8)]
    for other in others:
        other.goto(f"http://127.0.0.1:{port}/")
        other.evaluate(hide, "hidden")
    save(project, "After")
    expect(page.locator("h1")).to_have_text("After")
    expect(others[-1].locator("h1")).to_have_text("Before")
    others[-1].evaluate(hide, "visible")
    expect(others[-1].locator("h1")).to_have_text("After")
