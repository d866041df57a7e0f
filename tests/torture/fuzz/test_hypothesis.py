"""Hypothesis: whatever staff write, a build says what to change, in words, and soon."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.core.conftest import steady
from tests.torture.counts import tell, times
from tests.torture.fuzz.examine import Bench
from tests.torture.fuzz.inputs import bodies, documents, practices

pytestmark = [pytest.mark.counts, pytest.mark.torture]


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    monkeypatch.chdir(tmp_path)
    return Bench(tmp_path)


def trying(examples: int) -> settings:
    """The same inputs every time; the bench is made for all of them."""
    unhealthy = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    return settings(steady(examples), suppress_health_check=unhealthy)


def summary(bench: Bench, what: str, tried: int) -> str:
    slowest = f"slowest {bench.slowest:.2f} s"
    return f"{tried:,} {what}: {bench.refused:,} refused in words, 0 faults, {slowest}"


def test_every_document_is_a_page_or_a_problem_in_words(
    bench: Bench, request: pytest.FixtureRequest
) -> None:
    """Who mistypes a line reads what to type, never what went wrong inside."""
    tried = 0

    @trying(times(400, 25_000))
    @given(documents())
    def attempt(case: tuple[str, str]) -> None:
        nonlocal tried
        tried += 1
        folder, text = case
        bench.document(folder, text.encode(errors="surrogatepass"))

    attempt()
    tell(request, summary(bench, "documents", tried))


def test_every_practice_is_read_or_a_problem_in_words(
    bench: Bench, request: pytest.FixtureRequest
) -> None:
    """The facts are the file that people change when they are in a hurry."""
    tried = 0

    @trying(times(300, 10_000))
    @given(practices())
    def attempt(text: str) -> None:
        nonlocal tried
        tried += 1
        bench.practice(text.encode(errors="surrogatepass"))

    attempt()
    tell(request, summary(bench, "practice.yaml", tried))


def test_every_body_becomes_clean_html_the_same_each_time(
    bench: Bench, request: pytest.FixtureRequest
) -> None:
    """One converter serves a whole build: what it keeps of one page must not show on the next."""
    tried = 0

    @trying(times(500, 20_000))
    @given(bodies())
    def attempt(body: str) -> None:
        nonlocal tried
        tried += 1
        bench.prose(body)

    attempt()
    tell(request, summary(bench, "bodies", tried))
