"""Guided: a fuzzer that watches which lines an input reaches, and searches for others."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.core.vectors import VECTORS
from tests.sites import ROOT
from tests.tools import required
from tests.torture.counts import tell, times
from tests.torture.fuzz.inputs import PRACTICES, SEEDS

LONG = bool(times(0, 1))
PARTS = ["body", "practice", *(sorted(SEEDS) if LONG else ())]
KEPT = ROOT / ".cache/fuzz"
# Where atheris has no wheel; where tests decide it has one.
pytestmark = [
    pytest.mark.torture,
    pytest.mark.counts,
    pytest.mark.skipif(
        not find_spec("atheris") and not required(), reason="atheris is not for this machine"
    ),
]


def seeds(part: str, folder: Path) -> Path:
    """What the fuzzer begins with."""
    bodies = [text.partition("\n---\n")[2] for group in SEEDS.values() for text in group]
    texts = {"practice": PRACTICES, "body": [*bodies, *VECTORS], **SEEDS}[part]
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("part", PARTS)
def test_no_input_that_reaches_new_lines_breaks_a_rule(
    part: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Rare lines are where nobody looked: each input there is a page or a problem in words, too.
    What torture has found so far is where it begins the next time."""
    kept = KEPT / part if LONG else tmp_path / "found"
    kept.mkdir(parents=True, exist_ok=True)
    runs = times(400, 8_000)
    guided = [sys.executable, "-m", "tests.torture.fuzz.guided", part, str(tmp_path)]
    flags = [f"-runs={runs}", "-max_len=4096", f"-artifact_prefix={tmp_path}/", "-verbosity=1"]
    seed = [] if LONG else ["-seed=1"]
    folders = [str(kept), str(seeds(part, tmp_path / "seeds"))]
    done = subprocess.run(
        [*guided, *flags, *seed, *folders],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=times(250, 7200),  # what hangs and cannot be interrupted
    )
    counted = re.search(r"^Done (\d+) runs", done.stdout, re.MULTILINE)
    assert done.returncode == 0 and counted, done.stdout[-8000:]
    assert int(counted[1]) >= runs
    lines = re.findall(r"cov: (\d+)", done.stdout)[-1]
    tell(request, f"{part}: {int(counted[1]):,} inputs, {lines} branches reached, 0 faults")
