"""Zone: the practice's time zone, for commands that read nothing else of the site.

Reads   content/practice.yaml
Gives   zone_of(); UTC when the zone is none, which the next build reports
Stops   ContentError when the file cannot be read
"""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.core.dates.time_zones import zone_named
from plugins.core.reading.front_matter import read_yaml
from plugins.core.reading.source_files import read_source


def zone_of(content: Path) -> ZoneInfo:
    """The zone of the practice whose content this is. Raises ContentError."""
    path = content / "practice.yaml"
    name = read_yaml(read_source(path, content), path).values.get("time_zone")
    return (zone_named(name.strip()) if isinstance(name, str) else None) or ZoneInfo("UTC")


def place(zone: ZoneInfo) -> str:
    """`Denver`, as people call it."""
    return zone.key.rpartition("/")[2].replace("_", " ")
