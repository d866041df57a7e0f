"""Style guide: built in the preview from when somebody opens it.

Gives   WITHOUT: settings of builds that leave it out; StyleGuide, which has it built
Why     it takes a third of the time after each save, and only developers open it
"""

from __future__ import annotations

from plugins.desk.preview.build_loop import BuildLoop
from plugins.desk.preview.inject import notice

ADDRESS = "/style-guide"
SETTING = "WITHOUT_PLUGINS"
WITHOUT = {SETTING: ("plugins.guide",)}
TITLE = "The style guide"
MADE_NOW = "It is made now, and from now on with every build. This page shows it in a moment."


class StyleGuide:
    """Made when it is asked for."""

    def __init__(self, builds: BuildLoop) -> None:
        self.builds = builds

    def page(self, address: str) -> bytes:
        """What to show at an address while the guide is made; nothing when it is not the guide's,
        or a build with the guide has been asked for already."""
        overrides = self.builds.supervisor.request["overrides"]
        if address.rstrip("/") != ADDRESS or SETTING not in overrides:
            return b""
        del overrides[SETTING]
        self.builds.file_saved(code=True)
        return notice(TITLE, MADE_NOW)
