"""The site's scripts come after the first paint: tests of what they do wait for them."""

from __future__ import annotations

from playwright.sync_api import Page

IMPORTED = """async () => {
  for (const { text } of document.scripts) {
    const [, address] = text.match(/import\\("([^"]+)"\\)/) ?? [];
    if (address) await import(address);
  }
}"""
# Before that, headings may change their typeface (theme/js/late_typeface.js).
SERIF_HAS_COME = """() => {
  const link = document.querySelector("link[as=font]");
  return !link || matchMedia(link.media).matches || localStorage.serif === link.href;
}"""


def have_run(page: Page) -> None:
    """Wait until they have run; a module runs once, however often it is imported."""
    page.evaluate(IMPORTED)
    page.wait_for_function(SERIF_HAS_COME, polling=50)
