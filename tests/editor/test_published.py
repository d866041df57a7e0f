"""Published: the editor on the live site, where it is asked for; nothing changes for visitors."""

from __future__ import annotations

import json

import pytest

from plugins import editor
from plugins.build import settings
from plugins.editor.packages import FetchError
from tests.build.conftest import Project
from tests.headers import headers_of
from tests.sites import tree

FILES = {"sveltia/index.js": b"export default {};", "yaml/index.js": b"export {};"}
REPOSITORY = "example/hands"


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """The editor, smaller."""
    monkeypatch.setattr(editor, "fetch", lambda: FILES)
    monkeypatch.setattr(editor, "installed", lambda: FILES)


@pytest.mark.usefixtures("fetched")
def test_the_editor_changes_nothing_for_visitors(full: Project) -> None:
    """Pages, sitemap, search, service worker and their policy are byte for byte the same."""
    full.built(EDITOR="")
    without = tree(full.output)
    before = {one: headers_of(full.output, one) for one in ("/", "/contact/", "/admin.html")}
    assert not any(name.startswith("admin") for name in without)
    full.built(EDITOR=f"github:{REPOSITORY}")
    after = tree(full.output)
    admin = {name for name in after if name.startswith("admin/")}
    assert {"admin/index.html", "admin/config.json", "admin/sveltia/index.js"} <= admin
    different = {name for name in after if name not in admin and after[name] != without.get(name)}
    assert different == {"_headers"}
    own = headers_of(full.output, "/admin/")["content-security-policy"]
    assert "connect-src 'self' data: blob: https://api.github.com;" in own
    assert "'unsafe-eval'" not in own
    assert "script-src 'self' 'wasm-unsafe-eval';" in own
    assert "frame-ancestors 'none'" in own
    assert {one: headers_of(full.output, one) for one in before} == before
    page = (full.output / "admin/index.html").read_text(encoding="utf-8")
    assert page.count("http-equiv") == 1
    assert '<meta name="robots" content="noindex">' in page
    config = json.loads((full.output / "admin/config.json").read_text(encoding="utf-8"))
    assert config["config"]["backend"]["repo"] == REPOSITORY
    assert config["config"]["media_folder"] == "content/images"
    state = json.loads((full.output / "admin/state.json").read_text(encoding="utf-8"))
    assert (state["published"], state["commit"]) == ("2030-05-15T18:00:00Z", "")
    assert any("an offer without an end" in one for one in state["problems"])
    pages = [one for one in config["config"]["collections"] if one["name"] == "offers"]
    assert "/contact/" in json.dumps(pages)


def test_an_editor_that_cannot_be_fetched_is_left_out(
    full: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site is published all the same, and says so in a sentence."""

    def fail() -> None:
        raise FetchError("npm is not there to fetch it; type: make editor")

    monkeypatch.setattr(editor, "fetch", fail)
    outcome = full.built(EDITOR=f"github:{REPOSITORY}")
    assert not (full.output / "admin").exists()
    assert "EDITOR" in outcome.text


@pytest.mark.parametrize(
    ("name", "repository"),
    [
        ("", ""),
        ("vim", ""),
        ("/usr/bin/code --wait", ""),
        ("github:example/hands", "example/hands"),
    ],
)
def test_the_program_that_edits_files_is_no_repository(name: str, repository: str) -> None:
    """Shells keep its name in EDITOR."""
    assert settings.editor({"EDITOR": name, "PREVIEW": False}) == repository
    assert settings.editor({"EDITOR": name, "PREVIEW": True}) == ""


@pytest.mark.parametrize(
    ("typed", "fix"),
    [
        ("https://github.com/example/hands.git", "write EDITOR=github:example/hands"),
        ("github:hands", "leave EDITOR= out for no editor"),
    ],
)
def test_a_repository_that_is_not_named_so_is_told(bare: Project, typed: str, fix: str) -> None:
    text = bare.refused(live=True, EDITOR=typed)
    assert "like github:owner/name" in text
    assert fix in text
