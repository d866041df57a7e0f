"""What would change at a host that is only seen through the web: a real server on loopback."""

from __future__ import annotations

from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from plugins.core.problems import ContentError
from plugins.desk.deploy.live_diff import live_state
from tests.conftest import Quiet, serving, serving_folder
from tests.desk.deploy.example_site import put, site
from tests.sites import LIVE, write

CHANGED = {"index.html", "about/index.html", "contact/index.html", "404.html", "sitemap.xml"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return put(tmp_path, "two")


def served(folder: Path) -> Path:
    """Version one, with a sitemap that names its pages."""
    locations = "".join(f"<loc>{LIVE}{one}</loc>" for one in ("/", "/offers/one/", "/about/"))
    write(put(folder, "one"), {"sitemap.xml": f"<urlset>{locations}</urlset>"})
    return folder / "one"


def test_new_changed_and_gone_are_told_apart(tmp_path: Path, output: Path) -> None:
    """As far as a visitor can tell."""
    with serving_folder(served(tmp_path)) as address:
        seen = live_state(output, address)
    assert seen.new == site("two").keys() - site("one").keys()
    assert seen.changed == CHANGED
    assert seen.names - site("two").keys() == {"offers/one/index.html"}


def test_the_same_site_is_no_change(output: Path) -> None:
    """Notes for the host are shown to nobody, so they are not looked for."""
    write(output, {"_headers": "/*\n"})
    with serving_folder(output) as address:
        seen = live_state(output, address)
    assert (seen.new, seen.changed) == (frozenset(), frozenset())
    assert "_headers" not in seen.names


def test_a_page_of_errors_that_comes_with_an_error_is_compared(output: Path) -> None:
    """A good host sends it with 404 from its own address, too."""

    class Host(Quiet):
        def do_GET(self) -> None:  # noqa: N802 the server's name for it
            if self.path != "/404.html":
                super().do_GET()
                return
            content = (output / "404.html").read_bytes()
            self.send_response(404)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    with serving(partial(Host, directory=str(output))) as address:
        assert live_state(output, address).changed == frozenset()


def test_a_site_that_does_not_answer_is_told(output: Path) -> None:
    """With the address that was asked."""

    class Host(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(503)

        do_HEAD = do_GET  # noqa: N815 the server's name for it

        def log_message(self, format: str, *args: object) -> None:
            pass

    with serving(Host) as address, pytest.raises(ContentError) as caught:
        live_state(output, address)
    told = str(caught.value).splitlines()
    assert told[0].startswith(f"{address}/")
    assert told[1:] == [
        "  Found   the answer 503",
        "  Needed  the site that is there now, to compare with",
        "  To fix  try again later, or leave DRY away: an upload does not look first",
    ]


def test_a_sitemap_of_nonsense_and_an_answer_without_an_end_are_no_fault(
    tmp_path: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever answers at that address now, a holding page or a stranger."""
    sitemap = "<loc>http://[</loc><loc>\x00</loc><loc>https://x/offers/one/</loc>"
    write(served(tmp_path), {"sitemap.xml": sitemap})
    with serving_folder(tmp_path / "one") as address:
        assert "offers/one/index.html" in live_state(output, address).names
        monkeypatch.setattr("plugins.desk.deploy.live_diff.LONGEST", 10)
        with pytest.raises(ContentError, match="an answer without an end"):
            live_state(output, address)
