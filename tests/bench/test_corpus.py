"""The pages that are built for measuring: the same each time, right for every generator."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.corpus import corpus, write
from tests.sites import ROOT, tree


@pytest.mark.parametrize("number", [10, 11, 12, 40, 500])
def test_a_corpus_has_as_many_pages_as_asked_for(number: int) -> None:
    """A time for 40 pages is one for 40 addresses."""
    pages = corpus(number).pages
    assert (len(pages), len({page.address for page in pages})) == (number, number)


def test_the_same_number_gives_the_same_bytes(tmp_path: Path) -> None:
    """Figures of two days can be compared; another process has another order of sets."""
    write(corpus(12), tmp_path / "here")
    subprocess.run(
        [sys.executable, "-m", "tests.bench.corpus", str(tmp_path / "there"), "12"],
        cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": "7"}, check=True,
    )  # fmt: skip
    assert tree(tmp_path / "here") == tree(tmp_path / "there")


def test_every_page_that_one_leads_to_is_there() -> None:
    """A link to nowhere would stop Handbill alone."""
    made = corpus(60)
    there = {page.address for page in made.pages}
    assert {link for page in made.pages for link in page.related} <= there


def test_texts_have_about_six_hundred_words() -> None:
    """Times are told for pages of that length."""
    texts = [len(page.body.split()) for page in corpus(60).folder("symptoms")]
    assert min(texts) >= 560
    assert 580 < sum(texts) / len(texts) < 680


def test_relations_run_both_ways() -> None:
    """Handbill finds the way back by itself; the others are told the same."""
    made = corpus(60)
    related = {page.address: page.related for page in made.pages}
    ways = [
        (page.address, link)
        for page in made.folder("modalities")
        for link in page.related
        if link.startswith("/symptoms/")
    ]
    assert ways
    assert [one for one, link in ways if one not in related[link]] == []
