"""Publishing keys: how other generators say in front matter whether a page is out.

Gives   publishing_advice(): what to write here in place of `status: draft`, or "" for another line;
        not_out(): whether such a line keeps a page from being published
Source  Pelican, WordPress and Decap CMS (status), Jekyll (published), Hugo, Eleventy and Astro
        (draft)
"""

from __future__ import annotations

from collections.abc import Collection

# The key, and its values that mean: not yet; yes: out.
KEYS = {
    "status": ("draft drafts pending private hidden unpublished", "publish published public live"),
    "visibility": ("draft private hidden", "public published visible"),
    "publish": ("no false off 0 draft", "yes true on 1"),
    "published": ("no false off 0 draft", "yes true on 1"),
    "hidden": ("yes true on 1", "no false off 0"),
    "private": ("yes true on 1", "no false off 0"),
    "draft": ("yes true on 1", "no false off 0"),
}
OUT = "delete the line: what is in content/ is published"
MOVE = "move the file out of content/ until it is ready, then delete the line"


def not_out(key: str, value: str) -> bool:
    return value.strip().lower() in KEYS.get(key.lower(), ("", ""))[0].split()


def publishing_advice(key: str, value: str, known: Collection[str], starter: int = 0) -> str:
    """known: the keys that fit here; starter: the line that has that key already."""
    if "time_zone" in known:  # practice.yaml cannot stay away
        return ""
    if value.strip().lower() in KEYS.get(key.lower(), ("", ""))[1].split():
        return OUT
    if not not_out(key, value):
        return ""
    if "starter" not in known:
        return MOVE
    if starter:
        return f'delete the line, and write "starter: yes" on line {starter}'
    return 'write "starter: yes": then only the preview shows the page'
