"""State: what became of the last build, for who opens the editor next.

Gives   state(): the text of /admin/state.json: published, the instant that the site was built for;
        commit, that of the content, "" where Git knows none; problems, what is worth a look
Units   ISO 8601 in UTC, to the second
"""

from __future__ import annotations

import json

from plugins.core.model.site import Site
from plugins.editor.repository import commit

STATE = "state.json"


def state(site: Site) -> str:
    values = {
        "published": f"{site.now:%Y-%m-%dT%H:%M:%SZ}",
        "commit": commit(site.content),
        "problems": [str(one) for one in site.warnings],
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"
