"""The policy of headers for CloudFront."""

from __future__ import annotations

import json

from plugins.hosting.cloudfront import cloudfront
from plugins.hosting.headers import EVERYWHERE
from tests.build.conftest import Project


def test_it_says_what_pages_cannot_say_of_themselves() -> None:
    """Every header that is said everywhere, and who may frame the pages."""
    config = json.loads(cloudfront("Hands & Héros"))
    security, own = config["SecurityHeadersConfig"], config["CustomHeadersConfig"]
    assert config["Name"] == "handbill-hands-h-ros"
    assert security == {
        "ContentSecurityPolicy": {
            "ContentSecurityPolicy": "frame-ancestors 'none'",
            "Override": True,
        },
        "ContentTypeOptions": {"Override": True},
        "FrameOptions": {"FrameOption": "DENY", "Override": True},
        "ReferrerPolicy": {"ReferrerPolicy": "strict-origin-when-cross-origin", "Override": True},
        "StrictTransportSecurity": {
            "AccessControlMaxAgeSec": 63072000,
            "IncludeSubdomains": False,
            "Preload": False,
            "Override": True,
        },
    }
    assert {one["Header"]: one["Value"] for one in own["Items"]} == {
        name: EVERYWHERE[name] for name in ("Permissions-Policy", "Cross-Origin-Opener-Policy")
    }
    assert own["Quantity"] == 2


def test_it_is_written_for_s3_alone(bare: Project) -> None:
    """No other host knows what to do with it."""
    bare.built(HOST="s3")
    assert json.loads((bare.output / "_cloudfront.json").read_text())["Comment"]
    bare.built(HOST="github")
    assert not (bare.output / "_cloudfront.json").exists()
