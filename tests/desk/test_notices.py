"""Notices: every package of the lock files, with its version."""

from __future__ import annotations

import re

from plugins.core.paths import PROJECT
from plugins.desk import notices

NOTICES = (PROJECT / ".github/NOTICES.md").read_text("utf-8")


def test_the_list_is_that_of_the_lock_files() -> None:
    """Whoever passes the project on passes these on, and owes their authors the notice."""
    rows = dict(re.findall(r"(?m)^\| ([a-z0-9._-]+) \| ([0-9][^|]*) \|", NOTICES))
    locked = {
        package: ", ".join(versions)
        for name in ("requirements.txt", "requirements-dev.txt")
        for package, versions in notices.pins(PROJECT / name).items()
    }
    assert rows == locked, "type: make lock"


def test_every_package_of_a_build_has_a_licence() -> None:
    """Some say it in an expression, some in a classifier, some in a line."""
    packages = notices.pins(PROJECT / "requirements.txt")
    nameless = [name for name in packages if notices.licence(name) == notices.UNKNOWN]
    assert nameless == ["resvg-py"]
    assert notices.licence("fontpkg-fraunces") == "OFL-1.1"
