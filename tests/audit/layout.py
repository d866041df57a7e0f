"""Where things stand on a page: nothing moves by itself, nothing is cut off.

Gives   shifts(): what moved while a page loaded and was used; sideways(): what is too wide
        broken_numbers(): telephone numbers that are cut at the end of a line
        moving(): what still moves for somebody who asked for less motion
Source  Layout Instability; WCAG 2.2: 1.4.4 (text at 200 %), 1.4.10 (reflow at 320 pixels), 2.3.3
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, Route

SHIFTS = Path(__file__).with_name("js").joinpath("shifts.js").read_text(encoding="utf-8")
FRAMES = """async (count) => {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
}"""
FONTS = "document.fonts.ready.then(() => document.fonts.size)"
# To the end, window by window, as a reader does.
SCROLL = """async () => {
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
    scrollTo({ top, behavior: "instant" });
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }
}"""
# After half a second the browser counts what moves as the page's own doing again.
INPUT_MILLISECONDS = 600
PRESSED = "summary, .offer_banner button"
SEEN = "element => element.checkVisibility({ visibilityProperty: true })"
WIDE = """() => {
  const { scrollWidth } = document.documentElement;
  const parts = [...document.querySelectorAll("body *")].filter(
    (part) => part.checkVisibility() && part.getBoundingClientRect().right > innerWidth + 0.5);
  const cut = [document.documentElement, document.body].filter(
    (part) => getComputedStyle(part).overflowX !== "visible");
  const named = (part) => `${part.localName}.${part.className.baseVal ?? part.className}`;
  if (cut.length) return [`cut off by ${cut.map(named)}`];
  return scrollWidth > innerWidth ? parts.slice(0, 3).map(named) : [];
}"""
NUMBERS = """() => {
  const lines = (part) => {
    const words = document.createRange();
    words.selectNodeContents(part);
    return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size;
  };
  return [...document.querySelectorAll(".tel, a[href^='tel:']:not(:has(.tel))")]
    .filter((part) => part.checkVisibility() && lines(part) > 1)
    .map((part) => part.textContent);
}"""
MOVING = """() => {
  const lasting = (style) => [style.transitionDuration, style.animationDuration]
    .some((times) => times.split(", ").some((time) => parseFloat(time) > 0));
  const parts = [...document.querySelectorAll("*")].filter((part) =>
    [null, "::before", "::after"].some((pseudo) => lasting(getComputedStyle(part, pseudo)))
    || getComputedStyle(part).scrollBehavior === "smooth");
  const running = document.getAnimations().map(({ effect }) => effect.target);
  return [...new Set([...parts, ...running])].map((part) => part.className || part.localName);
}"""


def watch(page: Page) -> None:
    """Note what moves, from now on, on every page that is opened here."""
    page.add_init_script(SHIFTS)


def shifts(page: Page, url: str) -> list[str]:
    """Open a page whose typeface comes late, read it to its end; what moved by itself."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/*.woff2", hold)
    page.goto(url, wait_until="domcontentloaded")
    page.evaluate(FRAMES, 3)
    for route in held:
        route.continue_()
    page.unroute("**/*.woff2")
    page.evaluate(FONTS)
    page.evaluate(SCROLL)
    return moved(page)


def shifts_in_use(page: Page) -> list[str]:
    """Close the banner, open the menu and every question of the page; what moved afterwards."""
    page.evaluate("scrollTo(0, 0)")
    for element in page.query_selector_all(PRESSED):
        if element.evaluate(SEEN):
            element.focus()
            page.keyboard.press("Enter")
    page.wait_for_timeout(INPUT_MILLISECONDS)
    page.evaluate(SCROLL)
    return moved(page)


def moved(page: Page) -> list[str]:
    page.evaluate(FRAMES, 2)  # the browser reports a shift after the frame that has it
    return list(page.evaluate("window.shifts"))


def sideways(page: Page) -> list[str]:
    """What makes the page wider than the window; or what hides that it is."""
    return list(page.evaluate(WIDE))


def broken_numbers(page: Page) -> list[str]:
    """Telephone numbers that take two lines."""
    return list(page.evaluate(NUMBERS))


def enlarge_text(page: Page, percent: int) -> None:
    """As somebody does who has chosen larger letters in the browser."""
    page.evaluate(f"document.documentElement.style.fontSize = '{percent}%'")


def moving(page: Page) -> list[str]:
    """What is animated, or would be. The page is to be opened with less motion asked for."""
    return list(page.evaluate(MOVING))
