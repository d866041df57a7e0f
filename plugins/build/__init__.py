"""The build: Pelican, run into a staging folder that takes the place of output/ when all is well.

Reads   the settings of pelicanconf.py or publishconf.py, content/, theme/, the plugins' features
Gives   handbill(), for PELICAN_CLASS; `python -m plugins.build`, Pelican's command, which loads
        neither Pelican nor a model when the text of one page is all that changed
Source  Pelican 4.12: PELICAN_CLASS
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plugins.build import cli  # first: it says how a build that is stopped from here on ends

if TYPE_CHECKING:
    from plugins.build.build import Handbill

__all__ = ["cli", "handbill"]


def handbill(settings: dict[str, Any]) -> Handbill:
    """The build with these settings."""
    from plugins.build.build import Handbill  # noqa: PLC0415  (it takes a while to load)

    return Handbill(settings)
