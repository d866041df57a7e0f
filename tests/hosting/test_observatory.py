"""Mozilla's HTTP Observatory, against our own pages on a real server."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.audit.conftest import SITES
from tests.hosting.conftest import PublishedFor
from tests.hosting.web_servers import nginx_encrypted
from tests.node import NODE
from tests.tools import HOSTS

pytestmark = pytest.mark.xdist_group("hosting")

SCRIPT = Path(__file__).with_name("observatory.mjs")


def scanned(server: str, state: Path, address: str = "/") -> dict[str, Any]:
    """Grade, score and the tests that failed; it trusts the certificate of the state folder."""
    modules = HOSTS.ready()
    preloaded = modules / "@mdn/mdn-http-observatory/conf/hsts-preload.json"
    preloaded.write_text("{}")  # else it downloads the browsers' list
    done = subprocess.run(
        [NODE, str(SCRIPT), str(modules), urlsplit(server).netloc + address],
        env=os.environ | {"NODE_EXTRA_CA_CERTS": str(state / "certificate.pem")},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("site", SITES)
def test_the_observatory_gives_the_best_grade(
    published_for: PublishedFor, tmp_path: Path, site: str
) -> None:
    """What people look a site up in. The page of search has a policy and a script of its own."""
    folder = published_for(site, "rsync")
    with nginx_encrypted(folder.path, tmp_path) as server:
        for address in {"/", "/search/"} & folder.addresses.keys():
            found = scanned(server, tmp_path, address)
            assert (found["grade"], found["failed"]) == ("A+", []), address
            assert found["score"] >= 135, address


def test_the_observatory_sees_what_is_missing(tmp_path: Path) -> None:
    """The test above must be able to fail."""
    folder, state = tmp_path / "site", tmp_path / "state"
    folder.mkdir()
    state.mkdir()
    (folder / "index.html").write_text("<!doctype html><title>Bare</title>")
    (folder / "_nginx.conf").write_text("index index.html;")
    with nginx_encrypted(folder, state) as server:
        found = scanned(server, state)
    assert found["score"] < 60
    assert "csp-not-implemented" in found["failed"]
