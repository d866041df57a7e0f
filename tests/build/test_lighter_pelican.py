"""Lighter Pelican: without docutils, which whoever needs it still gets."""

from __future__ import annotations

import subprocess
import sys

from tests.sites import ROOT

COMMAND = """
import sys
from plugins.build import api
assert not [name for name in sys.modules if name.partition(".")[0] == "docutils"]
from docutils.core import publish_string
from pelican import rstdirectives
assert publish_string("*Hands*", writer="html")
assert rstdirectives.Pygments.run
"""


def test_a_build_loads_no_docutils_and_a_plugin_that_needs_it_gets_it() -> None:
    """It takes a tenth of a small build to load, and Handbill reads no reStructuredText."""
    subprocess.run([sys.executable, "-c", COMMAND], cwd=ROOT, check=True)
