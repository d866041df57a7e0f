"""Hosts with a command of their own: how it is called, and what it must not say.

An upload to them cannot be tried here; the commands themselves can, without a network.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.core.problems import ContentError
from plugins.desk.deploy.host_cli import COMMANDS, upload_folder
from plugins.desk.deploy.secrets import HIDDEN

CANARIES = {
    "NETLIFY_AUTH_TOKEN": "canary/netlify",
    "CLOUDFLARE_API_TOKEN": "canary/cloudflare",
    "AWS_SECRET_ACCESS_KEY": "canary/aws",
}


@pytest.fixture
def tool(tmp_path: Path) -> Path:
    """A program named npx that says what it was given, and fails when FAIL says so."""
    path = tmp_path / "npx"
    path.write_text('#!/bin/sh\necho "$@"\nenv | grep -i -e canary -e ^CI=\nexit ${FAIL:-0}\n')
    path.chmod(0o755)
    return path


def sent(host: str, tool: Path, **more: str) -> list[str]:
    said: list[str] = []
    words = COMMANDS[host](Path("output"), "practice")
    path = f"{tool.parent}{os.pathsep}{os.environ['PATH']}"
    upload_folder(host, words, os.environ | CANARIES | more | {"PATH": path}, said.append)
    return said


@pytest.mark.parametrize(
    ("host", "words", "own"),
    [
        (
            "netlify",
            "--yes netlify-cli@26.0.0 deploy --prod --no-build --dir=output",
            "NETLIFY_AUTH_TOKEN",
        ),
        (
            "cloudflare",
            "--yes wrangler@4.86.0 pages deploy output --project-name=practice --branch=main "
            "--commit-dirty=true",
            "CLOUDFLARE_API_TOKEN",
        ),
    ],
)
def test_a_command_gets_its_own_token_and_says_none(
    tool: Path, host: str, words: str, own: str
) -> None:
    """In the environment, not among its words; what it repeats of it is hidden."""
    first, *rest = sent(host, tool)
    assert first == words
    assert sorted(rest) == ["CI=1", f"{own}={HIDDEN}"]


def test_a_token_is_hidden_as_it_stands_in_an_address(tool: Path) -> None:
    """Tools print the address that failed."""
    tool.write_text("#!/bin/sh\necho https://example.com/?token=canary%2Fnetlify\n")
    assert sent("netlify", tool) == [f"https://example.com/?token={HIDDEN}"]


def test_a_command_that_fails_is_told(tool: Path) -> None:
    """With its exit code; its own words came before."""
    with pytest.raises(ContentError) as caught:
        sent("cloudflare", tool, FAIL="3")
    assert str(caught.value) == (
        "wrangler\n"
        "  Found   it gave up, with exit code 3; its own words are above\n"
        "  Needed  an upload to its end: until then the host shows the site as it was\n"
        "  To fix  mend what it says, and run the command again"
    )


def test_a_machine_without_node_is_told_what_to_install(tmp_path: Path) -> None:
    """Before anything is downloaded."""
    words = COMMANDS["netlify"](Path("output"), "")
    with pytest.raises(ContentError) as caught:
        upload_folder("netlify", words, {"PATH": str(tmp_path)}, print)
    assert str(caught.value) == (
        "npx\n"
        "  Found   no such program on this machine\n"
        "  Needed  Node 20 or newer: the host's own command runs on it\n"
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
        upload_folder(host, COMMANDS[host](tmp_path, "practice"), os.environ | keys, said.append)
    assert said
    assert "canary" not in "\n".join(said)
