"""Editor: /admin/ and /desk/ beside the site, in the preview."""

from __future__ import annotations

import hashlib
import json

import pytest
from bs4 import BeautifulSoup
from starlette.requests import Request

from plugins.desk.preview.editor import Editor, digest_of
from plugins.desk.preview.events import BuildEvents
from plugins.desk.project import languages_of
from tests.desk.conftest import DEVSERVER, Start
from tests.desk.preview.event_loop import run
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


def test_a_translation_is_a_file_that_the_editor_has_read() -> None:
    """Or every save of one would be refused as somebody else's change."""
    denver = FULL.with_name("denver")
    editor = Editor("", denver, BuildEvents())
    for name in ("es/practice.yaml", "es/pages/home.md", "pages/home.md", "practice.yaml"):
        digest = digest_of(denver / name)
        request = Request({"type": "http", "path_params": {"digest": digest}})
        assert run(editor.unchanged(request)).status_code == 204, name
    assert languages_of(denver) == ["en", "es"]
    assert languages_of(FULL) == []


def test_content_that_cannot_be_read_is_told_on_the_desk(start: Start) -> None:
    """In the words of the build."""
    words = ("--content", "content", "--settings", str(ROOT / "pelicanconf.py"))
    desk = ask(start(*DEVSERVER, *words).port(), "/desk/")
    assert desk.status == 500
    assert "The desk waits for the content" in desk.text
    assert "practice.yaml" in desk.text


@pytest.mark.torture
def test_each_offer_is_shared_from_the_desk(start: Start) -> None:
    """What make posts writes, made when somebody asks for it, for a page of the preview alone."""
    port = start(*DEVSERVER, *WORDS).port()
    desk = BeautifulSoup(ask(port, "/desk/").text, "html.parser")
    links = {str(one["href"]): one.get("download") for one in desk.select(".share a")}
    offers = {link.split("/")[3] for link in links}
    assert "gift-cards" in offers
    assert len(links) == 6 * len(offers)
    own = [link for link in links if "/gift-cards/" in link]
    found = {link.rpartition("/")[2]: ask(port, link) for link in own}
    assert {name: (one.status, one.headers["content-type"]) for name, one in found.items()} == {
        "square.png": (200, "image/png"),
        "story.png": (200, "image/png"),
        "caption.txt": (200, "text/plain; charset=utf-8"),
        "email.txt": (200, "text/plain; charset=utf-8"),
        "email.html": (200, "text/html; charset=utf-8"),
        "google.txt": (200, "text/plain; charset=utf-8"),
    }
    assert found["caption.txt"].text.startswith("Gift cards are here\n")
    assert "Offer title" in found["google.txt"].text
    assert found["email.html"].headers["content-security-policy"].startswith("sandbox; ")


@pytest.mark.parametrize(
    ("address", "headers", "status"),
    [
        ("/desk/share/gift-cards/caption.txt", {"site": "cross-site"}, 403),
        ("/desk/share/gift-cards/caption.txt", {"host": "evil.example"}, 400),
        ("/desk/share/gift-cards/practice.yaml", {}, 404),
        ("/desk/share/--help/caption.txt", {}, 404),
        ("/desk/share/nothing/caption.txt", {}, 404),
    ],
)
def test_nobody_else_gets_what_offers_are_shared_with(
    start: Start, address: str, headers: dict[str, str], status: int
) -> None:
    """Not another site, no other file, no offer that is not there."""
    assert ask(start(*DEVSERVER, *WORDS).port(), address, **headers).status == status
