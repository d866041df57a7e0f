"""GitHub Pages: a branch of a repository; any host that shows a branch works the same.

Reads   TO, the address of the repository; without it, where this project's `origin` is
Gives   Branch, a Place: what is put there becomes one commit, and the branch moves to it in one
        step or not at all
Stops   ContentError with what Git says: a branch that somebody else moved meanwhile stays
Source  gitglossary(7), "plumbing"; the credentials are Git's own business, or GITHUB_TOKEN, which
        a helper of Git reads from the environment
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.core.problems import ContentError, Problem
from plugins.desk.deploy.plan import RECORD, There
from plugins.desk.deploy.record import read
from plugins.desk.deploy.subprocesses import run
from plugins.desk.deploy.target import listing

BRANCH = "gh-pages"
REF = f"refs/heads/{BRANCH}"
PASSWORD = re.compile(r"://[^/@]*:[^/@]*@|://[^/@:]{16,}@")
HELPER = '!f() { echo username=x-access-token; echo "password=$GITHUB_TOKEN"; }; f'
WHO = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Handbill"), ("EMAIL", "handbill@localhost"))
}
# Files become what they are: no line ends changed, no mark replaced, no mode.
AS_BUILT = {
    "core.autocrlf": "false",
    "core.attributesFile": os.devnull,
    "core.fileMode": "false",
}
KEPT = ("GIT_SSH", "GIT_CONFIG_GLOBAL", "GIT_ASKPASS", "GIT_TERMINAL_PROMPT", "GIT_CEILING")
KEY_VALUE = ((0, "KEY"), (1, "VALUE"))
NO_GIT = Problem(
    "git",
    found="no such program on this machine",
    needed="Git, which brings the site to the branch",
    fix="install it (on Debian or Ubuntu: sudo apt-get install git)",
)
NO_PLACE = Problem(
    "TO",
    found="no repository: this folder is not one, or has no remote named origin",
    needed="the repository at GitHub",
    fix="add TO=git@github.com:me/site.git, with your own names",
)
WITH_PASSWORD = Problem(
    "TO",
    found="an address with a password in it (not repeated here)",
    needed="an address alone; others can read it while Git runs",
    fix="take the password out of it; export GITHUB_TOKEN, or use ssh",
)


class Branch:
    """The branch that a host shows."""

    def __init__(self, output: Path, to: str, environment: Mapping[str, str], url: str) -> None:
        self.output, self.url = output.absolute(), url
        self.folder = TemporaryDirectory(prefix="handbill-")
        self.environment = settings(environment, self.folder.name, self.output)
        self.to = to or self.origin()
        if PASSWORD.search(self.to):
            raise ContentError([WITH_PASSWORD])
        self.git("init", "--quiet")
        self.tip = self.fetch()

    def origin(self) -> str:
        own = ("GIT_DIR", "GIT_WORK_TREE")
        theirs = {name: value for name, value in self.environment.items() if name not in own}
        done = run(
            ["git", "remote", "get-url", "--push", "origin"], environment=theirs, missing=NO_GIT
        )
        if done.returncode:
            raise ContentError([NO_PLACE])
        return done.stdout.strip()

    def fetch(self) -> str:
        """The commit that the branch is at, "" where there is none yet."""
        if not self.git("ls-remote", self.to, REF):
            return ""
        self.git("fetch", "--quiet", "--depth=1", "--no-tags", self.to, REF)
        tip = self.git("rev-parse", "FETCH_HEAD").strip()
        self.git("read-tree", tip)
        return tip

    def here(self) -> list[str]:
        return listing(self.output)

    def look(self) -> There:
        rows = self.git("ls-files", "--stage", "-z").split("\0")
        pairs = (row.partition("\t") for row in rows if row)
        there = {name: facts.split(" ")[1] for facts, _, name in pairs}
        record = read(self.git("cat-file", "blob", there[RECORD])) if RECORD in there else {}
        there.pop(RECORD, None)
        here = {name: blob((self.output / name).read_bytes()) for name in listing(self.output)}
        return There(
            names=frozenset(there),
            new=frozenset(here.keys() - there.keys()),
            changed=frozenset(n for n in here.keys() & there.keys() if here[n] != there[n]),
            record=record,
        )

    def put(self, names: Sequence[str]) -> None:
        self.git("update-index", "--add", "-z", "--stdin", given="\0".join(names))

    def note(self, text: str) -> None:
        made = self.git("hash-object", "-w", "--stdin", given=text).strip()
        self.git("update-index", "--add", "--cacheinfo", f"100644,{made},{RECORD}")

    def remove(self, names: Sequence[str]) -> None:
        self.git("update-index", "--force-remove", "-z", "--stdin", given="\0".join(names))

    def finish(self) -> None:
        """Commit and push, unless the branch has this site already."""
        tree = self.git("write-tree").strip()
        parents = ["-p", self.tip] if self.tip else []
        if self.tip and self.git("rev-parse", f"{self.tip}^{{tree}}").strip() == tree:
            return
        commit = self.git("commit-tree", tree, *parents, "-m", f"Publish {self.url}").strip()
        self.git("push", "--quiet", self.to, f"{commit}:{REF}")
        self.tip = commit

    def git(self, *words: str, given: str = "") -> str:
        """What Git says. Raises ContentError."""
        done = run(
            ["git", *words],
            environment=self.environment,
            missing=NO_GIT,
            given=given,
            folder=self.output,
        )
        if done.returncode:
            raise ContentError([refused(self.to, done.stderr)])
        return done.stdout


def settings(environment: Mapping[str, str], folder: str, output: Path) -> dict[str, str]:
    """Git's environment: a repository of its own, in which output is the work tree; nothing of
    the caller's that would change or tell what is in it."""
    kept = {
        name: value
        for name, value in environment.items()
        if not name.startswith("GIT_") or name.startswith(KEPT)
    }
    told = dict(AS_BUILT)
    if environment.get("GITHUB_TOKEN"):
        told["credential.https://github.com.helper"] = HELPER
    numbered = enumerate(told.items())
    pairs = {f"GIT_CONFIG_{what}_{n}": pair[i] for n, pair in numbered for i, what in KEY_VALUE}
    place = {"GIT_DIR": f"{folder}/git", "GIT_INDEX_FILE": f"{folder}/index"}
    place |= {"GIT_WORK_TREE": str(output), "GIT_ATTR_NOSYSTEM": "1"}
    return kept | WHO | place | pairs | {"GIT_CONFIG_COUNT": str(len(told))}


def blob(content: bytes) -> str:
    """The name that Git gives to a content."""
    head = f"blob {len(content)}\0".encode()
    return hashlib.sha1(head + content, usedforsecurity=False).hexdigest()


def refused(to: str, said: str) -> Problem:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    moved = any("[rejected]" in line for line in lines)
    return Problem(
        f"TO={to}",
        found="the branch has moved meanwhile" if moved else f"Git gave up: {first(lines)}",
        needed=f"a repository whose branch {BRANCH} you may write",
        fix=(
            "run the command again; the branch is as the others left it"
            if moved
            else "mend what it says, and run the command again; the branch is as it was"
        ),
    )


def first(lines: Sequence[str]) -> str:
    told = [line for line in lines if line.startswith(("remote:", "fatal:", "error:"))]
    return next(iter([*told, *lines]), "it did not say why")
