"""Settings of the preview; publishconf.py has what differs on the live site.

Staff never need this file: every fact about the practice stands in content/practice.yaml.
Pelican's documentation explains the names: https://docs.getpelican.com/en/latest/settings.html
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from plugins.core.system.unix import require_unix

require_unix()

from plugins.build.cli import handbill  # noqa: E402  (it needs what was asked for)

# The build: all or nothing, see plugins/build.
PELICAN_CLASS = handbill()
PLUGINS = [  # in the order of the flow
    "plugins.practice",
    "plugins.modalities",
    "plugins.symptoms",
    "plugins.people",
    "plugins.prices",
    "plugins.voices",
    "plugins.offers",
    "plugins.notices",
    "plugins.pages",
    "plugins.news",
    "plugins.images",
    "plugins.files",
    "plugins.sharing",
    "plugins.locations",
    "plugins.contact_form",
    "plugins.newsletter",
    "plugins.addresses",
    "plugins.assets",
    "plugins.drawings",
    "plugins.qr_codes",
    "plugins.typeface",
    "plugins.brand",
    "plugins.social_cards",
    "plugins.structured_data",
    "plugins.guide",
    "plugins.search",
    "plugins.exports",
    "plugins.offline",
    "plugins.editor",
    "plugins.hosting",
    "plugins.checks",
]

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
SITENAME = "Handbill"  # the templates use the name in practice.yaml
SITEURL = os.environ.get("SITEURL") or "http://127.0.0.1:8000"  # make exports it empty
AT = os.environ.get("AT", "")  # build as of this moment; refused in a site to publish
# When the next build is due; for other content or output than above, in a file beside the output.
BUILD_NOTES = str(Path(__file__).parent / ".cache/build-notes.json")
PREVIEW = True  # shows starter pages, with a note on each, and asks search engines to stay away

# Every page comes from the model of the site; of Pelican's own only articles serve content/news.
PAGE_PATHS: list[str] = []
ARTICLE_URL = "news/{slug}/"
ARTICLE_SAVE_AS = "news/{slug}/index.html"
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
DRAFT_SAVE_AS = DRAFT_PAGE_SAVE_AS = ARTICLE_LANG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FILENAME_METADATA = ""
DEFAULT_PAGINATION = False

# The same bytes everywhere, from nothing but the content and the instant.
LOCALE = ["C.UTF-8", "en_US.UTF-8", "C"]  # the first that the machine has; all say "December"
TIMEZONE = "UTC"  # the build sets the zone of practice.yaml
RELATIVE_URLS = False
DELETE_OUTPUT_DIRECTORY = False
CACHE_CONTENT = LOAD_CONTENT_CACHE = False
TYPOGRIFY = False

JINJA_ENVIRONMENT = {"trim_blocks": True, "lstrip_blocks": True}
