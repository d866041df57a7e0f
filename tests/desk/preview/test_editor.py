"""Editor: /admin/ and /desk/ beside the site, in the preview."""

from __future__ import annotations

import hashlib
import json

from tests.desk.conftest import DEVSERVER, Start
from tests.desk.preview_process import ask
from tests.sites import FULL, ROOT

WORDS = ("--content", str(FULL), "--settings", str(ROOT / "pelicanconf.py"))


def test_the_editor_and_the_desk_stand_beside_the_site(start: Start) -> None:
    """The forms come from a process of their own; the page of the editor never reloads."""
    port = start(*DEVSERVER, *WORDS).port()
    moved = ask(port, "/admin")
    assert (moved.status, moved.headers["location"]) == (308, "/admin/")
    page = ask(port, "/admin/")
    assert (page.status, page.headers["cache-control"]) == (200, "no-store")
    assert "live_reload.js" not in page.text
    script = ask(port, "/admin/format.js")
    assert (script.status, script.headers["content-type"]) == (
        200,
        "text/javascript; charset=utf-8",
    )
    settings = json.loads(ask(port, "/admin/config.json").text)
    offers = next(one for one in settings["config"]["collections"] if one["name"] == "offers")
    assert offers["folder"].endswith("tests/sites/full/offers")
    assert "/contact/" in settings["pages"]
    assert ask(port, "/admin/nothing.js").status == 404
    text = (FULL / "offers/spring.md").read_text(encoding="utf-8").strip()
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert ask(port, f"/admin/unchanged/{digest}").status == 204
    assert ask(port, f"/admin/unchanged/{digest[::-1]}").status == 409
    desk = ask(port, "/desk/")
    assert (desk.status, "Gift cards are here" in desk.text) == (200, True)
    assert "live_reload.js" in desk.text
    assert ask(port, "/_preview/desk.css").status == 200


def test_content_that_cannot_be_read_is_told_on_the_desk(start: Start) -> None:
    """In the words of the build."""
    words = ("--content", "content", "--settings", str(ROOT / "pelicanconf.py"))
    desk = ask(start(*DEVSERVER, *words).port(), "/desk/")
    assert desk.status == 500
    assert "The desk waits for the content" in desk.text
    assert "practice.yaml" in desk.text
