"""CloudFront: the headers for a distribution in front of S3, as its policy of response headers.

Gives   cloudfront(): the text of _cloudfront.json, for aws cloudfront
        create-response-headers-policy --response-headers-policy-config file://_cloudfront.json
Source  the CloudFront API: ResponseHeadersPolicyConfig
Lacks   the policy of the pages, which stands in them: here only who may frame them, which a page
        cannot say; Cache-Control, which each object in S3 has of its own
"""

from __future__ import annotations

import json
import re

from plugins.hosting.headers import EVERYWHERE, YEARS

REFERRER = EVERYWHERE["Referrer-Policy"]
FRAMES = "frame-ancestors 'none'"
NAMED = {
    "Strict-Transport-Security", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy",
}  # fmt: skip


def cloudfront(practice: str) -> str:
    own = [
        {"Header": name, "Value": value, "Override": True}
        for name, value in EVERYWHERE.items()
        if name not in NAMED
    ]
    config = {
        "Name": f"handbill-{re.sub('[^a-z0-9]+', '-', practice.lower()).strip('-')}"[:128],
        "Comment": "Headers of the website, by Handbill",
        "SecurityHeadersConfig": {
            "ContentSecurityPolicy": {"ContentSecurityPolicy": FRAMES, "Override": True},
            "ContentTypeOptions": {"Override": True},
            "FrameOptions": {"FrameOption": "DENY", "Override": True},
            "ReferrerPolicy": {"ReferrerPolicy": REFERRER, "Override": True},
            "StrictTransportSecurity": {
                "AccessControlMaxAgeSec": YEARS,
                "IncludeSubdomains": False,
                "Preload": False,
                "Override": True,
            },
        },
        "CustomHeadersConfig": {"Quantity": len(own), "Items": own},
    }
    return json.dumps(config, indent=2) + "\n"
