"""Lighthouse, mobile: what it measures of one page.

Gives   measure(): Marks; median(): the middle of several
Units   scores from 0 to 100; times in milliseconds, simulated for a slow phone on slow 4G
Needs   Chromium, and lighthouse from npm, see tests/tools.py
Source  github.com/GoogleChrome/lighthouse
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from tests.conftest import FLAGS
from tests.node import NODE

SECONDS = 180
TRIES = 3
ONCE_MORE = "Please run Lighthouse again"  # it says so when a trace was cut


@dataclass(frozen=True)
class Marks:
    """What Lighthouse says of a page.

    cls          without a unit, see Layout Instability
    bytes        everything that was loaded, as transferred
    requests     their number, the document included
    photographs  how many of them are pictures in pixels
    """

    performance: float
    accessibility: float
    best_practices: float
    seo: float
    fcp: float
    lcp: float
    tbt: float
    cls: float
    bytes: float
    requests: float
    photographs: float


def measure(url: str, modules: Path, browser: str) -> Marks:
    """Run Lighthouse on one page. Raises CalledProcessError, with its words, when it cannot."""
    command = [
        *(NODE, str(modules / "lighthouse/cli/index.js"), url, "--output=json", "--quiet"),
        f"--chrome-flags=--headless=new {' '.join(FLAGS)}",
    ]
    for _ in range(TRIES):
        done = subprocess.run(
            command, check=False, env=os.environ | {"CHROME_PATH": browser}, timeout=SECONDS,
            capture_output=True, encoding="utf-8",
        )  # fmt: skip
        if ONCE_MORE not in done.stderr:
            break
    sys.stderr.write(done.stderr)
    done.check_returncode()
    return marks(json.loads(done.stdout))


def marks(report: dict[str, Any]) -> Marks:
    """The marks of Lighthouse's report."""
    audits, categories = report["audits"], report["categories"]

    def score(name: str) -> float:
        return round(float(categories[name]["score"] or 0) * 100)

    def value(name: str) -> float:
        return float(audits[name]["numericValue"])

    requests = audits["network-requests"]["details"]["items"]
    photographs = [one for one in requests if is_photograph(one.get("mimeType", ""))]
    return Marks(
        performance=score("performance"),
        accessibility=score("accessibility"),
        best_practices=score("best-practices"),
        seo=score("seo"),
        fcp=value("first-contentful-paint"),
        lcp=value("largest-contentful-paint"),
        tbt=value("total-blocking-time"),
        cls=value("cumulative-layout-shift"),
        bytes=sum(one.get("transferSize", 0) for one in requests),
        requests=len(requests),
        photographs=len(photographs),
    )


def is_photograph(media_type: str) -> bool:
    return media_type.startswith("image/") and "svg" not in media_type


def median(several: Sequence[Marks]) -> Marks:
    """The middle of each mark: what a busy machine spoils once counts for nothing."""
    names = [field.name for field in fields(Marks)]
    return Marks(
        **{name: statistics.median(getattr(one, name) for one in several) for name in names}
    )
