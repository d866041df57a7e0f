"""Newsletter forms: for each provider the address and the fields that it documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.core.model.csp import Grant
from plugins.core.model.forms import Form, form
from plugins.core.problems import ContentError
from plugins.core.schema.forms import Newsletter
from plugins.newsletter import FEATURE
from tests.sites import PAGE, PRACTICE, model

PAGES = {"pages/home.md": PAGE, "pages/404.md": PAGE}


def made(folder: Path, *rows: str) -> Form:
    """The form of a practice with these lines under newsletter."""
    newsletter = "\n".join(["newsletter:", *(f"  {row}" for row in rows)])
    site = model(folder, {**PAGES, "practice.yaml": f"{PRACTICE}{newsletter}\n"})
    provider = site.practice.newsletter
    assert provider
    return form(provider)


def parts(one: Form) -> tuple[str, str, str, tuple[tuple[str, str], ...], bool, bool]:
    return one.action, one.field, one.honeypot, one.hidden, one.inline, one.host


def test_buttondown(tmp_path: Path) -> None:
    """It asks not to be called by scripts."""
    assert parts(made(tmp_path, "provider: buttondown", "username: examplehands")) == (
        "https://buttondown.com/api/emails/embed-subscribe/examplehands",
        "email",
        "website",
        (("embed", "1"),),
        False,
        False,
    )


def test_mailchimp(tmp_path: Path) -> None:
    """The name of its trap is made of its identifiers."""
    rows = ("provider: mailchimp", "account: hands", "server: us21", "u: 1a2b", "id: 3c4d")
    assert parts(made(tmp_path, *rows)) == (
        "https://hands.us21.list-manage.com/subscribe/post?u=1a2b&id=3c4d",
        "EMAIL",
        "b_1a2b_3c4d",
        (),
        False,
        False,
    )
    assert made(tmp_path, *rows, "f_id: 5e6f").action == (
        "https://hands.us21.list-manage.com/subscribe/post?u=1a2b&id=3c4d&f_id=5e6f"
    )


def test_kit(tmp_path: Path) -> None:
    """Numbers that look like numbers stay what was typed."""
    assert parts(made(tmp_path, "provider: kit", "form: 0123456")) == (
        "https://app.kit.com/forms/0123456/subscriptions",
        "email_address",
        "website",
        (),
        False,
        False,
    )


def test_formspree(tmp_path: Path) -> None:
    """It answers scripts, so the answer shows on the page."""
    assert parts(made(tmp_path, "provider: formspree", "form: xabcdefg")) == (
        "https://formspree.io/f/xabcdefg",
        "email",
        "_gotcha",
        (("_subject", "Newsletter"),),
        True,
        False,
    )


def test_netlify(tmp_path: Path) -> None:
    """The host collects it; the page that it answers with is ours."""
    assert parts(made(tmp_path, "provider: netlify", "form: letters")) == (
        "/thank-you/",
        "email",
        "bot-field",
        (("form-name", "letters"),),
        True,
        True,
    )
    assert made(tmp_path, "provider: netlify").hidden == (("form-name", "newsletter"),)


@pytest.mark.parametrize(("answers", "inline"), [("page", False), ("json", True)])
def test_any_other_form(tmp_path: Path, answers: str, inline: bool) -> None:
    """Whoever has a form of another kind names its address and its fields."""
    rows = (
        *("provider: custom", "action: https://news.example.com/join?list=1&lang=en"),
        *("email_field: mail", "honeypot: trap", f"answers: {answers}"),
    )
    assert parts(made(tmp_path, *rows)) == (
        "https://news.example.com/join?list=1&lang=en",
        "mail",
        "trap",
        (),
        inline,
        False,
    )


def test_a_form_says_whether_a_mail_must_be_confirmed(tmp_path: Path) -> None:
    """ "You are signed up" is untrue while the link in the mail waits."""
    for rows, confirm in (((), True), (("confirm: no",), False)):
        facts = made(tmp_path, "provider: kit", "form: 1", *rows).facts
        assert isinstance(facts, Newsletter)
        assert facts.confirm is confirm


def test_a_provider_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    """With the names of those that are known."""
    with pytest.raises(ContentError) as caught:
        made(tmp_path, "provider: mailchimpp", "form: 1")
    (problem,) = caught.value.problems
    assert (problem.line, problem.field, problem.found) == (
        5,
        "newsletter, provider",
        '"mailchimpp"',
    )
    assert problem.needed == "one of buttondown, mailchimp, kit, formspree, netlify or custom"
    assert problem.fix.endswith('rite "provider: mailchimp"')


def test_a_form_that_leads_to_a_missing_page_is_refused(tmp_path: Path) -> None:
    """Who signs up would get the page for wrong addresses."""
    practice = f"{PRACTICE}newsletter:\n  provider: netlify\n"
    site = model(tmp_path, {**PAGES, "practice.yaml": practice})
    (problem,) = FEATURE.site_problems(site)
    assert problem.path.endswith("pages/thank-you.md")
    assert (problem.found, problem.needed, problem.fix) == (
        "no such file",
        "this page: it tells subscribers that their address has arrived",
        "write the file, with title and summary between --- lines",
    )


def test_a_form_of_another_host_needs_no_such_page(tmp_path: Path) -> None:
    """The provider answers with a page of its own."""
    practice = f"{PRACTICE}newsletter:\n  provider: kit\n  form: 1\n"
    site = model(tmp_path, {**PAGES, "practice.yaml": practice})
    assert list(FEATURE.site_problems(site)) == []


def test_the_thank_you_page_is_where_the_form_leads(tmp_path: Path) -> None:
    """Its address is that of pages/thank-you.md."""
    practice = f"{PRACTICE}newsletter:\n  provider: netlify\n"
    files = {**PAGES, "practice.yaml": practice, "pages/thank-you.md": PAGE}
    site = model(tmp_path, files)
    assert list(FEATURE.site_problems(site)) == []
    assert Newsletter.thanks in {one.address for one in site.all("pages")}


@pytest.mark.parametrize(
    ("rows", "grants"),
    [
        (("provider: kit", "form: 1"), [Grant("form-action", "https://app.kit.com")]),
        (
            ("provider: formspree", "form: abc"),
            [
                Grant("form-action", "https://formspree.io"),
                Grant("connect-src", "https://formspree.io"),
            ],
        ),
        (("provider: netlify",), []),
    ],
)
def test_the_security_policy_lets_the_provider_through_and_no_other(
    tmp_path: Path, rows: tuple[str, ...], grants: list[Grant]
) -> None:
    """Scripts may talk to it only where it answers them."""
    newsletter = "\n".join(["newsletter:", *(f"  {row}" for row in rows)])
    files = {**PAGES, "practice.yaml": f"{PRACTICE}{newsletter}\n"}
    site, _ = FEATURE.extend_site(model(tmp_path, files))
    assert list(site.grants) == grants
