"""The security policy of a web server while one version of a site takes the place of another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.core.model.build_label import LABEL, BuildLabel
from plugins.desk.deploy.plan import NOBODY, RECORD, SETTINGS, HostState, make_plan
from plugins.desk.deploy.target import all_files, read_record, upload
from plugins.desk.deploy.transition import policies, transitions, union
from tests.desk.deploy.example_site import needs_rsync
from tests.desk.deploy.test_command import here
from tests.sites import LIVE, write

NOW = datetime(2030, 5, 15, 18, tzinfo=UTC)
WEB = {"HOST": "rsync", "SITEURL": LIVE, "TO": "web"}
STYLE = re.compile("<style>(.*)</style>")
POLICY = "default-src 'none'; script-src 'self'; style-src 'sha256-{}'"
# As the servers write it, with something else that changes.
FORMS = {
    ".htaccess": '# {}\nHeader always set Content-Security-Policy "{}"\n',
    "_nginx.conf": '# {}\nadd_header Content-Security-Policy "{}" always;\n',
    "_Caddyfile": '# {}\nheader {{\n    Content-Security-Policy "{}"\n}}\n',
}


def site(color: str) -> dict[str, str]:
    """Pages with a style that its policy allows, one of them in this version alone."""
    pages = {f"{name}/index.html": f"<style>{color}</style>" for name in ("about", color)}
    allowed = POLICY.format(color)
    settings = {name: form.format(color, allowed) for name, form in FORMS.items()}
    return {"index.html": f"<style>{color}</style>", **pages, **settings}


class StoppedError(Exception):
    """The network went away."""


class Host:
    """A folder of this machine, in which each step is one file; a server that reads .htaccess with
    every request, and one that has read _nginx.conf when it was told to."""

    to = "host"

    def __init__(self, folder: Path) -> None:
        self.folder, self.output, self.loaded = folder, folder, ""
        self.steps: Iterator[int] = iter(())

    def stop_after(self, steps: int) -> None:
        self.steps = iter(range(steps))

    def step(self) -> None:
        if next(self.steps, None) is None:
            raise StoppedError

    def local_files(self) -> list[str]:
        return all_files(self.output)

    def state(self) -> HostState:
        local, there = (
            {name: (folder / name).read_bytes() for name in all_files(folder)}
            for folder in (self.output, self.folder)
        )
        record, owner = read_record(there.pop(RECORD)) if RECORD in there else ({}, NOBODY)
        changed = {name for name in local.keys() & there.keys() if local[name] != there[name]}
        new = frozenset(local.keys() - there.keys())
        return HostState(frozenset(there), new, frozenset(changed), record, owner)

    def read(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    def put(self, names: Sequence[str]) -> None:
        for name in names:
            self.step()
            write(self.folder, {name: (self.output / name).read_text()})

    def write(self, name: str, text: str) -> None:
        self.step()
        write(self.folder, {name: text})

    def remove(self, names: Sequence[str]) -> None:
        for name in names:
            self.step()
            (self.folder / name).unlink()

    def finish(self) -> None:
        """Nothing to do."""

    def reload(self) -> None:
        self.step()
        self.loaded = (self.folder / "_nginx.conf").read_text()

    def bare_pages(self) -> list[str]:
        """Pages whose style one of the servers forbids."""
        pages = {n: (self.folder / n).read_text() for n in all_files(self.folder) if "html" in n}
        found = []
        for configuration in (self.loaded, (self.folder / ".htaccess").read_text()):
            (policy,) = policies(configuration)
            styles = {name: STYLE.findall(page)[0] for name, page in pages.items()}
            found += [name for name, style in styles.items() if f"sha256-{style}" not in policy]
        return found


def bring(host: Host, output: Path, steps: int = 1000) -> None:
    """An upload that is stopped after so many steps."""
    host.output = output
    host.stop_after(steps)
    plan = make_plan(host.local_files(), host.state(), NOW)
    upload(plan, host, transitions(plan, host, output), host.reload)
    host.reload()


@pytest.fixture
def built(tmp_path: Path) -> Callable[[str], Path]:
    """The folder of a version."""

    def build(color: str) -> Path:
        write(tmp_path / color, site(color))
        return tmp_path / color

    return build


def test_no_page_is_under_a_policy_that_forbids_it_wherever_uploads_stop(
    tmp_path: Path, built: Callable[[str], Path]
) -> None:
    """Two in a row are stopped at each step, and the third goes through. With Apache, which reads
    its configuration at once, and with nginx, which does when it is told to."""
    stopped = 0
    for first in range(20):
        host = Host(tmp_path / f"host-{first}")
        bring(host, built("red"))
        for color, steps in (("green", first), ("blue", 2 * first % 13)):
            try:
                bring(host, built(color), steps)
            except StoppedError:
                stopped += 1
            assert host.bare_pages() == [], (first, color)
        bring(host, built("blue"))
        assert host.bare_pages() == []
        assert {name: host.read(name).decode() for name in site("blue")} == site("blue")
        assert host.loaded == site("blue")["_nginx.conf"]
    assert 20 < stopped < 40


def test_a_policy_of_both_allows_what_either_allows_and_no_more() -> None:
    """A form's receiver changes; a directive that only one has says nothing in the other, except
    that sources without one have those of the default."""
    old = "default-src 'none'; style-src 'none'; form-action 'self' https://old.example; sandbox"
    new = "default-src 'none'; style-src 'sha256-a'; form-action 'self'; img-src 'self'"
    assert union([old, new]) == (
        "default-src 'none'; style-src 'sha256-a'; form-action 'self' https://old.example; "
        "img-src 'self'"
    )


def label(folder: Path) -> Path:
    write(folder, {LABEL: BuildLabel(LIVE, "rsync", "Maria's", preview=False).text()})
    return folder


@needs_rsync
def test_a_policy_that_changes_needs_a_reload(tmp_path: Path, built: Callable[[str], Path]) -> None:
    """nginx would show the new pages without their style, and the command would say that all went
    well. The command runs before the new pages come, and at the end."""
    assert here(tmp_path, "--built", "--output", str(label(built("red"))), **WEB)[0] == 0
    words = ("--built", "--output", str(label(built("green"))))
    told = (
        "RELOAD\n"
        "  Found   nothing, and the security policy changes: nginx and Caddy would show the new "
        "pages without their styles and scripts\n"
        "  Needed  the command that tells the web server to read its configuration anew\n"
        '  To fix  add RELOAD="ssh me@www.example.com sudo nginx -s reload", with your own names; '
        "for Apache, which reads it by itself, RELOAD=none\n"
    )
    assert here(tmp_path, *words, **WEB) == (2, told)
    assert (tmp_path / "web/index.html").read_text() == site("red")["index.html"]
    code, said = here(tmp_path, *words, RELOAD="grep -h style web/index.html web/.htaccess", **WEB)
    assert code == 0
    assert [line for line in said.splitlines() if "style" in line] == [
        "<style>red</style>",
        "Header always set Content-Security-Policy \"default-src 'none'; script-src 'self'; "
        "style-src 'sha256-green' 'sha256-red'\"",
        "<style>green</style>",
        f'Header always set Content-Security-Policy "{POLICY.format("green")}"',
    ]


@needs_rsync
@pytest.mark.parametrize("reload", ["none", ""])
def test_without_a_server_to_reload_it_is_enough_to_say_so(
    tmp_path: Path, built: Callable[[str], Path], reload: str
) -> None:
    """Apache reads its own; and what changes without a change of policy changes as before."""
    assert here(tmp_path, "--built", "--output", str(label(built("red"))), **WEB)[0] == 0
    output = label(built("green" if reload else "red"))
    write(output, {"_nginx.conf": (output / "_nginx.conf").read_text() + "# more\n"})
    assert here(tmp_path, "--built", "--output", str(output), RELOAD=reload, **WEB)[0] == 0
    there = {name: (tmp_path / "web" / name).read_bytes() for name in SETTINGS}
    assert there == {name: (output / name).read_bytes() for name in SETTINGS}
