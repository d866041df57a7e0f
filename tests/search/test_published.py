"""What is published of the search, and what it may find."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from plugins.core.cache import store
from plugins.search import indexing
from tests.build.conftest import Project
from tests.sites import PAGE, tree, unhashed

SYMPTOM = {"symptoms/sore-shins.md": PAGE, "pages/symptoms.md": PAGE}
GRANT = "'wasm-unsafe-eval'"


def bundle(project: Project) -> Path:
    """The folder with Pagefind and its index."""
    (folder,) = project.output.glob("assets/pagefind.*")
    return folder


def records(project: Project) -> set[str]:
    """The addresses that can be found, as Pagefind's own command tells them."""
    folder = bundle(project)
    entry = json.loads((folder / "pagefind-entry.json").read_text())
    assert [one["page_count"] for one in entry["languages"].values()] == [
        len(list((folder / "fragment").iterdir()))
    ]
    fragments = (path.read_bytes() for path in (folder / "fragment").iterdir())
    texts = (gzip.decompress(one).removeprefix(b"pagefind_dcd") for one in fragments)
    return {json.loads(text)["url"] for text in texts}


def test_who_searches_finds_what_says_something_of_its_own(live: Project) -> None:
    """No list of pages, no starter page, no thanks, and no offer that the index would outlive."""
    assert records(live) == {
        *(
            "/locations/north-room/",
            "/locations/south-room/",
            "/contact/",
            "/news/new-table/",
            "/news/open-day/",
            "/people/ada-example/",
            "/prices/",
            "/symptoms/sore-shoulders/",
            "/symptoms/stiff-neck/",
        ),
        *("/modalities/deep-tissue-massage/", "/modalities/swedish-massage/"),
        "/symptoms/tired-feet/",
    }


def test_a_best_bet_leads_to_a_page_that_is_there(bare: Project) -> None:
    """A practice without a page of prices tells them on that of contact; one without people names
    nobody."""
    bare.write({**SYMPTOM, "pages/contact.md": PAGE})
    bare.built()
    guide = json.loads((bundle(bare) / "guide.json").read_text())
    phrases = {bet["url"]: bet["phrases"] for bet in guide["bets"]}
    assert {*phrases} <= {"/contact/", "/offers/", "/privacy/", "/symptoms/sore-shins/"}
    assert {"parking", "how much"} <= {*phrases["/contact/"]}


def test_the_programs_and_the_typeface_come_with_their_licences(live: Project) -> None:
    """Who passes them on, as a website does, passes these on."""
    assert "Permission is hereby granted" in (bundle(live) / "licence.txt").read_text()
    (typeface,) = live.output.glob("assets/fraunces-licence.*.txt")
    assert "SIL OPEN FONT LICENSE" in typeface.read_text()


def test_a_practice_of_single_pages_has_no_search(bare: Project) -> None:
    """Its menu is all there is to find, and Pagefind refuses to index nothing."""
    bare.write({"pages/about.md": PAGE})
    bare.built()
    assert not (bare.output / "search").exists()
    assert GRANT not in (bare.output / "_headers").read_text()
    assert "/search/" not in (bare.output / "404.html").read_text()


def test_one_symptom_is_worth_a_search(bare: Project) -> None:
    """The first page that nobody would look for in the menu."""
    bare.write(SYMPTOM)
    bare.built()
    assert records(bare) == {"/symptoms/sore-shins/"}


def test_nothing_of_pagefinds_own_looks_is_published(live: Project) -> None:
    """Six files of 400 KB that no page names."""
    names = {unhashed(name).split("/")[-1] for name in tree(bundle(live)) if "/" not in name}
    assert {name for name in names if not name.endswith(".pf_meta")} == {
        *("licence.txt", "pagefind-entry.json", "guide.json", "pagefind.js", "wasm.en-us.pagefind"),
    }


def test_the_page_names_the_index_that_it_was_made_with(live: Project) -> None:
    """A half-finished upload never mixes two versions."""
    element = live.page("/search/").select_one("site-search")
    assert element
    assert element["data-index"] == f"/assets/{bundle(live).name}/"


def test_the_folder_has_another_name_when_a_page_says_something_else(bare: Project) -> None:
    """Browsers keep its files for ever."""
    bare.write(SYMPTOM)
    bare.built()
    before = bundle(bare).name
    bare.replace("symptoms/sore-shins.md", "Its text.", "Another text.")
    bare.built()
    assert bundle(bare).name != before


def test_search_engines_do_not_list_the_page(live: Project) -> None:
    """A list of results is nothing to find."""
    robots = live.page("/search/").select_one("meta[name=robots]")
    assert robots
    assert robots["content"] == "noindex"
    assert "/search/" not in (live.output / "sitemap.xml").read_text()


def test_the_policy_of_no_other_page_is_wider(full: Project) -> None:
    """WebAssembly runs where somebody searches, and nowhere else."""
    full.built(HOST="netlify")
    rules = (full.output / "_headers").read_text().split("\n\n")
    assert [rule.split("\n")[0] for rule in rules if GRANT in rule] == ["/search/*"]
    pages = sorted(full.output.rglob("*.html"))
    assert [page for page in pages if GRANT in page.read_text()] == []
    full.built(HOST="github")
    wide = [page for page in full.output.rglob("*.html") if GRANT in page.read_text()]
    assert wide == [full.output / "search/index.html"]


def test_the_preview_says_why_it_finds_nothing(full: Project) -> None:
    """An index takes longer than a build; nobody waits for it at each save."""
    full.built(live=False)
    assert not list(full.output.glob("assets/pagefind.*"))
    page = full.page("/search/")
    note = page.select_one("site-search .starter_note")
    assert note
    assert note.get_text().startswith(
        "The preview has the page of search, but nothing to search in"
    )
    assert "data-index" not in page.select_one("site-search").attrs  # type: ignore[union-attr]
    assert not page.select('script[src*="search"]')


def test_a_later_build_takes_the_index_from_the_cache(
    bare: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was made once from the same pages by the same Pagefind is not made again."""
    monkeypatch.setattr(store, "ROOT", tmp_path / "cache")
    bare.write(SYMPTOM)
    bare.built()
    first = tree(bare.output)

    def gone() -> None:
        raise AssertionError("asked for again")

    monkeypatch.setattr(indexing, "get_executable", gone)
    bare.built()
    assert tree(bare.output) == first
