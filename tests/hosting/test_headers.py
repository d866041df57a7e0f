"""Headers: one model, whose rules never meet."""

from __future__ import annotations

from plugins.core.model.csp import FolderPolicy, Grant
from plugins.core.model.fingerprints import ASK, KEEP
from plugins.core.model.inline_code import InlineCode
from plugins.hosting.content_security_policy import policy
from plugins.hosting.headers import EVERYWHERE, Rule, rules
from plugins.hosting.netlify_cloudflare import headers_file

FILES = (
    "assets/a.js",
    "cards/a.png",
    "contact/index.html",
    "contact/qr.svg",
    "index.html",
    "a.txt",
)
INLINE = {InlineCode.of("style", "a"), InlineCode.of("script", "b")}
OURS = {"Cross-Origin-Resource-Policy": "same-origin"}
ANYBODYS = {"Cross-Origin-Resource-Policy": "cross-origin"}


def test_each_top_folder_and_file_has_a_rule() -> None:
    """Hosts differ in what they make of two rules for one address, so there are never two."""
    page = {"Content-Security-Policy": policy(INLINE, []), "Cache-Control": ASK} | OURS
    assert rules(FILES, INLINE, []) == [
        Rule("/", page),
        Rule("/a.txt", {"Cache-Control": ASK} | OURS),
        Rule("/assets/", {"Cache-Control": KEEP} | OURS),
        Rule("/cards/", {"Cache-Control": KEEP} | ANYBODYS),
        Rule("/contact/", page),
    ]


def test_a_policy_of_a_folder_takes_the_place_of_the_site_s() -> None:
    """The editor needs what no page of visitors may have; all other headers are the same."""
    own = FolderPolicy("/contact/", {"default-src": ("'none'",), "img-src": ("'self'", "blob:")})
    before, after = rules(FILES, INLINE, []), rules(FILES, INLINE, [], [own])
    assert after[:-1] == before[:-1]
    text = "default-src 'none'; img-src 'self' blob:; frame-ancestors 'none'"
    headers = dict(before[-1].headers) | {"Content-Security-Policy": text}
    assert after[-1] == Rule("/contact/", headers)


def test_a_grant_for_a_folder_stays_there() -> None:
    """What the search needs is no reason to open the home page."""
    grant = Grant("script-src", "'wasm-unsafe-eval'", "/contact/")
    home, contact = (rules(FILES, INLINE, [grant])[number].headers for number in (0, 4))
    assert "wasm" not in home["Content-Security-Policy"]
    assert contact["Content-Security-Policy"] == policy(INLINE, [grant])


def test_no_header_stands_in_two_places() -> None:
    """What is said everywhere and once more would be joined by commas, and mean nothing."""
    said = {name for rule in rules(FILES, INLINE, []) for name in rule.headers}
    assert said & set(EVERYWHERE) == set()


def test_the_table_of_netlify_and_cloudflare() -> None:
    """A folder has a star, a file and the home page have none."""
    table = headers_file([Rule("/", {"A": "1"}), Rule("/x/", {"A": "2", "B": "3"})])
    first, _, rest = table.partition("\n\n")
    assert first.startswith("/*\n  Strict-Transport-Security: max-age=63072000\n")
    assert rest == "/\n  A: 1\n\n/x/*\n  A: 2\n  B: 3\n"
