"""Build label: what a built folder says of itself to whoever uploads it.

Gives   LABEL, the file; BuildLabel, its content; read_label(), None where there is no such file
Why     a folder that was built for another host or address, or to look at, must not be published
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

LABEL = "_built.json"


@dataclass(frozen=True)
class BuildLabel:
    """What a folder was built for.

    host  as HOST= names it; practice: whose site it is
    """

    url: str
    host: str
    practice: str
    preview: bool

    def text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"


def read_label(folder: Path) -> BuildLabel | None:
    try:
        said = json.loads((folder / LABEL).read_text(encoding="utf-8"))
        return BuildLabel(**{field.name: said[field.name] for field in fields(BuildLabel)})
    except (OSError, ValueError, TypeError, LookupError):
        return None
