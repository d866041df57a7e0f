"""Uploads to a branch, as GitHub Pages shows one: a real bare repository."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from plugins.core.problems import ContentError
from plugins.desk.deploy.github import BRANCH, Branch
from plugins.desk.deploy.plan import RECORD
from plugins.desk.deploy.target import LARGEST
from tests.desk.deploy.example_site import put, site
from tests.desk.deploy.upload_process import upload_site
from tests.sites import LIVE, write


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    path = tmp_path / "remote.git"
    git(tmp_path, "init", "--bare", "--quiet", "--initial-branch=main", str(path))
    return path


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def to(remote: Path, version: str) -> Branch:
    return Branch(put(remote.parent, version), f"file://{remote}", os.environ, LIVE)


def files(remote: Path) -> dict[str, bytes]:
    names = git(remote, "ls-tree", "-r", "--name-only", "-z", BRANCH).split("\0")
    found = {}
    for name in names:
        if name and name != RECORD:
            command = ["git", "cat-file", "blob", f"{BRANCH}:{name}"]
            found[name] = subprocess.run(
                command, cwd=remote, capture_output=True, check=True
            ).stdout
    return found


def test_the_branch_becomes_the_site(remote: Path) -> None:
    """It need not be there before; each upload is one commit on the one before."""
    upload_site(to(remote, "one"))
    assert files(remote) == site("one")
    upload_site(to(remote, "two"))
    old = {name: content for name, content in site("one").items() if name.startswith("assets/")}
    assert files(remote) == {**old, **site("two")}
    assert (
        git(remote, "log", "--format=%an: %s", BRANCH).split("\n")
        == [
            f"Handbill: Publish {LIVE}",
        ]
        * 2
    )


def test_nothing_changed_is_no_commit(remote: Path) -> None:
    """A schedule that runs every half an hour must not fill the history."""
    upload_site(to(remote, "one"))
    before = git(remote, "rev-parse", BRANCH)
    upload_site(to(remote, "one"))
    assert git(remote, "rev-parse", BRANCH) == before


def test_files_are_committed_as_they_are(
    remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever Git is told to ignore or to convert on this machine, and for this user."""
    (tmp_path / "gitconfig").write_text(
        f"[core]\nautocrlf = true\nattributesFile = {tmp_path}/attributes\n"
        f"excludesFile = {tmp_path}/ignored\n[commit]\ngpgSign = true\n"
    )
    write(tmp_path, {"ignored": "*.ics\n.*\n", "attributes": "* text ident\n"})
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    output = put(tmp_path, "one")
    made = {".nojekyll": "", ".well-known/security.txt": "a\r\nb\r\n$Id$\n", ".gitignore": "*\n"}
    write(output, made)
    upload_site(to(remote, "one"))
    assert files(remote) == {**site("one"), **{n: text.encode() for n, text in made.items()}}


def test_what_others_put_on_the_branch_stays(remote: Path, tmp_path: Path) -> None:
    """GitHub itself writes CNAME there when a domain is set."""
    clone = tmp_path / "clone"
    git(tmp_path, "init", "--quiet", f"--initial-branch={BRANCH}", str(clone))
    (clone / "CNAME").write_text("www.example.com\n")
    git(clone, "add", ".")
    who = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
    git(clone, *who, "commit", "--quiet", "-m", "theirs")
    git(clone, "push", "--quiet", str(remote), BRANCH)
    upload_site(to(remote, "one"))
    upload_site(to(remote, "two"))
    assert files(remote)["CNAME"] == b"www.example.com\n"


def commit(remote: Path, *entries: str) -> None:
    """Somebody's commit on the branch, of entries like "100644,<blob>,index.html"."""
    environment = os.environ | {"GIT_INDEX_FILE": str(remote / "theirs")}
    who = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
    for words in (
        ["read-tree", BRANCH],
        *(["update-index", "--add", "--cacheinfo", e] for e in entries),
    ):
        subprocess.run(["git", *words], cwd=remote, env=environment, check=True)
    tree = subprocess.run(
        ["git", "write-tree"],
        cwd=remote,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    made = git(remote, *who, "commit-tree", tree, "-p", BRANCH, "-m", "theirs")
    git(remote, "update-ref", f"refs/heads/{BRANCH}", made)


def blob(remote: Path, content: bytes) -> str:
    command = ["git", "hash-object", "-w", "--stdin"]
    done = subprocess.run(command, cwd=remote, input=content, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.mark.parametrize(
    ("mode", "content"),
    [("100644", b'{"\xff": null}'), ("100644", b" " * (LARGEST + 1)), ("120000", b"index.html")],
    ids=["not UTF-8", "huge", "a link"],
)
def test_a_hostile_record_is_told(remote: Path, mode: str, content: bytes) -> None:
    """Whoever may write there may have written it."""
    upload_site(to(remote, "one"))
    commit(remote, f"{mode},{blob(remote, content)},{RECORD}")
    with pytest.raises(ContentError, match="something that make deploy did not write"):
        to(remote, "two").state()


def test_links_and_folders_in_the_way_are_seen(remote: Path) -> None:
    """A page that is a link, a folder that is one, a folder where a file belongs."""
    upload_site(to(remote, "one"))
    there = blob(remote, b"elsewhere")
    git(remote, "cat-file", "blob", there)
    commit(remote, f"120000,{there},index.html", f"100644,{there},offers/two.ics/theirs.txt")
    seen = to(remote, "two").state()
    assert seen.in_the_way == {"index.html", "offers/two.ics"}
    upload_site(to(remote, "two"))
    assert files(remote).items() >= site("two").items()


def test_a_push_that_is_rejected_leaves_the_old_branch(remote: Path) -> None:
    """Somebody else uploaded meanwhile: nobody's work is overwritten."""
    upload_site(to(remote, "one"))
    late = to(remote, "two")
    write(put(remote.parent, "one"), {"more.txt": "more"})
    upload_site(to(remote, "one"))
    before = git(remote, "rev-parse", BRANCH)
    with pytest.raises(ContentError) as caught:
        upload_site(late)
    assert str(caught.value) == (
        f"TO=file://{remote}\n"
        "  Found   the branch has moved meanwhile\n"
        "  Needed  a repository whose branch gh-pages you may write\n"
        "  To fix  run the command again; the branch is as the others left it"
    )
    assert git(remote, "rev-parse", BRANCH) == before


def test_a_repository_that_refuses_keeps_its_branch(remote: Path) -> None:
    """A rule of the repository, a full disk there."""
    upload_site(to(remote, "one"))
    before = git(remote, "rev-parse", BRANCH)
    hook = remote / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho no uploads on Sundays >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(ContentError) as caught:
        upload_site(to(remote, "two"))
    assert "no uploads on Sundays" in str(caught.value)
    assert git(remote, "rev-parse", BRANCH) == before


def test_the_place_is_where_the_project_came_from(
    remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TO is needed only for another repository."""
    work = tmp_path / "work"
    git(tmp_path, "init", "--quiet", str(work))
    git(work, "remote", "add", "origin", f"file://{remote}")
    monkeypatch.chdir(work)
    upload_site(Branch(put(tmp_path, "one"), "", os.environ, LIVE))
    assert files(remote) == site("one")


def test_without_a_place_staff_are_told_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that was downloaded, not cloned."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(ContentError) as caught:
        Branch(put(tmp_path, "one"), "", os.environ, LIVE)
    assert str(caught.value) == (
        "TO\n"
        "  Found   no repository: this folder is not one, or has no remote named origin\n"
        "  Needed  the repository at GitHub\n"
        "  To fix  add TO=git@github.com:me/site.git, with your own names"
    )


def test_a_machine_without_git_is_told_what_to_install(tmp_path: Path) -> None:
    """A site that was downloaded, on a machine where nobody develops."""
    with pytest.raises(ContentError) as caught:
        Branch(put(tmp_path, "one"), "git@github.com:a/b.git", {"PATH": str(tmp_path)}, LIVE)
    assert str(caught.value) == (
        "git\n"
        "  Found   no such program on this machine\n"
        "  Needed  Git, which brings the site to the branch\n"
        "  To fix  install it (on Debian or Ubuntu: sudo apt-get install git)"
    )


@pytest.mark.parametrize(
    "place",
    ["https://me:canary-token@github.com/me/site", "https://canary-token-of-mine@github.com/a/b"],
)
def test_an_address_with_a_password_is_refused_unread(tmp_path: Path, place: str) -> None:
    """Everybody on the machine can read the words of a command while it runs."""
    with pytest.raises(ContentError) as caught:
        Branch(put(tmp_path, "one"), place, os.environ, LIVE)
    assert str(caught.value) == (
        "TO\n"
        "  Found   an address with a password in it (not repeated here)\n"
        "  Needed  an address alone; others can read it while Git runs\n"
        "  To fix  take the password out of it; export GITHUB_TOKEN, or use ssh"
    )


def test_git_gets_the_token_from_the_environment(tmp_path: Path, remote: Path) -> None:
    """Its helper hands it over when GitHub asks; no command line ever has it."""
    keys = os.environ | {"GITHUB_TOKEN": "canary-token", "GIT_TERMINAL_PROMPT": "0"}
    branch = Branch(put(tmp_path, "one"), f"file://{remote}", keys, LIVE)
    asked = "protocol=https\nhost=github.com\n\n"
    assert branch.git("credential", "fill", text=asked).split() == [
        "protocol=https", "host=github.com", "username=x-access-token", "password=canary-token",
    ]  # fmt: skip
    shown = json.dumps([value for value in branch.environment.values() if "x-access" in value])
    assert "canary-token" not in shown
