"""The published folder on real servers, with the configuration that was built for them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import brotli
import pytest

from plugins.core.model.media_types import media_type
from tests.audit.conftest import SITES
from tests.hosting.conftest import PublishedFor
from tests.hosting.http_client import ask
from tests.hosting.moved_addresses import MOVED
from tests.hosting.open_redirects import FORMS, leaves
from tests.hosting.served_site import Served
from tests.hosting.web_servers import SERVERS

pytestmark = pytest.mark.xdist_group("hosting")


@pytest.fixture(scope="module", params=[(a, b) for a in SERVERS for b in SITES], ids="-".join)
def served(
    request: pytest.FixtureRequest,
    published_for: PublishedFor,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Served]:
    name, site = request.param
    folder = published_for(site, "rsync")
    with SERVERS[name](folder.path, tmp_path_factory.mktemp(name)) as address:
        yield Served(name, address, folder, published_for(site, "cloudflare"))


def test_every_file_comes_with_its_headers_and_type(served: Served) -> None:
    """The one place where a forgotten header shows is the live site; here it shows before."""
    wrong = {}
    for address, name in served.folder.addresses.items():
        answer = served.ask(address)
        wanted = served.headers(address) | {"content-type": media_type(name)}
        content = (served.folder.path / name).read_bytes()
        if (answer.status, answer.said(wanted)) != (200, wanted) or answer.content != content:
            wrong[address] = answer
    assert len(served.folder.addresses) > 50
    assert wrong == {}


@pytest.mark.parametrize(
    "address", ["/nothing", "/contact/nothing", "/assets/nothing.js", "/404.html"]
)
def test_what_is_not_there_is_the_page_of_errors(served: Served, address: str) -> None:
    """With all headers of a page, whatever the folder, and never kept for a year."""
    answer = served.ask(address)
    wanted = served.headers("/404.html") | {"content-type": "text/html; charset=utf-8"}
    assert (answer.status, answer.said(wanted)) == (404, wanted)
    assert answer.content == (served.folder.path / "404.html").read_bytes()


@pytest.mark.parametrize(
    "address",
    ["/_nginx.conf", "/_Caddyfile", "/_headers", "/.leaving.json", "/.htaccess", "/.git/config"],
)
def test_files_for_hosts_are_not_for_visitors(served: Served, address: str) -> None:
    """They say how the site is made."""
    path = served.folder.path / address[1:]
    there = path.exists()
    if not there:
        path.parent.mkdir(exist_ok=True)
        path.write_text("secret")
    try:
        answer = served.ask(address)
    finally:
        if not there:
            path.unlink()
    assert (answer.status, b"secret" in answer.content) == (404, False)


def test_a_folder_of_files_is_no_page(served: Served) -> None:
    """A listing of all pictures is nobody's business."""
    assert served.ask("/assets/").status == 404


@pytest.mark.parametrize("query", ["", "?utm_source=card"])
def test_an_address_without_its_slash_leads_to_the_page(served: Served, query: str) -> None:
    """People type it so; what follows the question mark goes along."""
    answer = served.ask(f"/contact{query}")
    assert answer.status in (301, 308)
    assert served.leads(answer) == f"/contact/{query}"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("slash", ["", "/"])
@pytest.mark.parametrize(("old", "new"), MOVED.items())
def test_an_address_that_moved_leads_on_for_good(
    served: Served, old: str, new: str, slash: str
) -> None:
    """With and without its last slash: old links have both."""
    answer = served.ask(f"{old}{slash}?gclid=1")
    wanted = served.headers("/404.html")
    assert (answer.status, served.leads(answer)) == (301, f"{new}?gclid=1")
    assert answer.said(wanted)["strict-transport-security"] == "max-age=63072000"


@pytest.mark.parametrize("form", FORMS)
def test_no_form_of_an_address_leads_to_another_site(served: Served, form: str) -> None:
    """A link to the practice that opens a site of somebody else serves those who want passwords."""
    assert not leaves(served.address, ask(served.address, form))


def test_security_txt_is_text_for_people(served: Served) -> None:
    """RFC 9116 asks for this address and this type."""
    path = served.folder.path / ".well-known/security.txt"
    there = path.exists()
    if not there:
        path.parent.mkdir(exist_ok=True)
        path.write_text("Contact: tel:+1-303-555-0100\n")
    try:
        answer = served.ask("/.well-known/security.txt")
    finally:
        if not there:
            path.unlink()
    assert (answer.status, answer.headers["content-type"]) == (200, "text/plain; charset=utf-8")


UNPACK = {"gzip": gzip.decompress, "br": brotli.decompress}


@pytest.mark.parametrize(
    ("address", "status"), [("/", 200), ("/offers/feed.xml", 200), ("/nothing", 404)]
)
def test_text_comes_packed(served: Served, address: str, status: int) -> None:
    """Packed at the build, with all that the file itself would come with."""
    coding = "gzip" if served.name == "nginx" else "br"
    plain, packed = served.ask(address), served.ask(address, Accept_Encoding=f"gzip, {coding}")
    assert (plain.status, packed.status) == (status, status)
    assert (packed.headers["content-encoding"], packed.headers["vary"]) == (
        coding,
        "Accept-Encoding",
    )
    assert UNPACK[coding](packed.content) == plain.content
    wanted = {*served.headers("/"), "content-type"}
    assert packed.said(wanted) == plain.said(wanted)
    assert len(packed.content) < 0.5 * len(plain.content)


def test_a_page_that_has_not_changed_is_not_sent_again(served: Served) -> None:
    """Asking is all that a second visit costs."""
    etag = served.ask("/").headers["etag"]
    assert served.ask("/", If_None_Match=etag).status == 304


def test_nothing_can_be_sent_to_the_site(served: Served) -> None:
    """There is nothing that could take it; the refusal has its headers, too."""
    answer = ask(served.address, "/contact/", method="POST")
    assert answer.status == 405
    assert answer.headers["x-content-type-options"] == "nosniff"
