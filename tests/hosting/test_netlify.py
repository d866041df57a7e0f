"""What Netlify reads in _headers and _redirects, by its own parsers."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.audit.conftest import SITES
from tests.headers import blocks
from tests.hosting.conftest import PublishedFor
from tests.hosting.moved_addresses import MOVED
from tests.node import NODE
from tests.tools import HOSTS

pytestmark = pytest.mark.xdist_group("hosting")

SCRIPT = Path(__file__).with_name("netlify.mjs")


def parsed(folder: Path) -> dict[str, Any]:
    command = [NODE, str(SCRIPT), str(HOSTS.ready()), str(folder)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("site", SITES)
def test_netlify_reads_every_header(published_for: PublishedFor, site: str) -> None:
    """A line that it does not understand it leaves out."""
    folder = published_for(site, "netlify").path
    found = parsed(folder)
    wanted = [{"for": path, "values": headers} for path, headers in blocks(folder / "_headers")]
    assert found["errors"] == []
    read = [
        {"for": one["for"], "values": {k.lower(): v for k, v in one["values"].items()}}
        for one in found["headers"]
    ]
    assert read == wanted
    assert len(read) > 10


@pytest.mark.parametrize("site", SITES)
def test_netlify_leads_on_from_every_address_that_moved(
    published_for: PublishedFor, site: str
) -> None:
    """Also where a file is: without "!" it would send that."""
    found = parsed(published_for(site, "netlify").path)
    read = {(one["from"], one["to"], one["status"], one["force"]) for one in found["redirects"]}
    encoded = {old.replace("é", "%C3%A9"): new for old, new in MOVED.items()}
    assert {
        (f"{old}{slash}", new, 301, True) for old, new in encoded.items() for slash in ("", "/")
    } <= read


def test_what_netlify_does_not_understand_is_told(tmp_path: Path) -> None:
    """The tests above must be able to fail."""
    (tmp_path / "_headers").write_text("  Before: any-path\n")
    (tmp_path / "_redirects").write_text("/a b 301\n")
    assert len(parsed(tmp_path)["errors"]) == 2
