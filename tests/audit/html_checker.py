"""The Nu HTML Checker, over every page of a folder in one run.

Gives   complaints(): errors and warnings, each with the pages that have it
Needs   Java, and vnu.jar from npm, see tests/tools.py
Source  validator.github.io/validator; without -Xss2m it overflows its stack
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

FLAGS = ["-Xss2m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
OPTIONS = ["--format", "json", "--stdout", "--skip-non-html"]
# It reads the pages from the disk, where none of their files is of the page's own host ('self').
# Browsers ask the policy in earnest, see tests/hosting.
HOSTLESS = r".*Resource violates Content Security Policy.*"
# CSS Overflow 5, which it does not know yet. Browsers that do not either skip the declaration.
NEWER = r".*(scroll-target-group|:target-current).*"
EXPECTED = f"{HOSTLESS}|{NEWER}"


def complaints(folder: Path, modules: Path) -> dict[str, list[str]]:
    """What the checker says of the pages below a folder: its words to the names of the pages."""
    jar = modules / "vnu-jar/build/dist/vnu.jar"
    done = subprocess.run(
        ["java", *FLAGS, "-jar", str(jar), *OPTIONS, "--filterpattern", EXPECTED, str(folder)],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    found: dict[str, list[str]] = {}
    for message in json.loads(done.stdout)["messages"]:
        page = message.get("url", "").partition(f"{folder}/")[2]
        pages = found.setdefault(f"{message['type']}: {message['message']}", [])
        if page not in pages:
            pages.append(page)
    return found
