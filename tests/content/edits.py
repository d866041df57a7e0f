"""Edits that staff make to any content, written without a word of what it says today.

Gives   EDITS: by name, a function that edits a content folder; UNCHANGED is none
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.sites import drawn, write

PAGE = "---\ntitle: {}\nsummary: A page that a test adds.\n{}---\n\nIts text. See a doctor first.\n"
OFFER = "---\nheadline: A new offer\nstarts: 2020-01-01\n{}terms: One a client.\n---\n\nCall.\n"


def first(content: Path, folder: str) -> Path | None:
    return next(iter(sorted((content / folder).glob("*.md"))), None)


def rewrite(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def in_every_file(content: Path, change: Callable[[str], str]) -> None:
    for path in (content / "practice.yaml", *content.rglob("*.md")):
        rewrite(path, lambda text: change(in_rows(text)))


def in_rows(text: str) -> str:
    """A list of names in brackets as one of a row each."""

    def rows(found: re.Match[str]) -> str:
        names = [name.strip() for name in found[2].split(",")]
        return "\n".join([f"{found[1]}:", *(f"  - {name}" for name in names)])

    return re.sub(r"^(\w+): \[([\w/-][\w/ ,-]*)\]$", rows, text, flags=re.MULTILINE)


def field(path: Path, key: str, lines: str) -> None:
    """Give a key of a YAML file or front matter these lines; "" removes it."""

    def change(text: str) -> str:
        text = re.sub(rf"^{key}:.*\n(?:(?: |- ).*\n)*", "", text, flags=re.MULTILINE)
        start = "---\n" if text.startswith("---\n") else ""
        return start + lines + text.removeprefix(start)

    rewrite(path, change)


def address(folder: str, slug: str) -> str:
    """A pattern for a link to a page, by its address or its file."""
    return rf"(?:/{folder}/{slug}/|(?:\.\./{folder}/)?{slug}\.md)"


def without_links(text: str, folder: str, slug: str) -> str:
    """No link to a page and no list that names it; a key whose list is empty goes too."""
    text = re.sub(rf"\[([^]]*)\]\({address(folder, slug)}[^)]*\)", r"\1", text)
    text = re.sub(rf"^ *- (?:/{folder}/)?{slug}/?\n", "", text, flags=re.MULTILINE)
    text = re.sub(rf"^\w+: (?:/{folder}/)?{slug}/?\n", "", text, flags=re.MULTILINE)
    return re.sub(r"^\w+:\n(?! |- )", "", text, flags=re.MULTILINE)


def remove(content: Path, folder: str) -> None:
    if path := first(content, folder):
        path.unlink()
        in_every_file(content, lambda text: without_links(text, folder, path.stem))


def rename(content: Path, folder: str) -> None:
    """Another address, with the old one as an alias."""
    if path := first(content, folder):
        renamed = path.rename(path.with_stem(f"{path.stem}-renamed"))

        def change(text: str) -> str:
            link = rf"\({address(folder, path.stem)}"
            text = re.sub(link, f"(/{folder}/{path.stem}-renamed/", text)
            return re.sub(
                rf"^((?: *- |\w+: )(?:/{folder}/)?){path.stem}(/?)$",
                rf"\1{path.stem}-renamed\2",
                text,
                flags=re.MULTILINE,
            )

        in_every_file(content, change)
        field(renamed, "aliases", f"aliases: /{folder}/{path.stem}/\n")


def telephone(content: Path) -> None:
    old = re.search(r"^telephone: *(.*)$", (content / "practice.yaml").read_text(), re.MULTILINE)
    assert old
    number = old[1].strip("\"'")
    digits = re.sub(r"\D", "", number)

    def change(text: str) -> str:
        return text.replace(number, "303-555-0199").replace(digits, "3035550199")

    in_every_file(content, change)


def end_offers(content: Path) -> None:
    for path in content.glob("offers/*.md"):
        field(path, "starts", "")
        field(path, "ends", "ends: 2020-01-31\n")


def delete_offers(content: Path) -> None:
    while first(content, "offers"):
        remove(content, "offers")


def publish_modalities(content: Path) -> None:
    for path in content.glob("modalities/*.md"):
        field(path, "starter", "")


def on_first(folder: str, key: str, lines: str) -> Callable[[Path], None]:
    def edit(content: Path) -> None:
        if path := first(content, folder):
            field(path, key, lines)

    return edit


def fact(key: str, lines: str) -> Callable[[Path], None]:
    return lambda content: field(content / "practice.yaml", key, lines)


def add(files: dict[str, str | bytes]) -> Callable[[Path], None]:
    return lambda content: write(content, files)


UNCHANGED = "as it is"
PICTURE = "picture:\n  file: test-hands.jpg\n  alt: Two hands\n"
QUESTION = "questions:\n  - question: Is this new?\n    answer: Yes.\n"
HOURS = 'hours:\n  monday: "09:00-18:00"\n  tuesday: closed\n'
MENU = "navigation:\n  label: New\n  order: 90\n"
EDITS: dict[str, Callable[[Path], None]] = {
    UNCHANGED: lambda _: None,
    "end every offer": end_offers,
    "delete every offer": delete_offers,
    "add a page": add({"pages/test-page.md": PAGE.format("A new page", MENU)}),
    "add an offer": add({"offers/test-offer.md": OFFER.format("ends: 2099-12-31\n")}),
    "add an offer without an end": add({"offers/test-offer.md": OFFER.format("")}),
    "add news": add(
        {
            "pages/news.md": PAGE.format("News", ""),
            "news/test-note.md": PAGE.format("A new note", "date: 2020-01-01\n"),
        }
    ),
    "add a picture": add(
        {"images/test-hands.jpg": drawn(), "pages/test-page.md": PAGE.format("Hands", PICTURE)}
    ),
    "add a modality": add({"modalities/test-touch.md": PAGE.format("Test Touch", QUESTION)}),
    "change the telephone number": telephone,
    "change the name": fact("name", "name: Another Practice\n"),
    "change the hours": fact("hours", HOURS),
    "change the color": fact("brand", 'brand:\n  color: "#2e6f7a"\n'),
    "change a title": on_first("symptoms", "title", "title: Another Complaint\n"),
    "change the questions": on_first("modalities", "questions", QUESTION),
    "make a modality a starter": on_first("modalities", "starter", "starter: yes\n"),
    "publish every modality": publish_modalities,
    "remove a modality": lambda content: remove(content, "modalities"),
    "remove a symptom": lambda content: remove(content, "symptoms"),
    "rename a modality": lambda content: rename(content, "modalities"),
}
