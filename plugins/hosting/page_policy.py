"""Page policy: the security policy inside a page, for hosts that send no headers of ours.

Gives   with_policy(): the page, the policy first in its head after what says how to read it
Source  HTML (http-equiv); it holds for what follows it, so it stands before all that runs
Lacks   frame-ancestors, which only a header can say
"""

from __future__ import annotations

from html import escape

AFTER = '<meta charset="utf-8">\n'


def with_policy(html: str, policy: str) -> str:
    element = (
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">\n'
    )
    return html.replace(AFTER, AFTER + element, 1)
