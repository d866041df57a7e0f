"""Kit: an offer ready to share: pictures, a caption, an e-mail.

Gives   write_kit(): a folder for the offer with square.png, story.png, caption.txt, email.txt and
        email.html; each says when the offer ends. part(): one of them
Units   characters, as Python counts them: a caption has at most CAPTION
Source  Instagram: captions of at most 2,200 characters
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import Template

from plugins.core.model.site import Site
from plugins.desk.offers.listing import ListedOffer
from plugins.desk.posts.google_post import PREVIEW, shorten
from plugins.desk.posts.pictures import SHAPES, picture
from plugins.offers.text import in_full

CAPTION = 2200
NAMES = (*(f"{shape.name}.png" for shape in SHAPES), "caption.txt", "email.txt", "email.html")
EMAIL = """\
<!doctype html>
<html lang="{{ practice.language }}">
<head><meta charset="utf-8"><title>{{ headline }}</title></head>
<body style="margin:0;padding:24px;font:18px/1.5 Georgia,serif;color:#1c2b24;background:#fffdf8">
<h1 style="font-size:28px;line-height:1.2">{{ headline }}</h1>
<p>{{ text }}</p>
<p><a href="tel:{{ practice.telephone.dialed }}">{{ practice.telephone }}</a></p>
{% if url %}<p><a href="{{ url }}" style="color:#a3341f">{{ url }}</a></p>{% endif %}
<p>{{ practice.name }}</p>
</body>
</html>
"""


def write_kit(offer: ListedOffer, site: Site, folder: Path) -> Path:
    """The folder of the offer, written anew."""
    place = folder / offer.document.slug
    place.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        (place / name).write_bytes(part(offer, site, name))
    return place


def part(offer: ListedOffer, site: Site, name: str) -> bytes:
    """One of NAMES."""
    for shape in SHAPES:
        if name == f"{shape.name}.png":
            return picture(offer, site, shape)
    return texts(offer, site)[name].encode()


def texts(offer: ListedOffer, site: Site) -> dict[str, str]:
    facts, practice = offer.facts, site.practice
    url = "" if site.url.startswith(PREVIEW) else f"{site.url}{offer.address}"
    text = in_full(offer, site.words)
    last = "\n".join(filter(None, (f"{practice.name}, {practice.telephone}", url)))
    room = CAPTION - len(facts.headline) - len(last) - 4
    body = text if len(text) <= room else shorten(text, room)
    return {
        "caption.txt": f"{facts.headline}\n\n{body}\n\n{last}\n",
        "email.txt": f"{facts.headline}\n\n{text}\n\n{last}\n",
        "email.html": Template(EMAIL, autoescape=True).render(
            headline=facts.headline, text=text, practice=practice, url=url
        )
        + "\n",
    }
