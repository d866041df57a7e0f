"""Hidden: files of the published folder that are for hosts and uploads, not for visitors.

Gives   is_hidden(); PATTERN, the same for servers: a regular expression of addresses
"""

from __future__ import annotations

import re

# In the root, what begins with "_", and what begins with a dot but /.well-known/, in words that
# every server's expressions have.
PATTERN = r"^/(_[^/]*$|\.([^w]|w[^e]))"
HIDDEN = re.compile(PATTERN)


def is_hidden(name: str) -> bool:
    """Whether a file, like "_headers" or "about/index.html", is not for visitors."""
    return bool(HIDDEN.match(f"/{name}"))
