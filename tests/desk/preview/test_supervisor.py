"""The worker's time limit, which no test can wait for at its real length."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.build.report.outcome import Outcome
from plugins.core.problems import UNCHANGED
from plugins.desk.preview.supervisor import Supervisor
from tests.desk.preview.event_loop import run
from tests.desk.preview_process import until


def test_a_build_that_hangs_is_ended_with_all_that_it_started(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture tool that waits for ever must not keep the preview from the next build."""
    monkeypatch.syspath_prepend(str(project / "plugins"))
    monkeypatch.chdir(project)
    (project / "content" / "hang.txt").touch()
    request = {"settings": "pelicanconf.py", "content": "content", "output": "output"}
    supervisor = Supervisor("fake_site:Builder", request, limit=1.5)

    async def builds() -> list[Outcome | None]:
        hung = await supervisor.build()
        (project / "content" / "hang.txt").unlink()
        try:
            return [hung, await supervisor.build()]
        finally:
            supervisor.stop()

    hung, next_one = run(builds())
    sentence = "The build took longer than 1.5 seconds and was ended. Save a file to build again."
    assert hung == Outcome(1, message=f"{sentence}\n\n{UNCHANGED}")
    assert next_one == Outcome(pages=1, seconds=0.42)
    until(lambda: not children(project), "the end of what the build started")


def children(project: Path) -> list[str]:
    """Processes that stand in the project's folder, apart from the test itself."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "cwd").readlink() == project and process.name != str(os.getpid()):
                found.append((process / "cmdline").read_text())
        except OSError:  # it has ended, or is not ours
            continue
    return [command for command in found if "resource_tracker" not in command]
