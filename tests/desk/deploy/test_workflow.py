"""GitHub's workflow: valid, careful with its rights, and its scripts run for real."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[3]
FILE = ROOT / ".github/workflows/publish.yml"
TEXT = FILE.read_text(encoding="utf-8")
# YAML 1.1 reads the key "on" as true.
FLOW: dict[Any, Any] = yaml.safe_load(TEXT)
JOBS = FLOW["jobs"]
COMMIT, PUBLISHED = "a" * 40, "b" * 40
HOUR = 3600


def step(job: str, name: str) -> dict[str, Any]:
    """The step of that name."""
    (found,) = (one for one in JOBS[job]["steps"] if one.get("name") == name)
    return dict(found)


def outputs(script: str, folder: Path, **environment: str) -> dict[str, str]:
    """What a step's script hands to later steps, run as GitHub runs it."""
    path = folder / "outputs"
    path.write_text("")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=os.environ | environment | {"GITHUB_OUTPUT": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(line.split("=", 1) for line in path.read_text().splitlines())


def test_it_is_a_workflow_as_github_reads_one() -> None:
    """A misspelled key is ignored, or no run ever starts."""
    checker = Path(sys.executable).with_name("check-jsonschema")
    done = subprocess.run(
        [str(checker), "--builtin-schema", "vendor.github-workflows", str(FILE)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, "ok -- validation done"), done.stdout


@pytest.mark.parametrize(
    ("event", "next_due", "wanted"),
    [
        ("schedule", -HOUR, ("true", PUBLISHED, "true")),
        ("schedule", HOUR, ("false", PUBLISHED, "true")),
        ("schedule", None, ("false", PUBLISHED, "true")),
        ("push", HOUR, ("true", COMMIT, "false")),
        ("workflow_dispatch", None, ("true", COMMIT, "false")),
    ],
)
def test_a_schedule_builds_only_what_is_due_and_only_what_was_tested(
    tmp_path: Path, event: str, next_due: int | None, wanted: tuple[str, str, str]
) -> None:
    """A run every half an hour costs seconds; a push whose tests failed never goes out later."""
    at = next_due and int(time.time()) + next_due
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache/published.json").write_text(
        json.dumps({"next_due_epoch": at, "commit": PUBLISHED})
    )
    script = step("due", "Is anything due?")["run"]
    found = outputs(script, tmp_path, EVENT=event, COMMIT=COMMIT)
    assert (found["due"], found["commit"], found["tested"]) == wanted


@pytest.mark.parametrize("notes", [None, "", "{", "[]", "{}", '{"next_due_epoch": "soon"}'])
def test_without_notes_everything_is_done(tmp_path: Path, notes: str | None) -> None:
    """The first run, and one whose cache GitHub has thrown away."""
    if notes is not None:
        (tmp_path / ".cache").mkdir()
        (tmp_path / ".cache/published.json").write_text(notes)
    script = step("due", "Is anything due?")["run"]
    found = outputs(script, tmp_path, EVENT="schedule", COMMIT=COMMIT)
    assert found == {"due": "true", "commit": COMMIT, "tested": "false"}


@pytest.mark.parametrize(("at", "due"), [(None, "false"), (1, "true"), (99_999_999_999, "false")])
def test_what_one_run_notes_the_next_one_reads(tmp_path: Path, at: int | None, due: str) -> None:
    """From the build notes, through a job's output and a cache, to the next decision."""
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache/build-notes.json").write_text(json.dumps({"next_due_epoch": at}))
    told = outputs(step("build", "Note when the next build is due")["run"], tmp_path)
    note = step("upload", "Note what is published")["run"]
    outputs(note, tmp_path, NEXT=told["next"], COMMIT=PUBLISHED)
    script = step("due", "Is anything due?")["run"]
    found = outputs(script, tmp_path, EVENT="schedule", COMMIT=COMMIT)
    assert found == {"due": due, "commit": PUBLISHED, "tested": "true"}


def test_it_runs_after_a_push_on_schedule_and_by_hand() -> None:
    """What changes, what is due, and whoever presses the button."""
    assert set(FLOW[True]) == {"push", "schedule", "workflow_dispatch"}
    assert FLOW[True]["push"] == {"branches": ["main"]}


def test_two_uploads_never_meet() -> None:
    """The later one waits; nothing under way is cut off."""
    assert FLOW["concurrency"] == {"group": "publish", "cancel-in-progress": False}


def test_nobody_has_more_rights_than_the_work_needs() -> None:
    """What tests and builds run cannot publish; what publishes runs nothing of ours."""
    assert FLOW["permissions"] == {}
    assert {name: job.get("permissions", {}) for name, job in JOBS.items()} == {
        "due": {},
        "build": {"contents": "read", "pages": "read"},
        "upload": {"pages": "write", "id-token": "write"},
    }
    assert "secrets." not in TEXT


def test_every_action_is_githubs_own_at_a_major_version() -> None:
    """A branch would change under us; somebody else's action would run with these rights."""
    used = re.findall(r"uses: (\S+)", TEXT)
    assert used
    assert [one for one in used if not re.fullmatch(r"actions/[a-z/-]+@v[0-9]+", one)] == []


def test_hidden_folders_are_published() -> None:
    """.well-known holds what others look for; the action leaves it out unless told otherwise."""
    (upload,) = (one for one in JOBS["build"]["steps"] if "upload-pages" in one.get("uses", ""))
    assert upload["with"] == {"path": ".cache/pages", "include-hidden-files": True}


def test_what_builds_keep_goes_from_run_to_run() -> None:
    """GitHub never overwrites a cache: each run saves its own, and takes the newest before it."""
    kept = step("build", "Restore the cache of earlier builds")
    assert kept["uses"].startswith("actions/cache@")
    assert kept["with"] == {
        "path": ".cache",
        "key": "made-${{ github.run_id }}-${{ github.run_attempt }}",
        "restore-keys": "made-",
    }
