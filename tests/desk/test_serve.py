"""The server, asked over loopback."""

from __future__ import annotations

import http.client
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.preview_process import PATIENCE, Answer, Preview, ask, plain

pytestmark = pytest.mark.xdist_group("desk-serve")

HOME = "<!doctype html><title>Home</title></head><p>Welcome"
LOST = "<!doctype html><title>Lost</title></head><p>Not here"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder = tmp_path_factory.mktemp("site")
    (folder / "secret.txt").write_text("canary")
    output = folder / "output"
    (output / "über uns").mkdir(parents=True)
    (output / "index.html").write_text(HOME)
    (output / "404.html").write_text(LOST)
    (output / "über uns" / "index.html").write_text(HOME)
    (output / "robots.txt").write_text("User-agent: *")
    preview = Preview(folder, "serve", "--port", "0")
    yield preview.port()
    preview.finish()


def told(answer: Answer) -> tuple[int, str, str]:
    return answer.status, answer.headers["content-type"], plain(answer.text)


def test_a_page_is_sent_with_the_script_in_its_head(port: int) -> None:
    """The script is how the page learns of the next build; nothing else in it changes."""
    answer = ask(port, "/")
    assert told(answer) == (200, "text/html; charset=utf-8", HOME)
    assert answer.text.endswith(' type="module"></script></head><p>Welcome')


def test_other_files_are_sent_as_they_are(port: int) -> None:
    """A changed robots.txt would be another file."""
    assert told(ask(port, "/robots.txt")) == (200, "text/plain; charset=utf-8", "User-agent: *")


def test_nothing_is_kept_by_the_browser(port: int) -> None:
    """An old stylesheet after a save makes people doubt their own eyes."""
    kept = [
        ask(port, address) for address in ("/", "/robots.txt", "/lost", "/_preview/live_reload.js")
    ]
    assert [answer.headers["cache-control"] for answer in kept] == ["no-store"] * 4


def test_an_unknown_address_is_the_404_page(port: int) -> None:
    """pelican -l sends nothing at all, so nobody sees the page that visitors will see."""
    assert told(ask(port, "/lost")) == (404, "text/html; charset=utf-8", LOST)


def test_a_folder_without_its_slash_is_sent_on(port: int) -> None:
    """Hosts do the same, and relative links on the page depend on it."""
    answer = ask(port, "/%C3%BCber%20uns?at=now")
    assert (answer.status, answer.headers["location"]) == (308, "/%C3%BCber%20uns/?at=now")


@pytest.mark.parametrize(
    "address",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/x/..%2f..%2fsecret.txt"],
)
def test_an_address_does_not_lead_out_of_output(port: int, address: str) -> None:
    """Any page in the same browser can ask the preview for addresses."""
    assert told(ask(port, address)) == (404, "text/html; charset=utf-8", LOST)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:8000", "[::1]:8000"])
def test_the_names_of_this_machine_are_answered(port: int, host: str) -> None:
    """People type any of them."""
    assert ask(port, "/robots.txt", host).status == 200


@pytest.mark.parametrize(
    "host", ["evil.test", "127.0.0.1.evil.test", "localhost:80@evil.test", "localhost:x", "::1"]
)
def test_another_host_is_refused(port: int, host: str) -> None:
    """A web page whose name points to 127.0.0.1 could read the preview (DNS rebinding)."""
    answer = ask(port, "/", host)
    assert (answer.status, answer.text) == (400, "Invalid host header")


def test_files_follow_each_other_without_a_pause(port: int) -> None:
    """A page of thirty files once took a quarter of a second: each waited 44 ms for an ACK, all
    but the first ones. On a busy machine some take as long for other reasons."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    took = []
    for _ in range(60):
        began = time.monotonic()
        connection.request("GET", "/robots.txt")
        connection.getresponse().read()
        took.append(time.monotonic() - began)
    connection.close()
    assert min(took[30:]) < 0.03


def test_only_reading_is_allowed(port: int) -> None:
    """A file host refuses the rest too; a form that posts here is a mistake to notice."""
    assert [ask(port, "/", method=method).status for method in ("HEAD", "POST")] == [200, 405]


def test_without_output_the_page_says_how_to_make_it(tmp_path: Path) -> None:
    """The first thing many people do is to look before anything was built."""
    preview = Preview(tmp_path, "serve", "--port", "0")
    answer = ask(preview.port(), "/")
    assert preview.stop(signal.SIGTERM) == 143
    assert answer.status == 503
    assert "Nothing was built yet. It is made by: make devserver" in answer.text
