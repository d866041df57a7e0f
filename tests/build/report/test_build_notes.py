"""Build notes: when the next build is due, for whoever starts it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from plugins.build import settings
from plugins.build.api import build
from plugins.build.report.outcome import Outcome
from plugins.core import paths
from tests.browser.small_sites import content

ROOT = Path(__file__).parents[3]
BUILT = "1798128000"  # 2026-12-24 09:00 in Denver
OFFERS = {
    "autumn": 'headline: "Autumn"\nends: 2026-11-30\nterms: All.',
    "winter": 'headline: "Winter"\nstarts: 2026-12-01\nends: 2027-01-31\nterms: All.',
    "spring": 'headline: "Spring"\nstarts: 2027-03-01 08:00\nterms: All.',
}
NEWS = "---\ntitle: We move\nsummary: To Main Street.\ndate: 2026-12-31\n---\n\nSoon.\n"
OVERVIEW = "---\ntitle: News\nsummary: What is new.\n---\n\nNew.\n"

Make = Callable[..., Outcome]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Builds the practice in tmp_path as of December 24, its notes in tmp_path/notes/next.json."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", BUILT)
    monkeypatch.chdir(tmp_path)
    content(tmp_path / "content", OFFERS)

    def make(settings: str = "pelicanconf.py", **overrides: object) -> Outcome:
        return build(
            settings=str(ROOT / settings),
            content=str(tmp_path / "content"),
            output=str(tmp_path / "output"),
            overrides={"BUILD_NOTES": str(tmp_path / "notes/next.json"), **overrides},
        )

    return make


def notes(folder: Path) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads((folder / "notes/next.json").read_text())
    return found


def test_the_notes_say_when_and_why_the_next_build_is_due(tmp_path: Path, make: Make) -> None:
    """Pages without JavaScript, feeds and search engines are right again after that build."""
    (tmp_path / "content/news").mkdir()
    (tmp_path / "content/news/move.md").write_text(NEWS)
    (tmp_path / "content/pages/news.md").write_text(OVERVIEW)
    assert make().code == 0
    assert notes(tmp_path) == {
        "built": "2026-12-24T16:00:00Z",
        "next_due": "2026-12-31T07:00:00Z",
        "next_due_epoch": 1798700400,
        "reasons": [
            {
                "at": "2026-12-31T07:00:00Z",
                "source": "content/news/move.md",
                "what": '"We move" shows from then on',
            },
            {
                "at": "2027-02-01T07:00:00Z",
                "source": "content/offers/winter.md",
                "what": '"Winter" ends',
            },
            {
                "at": "2027-03-01T15:00:00Z",
                "source": "content/offers/spring.md",
                "what": '"Spring" starts',
            },
        ],
        "preview": True,
        "left_out": [{"title": "We move", "source": "content/news/move.md"}],
    }


@pytest.mark.parametrize(
    ("pair", "file"),
    [
        (("content", "output"), ".cache/build-notes.json"),
        (("content", "elsewhere"), ".elsewhere.building/build-notes.json"),
        (("other", "output"), ".output.building/build-notes-other-d9298a10.json"),
    ],
)
def test_each_site_has_notes_of_its_own(
    tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch, pair: tuple[str, str], file: str
) -> None:
    """A line for cron reads those of the live site, while somebody builds another practice, or
    looks at the preview."""
    own = tmp_path / ".cache/build-notes.json"
    for module in (paths, settings):
        monkeypatch.setattr(module, "NOTES", own)
    monkeypatch.setattr(paths, "PROJECT", tmp_path)
    content(tmp_path / "other", {})
    make(BUILD_NOTES=str(own), PATH=pair[0], OUTPUT_PATH=pair[1])
    assert [*tmp_path.rglob("build-notes*")] == [tmp_path / file]


def test_without_anything_to_come_no_build_is_due(tmp_path: Path, make: Make) -> None:
    """A scheduler must be able to tell "never" from a file that it cannot read."""
    for name in ("winter", "spring"):
        (tmp_path / f"content/offers/{name}.md").unlink()
    make()
    assert notes(tmp_path) == {
        "built": "2026-12-24T16:00:00Z",
        "next_due": None,
        "next_due_epoch": None,
        "reasons": [],
        "preview": True,
        "left_out": [],
    }


@pytest.mark.parametrize(
    "overrides",
    [{"CHECK_ONLY": True}, {"AT": "2027-02-02"}],
    ids=["a check", "a look at another moment"],
)
def test_what_is_no_build_for_the_present_leaves_no_notes(
    tmp_path: Path, make: Make, overrides: dict[str, object]
) -> None:
    """The notes would speak of another site than the one in output/, or of another present."""
    assert make(**overrides).code == 0
    assert not (tmp_path / "notes").exists()


def test_a_build_that_fails_leaves_the_notes_as_they_were(tmp_path: Path, make: Make) -> None:
    """They belong to the site that is in output/."""
    make()
    before = (tmp_path / "notes/next.json").read_bytes()
    (tmp_path / "content/offers/summer.md").write_text("---\nheadline: Summer\nends: soon\n---\n")
    assert make().code == 2
    assert (tmp_path / "notes/next.json").read_bytes() == before
    assert [file.name for file in (tmp_path / "notes").iterdir()] == ["next.json"]


def test_the_same_content_at_the_same_instant_gives_the_same_notes(
    tmp_path: Path, make: Make
) -> None:
    """They are no reason for a commit or an upload that changes nothing."""
    make()
    first = (tmp_path / "notes/next.json").read_bytes()
    make()
    assert (tmp_path / "notes/next.json").read_bytes() == first


def test_notes_that_cannot_be_written_are_a_warning(tmp_path: Path, make: Make) -> None:
    """The site is in its place by then; who relies on the notes must hear of it all the same."""
    (tmp_path / "notes").write_text("a file")
    outcome = make()
    assert (tmp_path / "output/index.html").is_file()
    assert outcome.code == 0
    assert (
        """\
notes/next.json
  build notes that cannot be written (file exists)
    To fix  change the permissions of the folder, or BUILD_NOTES in pelicanconf.py"""
        in outcome.text
    )
