"""A process that builds and stays, as the one behind the preview does.

resident.py PROJECT    reads requests, a line of JSON each: environment, arguments of a Builder, and
                       the file that was saved; answers each with its exit code and words
"""

from __future__ import annotations

import json
import os
import sys

project = sys.argv[1]
os.chdir(project)
sys.path[0] = project
answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)  # what a build prints is no answer

from plugins.build.api import Builder  # noqa: E402  (the project is where the argument says)

builders: dict[str, Builder] = {}
for line in sys.stdin:
    request = json.loads(line)
    os.environ.update(request.pop("environment"))
    saved = request.pop("saved", "")
    # As in the preview, which has one for as long as its arguments are the same.
    builder = builders.setdefault(json.dumps(request), Builder(**request))
    outcome = builder.build(saved)
    print(json.dumps([outcome.code, outcome.text, outcome.partly]), file=answers, flush=True)
