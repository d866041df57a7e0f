"""The words of the interface: all of them in theme/words, each of them used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup, Tag
from bs4.element import Doctype
from jinja2 import Environment, nodes

from plugins.symptoms import REGIONS

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "theme/templates"
FILES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))
ENGLISH = yaml.safe_load((ROOT / "theme/words/en.yaml").read_text(encoding="utf-8"))
# Staff and developers read these, in the preview; what is for them is in English.
FOR_STAFF = {
    *("components/search_note.html", "components/starter_note.html", "style_guide.html"),
}
READ = ("alt", "aria-description", "aria-label", "content", "label", "placeholder", "title")
# What browsers and networks read of a <meta>, not people.
MACHINES = {
    *("color-scheme", "generator", "og:image:type", "og:type", "referrer", "robots", "theme-color"),
    *("twitter:card", "viewport"),
}
# Names that are the same in every language, and a country's code.
NAMES = {"LinkedIn", "TikTok", "US", "X", "YouTube"}
LETTERS = re.compile(r"[^\W\d_]")


def literal(text: str) -> Iterator[str]:
    """The words that a template says by itself: text, attributes that people read, strings."""
    html = re.sub(r"(?s)\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", text)
    soup = BeautifulSoup(html, "html.parser")
    for script in soup.find_all("script"):
        script.decompose()
    texts = soup.find_all(string=LETTERS)
    yield from (one.strip() for one in texts if not isinstance(one, Doctype))
    for tag in soup.find_all(True):
        if isinstance(tag, Tag) and not {tag.get("name"), tag.get("property")} & MACHINES:
            names = [name for name in tag.attrs if name in READ or name.startswith("data-")]
            values = (str(tag[name]) for name in names if not machine(name))
            yield from filter(LETTERS.search, values)
    for const in Environment(autoescape=True).parse(text).find_all(nodes.Const):
        if isinstance(const.value, str) and re.search(r"^[A-Z]|[a-z] [a-z]", const.value):
            yield const.value


def machine(name: str) -> bool:
    """Whether an attribute is for scripts and providers alone."""
    return name in {"data-netlify", "data-part", "data-answer"}


@pytest.mark.parametrize("name", [name for name in FILES if name not in FOR_STAFF])
def test_no_template_says_a_word_by_itself(name: str) -> None:
    """A word in a template stays English on a page in Spanish."""
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    assert [word for word in literal(text) if word not in NAMES] == []


@pytest.mark.parametrize(
    ("template", "word"),
    [
        ("<p>{{ a }}, until {{ b }}</p>", ", until"),
        ('<nav aria-label="Main menu">{{ a }}</nav>', "Main menu"),
        ('<p data-done="Copied"></p>', "Copied"),
        ('<meta name="description" content="About us">', "About us"),
        ('{{ share_links(links, "share this page") }}', "share this page"),
        ('{{ a or "Newsletter" }}', "Newsletter"),
    ],
)
def test_a_word_in_a_template_is_found(template: str, word: str) -> None:
    """The test above must be able to fail."""
    assert list(literal(template)) == [word]


def test_every_word_is_used_and_every_word_that_is_used_is_there() -> None:
    """Nobody translates a sentence that no visitor reads."""
    sources = [*TEMPLATES.rglob("*.html"), *(ROOT / "plugins").rglob("*.py")]
    code = "".join(path.read_text(encoding="utf-8") for path in sources)
    used = set(re.findall(r"\bwords\.(?!locale\.)([a-z_]+\.[a-z_]+)", code))
    used |= set(
        re.findall(r"\bself\.((?:dates|opening_hours|policies|prices|sessions)\.[a-z_]+)", code)
    )
    used |= {f"body.{region.replace('-', '_')}" for region in REGIONS}
    there = {f"{group}.{key}" for group in ENGLISH for key in ENGLISH[group]}
    assert used == there
