"""The project's own site is built and keeps its promises, whatever content/ says.

The only tests that read content/. They pass as well after edits that staff make: an edit must not
keep the site from being published.
"""

from __future__ import annotations

import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from plugins.build.api import build
from tests.audit import axe
from tests.audit.conftest import PHONE, Site, looking, published
from tests.audit.host import hosting
from tests.audit.test_html import inline
from tests.content.edits import EDITS, UNCHANGED
from tests.sites import FULL, ROOT, model, staying, tree

NOW = datetime(2026, 12, 1, 19, tzinfo=UTC)
CONTENT = ROOT / "content"
ASKING = "script[src], img[src], iframe[src], link[rel~=stylesheet], link[rel=preload]"
# make torture tries the others.
OFTEN = (*(UNCHANGED, "end every offer", "add a page"),)
TRIED = [
    pytest.param(edit, marks=[] if edit in OFTEN else pytest.mark.torture, id=edit)
    for edit in EDITS
]
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"


def edited(content: Path, edit: str, folder: Path) -> Path:
    """A copy of a content folder after an edit."""
    copy = Path(shutil.copytree(content, folder / "content"))
    EDITS[edit](copy)
    return copy


def refusal(content: Path, output: Path) -> str:
    """What "make html" says when it refuses to build; "" when it builds."""
    settings = str(ROOT / "pelicanconf.py")
    overrides = {"BUILD_NOTES": ""}
    done = build(settings=settings, content=str(content), output=str(output), overrides=overrides)
    return done.text if done.code else ""


def broken_promises(html: str, name: str, telephone: str) -> list[str]:
    """The promises that a page breaks."""
    page = BeautifulSoup(html, "html.parser")
    asked = [str(one.get("src") or one.get("href")) for one in page.select(ASKING)]
    graphs = [json.loads(one.get_text()) for one in page.select("[type='application/ld+json']")]
    promises = {
        "one heading": len(page.find_all("h1")) == 1,
        "the practice in the title": name in page.title.get_text() if page.title else False,
        "a description": bool(page.select_one("meta[name=description][content]")),
        "the number to call": bool(page.select_one(f"a[href='tel:{telephone}']")),
        "no other host": not [one for one in asked if re.match(r"(https?:)?//", one)],
        "a text for each picture": not page.select("img:not([alt])"),
        "no code or styles in attributes": not inline(page),
        "structured data": all(graph["@graph"] for graph in graphs),
    }
    return [promise for promise, kept in promises.items() if not kept]


@pytest.mark.parametrize("edit", TRIED)
def test_the_site_keeps_its_promises_after_an_edit(edit: str, tmp_path: Path) -> None:
    """Staff change a fact, and the workflow runs these tests before it publishes."""
    content, output = edited(CONTENT, edit, tmp_path), tmp_path / "output"
    try:
        published(content, output, NOW)
    except AssertionError:
        refused = refusal(content, tmp_path / "preview")
        if refused and edit != UNCHANGED:
            pytest.skip(f"make html refuses this edit of today's content: {refused}")
        raise
    site = model(content, now=NOW)
    facts = (site.practice.name, site.practice.telephone.e164)
    pages = {
        "/" + path.relative_to(output).as_posix().removesuffix("index.html"): path.read_text()
        for path in staying(output)
    }
    found = {name: broken_promises(html, *facts) for name, html in pages.items()}
    assert {name: broken for name, broken in found.items() if broken} == {}
    assert {one.address for one in site.published} <= set(pages)


@pytest.mark.parametrize("edit", TRIED)
def test_each_edit_is_one_that_a_build_accepts(edit: str, tmp_path: Path) -> None:
    """Else the test above would skip it."""
    content = edited(FULL, edit, tmp_path)
    assert refusal(content, tmp_path / "output") == ""
    assert edit == UNCHANGED or tree(content) != tree(FULL)


def test_a_page_that_breaks_every_promise_is_told_apart() -> None:
    """The tests above must be able to fail."""
    page = "<p onclick=go()><img src=//a.example/x.png><script type='application/ld+json'>"
    assert broken_promises(page + '{"@graph": []}</script>', "Hands", "+13035550142") == [
        "one heading",
        "the practice in the title",
        "a description",
        "the number to call",
        "no other host",
        "a text for each picture",
        "no code or styles in attributes",
        "structured data",
    ]


@pytest.mark.counts
def test_everyone_can_use_every_page(browser: Browser, tmp_path: Path) -> None:
    """On a small phone: no error, nothing that axe finds, nothing wider than the window."""
    output = published(CONTENT, tmp_path / "output", NOW)
    found: dict[str, list[str]] = {}
    with hosting(output) as address, looking(browser, NOW, PHONE) as page:
        page.on("pageerror", lambda error: found.setdefault(page.url, []).append(str(error)))
        for name in Site("ours", output, address, NOW).pages:
            page.goto(f"{address}{name}")
            wide = ["scrolls sideways"] if page.evaluate(SIDEWAYS) else []
            axe.load(page)
            if wrong := wide + axe.findings(page, PHONE[0]):
                found[name] = wrong
    assert found == {}


def test_the_starters_of_other_practices_do_not_name_this_one() -> None:
    """A copied site that kept the first practice's name and number was told by nobody."""
    practice = model(CONTENT).practice
    starters = [*(ROOT / "plugins/desk/new_practice/starters/en").rglob("*.md")]
    texts = [path.read_text(encoding="utf-8") for path in starters]
    assert len(texts) > 10
    assert [one for one in texts if practice.name in one or practice.telephone in one] == []
