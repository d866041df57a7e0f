"""The pages that ours are measured beside: plain text, and the same with a photograph.

Gives   write(): the two pages, into the folder of a site
Units   11 KB of HTML; a picture of 1,200 x 800 pixels as AVIF
"""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageFilter

TEXT, PHOTOGRAPH = "/plain-text/", "/plain-photograph/"
BYTES = 11 * 1024
HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="A page of plain text, to measure others beside.">
<title>Plain text</title>
<link rel="icon" href="data:,">
</head>
<body>
<main>
<h1>Plain text</h1>
"""
FOOT = "</main>\n</body>\n</html>\n"
WORDS = (
    *("the", "hand", "rests", "on", "a", "muscle", "until", "it", "lets", "go", "and", "breath"),
    *("comes", "back", "slow", "easy", "warm"),
)


def text(size: int) -> str:
    """Paragraphs of about so many bytes, the same every time."""
    chance = random.Random(1)  # noqa: S311  (no secret, a text)
    made = ""
    while len(made) < size:
        made += f"<p>{' '.join(chance.choices(WORDS, k=60)).capitalize()}.</p>\n"
    return made


def photograph(path: Path) -> None:
    """A picture of soft colors, which takes as many bytes as photographs of its size do."""
    chance = random.Random(2)  # noqa: S311
    colors = Image.frombytes("RGB", (30, 20), chance.randbytes(30 * 20 * 3))
    soft = colors.resize((1200, 800), Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(4))
    soft.save(path, quality=60, speed=8)


def write(folder: Path) -> None:
    """Put both pages beside those of a site."""
    body = text(BYTES - len(HEAD) - len(FOOT))
    picture = '<img src="/plain-photograph/photograph.avif" alt="Color" width="1200" height="800"'
    style = "<style>img { max-width: 100%; height: auto }</style>\n</head>"
    shown = HEAD.replace("</head>", style) + f'{picture} fetchpriority="high">\n' + body + FOOT
    for address, page in ((TEXT, HEAD + body + FOOT), (PHOTOGRAPH, shown)):
        path = folder / address.strip("/") / "index.html"
        path.parent.mkdir()
        path.write_text(page, encoding="utf-8")
    photograph(folder / "plain-photograph/photograph.avif")
