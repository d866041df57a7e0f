"""A window of each engine, started once in the process that has its tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.audit.engines.window import Window
from tests.tools import FIREFOX, WEBKIT


def webkit() -> Window:
    WEBKIT.ready()
    from tests.audit.engines.webkit import WebKit  # noqa: PLC0415  (Selenium loads slowly)

    return WebKit()


def firefox() -> Window:
    FIREFOX.ready()
    from tests.audit.engines.firefox import Firefox  # noqa: PLC0415

    return Firefox()


ENGINES = [
    pytest.param(engine, id=engine.__name__, marks=pytest.mark.xdist_group(engine.__name__))
    for engine in (webkit, firefox)
]


@pytest.fixture(scope="session", params=ENGINES)
def window(request: pytest.FixtureRequest) -> Iterator[Window]:
    opened = request.param()
    yield opened
    opened.close()
