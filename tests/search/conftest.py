"""A site of eight symptoms, published and served under its own security policy."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.build.conftest import Project, bare, full, live, project
from tests.search.headers import sending_headers
from tests.search.symptoms import SYMPTOMS
from tests.sites import BARE

__all__ = ["Open", "bare", "full", "live", "project"]

Open = Callable[..., Page]
# What a policy forbids is told here, and what a script does not catch.
LISTEN = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`forbidden: ${event.violatedDirective} ${event.blockedURI}`));"""


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """What visitors get of the small practice in symptoms.py."""
    site = Project(tmp_path_factory.mktemp("symptoms"))
    shutil.copytree(BARE, site.content)
    site.write(SYMPTOMS)
    site.built(HOST="netlify")
    return site


@pytest.fixture(scope="session")
def address(published: Project) -> Iterator[str]:
    with sending_headers(published.output) as found:
        yield found


@pytest.fixture
def searching(browser: Browser, address: str) -> Iterator[Open]:
    """Opens the page of search; what the browser complains about fails the test."""
    with ExitStack() as stack:
        complaints: list[str] = []

        def opened(
            query: str = "", host: str = address, strict: bool = True, **options: Any
        ) -> Page:
            context = browser.new_context(**options)
            stack.callback(context.close)
            context.add_init_script(LISTEN)
            page = context.new_page()
            if strict:
                page.on("pageerror", lambda error: complaints.append(str(error)))
                page.on(
                    "console",
                    lambda said: complaints.append(said.text) if said.type == "error" else None,
                )
            page.goto(f"{host}/search/{query}")
            return page

        yield opened
        assert complaints == []
