"""Hidden files: files of the published folder for hosts and uploads, not for visitors.

Gives   is_hidden(); PATTERN, the same for servers: a regular expression of addresses
"""

from __future__ import annotations

import re

# Files in the root that start with "_" or with a dot, except /.well-known/, in syntax that the
# regular expressions of all servers share.
PATTERN = r"^/(_[^/]*$|\.([^w]|w[^e]))"
HIDDEN = re.compile(PATTERN)


def is_hidden(name: str) -> bool:
    """Whether a file, like "_headers" or "about/index.html", is not for visitors."""
    return bool(HIDDEN.match(f"/{name}"))
