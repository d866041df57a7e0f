"""Next commands: what a message tells people to type, about the content that they work on.

Reads   CONTENT from the environment, the folder that they named after "make"
Gives   of_this_content(): a message whose commands name that folder, too
Why     without it the next command would be about content/, which may be another practice's
"""

from __future__ import annotations

import os
import re
import shlex

COMMAND = re.compile(
    r"""((?:[Tt]ype:? |next |run |with |["`])make """
    r"(?:check|deploy|devserver|editor|fix|html|new-(?:note|offer|page|person)|offers|posts|publish|serve))"
    r"\b(?! CONTENT=)"
)


def of_this_content(text: str) -> str:
    folder = os.environ.get("CONTENT", "")
    if folder in ("", "content"):
        return text
    return COMMAND.sub(lambda found: f"{found[1]} CONTENT={shlex.quote(folder)}", text)
