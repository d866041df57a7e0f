"""Settings of the live site: pelicanconf.py, and what differs from it."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *  # noqa: F403

# The address of the live site, like "https://www.example.com" (no slash at its end).
# Share links, the sitemap and search engines need it.
SITEURL = os.environ.get("SITEURL", "")
# Where it will be served: netlify, cloudflare, github, s3 or rsync; "" for a folder that goes
# anywhere.
HOST = os.environ.get("HOST", "")
# The repository on GitHub that staff edit at /admin/, like "github:owner/name"; "" for no editor.
EDITOR = os.environ.get("EDITOR", "")
PREVIEW = False
