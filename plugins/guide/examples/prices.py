"""Examples of what to know before booking, and of what is sold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.core.model.pages import Page
from plugins.core.model.site import Site
from plugins.guide.example_site import Example, with_facts
from plugins.guide.examples.modalities import LONG, SENTENCE

FOUND: dict[str, dict[str, Any]] = {
    "Little": {
        "packages": [{"name": "Five sessions", "price": "430"}],
        "payment": ["cash"],
        "insurance": {"superbill": "no"},
        "gift": {"link": "/contact/"},
    },
    "Every fact": {
        "packages": [
            {
                **{"name": "Five sessions", "price": "from 430", "sessions": "5"},
                **{"months": "12", "note": SENTENCE},
            },
            {"name": "Monthly", "price": "by arrangement", "months": "1"},
        ],
        "payment": ["cash", "checks", "cards"],
        "cancellation": {"hours": "24", "fee": "50", "words": SENTENCE},
        **{"late": SENTENCE, "minors": SENTENCE},
        "insurance": {
            **{"accepted": ["Example Mutual", "Sample Health"], "superbill": "yes"},
            **{"hsa_fsa": "yes", "words": SENTENCE},
        },
        "gift": {"link": "/contact/", "words": SENTENCE, "terms": SENTENCE, "expires": "5"},
    },
    "Long words": {
        "packages": [{"name": LONG, "price": "1,234.50-2,345", "note": f"{LONG} {LONG}"}],
        "payment": [LONG, LONG],
        "cancellation": {"fee": "100%", "words": f"{LONG} {LONG}"},
        "insurance": {"accepted": [LONG, LONG], "hsa_fsa": "no", "words": LONG},
        "gift": {"link": "/contact/", "words": LONG, "terms": LONG, "expires": "never"},
    },
}


def examples(site: Site, _page: Page) -> Iterator[Example]:
    for name, found in FOUND.items():
        practice = with_facts(site, **found).practice
        yield Example("packages", name, {"packages": practice.packages})
        yield Example("policies", name, {"practice": practice})
        yield Example("insurance", name, {"insurance": practice.insurance})
        yield Example("gift", name, {"gift": practice.gift})
