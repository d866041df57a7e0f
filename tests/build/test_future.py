"""The future: what would stop a build on a later day is found in the build of today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from pelicanconf import PLUGINS
from plugins.build import future
from plugins.core.feature import Feature
from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from tests.build.conftest import Project, plugin

NOTE = "---\ntitle: We move\nsummary: To Main Street.\ndate: {date}\n---\n\n{text}\n"
OFFER = "---\nheadline: Winter\nstarts: 2030-05-20 09:00\nends: 2030-06-09\nterms: All.\n---\n"
OFFERS = "---\ntitle: Offers\nsummary: What runs.\n---\n"


def note(date: str = "2030-12-20", text: str = "Soon.") -> dict[str, str]:
    return {"news/move.md": NOTE.format(date=date, text=text)}


@pytest.fixture(autouse=True)
def most(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many instants as outside of tests."""
    monkeypatch.setattr(future, "MOST", 50)


@pytest.fixture
def rehearsed(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The instants that builds have rehearsed."""
    instants: list[datetime] = []
    rehearse = future.errors_of

    def noted(rehearsal: future.Rehearsal, instant: datetime) -> object:
        instants.append(instant)
        return rehearse(rehearsal, instant)

    monkeypatch.setattr(future, "errors_of", noted)
    return instants


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            note(text="See [the map](/#map)."),
            'content/news/move.md:7\n  Found   On December 20: the link "/#map", '
            "which has no place named #map",
        ),
        (
            note(text="See [the feed](/news/feed.atom)."),
            'content/news/move.md:7\n  Found   On December 20: the link "/news/feed.atom", '
            "which is not in the site",
        ),
    ],
    ids=["a place that is not there", "a file that is not there"],
)
@pytest.mark.parametrize("how", [{"CHECK_ONLY": True}, {"live": True}], ids=["check", "publish"])
def test_what_fails_on_a_later_day_is_told_today(
    bare: Project, files: dict[str, str], said: str, how: dict[str, bool]
) -> None:
    """A build that runs by itself would fail while nobody watches."""
    bare.write(files)
    text = bare.refused(**how)
    assert text.startswith(said), text
    assert "\n\n1 problem to fix. " in text


def test_a_template_that_fails_on_a_later_day_is_told_today(bare: Project) -> None:
    """It shows what was never shown before."""

    def pages(site: Site) -> Iterator[Page]:
        if site.now.year > 2030 or (site.now.month, site.now.day) >= (6, 10):
            yield Page("/broken/", "Broken", "", "no-such-template")
        if site.now.month == 5 and site.now.day >= 20:
            raise LookupError("nothing is ready for winter")

    bare.write({"offers/winter.md": OFFER, "pages/offers.md": OFFERS})
    added = plugin(Feature("later", pages=pages))
    settings = {"PLUGINS": [*PLUGINS, added]}
    text = bare.refused(live=True, **settings)
    assert "Found   On May 20: a fault of the generator, not of your text: nothing" in text
    assert "theme/templates/no-such-template.html\n  Found   On June 10: no such file" in text


def test_a_preview_looks_at_today_alone(bare: Project, rehearsed: list[datetime]) -> None:
    """A save must show at once; the command to check comes before the one to publish."""
    bare.write(note(text="See [the map](/#map)."))
    bare.built(live=False)
    assert rehearsed == []


def test_each_instant_within_a_year_is_rehearsed_once(
    bare: Project, rehearsed: list[datetime]
) -> None:
    """The next check of the same content costs nothing, and one of other content looks again."""
    later = note("2031-12-20")["news/move.md"]
    bare.write({"offers/winter.md": OFFER, "pages/offers.md": OFFERS, **note(), "news/z.md": later})
    bare.built(live=True)
    instants = [
        datetime(2030, 5, 20, 15, tzinfo=UTC),
        datetime(2030, 6, 10, 6, tzinfo=UTC),
        datetime(2030, 12, 20, 7, tzinfo=UTC),
    ]
    assert rehearsed == instants
    bare.built(live=True)
    assert rehearsed == instants
    bare.replace("news/move.md", "Soon.", "Very soon.")
    bare.built(live=True)
    assert rehearsed == instants * 2


def test_of_many_instants_the_nearest_are_rehearsed(
    bare: Project, rehearsed: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A practice with an offer a day must not wait an hour for its check."""
    monkeypatch.setattr(future, "MOST", 1)
    bare.write({"offers/winter.md": OFFER, "pages/offers.md": OFFERS, **note()})
    bare.built(live=True)
    assert rehearsed == [datetime(2030, 5, 20, 15, tzinfo=UTC)]


@pytest.mark.parametrize("live", [True, False])
def test_what_does_not_show_yet_is_told(bare: Project, live: bool) -> None:
    """Who saves a note and looks for it in vain needs to know until when it waits."""
    started = OFFER.replace("2030-05-20 09:00", "2030-05-01").replace("Winter", "Spring")
    offers = {"offers/winter.md": OFFER, "offers/spring.md": started, "pages/offers.md": OFFERS}
    bare.write({**note(), "news/z.md": note("2031-12-20")["news/move.md"], **offers})
    assert bare.built(live=live).text.endswith(
        "Waits until 9 AM on May 20: Winter (content/offers/winter.md)\n"
        "Waits until December 20: We move (content/news/move.md)\n"
        "Waits until December 20, 2031: We move (content/news/z.md)"
    )
