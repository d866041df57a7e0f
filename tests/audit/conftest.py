"""The site that is measured, and pages to look at them with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from plugins.build.api import build
from tests.audit.host import hosting
from tests.sites import FULL, LIVE, NOW, ROOT, staying
from tests.tools import CHECKER
from tests.torture.counts import times

SITES = {"full": (FULL, NOW)}
# The page's clock shows the instant that the site was built for, and runs on from there.
CLOCK = "{ const now = Date.now, shift = %d - now(); Date.now = () => now() + shift; }"
PHONE, DESK = (360, 640), (1280, 800)
SIZES = pytest.mark.parametrize(
    "size", [PHONE, pytest.param(DESK, marks=pytest.mark.torture)], ids=["phone", "desk"]
)
Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Site:
    """A published site, its address on this machine, and the instant that it was built for."""

    name: str
    folder: Path
    address: str
    now: datetime

    @property
    def pages(self) -> list[str]:
        """The addresses of pages, from the first slash on, but of those that only lead on: every
        page in `make torture`, in `make test` the longest page below each folder."""
        return addresses(staying(self.folder), self.folder) if times(0, 1) else longest(self.folder)


def longest(folder: Path) -> list[str]:
    """The address of the longest page of each kind."""
    kinds: dict[object, Path] = {}
    for path in sorted(staying(folder), key=lambda path: path.stat().st_size):
        parts = path.relative_to(folder).parts
        kinds[parts[0] if len(parts) > 2 else parts] = path
    return addresses(kinds.values(), folder)


def addresses(files: Iterable[Path], folder: Path) -> list[str]:
    names = (file.relative_to(folder).as_posix() for file in files)
    return sorted(f"/{name}".removesuffix("index.html") for name in names)


def published(content: Path, output: Path, now: datetime, **more: object) -> Path:
    """The site as of an instant, as it would be uploaded to a host that sends our headers."""
    overrides = {"BUILD_NOTES": "", "SITEURL": LIVE, "HOST": "cloudflare"} | more
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(now.timestamp())))
        outcome = build(
            settings=str(ROOT / "publishconf.py"),
            content=str(content),
            output=str(output),
            overrides=overrides,
        )
    assert outcome.code == 0, outcome.text
    return output


@pytest.fixture(scope="session", params=list(SITES))
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    content, now = SITES[request.param]
    folder = published(content, tmp_path_factory.mktemp(request.param) / "output", now)
    with hosting(folder) as address:
        yield Site(request.param, folder, address, now)


@pytest.fixture(scope="session")
def modules() -> Path:
    """Where the checkers are. Without them a test is skipped, and fails where tests decide."""
    return CHECKER.ready()


@contextmanager
def looking(
    browser: Browser, now: datetime, size: tuple[int, int] = DESK, **options: Any
) -> Iterator[Page]:
    """A page in a context of its own, whose clock shows an instant. Each page is a first visit: a
    service worker, which comes when the page is there, would answer the next."""
    viewport = ViewportSize(width=size[0], height=size[1])
    context = browser.new_context(viewport=viewport, service_workers="block", **options)
    context.add_init_script(CLOCK % (now.timestamp() * 1000))
    yield context.new_page()
    context.close()


def resize(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})


def nothing(found: Mapping[str, Iterable[str]]) -> None:
    """Fail with every finding, and the first of the pages that have it, when there is one."""
    told = []
    for finding, names in found.items():
        pages = sorted(set(names))
        more = f" and {len(pages) - 3} more" if len(pages) > 3 else ""
        told.append(f"{finding}: {' '.join(pages[:3])}{more}")
    assert not told, "\n".join(told)
