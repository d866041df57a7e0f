"""Names of files to media types."""

from __future__ import annotations

import pytest

from plugins.core.model.media_types import media_type


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("site.css", "text/css; charset=utf-8"),
        ("site.js", "text/javascript; charset=utf-8"),
        ("mark.svg", "image/svg+xml; charset=utf-8"),
        ("site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("sitemap.xml", "text/xml; charset=utf-8"),
        ("visit.ics", "text/calendar; charset=utf-8"),
        ("practice.vcf", "text/vcard; charset=utf-8"),
        ("hands.avif", "image/avif"),
        ("hands.webp", "image/webp"),
        ("serif.woff2", "font/woff2"),
        ("NEWS.MD", "text/markdown; charset=utf-8"),
        ("wasm.en.pagefind", "application/octet-stream"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_a_name_gives_the_media_type(name: str, kind: str) -> None:
    """A font or a script under a wrong type is not used by a careful browser."""
    assert media_type(name) == kind
