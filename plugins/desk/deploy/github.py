"""GitHub Pages: a branch of a repository; any host that shows a branch works the same.

Reads   TO, the address of the repository; without it, this project's `origin`
Gives   Branch, a Target: uploads become one commit, and the branch moves to it in one step or not
        at all
Stops   ContentError with Git's message: a branch that somebody else moved meanwhile stays
Source  gitglossary(7), "plumbing"; Git finds its credentials itself, or a helper reads GITHUB_TOKEN
        from the environment
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.core.problems import ContentError, Problem
from plugins.desk.deploy.plan import NOBODY, RECORD, HostState
from plugins.desk.deploy.subprocesses import run
from plugins.desk.deploy.target import (
    DAMAGED,
    LARGEST,
    all_files,
    folders_of,
    in_the_way,
    read_record,
)

BRANCH = "gh-pages"
REF = f"refs/heads/{BRANCH}"
FILE = "100"  # the modes of plain files; links and repositories in the tree have others
PASSWORD = re.compile(r"://[^/@]*:[^/@]*@|://[^/@:]{16,}@")
HELPER = '!f() { echo username=x-access-token; echo "password=$GITHUB_TOKEN"; }; f'
WHO = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Handbill"), ("EMAIL", "handbill@localhost"))
}
# Files stay as built: no changed line ends, no keywords, no modes.
AS_BUILT = {
    "core.autocrlf": "false",
    "core.attributesFile": os.devnull,
    "core.fileMode": "false",
}
INHERITED = ("GIT_SSH", "GIT_CONFIG_GLOBAL", "GIT_ASKPASS", "GIT_TERMINAL_PROMPT", "GIT_CEILING")
KEY_VALUE = ((0, "KEY"), (1, "VALUE"))
NO_GIT = Problem(
    "git",
    found="no such program on this machine",
    needed="Git, which brings the site to the branch",
    fix="install it (on Debian or Ubuntu: sudo apt-get install git)",
)
NO_REPOSITORY = Problem(
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
    """The branch that the host shows."""

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
        outer = {name: value for name, value in self.environment.items() if name not in own}
        result = run(
            ["git", "remote", "get-url", "--push", "origin"], environment=outer, missing=NO_GIT
        )
        if result.returncode:
            raise ContentError([NO_REPOSITORY])
        return result.stdout.strip()

    def fetch(self) -> str:
        """The commit at the tip of the branch; "" without a branch."""
        if not self.git("ls-remote", "--", self.to, REF):
            return ""
        self.git("fetch", "--quiet", "--depth=1", "--no-tags", "--", self.to, REF)
        tip = self.git("rev-parse", "FETCH_HEAD").strip()
        self.git("read-tree", tip)
        return tip

    def local_files(self) -> list[str]:
        return all_files(self.output)

    def state(self) -> HostState:
        rows = self.git("ls-files", "--stage", "-z").split("\0")
        pairs = (row.partition("\t") for row in rows if row)
        facts = {name: facts.split(" ")[:2] for facts, _, name in pairs}
        there = {name: blob for name, (_, blob) in facts.items()}
        others = {name for name, (mode, _) in facts.items() if not mode.startswith(FILE)}
        if RECORD in others:
            raise ContentError([DAMAGED])
        recorded = there.pop(RECORD, "") != ""
        record, owner = read_record(self.read(RECORD)) if recorded else ({}, NOBODY)
        names = self.local_files()
        local = {name: blob_name((self.output / name).read_bytes()) for name in names}
        return HostState(
            names=frozenset(there),
            new=frozenset(local.keys() - there.keys()),
            changed=frozenset(n for n in local.keys() & there.keys() if local[n] != there[n]),
            record=record,
            owner=owner,
            in_the_way=in_the_way(names, there, folders_of(there), others),
        )

    def read(self, name: str) -> bytes:
        if int(self.git("cat-file", "-s", f":{name}")) > LARGEST:
            raise ContentError([DAMAGED])
        return self.git("cat-file", "blob", f":{name}").encode("utf-8", "surrogateescape")

    def put(self, names: Sequence[str]) -> None:
        self.git("update-index", "--add", "--replace", "-z", "--stdin", text="\0".join(names))

    def write(self, name: str, text: str) -> None:
        blob = self.git("hash-object", "-w", "--stdin", text=text).strip()
        self.git("update-index", "--add", "--cacheinfo", f"{FILE}644,{blob},{name}")

    def remove(self, names: Sequence[str]) -> None:
        self.git("update-index", "--force-remove", "-z", "--stdin", text="\0".join(names))

    def finish(self) -> None:
        """Commit and push, unless the branch has this site already."""
        tree = self.git("write-tree").strip()
        parents = ["-p", self.tip] if self.tip else []
        if self.tip and self.git("rev-parse", f"{self.tip}^{{tree}}").strip() == tree:
            return
        commit = self.git("commit-tree", tree, *parents, "-m", f"Publish {self.url}").strip()
        self.git("push", "--quiet", "--", self.to, f"{commit}:{REF}")
        self.tip = commit

    def git(self, *words: str, text: str = "") -> str:
        """The output of Git. Raises ContentError."""
        result = run(
            ["git", *words],
            environment=self.environment,
            missing=NO_GIT,
            text=text,
            folder=self.output,
        )
        if result.returncode:
            raise ContentError([rejection(self.to, result.stderr)])
        return result.stdout


def settings(environment: Mapping[str, str], folder: str, output: Path) -> dict[str, str]:
    """Git's environment: a repository of its own with output as its work tree, and no setting of
    the caller that would change or reveal its content."""
    inherited = {
        name: value
        for name, value in environment.items()
        if not name.startswith("GIT_") or name.startswith(INHERITED)
    }
    config = dict(AS_BUILT)
    if environment.get("GITHUB_TOKEN"):
        config["credential.https://github.com.helper"] = HELPER
    numbered = enumerate(config.items())
    pairs = {f"GIT_CONFIG_{what}_{n}": pair[i] for n, pair in numbered for i, what in KEY_VALUE}
    repository = {"GIT_DIR": f"{folder}/git", "GIT_INDEX_FILE": f"{folder}/index"}
    repository |= {"GIT_WORK_TREE": str(output), "GIT_ATTR_NOSYSTEM": "1"}
    return inherited | WHO | repository | pairs | {"GIT_CONFIG_COUNT": str(len(config))}


def blob_name(content: bytes) -> str:
    """Git's name for a content."""
    head = f"blob {len(content)}\0".encode()
    return hashlib.sha1(head + content, usedforsecurity=False).hexdigest()


def rejection(to: str, output: str) -> Problem:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    moved = any("[rejected]" in line for line in lines)
    return Problem(
        f"TO={to}",
        found="the branch has moved meanwhile" if moved else f"Git gave up: {reason(lines)}",
        needed=f"a repository whose branch {BRANCH} you may write",
        fix=(
            "run the command again; the branch is as the others left it"
            if moved
            else "mend what it says, and run the command again; the branch is as it was"
        ),
    )


def reason(lines: Sequence[str]) -> str:
    marked = [line for line in lines if line.startswith(("remote:", "fatal:", "error:"))]
    return next(iter([*marked, *lines]), "it did not say why")
