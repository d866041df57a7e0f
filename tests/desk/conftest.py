"""A project in a folder of its own, previews of it, and a window of the browser to look at them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.desk.preview_process import PATIENCE, Preview

FAKE = Path(__file__).with_name("fake_site.py")
DEVSERVER = ("devserver", "--output", "output", "--port", "0", "--build", "fake_site:Builder")
HOME = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Home</title></head>
<body><h1>Home</h1></body></html>
"""

Start = Callable[..., Preview]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site of one page, built by fake_site."""
    for name in ("content", "theme", "plugins"):
        (tmp_path / name).mkdir()
    (tmp_path / "pelicanconf.py").touch()
    (tmp_path / "content" / "index.html").write_text(HOME)
    shutil.copy(FAKE, tmp_path / "plugins")
    return tmp_path


@pytest.fixture
def start(project: Path) -> Iterator[Start]:
    """Starts previews of the project, and ends them after the test."""
    started: list[Preview] = []

    def start(*words: str) -> Preview:
        started.append(Preview(project, *(words or DEVSERVER)))
        return started[-1]

    yield start
    for preview in started:
        preview.finish()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 800, "height": 600})
    context.set_default_timeout(PATIENCE * 1000)
    yield context.new_page()
    context.close()
