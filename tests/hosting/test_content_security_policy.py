"""The security policy: what templates wrote gets through, nothing else."""

from __future__ import annotations

from plugins.core.model.csp import Grant
from plugins.core.model.inline_code import InlineCode
from plugins.hosting.content_security_policy import policy, with_policy

REST = (
    "img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; object-src 'none'; "
)
LAST = "require-trusted-types-for 'script'; trusted-types 'none'"


def sha256(text: str) -> str:
    return InlineCode.of("script", text).source


def test_everything_is_forbidden_but_what_the_pages_have() -> None:
    """The whole policy, word for word."""
    inline = [InlineCode.of("style", "p{}"), InlineCode.of("script", "a")]
    assert policy(inline, []) == (
        f"default-src 'none'; script-src 'self' {sha256('a')}; style-src {sha256('p{}')}; "
        f"{REST}frame-ancestors 'none'; {LAST}"
    )


def test_a_page_says_of_itself_what_a_page_can_say() -> None:
    """Browsers complain about frame-ancestors there."""
    assert policy([], [], header=False) == (
        f"default-src 'none'; script-src 'self'; style-src 'none'; {REST}{LAST}"
    )


def test_a_grant_opens_one_thing() -> None:
    """The form's provider, once however often it is asked for; a directive of its own."""
    grants = [
        Grant("form-action", "https://a.example"),
        Grant("worker-src", "'self'"),
        Grant("form-action", "https://a.example"),
        Grant("trusted-types", "site"),
    ]
    said = policy([], grants)
    assert "form-action 'self' https://a.example; " in said
    assert "trusted-types site; " in said
    assert said.endswith("; worker-src 'self'")


def test_the_policy_stands_before_all_that_runs() -> None:
    """It holds for what follows it; the encoding comes first."""
    page = '<head>\n<meta charset="utf-8">\n<script>a</script>'
    assert with_policy(page, "default-src 'none'") == (
        '<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        "<script>a</script>"
    )
