"""The site's scripts come after the first paint: tests of what they do wait for them."""

from __future__ import annotations

from playwright.sync_api import Page

IMPORTED = """async () => {
  for (const { text } of document.scripts) {
    const [, address] = text.match(/import\\("([^"]+)"\\)/) ?? [];
    if (address) await import(address);
  }
}"""


def have_run(page: Page) -> None:
    """Wait until they have run; a module runs once, however often it is imported."""
    page.evaluate(IMPORTED)
