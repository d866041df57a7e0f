"""A practice without the code: a repository with content, and a workflow that calls ours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from plugins.desk.__main__ import main
from plugins.desk.new_practice.repository import Version, midnights, version
from tests.desk.deploy.test_workflow import ACTION, CODE, JOBS, PROPOSAL, git, outputs, step
from tests.desk.test_new_practice import ANSWERS
from tests.sites import LIVE

BIN = Path(sys.executable).parent


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One that make new-practice has written, as its first commit."""
    folder = tmp_path / "my site"
    given = {**ANSWERS, "REPOSITORY": str(folder), "HANDBILL": "me/handbill", "CI": "true"}
    for key, answer in given.items():
        monkeypatch.setenv(key, answer)
    assert main(["new-practice"]) == 0
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Begin")
    return folder


def test_it_holds_content_a_workflow_and_words_for_staff(repository: Path) -> None:
    """No code: a new version is a new end of one line."""
    names = {path.relative_to(repository).parts[0] for path in repository.iterdir()}
    assert names == {".git", ".github", ".gitignore", "README.md", "content"}
    known = version()
    assert known
    for name, jobs in {"publish.yml": JOBS, "proposal.yml": PROPOSAL["jobs"]}.items():
        text = (repository / ".github/workflows" / name).read_text()
        assert len([line for line in text.splitlines() if not line.startswith("#")]) <= 12
        workflow: dict[Any, Any] = yaml.safe_load(text)
        (job,) = workflow["jobs"].values()
        called, _, commit = job["uses"].partition("@")
        assert (called, commit) == (f"me/handbill/.github/workflows/{name}", known.commit)
        # Whoever calls must allow what the jobs of the called workflow ask for.
        asked: dict[str, str] = {}
        for one in jobs.values():
            asked |= {
                key: right for key, right in one["permissions"].items() if asked.get(key) != "write"
            }
        assert job["permissions"] == asked


def test_a_checker_and_an_audit_find_nothing(repository: Path) -> None:
    """They run with the right to publish, and for people whom nobody knows."""
    files = [str(path) for path in (repository / ".github/workflows").iterdir()]
    for words in (
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files],
        ["zizmor", "--offline", "--no-progress", "--quiet", *files],
    ):
        command = [str(BIN / words[0]), *words[1:]]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        ("America/Denver", "6,7"),
        ("Europe/Berlin", "22,23"),
        ("Asia/Kolkata", "19"),
        ("UTC", "0"),
    ],
)
def test_it_looks_right_after_midnight_where_the_practice_is(zone: str, hours: str) -> None:
    """Offers and news begin with the day."""
    assert midnights(ZoneInfo(zone)) == hours


@pytest.mark.torture
def test_every_script_of_the_workflow_runs_in_it(repository: Path, tmp_path: Path) -> None:
    """As on GitHub, from a push to what is uploaded, but for the actions of GitHub's own."""
    tools = tmp_path / "bin"
    tools.mkdir()
    make = shutil.which("make")
    commit = git(repository, "rev-parse", "HEAD")
    for name, script in {
        # The packages are there. The commit passed on GitHub, in a job that was called.
        "make": f'exec {make} "$@" BIN={BIN}',
        "gh": """while [ "$1" != --jq ]; do shift; done; echo '{"check_runs": [{"conclusion": """
        """"success", "name": "publish / Check and test"}]}' | jq -r "$2" """,
    }.items():
        (tools / name).write_text(f"#!/usr/bin/env bash\n{script}\n")
        (tools / name).chmod(0o755)
    given = {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_ACTION_PATH": str(CODE.parent),
        "GITHUB_REPOSITORY": "me/site",
        "SITEURL": LIVE,
    }

    def run(script: str, **more: str) -> dict[str, str]:
        return outputs(script, repository, **given, **more)

    (code,) = yaml.safe_load(CODE.read_text())["runs"]["steps"]
    (passed,) = yaml.safe_load(ACTION.read_text())["runs"]["steps"]
    assert run(passed["run"], ALSO="") == {"commit": commit}
    assert run(code["run"]) == {"own": "false"}
    run(step("check", "Check the content")["run"])
    changed = step("check", "Is anything new but content?")["run"]
    assert run(changed, PASSED="", OWN="false") == {"changed": "false"}

    # A proposal of content is checked and built with the same code; there is none to test.
    git(repository, "clean", "-qffdx")
    assert run(code["run"]) == {"own": "false"}
    assert PROPOSAL[True]["workflow_call"]["inputs"]["content_only"]["default"] is True
    assert PROPOSAL["jobs"]["test"]["if"] == "${{ !inputs.content_only }}"
    (repository / ".venv").symlink_to(sys.prefix)
    for name in ("Check the content", "Build the preview"):
        run(step("preview", name, PROPOSAL["jobs"])["run"])
    assert "Quiet Hands" in (repository / "output/index.html").read_text()

    git(repository, "clean", "-qffdx")
    run(step("build", "Take the newest commit that passed")["run"], COMMIT=commit)
    assert run(code["run"]) == {"own": "false"}
    (repository / ".venv").symlink_to(sys.prefix)
    build = step("build", "Build")
    run(build["run"], EDITOR="", CACHE_KEY="")
    upload = step("build", "Add files that pages of the last days still load")
    # YAML 1.1 reads the key YES as true.
    fixed = {"YES" if key is True else key: value for key, value in upload["env"].items()}
    run(upload["run"], **{key: value for key, value in fixed.items() if "${{" not in value})
    assert "Quiet Hands" in (repository / ".cache/pages/index.html").read_text()
    assert set(run(step("build", "Note when the next build is due")["run"])) == {"next"}
    # What the history knows has its date in the sitemap: the clone is a whole one.
    assert f"{datetime.now():%Y-}" in (repository / ".cache/pages/sitemap.xml").read_text()


def test_a_repository_with_the_code_keeps_its_own(tmp_path: Path) -> None:
    """There the code that was pushed is checked, not another."""
    (tmp_path / "plugins/build").mkdir(parents=True)
    (tmp_path / "plugins/build/pipeline.py").write_text("mine")
    (code,) = yaml.safe_load(CODE.read_text())["runs"]["steps"]
    found = outputs(code["run"], tmp_path, GITHUB_ACTION_PATH=str(CODE.parent))
    assert found == {"own": "true"}
    assert {path.name for path in tmp_path.iterdir()} == {"outputs", "plugins"}


def test_code_that_is_not_on_github_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A workflow that names no code would fail on GitHub, where nobody expects it."""
    monkeypatch.setattr("plugins.desk.new_practice.repository.origin", str)
    monkeypatch.setenv("REPOSITORY", str(tmp_path / "site"))
    assert main(["new-practice"]) == 2
    assert "REPOSITORY=my-site HANDBILL=owner/handbill" in capsys.readouterr().out
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "url",
    ["git@github.com:me/handbill.git", "https://github.com/me/handbill", "me/handbill"],
)
def test_the_code_is_known_by_where_it_came_from(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDBILL", url)
    known = version()
    assert isinstance(known, Version)
    assert known.name == "me/handbill"
