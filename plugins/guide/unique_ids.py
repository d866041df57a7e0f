"""Unique ids: several examples of one component in one page, each with ids and links of its own.

Gives   with_unique_ids(): the HTML of an example, its ids and what refers to them ending in the
        example's key; a link to a page of the site leads to the example instead, a form and a QR
        code are the guide's, since the pages of an example do not exist
Needs   Markup that a template made: nothing but attributes is changed in it
"""

from __future__ import annotations

import re

from markupsafe import Markup

REFERRING = "aria-controls|aria-describedby|aria-labelledby|for|id"
ATTRIBUTE = re.compile(rf'(?<=\s)({REFERRING})="([^"]*)"')
FRAGMENT = re.compile(r'(?<=\s)href="#([^"]+)"')
INSIDE = re.compile(r'(<a\b[^>]*?\shref=")/[^"]*"')
FORM = re.compile(r'(<form\b[^>]*?\saction=")/[^"]*"')
QR_CODE = re.compile(r'(?<=\ssrc="/style-guide/)[^"]*/(?=qr\.svg")')


def with_unique_ids(html: Markup, key: str) -> Markup:
    ids = set(re.findall(r'(?<=\s)id="([^"]+)"', html))

    def renamed(name: str) -> str:
        return f"{name}-{key}" if name in ids else name

    def attribute(match: re.Match[str]) -> str:
        return f'{match[1]}="{" ".join(map(renamed, match[2].split()))}"'

    text = ATTRIBUTE.sub(attribute, html)
    text = FRAGMENT.sub(lambda match: f'href="#{renamed(match[1])}"', text)
    text = FORM.sub(r'\g<1>/style-guide/"', INSIDE.sub(rf'\g<1>#{key}"', text))
    text = QR_CODE.sub("", text)
    return Markup(text)  # noqa: S704  (it was Markup)
