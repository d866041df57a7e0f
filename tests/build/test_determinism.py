"""The same content at the same instant is the same site, byte for byte, wherever it is built."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

from tests.sites import FULL, NOW, ROOT

# name: folder of the project, file mode mask, environment
VARIATIONS: dict[str, tuple[str, str, dict[str, str]]] = {
    "plain": ("project", "022", {}),
    "another folder": ("a/much longer/way to it", "022", {"PYTHONHASHSEED": "1"}),
    "german": ("de", "022", {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "LANGUAGE": "de"}),
    "C": ("c", "022", {"LC_ALL": "C", "PYTHONHASHSEED": "2"}),
    "POSIX": ("posix", "027", {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "C.UTF-8": ("utf8", "077", {"LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "3"}),
    "Kiribati": ("kiribati", "022", {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4"}),
    "Honolulu": ("honolulu", "002", {"TZ": "Pacific/Honolulu", "PYTHONHASHSEED": "random"}),
    "optimized": ("optimized", "022", {"TZ": ":", "PYTHONOPTIMIZE": "2", "LANG": "tr_TR.UTF-8"}),
}


def copy(source: Path, target: Path, order: random.Random) -> None:
    """Copy a folder, its files in an order of their own: disks list them in the order they came."""
    files = sorted(path for path in source.rglob("*") if path.is_file())
    order.shuffle(files)
    for path in files:
        if "__pycache__" not in path.parts:
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
            os.utime(place, (order.randint(1, 2**31), order.randint(1, 2**31)))


def start(
    project: Path, mask: str, environment: dict[str, str], seed: int
) -> subprocess.Popen[str]:
    """Begin to build a copy of the whole project."""
    order = random.Random(seed)  # noqa: S311  (an order, not a secret)
    for name in ("plugins", "theme", "content", "tests/sites"):
        copy(ROOT / name, project / name, order)
    copy(FULL, project / "full", order)
    for name in ("pelicanconf.py", "publishconf.py", "tests/__init__.py"):
        shutil.copyfile(ROOT / name, project / name)
    command = ["sh", "-c", f'umask {mask}; exec "$0" "$@"', sys.executable]
    return subprocess.Popen(
        [*command, str(Path(__file__).with_name("varied.py")), str(project)],
        env={"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}
        | environment,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd="/",
    )


def built(folder: Path) -> dict[str, dict[str, object]]:
    """What every variation built, two at a time."""
    trees: dict[str, dict[str, object]] = {}
    variations = list(enumerate(VARIATIONS.items()))
    for batch in (variations[place : place + 2] for place in range(0, len(variations), 2)):
        started = [
            (name, start(folder / place, mask, environment, seed))
            for seed, (name, (place, mask, environment)) in batch
        ]
        for name, process in started:
            said = process.communicate(timeout=300)[0]
            assert process.returncode == 0, name
            trees[name] = json.loads(said)
    return trees


def test_a_site_depends_on_content_and_instant_alone(tmp_path: Path) -> None:
    """Plain Pelican gives 60 of 116 files other bytes in another locale."""
    trees = built(tmp_path)
    for site, files in trees["plain"].items():
        assert isinstance(files, dict)
        assert files["outcome"][0] == 0, site  # nine equal failures would be equal too
        assert len(files) > 25
    assert {name for name, tree in trees.items() if tree != trees["plain"]} == set()
