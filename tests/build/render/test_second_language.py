"""A second language: with its file of words alone, no page says a word of English.

The content of the practice is put into Greek letters, and every word of the interface between
⟦ and ⟧. What is left in Latin letters is a word that no translator can reach.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
import yaml
from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import Doctype
from icalendar import Calendar

from plugins.core.i18n.phrases import TOKEN
from tests.build.conftest import Project
from tests.sites import FULL, PRACTICE, ROOT
from tests.structure.test_words import MACHINES, NAMES, READ, machine

pytestmark = pytest.mark.xdist_group("second-language")  # one process makes their site

LANGUAGE = "el"  # its days and months are in Greek letters, too
GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "αβψδεφγηιξκλμνοπϙρστθωςχυζΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠϘΡΣΤΘΩϚΧΥΖ",
)
# The fields that people read; all others choose something.
TEXTS = {
    *("title", "summary", "headline", "terms", "code", "label", "question", "answer", "alt"),
    *("name", "tagline", "street", "city", "service_area", "licences", "reason"),
    *("directions", "parking", "transit", "arrival", "steps", "lift", "restroom"),
    *("who", "where", "role", "number", "issued_by", "languages", "note"),
    *("heading", "invitation", "techniques", "body_areas", "see_a_doctor", "ask_a_doctor"),
    *("emergency", "today", "before_you_book"),
    *("words", "late", "minors", "payment", "accepted", "sliding_scale"),
    *("caption", "key", "text"),
}
SAME = {
    *NAMES,
    *("Bluesky", "Facebook", "Instagram", "Pinterest", "Threads", "WhatsApp"),
    *("America", "Denver", "USD", "Infinity", "CO", "PDF"),
}
DATA = {
    "data-day",
    "data-focus",
    "data-index",
    "data-since",
    "data-special",
    "data-to",
    "data-offer",
    "data-zone",
    "data-url",
}
URL = re.compile(r"\w+://\S+|\S+@\S+|[\d-]+T[\d:]+\S*")
# Values of schema.org's own: names of days, kinds of credentials, and the language itself.
VOCABULARY = {"credentialCategory", "dayOfWeek", "inLanguage"}


Letters = dict[int, int]


def in_letters(text: str, letters: Letters) -> str:
    """Text in other letters; where a link leads stays."""
    parts = re.split(r"(\]\([^)]*\))", text)
    return "".join(part if part.startswith("](") else part.translate(letters) for part in parts)


def fields_in_letters(value: Any, letters: Letters, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: fields_in_letters(one, letters, name) for name, one in value.items()}
    if isinstance(value, list):
        return [fields_in_letters(one, letters, key) for one in value]
    return in_letters(value, letters) if key in TEXTS else value


def put_into_letters(content: Path, letters: Letters) -> None:
    for path in content.rglob("*.md"):
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        known = yaml.load(head, yaml.BaseLoader)  # noqa: S506  (texts only)
        fields = dumped(fields_in_letters(known, letters))
        path.write_text(f"---\n{fields}---\n{in_letters(body, letters)}", encoding="utf-8")


def dumped(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000)


def wrapped(value: Any) -> Any:
    """Every word between ⟦ and ⟧; places and marks as they are."""
    if isinstance(value, dict):
        return {key: wrapped(one) for key, one in value.items()}
    parts = re.split(f"({TOKEN.pattern.replace('(', '(?:')})", value)
    return "".join(
        one if TOKEN.fullmatch(one) else re.sub(r"\S(.*\S)?", r"⟦\g<0>⟧", one) for one in parts
    )


def strays(texts: Iterable[str]) -> list[str]:
    """The texts in which a word is neither wrapped, nor content, nor a name."""
    return [text for text in texts if words_left(text)]


def words_left(text: str) -> set[str]:
    # Scripts fill these in by themselves.
    text = re.sub(r"\{(?:day|sentence|time)\}", "", text)
    rest = re.sub(r"⟦[^⟧]*⟧", " ", URL.sub(" ", text))
    return {word for word in re.findall(r"[A-Za-z]+", rest) if word not in SAME}


def read_of(html: str) -> Iterator[str]:
    """What people read of a page, or hear, or get from its scripts."""
    soup = BeautifulSoup(html, "html.parser")
    for script in soup.find_all(["script", "style"]):
        if script.get("type") == "application/ld+json":
            yield from values(json.loads(script.get_text()))
        script.decompose()
    texts = soup.find_all(string=True)
    yield from (str(one) for one in texts if not isinstance(one, (Doctype, Comment)))
    for tag in soup.find_all(True):
        machines = {tag.get("name"), tag.get("property")} & MACHINES or tag.get("http-equiv")
        if isinstance(tag, Tag) and not machines:
            for name, value in tag.attrs.items():
                data = name.startswith("data-") and name not in DATA and not machine(name)
                if (name in READ or data) and tag.get("property") != "og:locale":
                    text = str(value)
                    yield from values(json.loads(text)) if text.startswith('{"') else [text]


def values(thing: Any, key: str = "") -> Iterator[str]:
    """The texts of JSON but types and names for machines."""
    if isinstance(thing, dict):
        for name, one in thing.items():
            yield from values(one, name)
    elif isinstance(thing, list):
        for one in thing:
            yield from values(one, key)
    elif isinstance(thing, str) and not key.startswith("@") and key not in VOCABULARY:
        yield thing


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The practice with every fact, in Greek letters, on a site in a language of its own."""
    made = Project(tmp_path_factory.mktemp("second"))
    shutil.copytree(FULL, made.content)
    put_into_letters(made.content, GREEK)
    facts = yaml.load((FULL / "practice.yaml").read_text(), yaml.BaseLoader)  # noqa: S506
    # What the interface says when the practice does not.
    del facts["booking"]["label"], facts["newsletter"]["heading"]
    practice = {**fields_in_letters(facts, GREEK), "language": LANGUAGE}
    (made.content / "practice.yaml").write_text(dumped(practice), encoding="utf-8")
    theme = made.folder / "theme"
    shutil.copytree(ROOT / "theme", theme)
    english = yaml.safe_load((theme / "words/en.yaml").read_text(encoding="utf-8"))
    (theme / f"words/{LANGUAGE}.yaml").write_text(dumped(wrapped(english)), encoding="utf-8")
    made.built(THEME=str(theme))
    return made


def test_no_page_says_a_word_that_is_in_no_file_of_words(second: Project) -> None:
    """Spanish is one file; nobody reads templates to find what it forgot."""
    names = [name for name in sorted(second.files()) if name.endswith(".html")]
    assert len(names) > 15
    pages = {name: (second.output / name).read_text(encoding="utf-8") for name in names}
    assert {name: found for name, html in pages.items() if (found := strays(read_of(html)))} == {}
    assert [name for name, html in pages.items() if f'<html lang="{LANGUAGE}">' not in html] == []


def test_no_feed_says_one_either(second: Project) -> None:
    """Feed readers and other programs show it to people too."""
    feeds = [(second.output / f"{name}/feed.xml").read_text() for name in ("offers", "news")]
    listed = json.loads((second.output / "offers/offers.json").read_text(encoding="utf-8"))
    texts = [
        *(one.text or "" for feed in feeds for one in fromstring(feed).iter()),  # noqa: S314
        *values(listed),
    ]
    assert strays(texts) == []
    assert any("⟦" in text for text in texts)


def test_no_calendar_file_says_one_either(second: Project) -> None:
    """It shows on a phone, months later."""
    said = []
    for path in sorted(second.output.rglob("*.ics")):
        for part in Calendar.from_ical(path.read_bytes()).walk():
            said += [str(part[key]) for key in ("summary", "description") if key in part]
    assert len(said) > 5
    assert strays(said) == []
    assert any("⟦" in text for text in said)


def test_a_word_that_is_missing_stops_the_build(bare: Project) -> None:
    """Half a page in another language is worse than yesterday's page."""
    theme = bare.folder / "theme"
    shutil.copytree(ROOT / "theme", theme)
    english = (theme / "words/en.yaml").read_text(encoding="utf-8")
    (theme / "words/es.yaml").write_text(english.replace("  skip: ", "  slip: "), encoding="utf-8")
    bare.write({"practice.yaml": f"{PRACTICE}language: es\n"})
    line = english[: english.index("  skip: ")].count("\n") + 1
    assert (
        bare.refused(THEME=str(theme))
        == f"""\
theme/words/es.yaml:{line}, base, slip
  Found   the key "slip"
  Needed  one of language or skip
  To fix  did you mean "skip"? Write "skip: ..."

1 problem to fix. Nothing was changed: the site is as it was."""
    )


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ words.base.skp }}", "'types.SimpleNamespace object' has no attribute 'skp'"),
        ("{{ words.share_links.network }}",
         "words.share_links.network is a phrase: call it, with a value for each place"),
    ],
)  # fmt: skip
def test_a_misspelled_word_names_the_template_and_its_line(
    bare: Project, template: str, said: str
) -> None:
    """The developer opens the template, not our modules."""
    theme = bare.folder / "theme"
    shutil.copytree(ROOT / "theme", theme)
    page = theme / "templates/404.html"
    page.write_text(
        f'{{% extends "page.html" %}}\n{{% block action %}}\n{template}{{% endblock %}}'
    )
    outcome = bare.build(THEME=str(theme))
    assert (outcome.code, outcome.text.split("\n\n")[0]) == (
        1,
        "theme/templates/404.html:3\n"
        f"  Found   a fault of the theme, not of your text: {said}\n"
        "  To fix  show this to a developer; DEBUG=1 adds the details",
    )


@pytest.mark.parametrize(
    ("html", "word"),
    [
        ("<p>⟦Call⟧ 303-555-0142, λαβελ or ⟦write⟧</p>", "⟦Call⟧ 303-555-0142, λαβελ or ⟦write⟧"),
        ('<nav aria-label="Main menu"></nav>', "Main menu"),
        ('<p data-done="Copied">⟦Done⟧</p>', "Copied"),
        ('<meta property="og:title" content="An offer">', "An offer"),
        ('<script type="application/ld+json">{"name": "Offer"}</script>', "Offer"),
    ],
)
def test_a_word_that_strayed_is_found(html: str, word: str) -> None:
    """The tests above must be able to fail."""
    assert strays(read_of(html)) == [word]
