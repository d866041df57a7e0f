"""Addresses to files of output/."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.preview.static_files import File, Redirect, find

SECRET = b"canary"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """output/ with a few files, a secret beside it and links to both."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "secret.txt").write_bytes(SECRET)
    (folder / "output-live").mkdir()
    (folder / "output-live" / "index.html").write_bytes(SECRET)
    output = folder / "output"
    (output / "hot-stone").mkdir(parents=True)
    (output / "empty").mkdir()
    (output / "index.html").write_bytes(b"home")
    (output / "hot-stone" / "index.html").write_bytes(b"stone")
    (output / "robots.txt").write_bytes(b"robots")
    (output / "inside.txt").symlink_to("robots.txt")
    (output / "outside.txt").symlink_to("../secret.txt")
    (output / "live").symlink_to("../output-live")
    (output / "loop").symlink_to("loop")
    return output


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/", File(b"home", "text/html; charset=utf-8")),
        ("/index.html", File(b"home", "text/html; charset=utf-8")),
        ("/hot-stone/", File(b"stone", "text/html; charset=utf-8")),
        ("/hot-stone", Redirect("/hot-stone/")),
        ("/robots.txt", File(b"robots", "text/plain; charset=utf-8")),
        ("/inside.txt", File(b"robots", "text/plain; charset=utf-8")),
    ],
)
def test_an_address_is_found_as_a_file_host_finds_it(
    output: Path, address: str, found: File | Redirect
) -> None:
    """What works in the preview works on the live site."""
    assert find(output, address) == found


@pytest.mark.parametrize(
    "address",
    [
        "/nothing",
        "/empty",
        "/empty/",
        "/robots.txt/",
        "/robots.txt/index.html",
        "//index.html",
        "//evil.test/..",
        "/./index.html",
        "/hot-stone/../index.html",
        "/../secret.txt",
        "/../output-live/",
        "/hot-stone/../../secret.txt",
        "/..\\secret.txt",
        "/%2e%2e/secret.txt",
        "/outside.txt",
        "/live",
        "/live/",
        "/live/index.html",
        "/loop",
        "/index.html\0.txt",
        "/" + "a" * 300,
        "/" + "a/" * 3000,
    ],
)
def test_nothing_else_is_found(output: Path, address: str) -> None:
    """A preview on a laptop must not hand out the laptop."""
    assert find(output, address) is None


@given(st.lists(st.sampled_from(["..", ".", "", "secret.txt", "output-live", "live", "\\"])))
def test_no_address_leads_out(output: Path, parts: list[str]) -> None:
    """Whatever the parts, the secret beside output/ stays a secret."""
    found = find(output, "/" + "/".join(parts))
    assert not isinstance(found, File) or found.content != SECRET


def test_no_output_means_no_file(tmp_path: Path) -> None:
    """Before the first build there is no folder at all."""
    assert find(tmp_path / "output", "/") is None
