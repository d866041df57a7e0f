"""The history of content files, from real Git repositories."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core.system.git_history import history
from tests.addresses.repository import commit, day, git, repository
from tests.sites import write

FILES = {"site/content/pages/home.md": "one", "site/content/practice.yaml": "two"}
BOTH = {"pages/home.md": day(1), "practice.yaml": day(1)}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository whose content lies some folders down, with one commit."""
    made = repository(tmp_path / "project")
    commit(made, FILES, day(1))
    return made


@pytest.fixture
def content(project: Path) -> Path:
    return project / "site/content"


def test_each_file_has_the_date_of_its_last_commit(project: Path, content: Path) -> None:
    """The committer's: that of the author may be years before the change was taken."""
    commit(project, {"site/content/pages/home.md": "three", "README.md": "here"}, day(2))
    commit(project, {"README.md": "there"}, day(3))
    assert history(content) == {"pages/home.md": day(2), "practice.yaml": day(1)}


def test_a_deleted_file_has_the_date_of_its_end(project: Path, content: Path) -> None:
    """What listed it is another page since."""
    (content / "pages/home.md").unlink()
    commit(project, {}, day(2))
    assert history(content) == {"pages/home.md": day(2), "practice.yaml": day(1)}


def test_a_file_that_moved_has_the_date_of_the_move(project: Path, content: Path) -> None:
    """Its page has another address since."""
    git(project, "mv", "site/content/pages/home.md", "site/content/pages/house.md")
    commit(project, {}, day(2))
    found = {"pages/home.md": day(2), "pages/house.md": day(2), "practice.yaml": day(1)}
    assert history(content) == found


@pytest.mark.parametrize("staged", [True, False])
def test_nothing_is_said_of_a_file_with_changes_that_are_not_committed(
    project: Path, content: Path, staged: bool
) -> None:
    """When it was saved nobody has written down, and a rebuild is no change."""
    write(content, {"pages/home.md": "changed", "pages/new page.md": "new"})
    if staged:
        git(project, "add", "--all")
    assert history(content) == {"practice.yaml": day(1)}


def test_a_shallow_clone_knows_nothing(project: Path, tmp_path: Path) -> None:
    """Its first commit looks as if it had written every file: hosts that build clone like this."""
    commit(project, {"README.md": "here"}, day(2))
    url = project.as_uri()
    git(tmp_path, "clone", "--quiet", "--depth", "1", url, "shallow")
    git(tmp_path, "clone", "--quiet", url, "whole")
    found = [history(tmp_path / name / "site/content") for name in ("shallow", "whole")]
    assert found == [{}, BOTH]


def test_a_folder_in_no_repository_has_no_history(tmp_path: Path) -> None:
    """Git is not needed to publish."""
    write(tmp_path, FILES)
    assert history(tmp_path / "site/content") == {}


def test_a_repository_without_a_commit_has_no_history(tmp_path: Path) -> None:
    """The first thing that somebody types is git init."""
    write(repository(tmp_path), FILES)
    assert history(tmp_path / "site/content") == {}


def test_a_machine_without_git_has_no_history(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor does it need to be installed."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history(content) == {}


def test_neither_a_hook_nor_settings_change_what_is_read(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a hook, Git's variables name the repository of the hook; users have formats of their
    own."""
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[log]\nshowSignature = true\n[color]\nui = always\n[status]\nshort = true\n"
    )
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("HOME", str(tmp_path))
    settings.rename(tmp_path / ".gitconfig")
    assert history(content) == BOTH


def test_reading_the_history_writes_nothing(project: Path, content: Path) -> None:
    """A build may run where it may only read, and beside a git that somebody types."""
    write(content, {"pages/home.md": "one"})
    index = project / ".git/index"
    before = (index.read_bytes(), index.stat().st_mtime_ns)
    history(content)
    assert (index.read_bytes(), index.stat().st_mtime_ns) == before
