"""Hosts with a command of their own: where it comes from, how it is called, and what it must not
say.

An upload to them cannot be tried here; the commands themselves can, without a network.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from plugins.core.problems import ContentError
from plugins.desk.deploy import host_cli
from plugins.desk.deploy.host_cli import COMMANDS, LOCKS, upload_folder
from plugins.desk.deploy.secrets import HIDDEN

CANARIES = {
    "NETLIFY_AUTH_TOKEN": "canary/netlify",
    "CLOUDFLARE_API_TOKEN": "canary/cloudflare",
    "AWS_SECRET_ACCESS_KEY": "canary/aws",
}
# Says what it was given, and fails when FAIL names it.
PROGRAM = """#!/bin/sh
echo "$(basename $0)" "$@" in "$(pwd)": $(ls)
env | grep -i -e canary -e ^CI= | sort
test "$FAIL" != "$(basename $0)" || exit 3
"""


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with programs named node and npm; the tools of hosts are kept beside it."""
    monkeypatch.setattr(host_cli, "KEPT", tmp_path / "kept")
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("node", "npm"):
        (folder / name).write_text(PROGRAM)
        (folder / name).chmod(0o755)
    return folder


def sent(host: str, tools: Path, **more: str) -> list[str]:
    said: list[str] = []
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | CANARIES | more | {"PATH": path}
    upload_folder(host, Path("-output"), "practice", environment, said.append)
    return said


@pytest.mark.parametrize(
    ("host", "script", "words", "own"),
    [
        (
            "netlify",
            "netlify-cli/bin/run.js",
            "deploy --prod --no-build --dir={output}",
            "NETLIFY_AUTH_TOKEN",
        ),
        (
            "cloudflare",
            "wrangler/bin/wrangler.js",
            "pages deploy {output} --project-name=practice --branch=main --commit-dirty=true",
            "CLOUDFLARE_API_TOKEN",
        ),
    ],
)
def test_the_command_alone_gets_its_token_and_says_none(  # noqa: PLR0917  (a row of the table)
    tools: Path, host: str, script: str, words: str, own: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the environment, not among its words. npm, which gets the packages, has none; nor has
    anything that lies about in a project. The second time npm is not needed."""
    monkeypatch.delenv("CI", raising=False)  # the programs of the test tell theirs
    getting, installing, *uploading = sent(host, tools)
    assert getting.startswith("Getting ")
    assert installing.startswith(
        "npm ci --ignore-scripts --no-audit --no-fund --loglevel=error in "
    )
    assert installing.endswith(": package-lock.json package.json")
    (kept,) = (tools.parent / "kept").iterdir()
    first, *rest = uploading
    words = words.format(output=Path("-output").absolute())
    assert first.startswith(f"node {kept}/node_modules/{script} {words} in ")
    assert first.endswith(":")
    assert str(Path.cwd()) not in first.rpartition(" in ")[2]
    assert rest == ["CI=1", f"{own}={HIDDEN}"]
    assert [line.partition(" ")[0] for line in sent(host, tools)] == ["node", "CI=1", rest[1]]


@pytest.mark.parametrize("host", COMMANDS)
def test_every_package_is_known_by_its_content(host: str) -> None:
    """Whoever sends it: no address is believed, and no range of versions. What a package brings
    along in itself is part of that."""
    lock = json.loads((LOCKS / host / "package-lock.json").read_text())
    _, *packages = ((n, p) for n, p in lock["packages"].items() if not p.get("inBundle"))
    assert len(packages) > 20
    assert [name for name, one in packages if not one["integrity"].startswith("sha512-")] == []
    assert [name for name, one in packages if "resolved" in one or "link" in one] == []
    script, _ = COMMANDS[host]
    assert f"node_modules/{script.partition('/')[0]}" in lock["packages"]


def test_another_state_takes_the_place_of_the_one_before(tools: Path) -> None:
    """They are large."""
    earlier = tools.parent / "kept/netlify-0123456789ab"
    earlier.mkdir(parents=True)
    sent("netlify", tools)
    assert not earlier.exists()


def test_a_token_is_hidden_as_it_stands_in_an_address(tools: Path) -> None:
    """Tools print the address that failed."""
    (tools / "node").write_text("#!/bin/sh\necho https://example.com/?token=canary%2Fnetlify\n")
    assert sent("netlify", tools)[-1] == f"https://example.com/?token={HIDDEN}"


def test_a_command_that_fails_is_told(tools: Path) -> None:
    """With its exit code; its own words came before."""
    with pytest.raises(ContentError) as caught:
        sent("cloudflare", tools, FAIL="node")
    assert str(caught.value) == (
        "wrangler\n"
        "  Found   it gave up, with exit code 3; its own words are above\n"
        "  Needed  an upload to its end: until then the host shows the site as it was\n"
        "  To fix  mend what it says, and run the command again"
    )


def test_packages_that_cannot_be_had_are_told_and_nothing_half_is_kept(tools: Path) -> None:
    """No network, or a package that is not what it was."""
    with pytest.raises(ContentError) as caught:
        sent("netlify", tools, FAIL="npm")
    assert str(caught.value) == (
        "netlify-cli\n"
        "  Found   npm could not get it, with exit code 3; its own words are above\n"
        "  Needed  a network, and packages that are what they were when this version was chosen\n"
        "  To fix  run the command again; if it stays so, show this to a developer"
    )
    assert list((tools.parent / "kept").iterdir()) == []


def test_a_machine_without_node_is_told_what_to_install(tmp_path: Path) -> None:
    """Before anything is downloaded."""
    with pytest.raises(ContentError) as caught:
        upload_folder("netlify", Path("output"), "", {"PATH": str(tmp_path)}, print)
    assert str(caught.value) == (
        "node\n"
        "  Found   no such program on this machine\n"
        "  Needed  Node 20 or newer, with npm: the host's own command runs on it\n"
        "  To fix  install it (on Debian or Ubuntu: sudo apt-get install nodejs npm)"
    )


@pytest.mark.skipif(not os.environ.get("REAL_TOOLS"), reason="downloads them: REAL_TOOLS=1")
@pytest.mark.parametrize("host", COMMANDS)
def test_the_real_commands_say_no_token(tmp_path: Path, host: str) -> None:
    """They fail, for the tokens are nobody's; whatever they say about it."""
    keys = {
        "CLOUDFLARE_API_TOKEN": "canaryABCDEFGHIJKLMNOPQRSTUVWXYZ01234567",
        "CLOUDFLARE_ACCOUNT_ID": "0" * 32,
        "NETLIFY_AUTH_TOKEN": "canary0123456789",
        "NETLIFY_SITE_ID": "00000000-0000-0000-0000-000000000000",
    }
    (tmp_path / "index.html").write_text("<p>")
    said: list[str] = []
    with pytest.raises(ContentError, match="it gave up, with exit code 1"):
        upload_folder(host, tmp_path, "practice", os.environ | keys, said.append)
    assert said
    assert "canary" not in "\n".join(said)
