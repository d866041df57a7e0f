"""Builds two sites and prints the hash of every file, for tests that vary everything else.

varied.py PROJECT    builds its content/, publishing, and its full/ as a preview
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

project = Path(sys.argv[1])
os.chdir(project)
sys.path.insert(0, str(project))

from plugins.build.api import build  # noqa: E402  (the project is where the argument says)
from tests.sites import LIVE, tree  # noqa: E402

trees = {}
for name, settings in (("content", "publishconf.py"), ("full", "pelicanconf.py")):
    output = project / f"output-{name}"
    outcome = build(
        settings=str(project / settings),
        content=str(project / name),
        output=str(output),
        overrides={"SITEURL": LIVE},
    )
    trees[name] = tree(output) | {"outcome": [outcome.code, outcome.text, outcome.pages]}
json.dump(trees, sys.stdout)
