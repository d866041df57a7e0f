"""Plain Pelican: its own settings, no plugin, a small theme; offers are its articles."""

import json
from datetime import UTC, datetime
from pathlib import Path

PRACTICE = json.loads(Path(__file__).with_name("practice.json").read_text(encoding="utf-8"))
SITENAME = PRACTICE["name"]
SITEURL = PRACTICE["site"]
JINJA_GLOBALS = {"practice": PRACTICE, "today": f"{datetime.now(UTC):%Y-%m-%d}"}
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_DIR = ""
THEME_STATIC_PATHS = ["static"]
TIMEZONE = "UTC"
PAGE_PATHS = ["pages", "modalities", "symptoms"]
ARTICLE_PATHS = ["offers"]
STATIC_PATHS = ["images"]
ARTICLE_URL = "offers/{slug}/"
ARTICLE_SAVE_AS = "offers/{slug}/index.html"
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DEFAULT_PAGINATION = False
