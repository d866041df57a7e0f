"""Sheets of all drawings: at three widths, by day and by night, and on paper; and of each place of
the body, as it shows when somebody chooses it.

Gives   markup(): a sheet as HTML; sheets(): its pictures
Units   CSS pixels
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from plugins.drawings.sprite import read, regions

THEME = Path(__file__).parents[2] / "theme"
WIDTHS = (160, 480, 1200)
COLUMNS = {160: 8, 480: 3, 1200: 1}
SHEET = """<!doctype html><title>Drawings</title><style>{tokens}
:root {{ color-scheme: light dark; background: var(--paper); color: var(--ink) }}
body {{ display: grid; gap: 24px; margin: 24px }}
body {{ grid-template-columns: repeat({columns}, {width}px) }}
figure {{ margin: 0; font: 12px sans-serif; break-inside: avoid }}
svg {{ width: 100%; height: auto; overflow: visible }}
</style>{figures}"""
FIGURE = "<figure>{drawing}<figcaption>{name}</figcaption></figure>"
# The parts stand in the first drawing of the body.
PLACE = """<svg viewBox="{view}"><use href="#plate-of-body"/><use href="#muscle-{name}"/>
<use href="#pain-{name}"/></svg>"""


def figures() -> Iterator[str]:
    for path in sorted((THEME / "drawings").glob("*.svg")):
        text = path.read_text(encoding="utf-8")
        drawing = text.replace('id="plate"', f'id="plate-of-{path.stem}"')
        yield FIGURE.format(drawing=drawing, name=path.stem)
        root = read(path)
        for name in regions(root):
            place = PLACE.format(view=root.get("viewBox"), name=name)
            yield FIGURE.format(drawing=place, name=f"{path.stem}, {name}")


def markup(width: int) -> str:
    tokens = (THEME / "css/tokens.css").read_text(encoding="utf-8")
    every = "\n".join(figures())
    return SHEET.format(tokens=tokens, columns=COLUMNS[width], width=width, figures=every)


def sheets(browser: Browser, folder: Path) -> Iterator[Path]:
    """Each sheet by day and by night, and one on paper, in a folder."""
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            page = browser.new_page(
                viewport={"width": COLUMNS[width] * (width + 24) + 24, "height": 900},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            page.set_content(markup(width))
            page.screenshot(path=folder / f"drawings-{width}-{scheme}.png", full_page=True)
            yield folder / f"drawings-{width}-{scheme}.png"
            if (width, scheme) == (480, "light"):
                page.pdf(path=folder / "drawings.pdf", width="1600px", height="2200px")
                yield folder / "drawings.pdf"
            page.close()
