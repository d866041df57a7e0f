"""The sheets on which somebody looks at all drawings."""

from __future__ import annotations

import re

from tests.browser.drawing_sheets import THEME, figures


def test_every_drawing_and_every_place_of_the_body_is_on_the_sheets() -> None:
    """What is on no sheet is seen by nobody before it is published."""
    captions = re.findall(r"<figcaption>(.*?)</figcaption>", "".join(figures()))
    names = sorted(path.stem for path in (THEME / "drawings").glob("*.svg"))
    assert [name for name in captions if ", " not in name] == names
    assert {"body, low-back", "body, foot", "body, head"} < set(captions)
