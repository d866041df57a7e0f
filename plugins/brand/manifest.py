"""Manifest: how a home screen names and shows the site.

Gives   manifest(): the text of /site.webmanifest
Why     display is "browser": people call, share and go back; an app of its own would hide how
Source  W3C Web Application Manifest; a short name is what fits below an icon, about 12 characters
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from plugins.brand.icons import Icon
from plugins.core.design.palette import Palette

SHORT = 12


def manifest(name: str, inks: Palette, icons: Mapping[str, Icon]) -> str:
    large = icons["icon-512.png"]
    listed = [entry(icons["icon-192.png"]), entry(large), entry(large) | {"purpose": "maskable"}]
    members = {
        "name": name,
        "short_name": short(name),
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "browser",
        "background_color": inks.light["paper"].hex,
        "theme_color": inks.light["paper"].hex,
        "icons": [*listed, entry(icons["icon.svg"])],
    }
    return json.dumps(members, ensure_ascii=False, indent=2) + "\n"


def entry(icon: Icon) -> dict[str, str]:
    return {"src": icon.address, "sizes": icon.sizes, "type": icon.type}


def short(name: str) -> str:
    """The name if it fits, else its initials if it has several, else the name all the same."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return name if len(name) <= SHORT or len(initials) < 2 else initials
