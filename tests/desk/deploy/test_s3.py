"""Uploads to S3: a real server on loopback, asked through its own API."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from obstore.store import S3Store

from plugins.core.model.fingerprints import ASK, KEEP
from plugins.core.problems import ContentError
from plugins.desk.deploy.plan import RECORD
from plugins.desk.deploy.s3 import Bucket
from plugins.desk.deploy.target import LARGEST
from tests.desk.deploy.example_site import PAGES, Read, faults, put, site
from tests.desk.deploy.kill_campaign import campaign, uploads
from tests.desk.deploy.s3_server import KEYS, NAME, Server, objects, serving_s3
from tests.desk.deploy.upload_process import upload_site
from tests.sites import write
from tests.torture.counts import first


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    with serving_s3(tmp_path / "s3") as made:
        yield made


def to(server: Server, version: str, folder: str = "") -> Bucket:
    output = put(server.folder.parent, version)
    return Bucket(output, f"s3://{NAME}{folder}", KEYS, server.address)


def files(store: S3Store) -> dict[str, bytes]:
    found = objects(store)
    found.pop(RECORD, None)
    return found


def visitor(store: S3Store) -> Read:
    def read(name: str) -> bytes | None:
        try:
            return bytes(store.get(name).bytes())
        except FileNotFoundError:
            return None

    return read


def test_a_bucket_becomes_the_site(server: Server) -> None:
    """And the next version replaces it; what pages were made of waits."""
    upload_site(to(server, "one"))
    assert files(server.store()) == site("one")
    upload_site(to(server, "two"))
    old = {name: content for name, content in site("one").items() if name.startswith("assets/")}
    assert files(server.store()) == {**old, **site("two")}


def test_a_folder_of_a_bucket_is_all_that_is_touched(server: Server) -> None:
    """Another site may live beside it."""
    server.store().put("index.html", b"theirs")
    upload_site(to(server, "one", "/www"))
    assert files(server.store("www")) == site("one")
    assert bytes(server.store().get("index.html").bytes()) == b"theirs"


def test_every_object_says_what_it_is_and_how_long_it_may_be_kept(server: Server) -> None:
    """A bucket sends no headers but those that an object was given."""
    write(put(server.folder.parent, "one"), {"site.webmanifest": "{}", "a.jpg": b"jpg"})
    upload_site(to(server, "one"))
    store, asset = server.store(), next(name for name in site("one") if "assets/" in name)
    wanted = {
        "index.html": ("text/html; charset=utf-8", ASK),
        asset: ("text/css; charset=utf-8", KEEP),
        "site.webmanifest": ("application/manifest+json; charset=utf-8", ASK),
        "sitemap.xml": ("text/xml; charset=utf-8", ASK),
        "offers/one.ics": ("text/calendar; charset=utf-8", ASK),
        "a.jpg": ("image/jpeg", ASK),
        RECORD: ("application/json; charset=utf-8", ASK),
    }
    found = {name: store.get(name).attributes for name in wanted}
    assert {
        name: (one["Content-Type"], one["Cache-Control"]) for name, one in found.items()
    } == wanted


def test_what_is_the_same_is_not_sent_again(server: Server) -> None:
    """An object's MD5 decides; the build wrote every file anew."""
    upload_site(to(server, "one"))
    before = stamps(server.store())
    time.sleep(1.1)
    upload_site(to(server, "two"))
    kept = {name for name, stamp in stamps(server.store()).items() if stamp == before.get(name)}
    assert kept == {n for n in site("one") if n.startswith("assets/")} | {"favicon.ico"}


def stamps(store: S3Store) -> dict[str, object]:
    return {one["path"]: one["last_modified"] for page in store.list() for one in page}


def test_what_somebody_else_uploaded_is_sent_once_more(server: Server) -> None:
    """The same bytes without a type and without caching are not the same page."""
    server.store().put("index.html", site("one")["index.html"])
    seen = to(server, "one").state()
    assert seen.changed == {"index.html"}
    upload_site(to(server, "one"))
    assert server.store().get("index.html").attributes["Cache-Control"] == ASK


def test_notes_for_hosts_are_not_uploaded(server: Server) -> None:
    """They would be public, and S3 reads none of them."""
    write(put(server.folder.parent, "one"), {"_cloudfront.json": "{}"})
    upload_site(to(server, "one"))
    assert files(server.store()) == site("one")


def test_strangers_stay(server: Server) -> None:
    """What make deploy did not upload it does not remove."""
    server.store().put("google1234.html", b"theirs")
    upload_site(to(server, "one"))
    upload_site(to(server, "two"))
    assert files(server.store())["google1234.html"] == b"theirs"


def test_looking_changes_nothing(server: Server) -> None:
    """A dry run is one."""
    upload_site(to(server, "one"))
    before = objects(server.store())
    seen = to(server, "two").state()
    assert objects(server.store()) == before
    assert seen.new == site("two").keys() - site("one").keys()
    assert seen.changed == {*PAGES, "sitemap.xml"}


@pytest.mark.parametrize("content", [b'{"\xff": null}', b"", b" " * (LARGEST + 1)])
def test_a_hostile_record_is_told(server: Server, content: bytes) -> None:
    """Whoever may write there may have written it."""
    server.store().put(RECORD, content)
    with pytest.raises(ContentError, match="something that make deploy did not write"):
        to(server, "one").state()


@pytest.mark.torture
@pytest.mark.counts
def test_visitors_find_a_whole_site_while_uploads_are_killed(server: Server) -> None:
    """Every page is old or new, its files are there, its links lead somewhere; at any moment."""
    store = server.store()
    with uploads("s3", f"s3://{NAME}", server.address, **KEYS) as to_bucket:
        met = campaign(server.folder.parent, to_bucket, visitor(store), lambda: files(store))
    assert "between" in met, "no kill came while an upload was under way"


@pytest.mark.parametrize("after", first(1, [3, 0, 8, 11]))
def test_a_server_that_goes_away_leaves_a_whole_site_and_the_next_upload_heals_it(
    server: Server, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """A failed upload must cost nothing but time, whatever of it had arrived."""
    upload_site(to(server, "one"))
    with monkeypatch.context() as context:
        context.setattr("plugins.desk.deploy.s3.PATIENCE", 1)
        context.setattr(Bucket, "send", until(server, after))
        with pytest.raises(ContentError, match="no answer from the bucket"):
            upload_site(to(server, "two"))
    port = int(server.address.rpartition(":")[2])
    with serving_s3(server.folder, port) as again:
        assert faults(visitor(again.store())) == []
        upload_site(to(again, "two"))
        there = files(again.store())
    assert {name: there[name] for name in site("two")} == site("two")


def until(server: Server, after: int) -> Callable[[Bucket, str, bytes], None]:
    """Sends this many objects, and no more: the server is gone. It goes between two objects, as
    this server, unlike a bucket, loses what it is writing."""
    send, turn, sent = Bucket.send, threading.Lock(), iter(range(1000))

    def one(bucket: Bucket, name: str, content: bytes) -> None:
        with turn:
            if next(sent) == after:
                server.kill()
            if server.process.poll() is None:
                return send(bucket, name, content)
        return send(bucket, name, content)

    return one


@pytest.mark.parametrize(
    ("bucket", "secret", "told"),
    [
        (
            "nobodys",
            "canary-secret-key",
            "TO=s3://nobodys\n"
            "  Found   the bucket refused: The specified bucket does not exist\n"
            "  Needed  a bucket that exists\n"
            "  To fix  create it, or correct TO",
        ),
        (
            NAME,
            "canary-wrong",
            "TO=s3://practice\n"
            "  Found   the bucket refused: The request signature we calculated does not match the "
            "signature you provided. Check your key and signing method.\n"
            "  Needed  keys that may list, read, write and delete there\n"
            "  To fix  copy AWS_SECRET_ACCESS_KEY anew; check AWS_REGION",
        ),
    ],
)
def test_a_refusal_is_told_in_the_words_of_the_bucket(
    server: Server, monkeypatch: pytest.MonkeyPatch, bucket: str, secret: str, told: str
) -> None:
    """Without its answer's other parts, which repeat keys."""
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", secret)
    with pytest.raises(ContentError) as caught:
        Bucket(server.folder, f"s3://{bucket}", {}, server.address).state()
    assert str(caught.value) == told
