"""Settings: what start.js reads, of one site.

Gives   settings(): the text of /admin/config.json
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from plugins.core.model.documents import Kind
from plugins.core.schema.fields import BETWEEN_NAMES
from plugins.editor.form import forms
from plugins.editor.sveltia import config, shapes

CONFIG = "config.json"
HOME = "/"
WORDS = ("everywhere", "home")  # as an offer names all pages, and the home page
MISSING = "The editor is not on this computer yet. Type in a terminal: make editor"


def settings(  # noqa: PLR0913  (each tells start.js another thing)
    kinds: Iterable[Kind],
    addresses: Iterable[str],
    *,
    content: str = "content",
    repository: str = "",
    missing: str = "",
    languages: Sequence[str] = (),
) -> str:
    """What start.js reads.

    addresses: of the pages; missing: a sentence in place of an editor that nobody has fetched;
    languages: those of the site, its own first, when it has several."""
    made = forms(tuple(kinds))
    pages = [*WORDS, *sorted({*addresses} - {HOME})]
    values = {
        "config": config(made, pages, content=content, repository=repository, languages=languages),
        "shapes": shapes(made),
        "separator": BETWEEN_NAMES.pattern,
        "pages": pages,
        "missing": missing,
        "repository": repository,
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"
