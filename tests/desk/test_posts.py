"""Posts for Google: each offer in the fields of its form, within its limits."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from plugins.core.model.site import Site
from plugins.desk.offers.listing import list_offers
from plugins.desk.posts import all_posts
from plugins.desk.posts.google_post import GooglePost, write_post
from plugins.desk.posts.kit import write_kit
from tests.sites import PAGE, PRACTICE, drawn, model

ROOT = Path(__file__).parents[2]
Files = Mapping[str, str | bytes]
LIVE = "https://www.example.com"
PAGES = {f"pages/{name}.md": PAGE for name in ("home", "404", "offers", "modalities")}
SPRING = (
    "headline: Save $25 on a first visit\nstarts: 2030-05-20\nends: 2030-06-30\ncode: FIRST25\n"
    "terms: One for each client.\nmodalities: stones"
)
STONES = """\
---
title: Stones
summary: Warm.
picture:
  file: stones.jpg
  alt: Stones
---

Yes.
"""
FULL = """\
Posts for Google as of Wednesday, May 15, 2030, noon (Denver)

In your Business Profile on Google choose "Add update", then "Offer", and paste
the line below each name into the field of that name. Posts do not follow the
website: when an offer changes here, change its post there too.

--------------------------------------------------------------------------------
content/offers/spring.md (coming in 5 days)

Offer title (29 of at most 58 characters)
Save $25 on a first visit, ok

Start date
Monday, May 20, 2030

End date
Sunday, June 30, 2030

Offer details (20 of at most 1,500 characters)
Warm stones for you.

Coupon code
FIRST25

Link to redeem offer
https://www.example.com/offers/spring/

Terms and conditions
One for each client.

Photo
content/images/stones.jpg

- Post it on Monday, May 20, 2030, not before: until then the website tells
  nothing of it.
"""


def noise(kind: str, size: tuple[int, int]) -> bytes:
    """A picture that no format makes small."""
    made = BytesIO()
    light = random.Random(0).randbytes(size[0] * size[1] * 3)  # noqa: S311  (no secret)
    Image.frombytes("RGB", size, light).save(made, kind)
    return made.getvalue()


def offer(fields: str, text: str = "Warm stones for you.") -> str:
    return f"---\n{fields}\n---\n\n{text}\n"


def site(folder: Path, fields: str, text: str = "Some text.", more: Files | None = None) -> Site:
    """A practice with one offer."""
    files: dict[str, str | bytes] = {"practice.yaml": PRACTICE, **PAGES}
    files["modalities/stones.md"] = STONES
    files["images/stones.jpg"] = noise("JPEG", (768, 576))
    files["offers/one.md"] = offer(fields, text)
    return model(folder, {**files, **(more or {})})


def only(made: Site) -> GooglePost:
    (found,) = [write_post(offer, made) for offer in list_offers(made)]
    return found


def said(made: GooglePost) -> dict[str, str]:
    """The fields, without how long they are."""
    return {re.sub(r" \(.*", "", field.label): field.text for field in made.fields}


def posts(folder: Path, **environment: str) -> tuple[int, str]:
    """The exit code and the words of the command in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", "plugins.desk", "posts", "--settings", str(ROOT / "pelicanconf.py")],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "AT": "2030-05-15 12:00"} | environment,
        stdin=subprocess.DEVNULL, capture_output=True, check=False,
    )  # fmt: skip
    return done.returncode, (done.stdout + done.stderr).decode()


def test_each_field_is_a_line_to_paste(tmp_path: Path) -> None:
    """Whoever posts copies line by line, and counts no characters."""
    fields = SPRING.replace("visit", "visit, ok")
    text = "Warm [stones](/modalities/stones/)\nfor **you**."
    site(tmp_path / "content", fields, text)
    (tmp_path / "content/offers/one.md").rename(tmp_path / "content/offers/spring.md")
    assert posts(tmp_path, SITEURL=LIVE) == (0, FULL)


def test_what_is_not_known_is_no_field(tmp_path: Path) -> None:
    """An offer of one line is a post of few fields; Google needs an end, and nobody invents one."""
    made = only(site(tmp_path, "headline: Ten percent off"))
    assert said(made) == {
        "Offer title": "Ten percent off",
        "Start date": "Wednesday, May 15, 2030",
        "Offer details": "Some text.",
        "Link to redeem offer": f"{LIVE}/offers/one/",
        "Photo": "A photograph of your own: JPEG or PNG, at least 400 x 300 pixels, from 10 KB to "
        "5 MB, without words or a telephone number in it",
    }
    source = (tmp_path / "offers/one.md").as_posix()
    assert made.notes == [
        "Google asks for an end, and this offer has none. To give it one, write "
        f'"ends: 2030-06-30" in {source}; or choose a day there.'
    ]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("starts: 2030-05-01\nends: 2030-05-31", ["May 15, 2030", "May 31, 2030"]),
        ("ends: 2030-05-31 18:00", ["May 15, 2030", "May 31, 2030", "6 PM"]),
        ("starts: 2030-05-20 09:30", ["May 20, 2030", "9:30 AM"]),
        ("ends: 2030-06-01 00:00", ["May 15, 2030", "May 31, 2030"]),
    ],
    ids=["runs", "ends at a time", "starts at a time", "ends at midnight"],
)
def test_dates_are_those_of_the_form(tmp_path: Path, fields: str, found: list[str]) -> None:
    """An offer that runs is posted from today on; the last day counts as a whole."""
    made = said(only(site(tmp_path, f"headline: A\n{fields}")))
    texts = [text for label, text in made.items() if label.startswith(("Start", "End"))]
    assert [re.sub(r"^\w+day, ", "", text) for text in texts] == found


@pytest.mark.parametrize(("length", "notes"), [(58, 0), (59, 1)])
def test_a_title_has_at_most_58_characters(tmp_path: Path, length: int, notes: int) -> None:
    """Google's form takes no more, and cuts words in two."""
    headline = f"{'Save ' * 10}now{'!' * (length - 53)}"
    made = only(site(tmp_path, f'headline: "{headline}"\nends: 2030-05-31'))
    title = said(made)["Offer title"]
    assert len(made.notes) == notes
    assert title == (headline if length == 58 else f"{'Save ' * 9}Save…")
    assert made.fields[0].label == f"Offer title ({len(title)} of at most 58 characters)"


def test_what_was_shortened_is_said(tmp_path: Path) -> None:
    """Nobody finds out from the post."""
    made = only(site(tmp_path, "headline: A\nends: 2030-05-31", "word " * 400))
    assert len(said(made)["Offer details"]) <= 1500
    assert said(made)["Offer details"].endswith("word…")
    assert made.notes == [
        "Offer details: shortened from 1999 to 1500 characters, as many as Google takes. Write a "
        "shorter one there if you like."
    ]


def test_one_long_word_is_cut_all_the_same(tmp_path: Path) -> None:
    """A cut between words would leave nothing."""
    made = only(site(tmp_path, f"headline: {'A' * 70}\nends: 2030-05-31"))
    assert said(made)["Offer title"] == f"{'A' * 57}…"


def test_half_a_code_is_no_code(tmp_path: Path) -> None:
    """A client who types it is turned away."""
    made = only(site(tmp_path, f"headline: A\nends: 2030-05-31\ncode: {'X' * 59}"))
    assert "Coupon code" not in said(made)
    assert made.notes == [
        "Coupon code: left out. It has 59 characters, Google takes 58, and half a code is none."
    ]


def test_a_telephone_number_stays_out(tmp_path: Path) -> None:
    """Google turns down posts that have one; its own button calls."""
    text = "Warm stones. Call (303) 555-0142 today! Bring a friend."
    terms = "terms: Text +1 303 555 0142 first."
    made = only(site(tmp_path, f"headline: Call 303-555-0142\nends: 2030-05-31\n{terms}", text))
    assert said(made)["Offer details"] == "Warm stones. Bring a friend."
    assert "Terms and conditions" not in said(made)
    because = "Google turns down posts with a telephone number"
    assert made.notes == [
        f"{because}: write another title there, without it.",
        f'Offer details: left out "Call (303) 555-0142 today!" {because}.',
        f'Terms and conditions: left out "Text +1 303 555 0142 first." {because}.',
    ]


@pytest.mark.parametrize(
    ("name", "content", "taken"),
    [
        ("stones.jpg", noise("JPEG", (400, 300)), True),
        ("stones.png", noise("PNG", (400, 300)), True),
        ("stones.jpg", noise("JPEG", (399, 300)), False),
        ("stones.jpg", noise("JPEG", (400, 299)), False),
        ("stones.webp", noise("WEBP", (400, 300)), False),
        ("stones.png", drawn("PNG", (400, 300)), False),
        ("stones.png", noise("PNG", (1600, 1200)), False),
    ],
    ids=["JPEG", "PNG", "narrow", "low", "WebP", "under 10 KB", "over 5 MB"],
)
def test_a_picture_is_one_that_google_takes(
    tmp_path: Path, name: str, content: bytes, taken: bool
) -> None:
    """Else the form refuses it, and says little more."""
    stones = STONES.replace("stones.jpg", name)
    more: dict[str, str | bytes] = {"modalities/stones.md": stones, f"images/{name}": content}
    made = only(site(tmp_path, SPRING, "Some text.", more))
    path = (tmp_path / "images" / name).as_posix()
    assert (said(made)["Photo"] == path) is taken


def test_without_an_address_of_the_site_the_link_is_explained(tmp_path: Path) -> None:
    """The preview's own address leads nowhere from Google."""
    site(tmp_path / "content", "headline: A\nends: 2030-05-31")
    code, text = posts(tmp_path, SITEURL="")
    assert (code, "127.0.0.1" in text, "Link to redeem offer\n" in text) == (0, False, False)
    assert text.endswith(
        "\n- Link to redeem offer: the address of your site, then /offers/one/. To have it\n"
        "  here in full, type: make posts SITEURL=https://...\n"
    )


def test_what_has_ended_is_not_posted(tmp_path: Path) -> None:
    """Nor is nothing at all a post."""
    assert all_posts(site(tmp_path, "headline: A\nends: 2030-05-14")) == (
        "Posts for Google as of Wednesday, May 15, 2030, noon (Denver)\n\n"
        "No offer runs or is to come, so there is nothing to post."
    )


def test_problems_are_told_as_in_a_build(tmp_path: Path) -> None:
    """A post that left the broken offer out would be missed."""
    site(tmp_path / "content", "headline: A\nends: 2030-05-31")
    (tmp_path / "content/offers/one.md").write_text(offer("headline: A\nends: 31/12/2030"))
    assert posts(tmp_path) == (
        2,
        """\
content/offers/one.md:3, ends
  Found   "31/12/2030"
  Needed  a date like 2026-12-31, or a date and time like 2026-12-31 18:00
  To fix  write "ends: 2030-12-31"

1 problem to fix. Nothing was changed: the site is as it was.
""",
    )


def kit_of(tmp_path: Path, offer: str, url: str = LIVE) -> Path:
    """The folder to share from, of a practice with one offer."""
    stones = STONES.replace("picture:\n  file: stones.jpg\n  alt: Stones\n", "")
    files = {"practice.yaml": PRACTICE, **PAGES, "modalities/stones.md": stones}
    text = f"---\n{offer}\n---\n\nCome \\<soon> and rest.\n"
    site = replace(model(tmp_path / "content", files | {"offers/spring.md": text}), url=url)
    (listed,) = list_offers(site)
    return write_kit(listed, site, tmp_path / "posts")


def test_a_kit_has_pictures_of_the_sizes_that_networks_show(tmp_path: Path) -> None:
    """Nobody who shares an offer owns a program to draw with."""
    kit = kit_of(tmp_path, SPRING)
    assert {path.name for path in kit.iterdir()} == {
        *("square.png", "story.png", "caption.txt", "email.txt", "email.html"),
    }
    sizes = [Image.open(kit / f"{name}.png").size for name in ("square", "story")]
    assert sizes == [(1080, 1080), (1080, 1920)]


@pytest.mark.parametrize("name", ["caption.txt", "email.txt", "email.html"])
def test_every_text_of_a_kit_names_the_end(tmp_path: Path, name: str) -> None:
    """What is shared is read for weeks."""
    text = (kit_of(tmp_path, SPRING) / name).read_text()
    for part in ("Save $25 on a first visit", "Sunday, June 30, 2030", "FIRST25", "303-555-0142"):
        assert part in text
    assert f"{LIVE}/offers/spring/" in text
    assert ("<soon>" in text) == (name != "email.html")


def test_a_caption_is_cut_where_the_network_would_cut_it(tmp_path: Path) -> None:
    """The number and the address at its end must not be what is lost."""
    kit = kit_of(tmp_path, SPRING.replace("One for each client.", "Once more. " * 160))
    caption = (kit / "caption.txt").read_text()
    assert len(caption) <= 2200
    assert caption.endswith(f"{LIVE}/offers/spring/\n")
    assert len((kit / "email.txt").read_text()) > 1600


def test_the_longest_words_stay_in_the_picture(tmp_path: Path) -> None:
    """Nothing may run off the edge: the last column of pixels is paper alone."""
    kit = kit_of(tmp_path, SPRING.replace("Save $25 on a first visit", "Donaudampfschiff" * 5))
    for name in ("square", "story"):
        image = Image.open(kit / f"{name}.png").convert("RGB")
        top = image.crop((1079, 0, 1080, image.height // 3))
        assert len(top.getcolors() or ()) == 1


def test_a_kit_from_the_preview_names_no_address_of_it(tmp_path: Path) -> None:
    """http://127.0.0.1 leads a reader to their own telephone."""
    kit = kit_of(tmp_path, SPRING, "http://127.0.0.1:8000")
    texts = [path.read_text() for path in kit.iterdir() if path.suffix != ".png"]
    assert not any("127.0.0.1" in text for text in texts)
