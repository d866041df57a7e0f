"""make audit: a broken promise is told; the pages that ours are measured beside are fair."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.audit import plain
from tests.audit.__main__ import move_styles_out, row
from tests.audit.lighthouse import Marks, marks, median
from tests.audit.promises import broken

PLAIN = Marks(100, 100, 100, 100, 700, 700, 0, 0, 11_000, 1, 0)


def test_a_page_as_good_as_plain_text_breaks_nothing() -> None:
    """A fifth slower is allowed: a page has a look."""
    assert broken(replace(PLAIN, fcp=840, lcp=840), PLAIN) == []


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ({"accessibility": 99}, "accessibility 99, not 100"),
        ({"best_practices": 96}, "best practices 96, not 100"),
        ({"seo": 91}, "SEO 91, not 100"),
        ({"fcp": 847}, "FCP 1.21 times that of plain text, not 1.2"),
        ({"lcp": 847}, "LCP 1.21 times that of plain text, not 1.2"),
        ({"lcp": 1134, "photographs": 1}, "LCP 1.62 times that of plain text, not 1.6"),
        ({"performance": 99}, "performance 99, plain text 100"),
        ({"tbt": 1}, "TBT 1 ms, not 0"),
        ({"cls": 0.0004}, "CLS 0.0004, not 0"),
    ],
)
def test_each_broken_promise_is_told(page: dict[str, float], said: str) -> None:
    """The audit must be able to fail, on each of them."""
    assert broken(replace(PLAIN, **page), PLAIN) == [said]


def test_a_photograph_may_come_later_and_a_hidden_page_is_not_for_search_engines() -> None:
    """What nobody promised is not broken."""
    page = replace(PLAIN, lcp=1100, photographs=1, seo=66)
    assert broken(page, PLAIN, listed=False) == []


def test_the_middle_of_three_runs_counts() -> None:
    """A busy machine spoils one run, rarely two."""
    runs = [replace(PLAIN, tbt=tbt, fcp=fcp) for tbt, fcp in ((0, 700), (90, 2000), (0, 710))]
    assert median(runs) == replace(PLAIN, tbt=0, fcp=710)


def test_marks_are_read_from_the_report_of_lighthouse() -> None:
    """Scores as people know them, times and sizes as they are."""
    values = {
        "first-contentful-paint": 701.5,
        "largest-contentful-paint": 702.5,
        "total-blocking-time": 3,
        "cumulative-layout-shift": 0.01,
    }
    requests = [
        {"mimeType": "text/html", "transferSize": 900},
        {"mimeType": "image/svg+xml", "transferSize": 80},
        {"mimeType": "image/avif", "transferSize": 7},
    ]
    audits: dict[str, Any] = {name: {"numericValue": value} for name, value in values.items()}
    audits["network-requests"] = {"details": {"items": requests}}
    scores = {
        "performance": {"score": 0.99},
        "accessibility": {"score": 1},
        "best-practices": {"score": None},
        "seo": {"score": 0.91},
    }
    assert marks({"audits": audits, "categories": scores}) == Marks(
        99, 100, 0, 91, 701.5, 702.5, 3, 0.01, 987, 3, 1
    )


def test_a_row_says_how_a_page_compares() -> None:
    """The ratio is the promise; the rest says where it comes from."""
    page = replace(PLAIN, fcp=770.4, lcp=805, tbt=2, cls=0.0125, requests=4)
    assert row("/", page, PLAIN) == [
        *("/", "100", "100", "100", "100", "770", "805", "2", "0.0125", "1.15", "11000", "4")
    ]


def test_the_pages_of_reference_have_the_size_that_they_claim(tmp_path: Path) -> None:
    """A heavier plain page would make every promise easier."""
    plain.write(tmp_path)
    text = (tmp_path / "plain-text/index.html").read_bytes()
    assert plain.BYTES <= len(text) < plain.BYTES + 400
    with Image.open(tmp_path / "plain-photograph/photograph.avif") as picture:
        assert (picture.format, picture.size) == ("AVIF", (1200, 800))
    assert 31_000 < (tmp_path / "plain-photograph/photograph.avif").stat().st_size < 55_000


def test_styles_can_be_moved_out_for_comparison(tmp_path: Path) -> None:
    """Inline or external is a question of measuring."""
    (tmp_path / "theme").mkdir()
    (tmp_path / "index.html").write_text("<style>p { color: red }</style><p>A")
    move_styles_out(tmp_path)
    page = '<link rel="stylesheet" href="/theme/audit.css">\n<p>A'
    assert (tmp_path / "index.html").read_text() == page
    assert (tmp_path / "theme/audit.css").read_text() == "p { color: red }"
