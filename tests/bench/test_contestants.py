"""Generators that build the same pages; the check that holds them to it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.campaign import MODES, Entry, measure
from tests.bench.check import problems
from tests.bench.contestants import everyone
from tests.bench.corpus import Corpus, corpus
from tests.bench.timing import FailedError, build

pytestmark = pytest.mark.long
NUMBER = 12


@pytest.fixture(scope="module")
def made() -> Corpus:
    return corpus(NUMBER)


@pytest.fixture(scope="module")
def site(made: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Handbill makes of the corpus."""
    folder = tmp_path_factory.mktemp("bench") / "handbill"
    everyone()["handbill"].prepare(made, folder)
    build(everyone()["handbill"], folder)
    return folder / "output"


def test_handbill_builds_the_corpus_as_it_is(made: Corpus, site: Path) -> None:
    """Nothing in it trips a check of content, and every page shows what all must show."""
    assert problems(made, site) == []


@pytest.mark.parametrize("name", [one for one in everyone() if not one.startswith("handbill")])
def test_every_other_generator_makes_the_same_pages(
    made: Corpus, tmp_path: Path, name: str
) -> None:
    """A generator that leaves work out would look fast."""
    one = everyone()[name]
    one.prepare(made, tmp_path / name)
    build(one, tmp_path / name)
    assert problems(made, tmp_path / name / "output", one.extra) == []


def test_the_machine_that_decides_has_a_peer(made: Corpus) -> None:
    """Without Hugo beside it, nobody could measure the figures of tests/README.md."""
    assert {"handbill", "handbill-everything", "pelican", "pelican-cache", "hugo"} <= {*everyone()}
    assert len(made.pages) == NUMBER


def without_banner(text: str, _made: Corpus) -> str:
    return text.replace("offer_banner", "other_banner")


def with_another_offer(text: str, made: Corpus) -> str:
    return text.replace(made.banner.title, "Another offer")


def without_telephone(text: str, _made: Corpus) -> str:
    return text.replace("tel:+1303", "tel:+1304")


def without_facebook(text: str, _made: Corpus) -> str:
    return text.replace("www.facebook.com", "www.example.com")


def sharing_another_page(text: str, made: Corpus) -> str:
    return text.replace(f"{made.edited.slug}%2F", f"{made.edited.slug}-2%2F")


def paragraphs(text: str) -> list[str]:
    """The two longest, shortest first: sentences of the page's own text."""
    return sorted(re.findall(r"<p>.*?</p>", text), key=len)[-2:]


def without_a_block(text: str, _made: Corpus) -> str:
    return text.replace(paragraphs(text)[0], "")


def with_blocks_exchanged(text: str, _made: Corpus) -> str:
    first, second = paragraphs(text)
    return text.replace(first, "@").replace(second, first).replace("@", second)


SHARED = [f"no link that shares it by {one}" for one in
          ("pinterest", "email", "facebook", "whatsapp", "x", "linkedin")]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (without_banner, ["no banner of the offer that runs"]),
        (with_another_offer, ["no banner of the offer that runs"]),
        (without_telephone, ["no link to the telephone"]),
        (without_facebook, ["no link that shares it by facebook"]),
        (sharing_another_page, SHARED),
        (without_a_block, ["the text lacks"]),
        (with_blocks_exchanged, ["the text lacks"]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_page_that_lacks_something_is_found(
    made: Corpus, site: Path, tmp_path: Path,
    change: Callable[[str, Corpus], str], said: list[str],
) -> None:  # fmt: skip
    """The check must be able to fail."""
    shutil.copytree(site, tmp_path / "site")
    page = tmp_path / "site" / made.edited.file
    page.write_text(change(page.read_text(), made))
    found = problems(made, tmp_path / "site")
    assert [re.sub(' "[^"]*"$', "", one) for one in found] == [
        f"{made.edited.file}: {one}" for one in said
    ]


def test_pages_too_few_and_too_many_are_found(made: Corpus, site: Path, tmp_path: Path) -> None:
    """A generator that skips a page would look fast."""
    shutil.copytree(site, tmp_path / "site")
    (tmp_path / "site/contact/index.html").rename(tmp_path / "site/contact/other.html")
    assert problems(made, tmp_path / "site") == [
        "contact/index.html is missing",
        "contact/other.html is one too many",
    ]


def test_a_contestant_is_measured_in_every_mode(made: Corpus, tmp_path: Path) -> None:
    """Builds in processes of their own, each looked at; a save that the preview shows."""
    said: list[str] = []
    found = measure(
        made, [everyone()["pelican"]], tmp_path,
        modes=MODES, rounds=1, saves=1, say=said.append,
    )["pelican"]  # fmt: skip
    assert {mode: len(every) for mode, every in found.items()} == dict.fromkeys(MODES, 1)
    assert min(one.seconds for every in found.values() for one in every) > 0.001
    assert 20 < found["clean"][0].memory < 2000
    assert len(said) == len(MODES)


def test_a_mode_can_be_measured_alone_and_again(tmp_path: Path) -> None:
    """Where nobody has edited it, a text ends as it was written, with a link in its last line."""
    one, linked = everyone()["pelican"], corpus(40)
    found = measure(
        linked, [one], tmp_path, modes=("clean",), rounds=2, saves=1, say=lambda _: None
    )
    assert [len(every) for every in found["pelican"].values()] == [2]


def test_a_build_that_fails_is_no_time(made: Corpus, tmp_path: Path) -> None:
    """What ends at once would be the fastest of all; the others go on without it."""
    said: list[str] = []
    fails = replace(everyone()["pelican"], name="fails", build=("/bin/sh", "-c", "exit 3"))
    nothing = replace(everyone()["pelican"], name="nothing", build=("/bin/sh", "-c", "exit 0"))
    found = measure(
        made, [fails, nothing], tmp_path, modes=("clean", "edit"), rounds=2, saves=1,
        say=said.append,
    )  # fmt: skip
    assert found == {}
    assert [line.split("\n")[0] for line in said] == [
        "fails ended with 3:",
        "nothing made a wrong site:",
    ]


@pytest.mark.parametrize("mode", ["edit", "offer"])
def test_a_build_without_the_last_edit_is_no_time(made: Corpus, tmp_path: Path, mode: str) -> None:
    """A generator whose cache misses an edit would look fast."""
    entry = Entry(everyone()["pelican"], tmp_path / "pelican", made)
    entry.one.prepare(made, entry.folder)
    entry.build("clean")
    entry.checked.add(mode)
    entry.one = replace(entry.one, build=("/bin/sh", "-c", "exit 0"))
    with pytest.raises(FailedError, match="lacks the last edit"):
        entry.build(mode)
