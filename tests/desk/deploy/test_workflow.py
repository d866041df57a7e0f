"""GitHub's workflows: valid, careful with their rights, and their scripts run for real."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from plugins.core.dates.local_time import start_of_day
from tests.torture.test_pythons import VERSIONS

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / ".github/workflows"
FILES = sorted(FOLDER.glob("*.yml"))
ACTIONS = [ROOT / ".github/actions/newest-passed", ROOT / ".github/actions/code"]
ACTION, CODE = (folder / "action.yml" for folder in ACTIONS)
HOUR = 3600


def flow(name: str) -> dict[Any, Any]:
    """A workflow. YAML 1.1 reads the key "on" as true."""
    read: dict[Any, Any] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return read


PUBLISH, UPLOAD, PROPOSAL = map(flow, ("publish.yml", "upload.yml", "proposal.yml"))
JOBS = PUBLISH["jobs"] | UPLOAD["jobs"]


def step(job: str, name: str, jobs: dict[str, Any] = JOBS) -> dict[str, Any]:
    """The step of that name."""
    (found,) = (one for one in jobs[job]["steps"] if one.get("name") == name)
    return dict(found)


def outputs(script: str, folder: Path, **environment: str) -> dict[str, str]:
    """What a step's script hands to later steps, run as GitHub runs it."""
    path = folder / "outputs"
    path.write_text("")
    given = {"GITHUB_OUTPUT": str(path), "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=os.environ | given | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(line.split("=", 1) for line in path.read_text().splitlines())


@pytest.fixture
def gh(tmp_path: Path) -> str:
    """The variable PATH with a `gh` that answers whether the file answers/<commit> has the line
    "success", and else with the file answers/runs."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "answers").mkdir()
    script = tmp_path / "bin/gh"
    script.write_text(
        "#!/usr/bin/env bash\n"
        f'cd "{tmp_path}/answers"\n'
        "[[ $2 =~ commits/([0-9a-f]{40})/ ]] || exec cat runs\n"
        'grep -qx success "${BASH_REMATCH[1]}" && echo true || echo false\n'
    )
    script.chmod(0o755)
    return f"{script.parent}{os.pathsep}{os.environ['PATH']}"


def git(folder: Path, *words: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    done = subprocess.run(
        ["git", *who, *words], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def commits(tmp_path: Path) -> list[str]:
    """A history: code, content, code, content."""
    git(tmp_path, "init", "-q")
    for number, name in enumerate(("code.py", "content/a.md", "code.py", "content/a.md")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{number}")
        git(tmp_path, "add", "code.py", *(["content"] if number else []))
        git(tmp_path, "commit", "-qm", name)
    return git(tmp_path, "rev-list", "--reverse", "HEAD").split()


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        *(("github-workflows", file) for file in FILES),
        *(("github-actions", file) for file in (ACTION, CODE)),
    ],
    ids=lambda value: value.parent.name + value.stem if isinstance(value, Path) else None,
)
def test_it_is_a_file_as_github_reads_one(schema: str, file: Path) -> None:
    """A misspelled key is ignored, or no run ever starts."""
    checker = Path(sys.executable).with_name("check-jsonschema")
    done = subprocess.run(
        [str(checker), "--builtin-schema", f"vendor.{schema}", str(file)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, "ok -- validation done"), done.stdout


def test_an_audit_finds_nothing() -> None:
    """Rights, actions that are pinned, texts of strangers in scripts: zizmor knows how it goes
    wrong."""
    audit = Path(sys.executable).with_name("zizmor")
    if not audit.exists():
        assert "CI" not in os.environ
        pytest.skip("zizmor is not installed: delete .venv/dev, and run make lint")
    words = ("--offline", "--no-progress", "--quiet", str(ROOT / ".github"))
    done = subprocess.run([str(audit), *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("next_due", "waiting", "due"),
    [(-HOUR, 0, "true"), (HOUR, 0, "false"), (None, 0, "false"), (-HOUR, 1, "false")],
)
def test_a_schedule_builds_only_what_is_due(
    tmp_path: Path, gh: str, next_due: int | None, waiting: int, due: str
) -> None:
    """A look costs seconds. A run after a push publishes what is due, too: one that waited would be
    cancelled for this one."""
    at = next_due and int(time.time()) + next_due
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache/published.json").write_text(json.dumps({"next_due_epoch": at}))
    (tmp_path / "answers/runs").write_text(f"{waiting}\n")
    script = step("due", "Is anything due?")["run"]
    assert outputs(script, tmp_path, PATH=gh) == {"due": due}


def test_it_looks_right_after_every_midnight_in_denver() -> None:
    """Days begin then, in summer and in winter, and with them offers and news."""
    (entry,) = PUBLISH[True]["schedule"]
    minute, hours, *every = entry["cron"].split()
    assert every == ["*", "*", "*"]
    days = [date(2027, 1, 1) + timedelta(days=number) for number in range(365)]
    midnights = [start_of_day(day, ZoneInfo("America/Denver")) for day in days]
    looks = {(int(hour), int(minute)) for hour in hours.split(",")}
    assert {(at.hour, at.minute + int(minute)) for at in midnights} <= looks
    assert 0 < int(minute) < 30


@pytest.mark.parametrize("notes", [None, "", "{", "[]", "{}", '{"next_due_epoch": "soon"}'])
def test_without_notes_a_schedule_builds(tmp_path: Path, gh: str, notes: str | None) -> None:
    """The first run, and one whose cache GitHub has thrown away."""
    if notes is not None:
        (tmp_path / ".cache").mkdir()
        (tmp_path / ".cache/published.json").write_text(notes)
    (tmp_path / "answers/runs").write_text("0\n")
    script = step("due", "Is anything due?")["run"]
    assert outputs(script, tmp_path, PATH=gh) == {"due": "true"}


@pytest.mark.parametrize(("at", "due"), [(None, "false"), (1, "true"), (99_999_999_999, "false")])
def test_what_one_run_notes_the_next_one_reads(
    tmp_path: Path, gh: str, at: int | None, due: str
) -> None:
    """From the build notes, through a job's output and a cache, to the next decision."""
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache/build-notes.json").write_text(json.dumps({"next_due_epoch": at}))
    (tmp_path / "answers/runs").write_text("0\n")
    told = outputs(step("build", "Note when the next build is due")["run"], tmp_path)
    note = step("upload", "Note what is published")["run"]
    outputs(note, tmp_path, NEXT=told["next"], URL="https://me.example/")
    assert (tmp_path / "summary.md").read_text() == (
        "## Published\n\nThe change is live: https://me.example/\n"
    )
    script = step("due", "Is anything due?")["run"]
    assert outputs(script, tmp_path, PATH=gh) == {"due": due}


@pytest.mark.parametrize(
    ("conclusions", "newest"),
    [
        (["success", "success", "failure", ""], 1),
        (["success", "failure", "skipped", ""], 0),
        (["success", "", "failure\nsuccess", "failure"], 2),
        (["success", "", "", "in this run"], 3),
        (["", "failure", "", ""], None),
    ],
    ids=["failed", "skipped", "run again", "in this run", "none"],
)
def test_only_a_commit_that_passed_is_published(
    tmp_path: Path, gh: str, commits: list[str], conclusions: list[str], newest: int | None
) -> None:
    """Whoever starts a run, and whichever of two runs comes first."""
    for commit, said in zip(commits, conclusions, strict=True):
        (tmp_path / "answers" / commit).write_text(f"{said}\n" if said else "")
    (find,) = yaml.safe_load(ACTION.read_text())["runs"]["steps"]
    also = commits[conclusions.index("in this run")] if "in this run" in conclusions else ""
    found = outputs(find["run"], tmp_path, PATH=gh, ALSO=also, GITHUB_REPOSITORY="me/site")
    assert found == ({} if newest is None else {"commit": commits[newest]})


@pytest.mark.parametrize(
    ("passed", "changed"), [(2, "false"), (1, "true"), (0, "true"), (None, "true")]
)
def test_content_alone_needs_no_tests_of_the_code(
    tmp_path: Path, commits: list[str], passed: int | None, changed: str
) -> None:
    """Since the commit that passed: one push may fail, and the next change a text only."""
    script = step("check", "Is anything new but content?")["run"]
    commit = "" if passed is None else commits[passed]
    assert outputs(script, tmp_path, PASSED=commit, OWN="true") == {"changed": changed}
    assert outputs(script, tmp_path, PASSED=commit, OWN="false") == {"changed": "false"}


@pytest.mark.parametrize(("last", "changed"), [(4, "false"), (3, "true")])
def test_a_proposal_of_content_needs_none_either(
    tmp_path: Path, commits: list[str], last: int, changed: str
) -> None:
    git(tmp_path, "checkout", "-q", commits[last - 1])
    script = step("test", "Is anything new but content?", PROPOSAL["jobs"])["run"]
    assert outputs(script, tmp_path) == {"changed": changed}


def test_code_is_tried_with_every_python_that_it_allows() -> None:
    """A machine has one of them; `tests/torture/test_pythons.py` builds with those it finds."""
    versions = PROPOSAL["jobs"]["test"]["strategy"]["matrix"]["python"]
    assert sorted(versions) == sorted(VERSIONS)
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    assert needed == f">={min(versions)}"


def test_they_run_after_a_push_on_schedule_by_hand_and_for_a_proposal() -> None:
    """What changes, what is due, whoever presses the button, and what strangers propose."""
    assert set(PUBLISH[True]) == {"push", "schedule", "workflow_dispatch", "workflow_call"}
    assert PUBLISH[True]["push"] == {"branches": ["main"]}
    assert set(UPLOAD[True]) == {"workflow_call"}
    assert set(PROPOSAL[True]) == {"pull_request", "workflow_call"}
    assert PROPOSAL[True]["pull_request"] == {"branches": ["main"]}


def test_two_uploads_never_meet_and_nothing_else_waits() -> None:
    """The later one waits; nothing under way is cut off. Tests wait for nobody."""
    limits = {name: job["concurrency"] for name, job in JOBS.items() if "concurrency" in job}
    assert limits == {"publish": {"group": "publish", "cancel-in-progress": False}}
    assert not {"concurrency"} & {*PUBLISH, *UPLOAD}


def test_nobody_has_more_rights_than_the_work_needs() -> None:
    """What tests and builds run cannot publish; what publishes runs nothing of ours."""
    assert [one["permissions"] for one in (PUBLISH, UPLOAD, PROPOSAL)] == [{}, {}, {}]
    read = {"contents": "read", "checks": "read"}
    write = {"pages": "write", "id-token": "write"}
    assert {name: job["permissions"] for name, job in JOBS.items()} == {
        "check": read,
        "due": {"actions": "read"},
        "publish": read | write,
        "build": read | {"pages": "read"},
        "upload": write,
    }
    assert [job["permissions"] for job in PROPOSAL["jobs"].values()] == [{"contents": "read"}] * 2
    assert [one for one in JOBS["upload"]["steps"] if "checkout" in one.get("uses", "")] == []
    secrets = {name for file in FILES for name in re.findall(r"secrets\.(\w+)", file.read_text())}
    assert secrets == {"CACHE_KEY"}
    assert [one["name"] for one in JOBS["build"]["steps"] if "CACHE_KEY" in one.get("env", {})] == [
        "Build"
    ]


def test_actions_are_github_s_own_each_at_one_commit() -> None:
    """A branch or a tag would change under us; somebody else's action would run with these
    rights."""
    used = {line for file in FILES for line in re.findall(r"uses: (.+)", file.read_text())}
    pinned = re.compile(r"actions/[a-z/-]+@[0-9a-f]{40} # v[0-9.]+")
    actions = {f"$/.github/actions/{one.name}" for one in ACTIONS}
    ours = {*actions, "$/.github/workflows/upload.yml"}
    assert {one for one in used if not pinned.fullmatch(one)} == ours


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


def test_what_tests_bring_along_touches_no_cache_that_a_build_trusts() -> None:
    """npm and pip run programs of others in that job."""
    for job in (JOBS["check"], *PROPOSAL["jobs"].values()):
        used = [one for one in job["steps"] if "cache" in one.get("uses", "")]
        assert used == [one for one in job["steps"] if "cache" in one.get("with", {})] == []
    for name in ("build", "upload", "due"):
        assert "make test" not in str(JOBS[name])
        assert "npm" not in str(JOBS[name])
