"""Picker: choose a look and see it at once on the pages of the preview.

Reads   the theme's colors; the papers, corners and typefaces that practice.yaml can name
Gives   /style-guide/look/: choices, a real page in a frame, and the lines for practice.yaml to
        copy; the typefaces that it shows; LOOKS, three examples to begin with
Why     in the preview alone: the page that it shows is the practice's own, with other styles laid
        on top by picker.js; nothing is written
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import get_args

from jinja2 import Environment, Template

from plugins.core.design.font import CUTS, woff2
from plugins.core.design.look import look
from plugins.core.design.palette import palette
from plugins.core.model.pages import File
from plugins.core.model.site import Site
from plugins.core.schema.home import Section
from plugins.core.schema.practice import Corners, Paper, Typeface
from plugins.guide.design_tokens import tokens

ADDRESS = "/style-guide/look/"
HERE = Path(__file__).parent
COLORS = {
    "clay": "",
    **{"wine": "#6b2440", "brick": "#9a3b26", "moss": "#3f5d2f", "teal": "#1f6b70"},
    **{"sea": "#1d5081", "plum": "#5a3a7a", "graphite": "#333a40"},
}
CHOICES = {
    "typeface": get_args(Typeface),
    "paper": get_args(Paper),
    "corners": get_args(Corners),
}
# Three looks that nobody takes for the same firm.
LOOKS: Mapping[str, Mapping[str, str]] = {
    "Apothecary": {
        **{"typeface": "garamond", "paper": "sand", "corners": "square", "color": "#6b2440"},
        "sections": "people, modalities, gift",
    },
    "Clinic": {
        **{"typeface": "grotesque", "paper": "white", "corners": "round", "color": "#1d5081"},
        "sections": "map, prices, modalities, people",
    },
    "Garden": {
        **{"typeface": "slab", "paper": "sage", "corners": "soft", "color": "#3f5d2f"},
        "sections": "modalities, voices, people, news",
    },
}


def files(site: Site) -> Iterator[File]:
    fonts = {
        name: File(f"{ADDRESS}{cut.slug}.woff2", woff2(typeface=name)) for name, cut in CUTS.items()
    }
    yield from fonts.values()
    yield File(f"{ADDRESS}picker.js", (HERE / "picker.js").read_text(encoding="utf-8"))
    shown = {name: font.address for name, font in fonts.items()}
    data = json.dumps({"looks": LOOKS, "styles": styles(site, shown)})
    yield File(f"{ADDRESS}looks.json", data)
    yield File(f"{ADDRESS}index.html", page(site))


def styles(site: Site, fonts: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """What each choice lays over a page. fonts: where each typeface is."""
    known = {token.name: token.value for token in tokens(site.theme).all}
    plain, face = ("", ""), "@font-face{{font-family:Fraunces;font-weight:400 700;src:url({})}}"
    return {
        "inks": {
            f"{paper} {color}": every_color(site.theme, color, paper)
            for paper in CHOICES["paper"]
            for color in colors(site).values()
        },
        "corners": {
            name: root(radius=known["radius"]) + look(site.theme, plain, name, "fraunces")
            for name in CHOICES["corners"]
        },
        "typeface": {
            name: face.format(fonts[name])
            + root(serif=known["serif"], sans=known["sans"])
            + look(site.theme, plain, "", name)
            for name in CUTS
        },
    }


def every_color(theme: Path, color: str, paper: str) -> str:
    """The colors of a look, those of the theme among them: the practice's own lie below."""
    made = palette(theme, color, paper)
    return root(
        **{name: f"light-dark({made.light[name].hex},{made.dark[name].hex})" for name in made.light}
    )


def root(**values: str) -> str:
    declared = "".join(f"--{name}:{value};" for name, value in values.items())
    return f"@layer tokens{{:root{{{declared}}}}}"


def colors(site: Site) -> dict[str, str]:
    """The colors to choose from, the practice's own first."""
    own = site.practice.brand.color
    return {"your own": own, **COLORS} if own else COLORS


def page(site: Site) -> str:
    brand = site.practice.brand
    now = {"typeface": brand.face, "paper": brand.paper, "corners": brand.corners}
    text = (HERE / "picker.html").read_text(encoding="utf-8")
    shown = {one.address for one in site.published if one.address.endswith("/")} - {"/"}
    return template(text).render(
        choices=CHOICES,
        colors=colors(site),
        now=now,
        looks=LOOKS,
        pages=["/", *sorted(shown)],
        sections=get_args(Section),
    )


@cache
def template(text: str) -> Template:
    return Environment(autoescape=True, trim_blocks=True).from_string(text)
