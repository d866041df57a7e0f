"""The published folder on the emulator of Cloudflare Pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.core.model.media_types import media_type
from plugins.hosting.headers import top_folder
from tests.audit.conftest import SITES
from tests.headers import headers_of
from tests.hosting.conftest import PublishedFor
from tests.hosting.http_client import ask
from tests.hosting.moved_addresses import MOVED
from tests.hosting.open_redirects import FORMS, leaves
from tests.hosting.served_site import Served
from tests.hosting.web_servers import cloudflare

pytestmark = [pytest.mark.xdist_group("hosting"), pytest.mark.torture]


@pytest.fixture(scope="module", params=SITES)
def served(
    request: pytest.FixtureRequest,
    published_for: PublishedFor,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Served]:
    folder = published_for(request.param, "cloudflare")
    with cloudflare(folder.path, tmp_path_factory.mktemp("cloudflare")) as address:
        yield Served("cloudflare", address, folder, folder)


def test_each_kind_of_file_comes_with_its_headers(served: Served) -> None:
    """One of each ending in each folder, since the emulator is slow."""
    files = served.folder.addresses.items()
    kinds = {(top_folder(name), Path(name).suffix): address for address, name in files}
    wrong = {}
    for address in kinds.values():
        answer, wanted = served.ask(address), served.headers(address)
        if (answer.status, answer.said(wanted)) != (200, wanted):
            wrong[address] = answer
    assert len(kinds) > 20
    assert wrong == {}


def test_a_page_is_html(served: Served) -> None:
    """Under "nosniff" nothing else would show."""
    assert served.ask("/contact/").headers["content-type"] == media_type("index.html")


def test_what_is_not_there_is_the_page_of_errors(served: Served) -> None:
    """The host sends it with what it says everywhere; the policy stands in the page."""
    answer = served.ask("/nothing")
    assert answer.status == 404
    assert answer.content == (served.folder.path / "404.html").read_bytes()
    assert b'<meta http-equiv="Content-Security-Policy"' in answer.content
    everywhere = dict(headers_of(served.folder.path, "/nothing"))
    assert answer.said(everywhere) == everywhere
    assert everywhere["x-frame-options"] == "DENY"


@pytest.mark.parametrize("address", ["/_headers", "/_redirects"])
def test_tables_are_not_for_visitors(served: Served, address: str) -> None:
    """They say how the site is made. The emulator stumbles over them, which is as good."""
    assert served.ask(address).status in (404, 502)


def test_an_address_without_its_slash_leads_to_the_page(served: Served) -> None:
    """People type it so."""
    answer = served.ask("/contact")
    assert (answer.status, served.leads(answer)) == (308, "/contact/")


@pytest.mark.parametrize("form", FORMS)
def test_no_form_of_an_address_leads_to_another_site(served: Served, form: str) -> None:
    """As on web servers; the host builds these redirects itself."""
    assert not leaves(served.address, ask(served.address, form))


@pytest.mark.parametrize("slash", ["", "/"])
@pytest.mark.parametrize(("old", "new"), MOVED.items())
def test_an_address_that_moved_leads_on_for_good(
    served: Served, old: str, new: str, slash: str
) -> None:
    """With and without its last slash: old links have both."""
    answer = served.ask(f"{old}{slash}?gclid=1")
    assert (answer.status, served.leads(answer)) == (301, f"{new}?gclid=1")
