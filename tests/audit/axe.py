"""axe, the accessibility checker: WCAG 2.2 A and AA, best practice, and contrast of 7:1.

Gives   load(): axe in the page; findings(): what breaks a rule, and what axe leaves to people
Source  axe-core, as axe-playwright-python carries it
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

COLORS = Path(__file__).with_name("js").joinpath("colors.js").read_text(encoding="utf-8")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Off in axe unless asked for: 24 pixels (WCAG 2.5.8), and 7:1 (WCAG 1.4.6).
ASKED = {"target-size": {"enabled": True}, "color-contrast-enhanced": {"enabled": True}}
OPTIONS = {
    "resultTypes": ["violations", "incomplete"],
    "runOnly": {"type": "tag", "values": LEVELS},
    "rules": ASKED,
}
COLOR_OPTIONS = OPTIONS | {
    "runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced"]}
}
# What is folded up is read too. The window is as high as the page, so that nothing lies below it.
UNFOLD = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
}"""
HEIGHT = "document.documentElement.scrollHeight"


# Text under the large target of its own link: axe cannot say, so the colors are compared here.
UNSURE = """nodes => nodes.filter((node) =>
  node.target.length > 1 || colors.ofText(document.querySelector(node.target[0])) < 7)"""


def load(page: Page) -> None:
    """Put axe into the page that is open; once after each goto."""
    page.evaluate(AXE_SCRIPT)
    page.evaluate(COLORS)
    page.evaluate(UNFOLD)


def findings(page: Page, width: int, options: Mapping[str, Any] = OPTIONS) -> list[str]:
    """Every rule that is broken at a width, with the elements that break it."""
    page.set_viewport_size({"width": width, "height": 800})
    page.set_viewport_size({"width": width, "height": page.evaluate(HEIGHT)})
    results: dict[str, Any] = page.evaluate("options => axe.run(options)", options)
    for rule in results["incomplete"]:
        if rule["id"].startswith("color-contrast"):
            rule["nodes"] = page.evaluate(UNSURE, rule["nodes"])
    broken = [*results["violations"], *results["incomplete"]]
    return [f"{rule['id']}: {node['target'][-1]}" for rule in broken for node in rule["nodes"]]
