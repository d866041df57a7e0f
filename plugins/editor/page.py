"""Page: what stands in /admin/ beside the packages, on every site the same.

Reads   admin/ beside this module
Gives   POLICY, the security policy of the editor's page; own_files(): the page, its scripts
        and styles, by name
Source  CSP Level 3. Styles of the editor stand in attributes; its pictures are made in the browser
        (blob:, data:), those of iPhones by a worker in WebAssembly; a request goes to this site and
        to GitHub's API, and nowhere else
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from plugins.core.model.csp import FolderPolicy

ADMIN = Path(__file__).with_name("admin")
GITHUB = "https://api.github.com"
DIRECTIVES: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'", "'wasm-unsafe-eval'"),
    "worker-src": ("'self'",),
    "style-src": ("'self'", "'unsafe-inline'"),
    "img-src": ("'self'", "data:", "blob:"),
    "media-src": ("blob:",),
    "font-src": ("'self'",),
    "connect-src": ("'self'", "data:", "blob:", GITHUB),
    "form-action": ("'none'",),
    "base-uri": ("'none'",),
    "object-src": ("'none'",),
}
POLICY = FolderPolicy("/admin/", DIRECTIVES)


def own_files() -> dict[str, str]:
    """The page, its scripts and its styles."""
    files = {path.name: path.read_text(encoding="utf-8") for path in sorted(ADMIN.iterdir())}
    page = files["index.html"].replace("{policy}", escape(POLICY.text, quote=False))
    return files | {"index.html": page}
