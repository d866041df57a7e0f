"""Uploads with rsync: the real one, into a folder and through its daemon on loopback."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.core.problems import ContentError
from plugins.desk.deploy.plan import RECORD
from plugins.desk.deploy.rsync import Rsync
from tests.desk.deploy.example_site import PAGES, needs_rsync, put, reader, site
from tests.desk.deploy.kill_campaign import campaign, uploads
from tests.desk.deploy.upload_process import upload_site
from tests.sites import write

pytestmark = needs_rsync


@pytest.fixture
def web(tmp_path: Path) -> Path:
    return tmp_path / "web"


def files(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != RECORD]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def to(web: Path, version: str) -> Rsync:
    return Rsync(put(web.parent, version), str(web), os.environ)


def test_a_folder_becomes_the_site(web: Path) -> None:
    """The first upload makes the folder; the record says what was put there."""
    upload_site(to(web, "one"))
    assert files(web) == site("one")
    assert (web / RECORD).is_file()


def test_the_next_version_replaces_it_and_hashed_files_stay_for_a_while(web: Path) -> None:
    """Pages that left are gone with their folders; the old assets wait."""
    upload_site(to(web, "one"))
    upload_site(to(web, "two"))
    old = {name: content for name, content in site("one").items() if name.startswith("assets/")}
    assert files(web) == {**old, **site("two")}
    assert not (web / "offers/one").exists()


def test_a_file_that_did_not_change_is_not_touched(web: Path) -> None:
    """Caches keep what a server says is as old as before, though the build wrote it anew."""
    upload_site(to(web, "one"))
    before = (web / "favicon.ico").stat()
    os.utime(web.parent / "one/favicon.ico", (1, 1))
    os.utime(put(web.parent, "two") / "favicon.ico", (1, 1))
    upload_site(to(web, "two"))
    after = (web / "favicon.ico").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_strangers_stay_and_are_named(web: Path) -> None:
    """A wrong folder costs nothing; a verification file stays where a search engine looks."""
    write(web, {"google1234.html": "theirs", "offers/one/notes [1]*.txt": "theirs"})
    upload_site(to(web, "one"))
    upload_site(to(web, "two"))
    assert (web / "google1234.html").read_text() == "theirs"
    assert (web / "offers/one/notes [1]*.txt").read_text() == "theirs"
    assert not (web / "offers/one/index.html").exists()


def test_everybody_may_read_what_was_uploaded(web: Path) -> None:
    """A web server is another user than the one who uploads."""
    (put(web.parent, "one") / "index.html").chmod(0o600)
    upload_site(to(web, "one"))
    assert (web / "index.html").stat().st_mode & 0o777 == 0o644
    assert (web / "about").stat().st_mode & 0o777 == 0o755


def test_folders_that_are_there_keep_their_mode(web: Path) -> None:
    """A group that may write there, for instance."""
    write(web, {"about/theirs.txt": "theirs"})
    web.chmod(0o2770)
    (web / "about").chmod(0o2770)
    for version in ("one", "two"):
        upload_site(to(web, version))
    modes = {name: (web / name).stat().st_mode & 0o7777 for name in (".", "about")}
    assert modes == {".": 0o2770, "about": 0o2770}


def test_a_strict_umask_hides_nothing_from_visitors(web: Path) -> None:
    """A server on which new files are for their owner alone."""
    umask = os.umask(0o077)
    try:
        upload_site(to(web, "one"))
    finally:
        os.umask(umask)
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in [web, *web.rglob("*")]}
    assert modes == {(True, 0o755), (False, 0o644)}


def test_looking_changes_nothing(web: Path) -> None:
    """A dry run is one."""
    upload_site(to(web, "one"))
    before = files(web)
    seen = to(web, "two").state()
    assert files(web) == before
    assert seen.new == site("two").keys() - site("one").keys()
    assert seen.changed == {*PAGES, "sitemap.xml"}
    assert seen.names == site("one").keys()


def test_what_a_killed_receiver_left_is_cleared_away(web: Path) -> None:
    """Half a page under another name could be found by who guesses it."""
    upload_site(to(web, "one"))
    parts = to(web, "one").parts
    write(web, dict.fromkeys([f"{parts}/new/.index.html.aB3xYz", f"about/{parts}/index.html"], "½"))
    upload_site(to(web, "one"))
    assert files(web) == site("one")
    assert not (web / parts).exists()
    assert not (web / "about" / parts).exists()


def test_what_only_looks_like_a_leftover_stays(web: Path) -> None:
    """Somebody's copy of a page, another program's upload under way."""
    upload_site(to(web, "one"))
    theirs = [".index.html.backup", ".index.html.aB3xYz", "about/.~tmp~/index.html"]
    write(web, dict.fromkeys(theirs, "theirs"))
    upload_site(to(web, "one"))
    assert files(web) == {**site("one"), **dict.fromkeys(theirs, b"theirs")}


def test_a_refusal_is_told_in_the_words_of_rsync(tmp_path: Path) -> None:
    """The folder lies below a file."""
    (tmp_path / "file").write_text("")
    with pytest.raises(ContentError) as caught:
        upload_site(Rsync(put(tmp_path, "one"), f"{tmp_path}/file/web", os.environ))
    told = str(caught.value).splitlines()
    assert told[0] == f"TO={tmp_path}/file/web"
    assert told[1].startswith("  Found   rsync gave up: rsync: ")
    assert told[2:] == [
        "  Needed  a folder that rsync may write, as user@server:/folder",
        "  To fix  mend what it says, and run the command again; what is there is whole",
    ]


def test_a_machine_without_rsync_is_told_what_to_install(tmp_path: Path) -> None:
    """Instead of the name of a file that nobody knows."""
    with pytest.raises(ContentError) as caught:
        Rsync(put(tmp_path, "one"), str(tmp_path / "web"), {"PATH": str(tmp_path)}).state()
    assert str(caught.value) == (
        "rsync\n"
        "  Found   no such program on this machine\n"
        "  Needed  rsync 3.1 or newer, here and on the server\n"
        "  To fix  install it (on Debian or Ubuntu: sudo apt-get install rsync)"
    )


@pytest.mark.torture
@pytest.mark.counts
def test_visitors_find_a_whole_site_while_uploads_are_killed(web: Path) -> None:
    """Every page is old or new, its files are there, its links lead somewhere; at any moment."""
    with uploads("rsync", str(web)) as to_web:
        met = campaign(web.parent, to_web, reader(web), lambda: files(web))
    assert "between" in met, "no kill came while an upload was under way"


@pytest.fixture
def daemon(tmp_path: Path) -> Iterator[str]:
    """rsync's own server; the address of its module, which asks for a password."""
    (tmp_path / "web").mkdir()
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    secrets, settings = tmp_path / "secrets", tmp_path / "rsyncd.conf"
    secrets.write_text("me:canary-password\n")
    secrets.chmod(0o600)
    settings.write_text(
        f"use chroot = no\n[web]\npath = {tmp_path}/web\nread only = no\n"
        f"auth users = me\nsecrets file = {secrets}\n"
        + ("uid = 0\ngid = 0\n" if os.geteuid() == 0 else "")
    )
    words = ["--daemon", "--no-detach", f"--config={settings}", "--address=127.0.0.1"]
    process = subprocess.Popen(["rsync", *words, f"--port={port}"], stderr=subprocess.DEVNULL)
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            time.sleep(0.02)
    yield f"rsync://me@127.0.0.1:{port}/web"
    process.terminate()
    process.wait(20)


def test_the_daemon_gets_the_same_site(web: Path, daemon: str) -> None:
    """rsync:// is what some hosts offer; its password comes from the environment."""
    keys = os.environ | {"RSYNC_PASSWORD": "canary-password"}
    for version in ("one", "two"):
        upload_site(Rsync(put(web.parent, version), daemon, keys))
    old = {name: content for name, content in site("one").items() if name.startswith("assets/")}
    assert files(web) == {**old, **site("two")}


def test_a_wrong_password_is_told_and_not_repeated(web: Path, daemon: str) -> None:
    """The site stays as it was."""
    keys = os.environ | {"RSYNC_PASSWORD": "canary-wrong"}
    with pytest.raises(ContentError) as caught:
        upload_site(Rsync(put(web.parent, "one"), daemon, keys))
    assert "auth failed" in str(caught.value)
    assert "canary" not in str(caught.value)
    assert files(web) == {}
