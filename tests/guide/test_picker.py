"""The picker: a look that is chosen shows at once on a real page, and its lines build that look."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from plugins.brand import brand
from plugins.build.api import build
from plugins.core.design.oklch import contrast
from plugins.core.design.palette import TEXT, palette, papers, worst
from plugins.guide.picker import ADDRESS, LOOKS
from tests.audit import axe
from tests.audit.conftest import PHONE, longest, looking, published
from tests.audit.host import hosting
from tests.audit.layout import sideways
from tests.audit.weight import forget, too_much, weigh
from tests.sites import FULL, NOW, PRACTICE, ROOT, model
from tests.torture.counts import times

OWN = 'brand:\n  color: "#2e6f7a"\n  paper: cream\n  corners: square\n  icon: trigger-point\n'


def lines(name: str) -> str:
    """What the picker says for practice.yaml."""
    look = LOOKS[name]
    keys = "".join(f'  {key}: "{value}"\n' for key, value in look.items() if key != "sections")
    return f"brand:\n{keys}home:\n  sections: [{look['sections']}]\n"


@pytest.mark.parametrize("name", LOOKS)
def test_words_can_be_read_in_every_look(tmp_path: Path, name: str) -> None:
    """By day and in the dark, and each is held to the same contrast as the theme."""
    site = model(tmp_path, {"practice.yaml": PRACTICE + lines(name)})
    made = palette(ROOT / "theme", *site.practice.brand.inks)
    for scheme in (made.light, made.dark):
        for ink in ("ink", "ink-soft", "clay"):
            assert worst(scheme[ink].hex, papers(scheme)) >= TEXT
        assert contrast(scheme["on-clay"].hex, scheme["clay"].hex) >= TEXT


def test_no_two_looks_are_alike(tmp_path: Path) -> None:
    """Nobody takes them for one firm: each choice differs between all three."""
    for key in ("typeface", "paper", "corners", "color", "sections"):
        assert len({look[key] for look in LOOKS.values()}) == len(LOOKS), key
    made = [model(tmp_path / name, {"practice.yaml": PRACTICE + lines(name)}) for name in LOOKS]
    assert len({brand(site).css for site in made}) == len(LOOKS)


@pytest.mark.long
@pytest.mark.parametrize("name", LOOKS)
def test_a_look_passes_every_check_of_pages(browser: Browser, tmp_path: Path, name: str) -> None:
    """axe by day and in the dark, nothing wider than the screen, the budgets of bytes."""
    content = tmp_path / "content"
    shutil.copytree(FULL, content)
    facts = content / "practice.yaml"
    text = facts.read_text(encoding="utf-8")
    assert OWN in text
    facts.write_text(text.replace(OWN, lines(name)), encoding="utf-8")
    folder = published(content, tmp_path / "output", NOW)
    pages = longest(folder) if times(0, 1) else ["/", "/modalities/swedish-massage/", "/contact/"]
    found: list[str] = []
    with hosting(folder) as address:
        for scheme in ("light", "dark"):
            with looking(browser, NOW, color_scheme=scheme) as page:
                for one in pages:
                    page.goto(address + one)
                    axe.load(page)
                    for width in (320, 1280):
                        wrong = [*axe.findings(page, width), *sideways(page)]
                        found += (f"{one}: {finding} ({scheme}, {width})" for finding in wrong)
        with looking(browser, NOW, PHONE) as page:
            forget(page)
            for one in pages:
                wrong = too_much(weigh(page, address + one), address)
                found += (f"{one}: {finding}" for finding in wrong)
    assert found == []


def test_a_choice_shows_at_once_and_its_lines_are_said(browser: Browser, tmp_path: Path) -> None:
    """On the practice's own pages, before anything is written."""
    outcome = build(
        settings=str(ROOT / "pelicanconf.py"),
        content=str(FULL),
        output=str(tmp_path / "output"),
        overrides={"AT": NOW.isoformat()},
    )
    assert outcome.code == 0, outcome.text
    paper = "getComputedStyle(document.body).backgroundColor"
    with hosting(tmp_path / "output") as address, looking(browser, NOW) as page:
        page.goto(address + ADDRESS)
        frame = page.frame_locator("iframe")
        frame.locator("h1").wait_for()
        accent = "getComputedStyle(document.documentElement).getPropertyValue('--clay')"
        page.wait_for_function("document.querySelector('#lines').innerText.includes('2e6f7a')")
        theirs = page.frames[-1].evaluate(accent)
        page.select_option("[name=color]", label="clay")
        assert page.frames[-1].evaluate(accent) != theirs  # the theme's, over the practice's own
        before = page.frames[-1].evaluate(paper)
        page.select_option("[name=preset]", "Garden")
        page.wait_for_function("document.querySelector('#lines').innerText.includes('sage')")
        assert page.frames[-1].evaluate(paper) != before
        assert page.locator("#lines").inner_text() == (
            "brand:\n  typeface: slab\n  paper: sage\n  corners: soft\n"
            '  color: "#3f5d2f"\nhome:\n  sections: [modalities, voices, people, news]'
        )
        order = page.frames[-1].evaluate(
            "[...document.querySelectorAll('main > :not(.hero) h2, main > h2')]"
            ".filter((one) => one.checkVisibility()).map((one) => one.id)"
        )
        assert order[:4] == ["modalities", "voices", "people", "news"]
