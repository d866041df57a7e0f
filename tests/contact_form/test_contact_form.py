"""The contact form: who cannot call now is called back, and says nothing about their health."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.contact_form import FEATURE, values
from plugins.core.model.csp import Grant
from plugins.core.model.site import Site
from plugins.core.problems import ContentError
from tests.build.conftest import Project
from tests.sites import PAGE, PRACTICE, model


def site(folder: Path, *rows: str) -> Site:
    """A practice with these lines under contact_form, and one modality."""
    facts = "\n".join([PRACTICE + "contact_form:", *(f"  {row}" for row in rows)]) + "\n"
    pages = dict.fromkeys(("pages/home.md", "pages/404.md", "modalities/cupping.md"), PAGE)
    return model(folder, {**pages, "practice.yaml": facts})


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        (
            ("provider: formspree", "form: abc"),
            ("https://formspree.io/f/abc", "_gotcha", {"_subject": "Please call back"}, True),
        ),
        (
            ("provider: netlify",),
            ("/message-sent/", "bot-field", {"form-name": "contact"}, True),
        ),
        (
            ("provider: custom", "action: https://hands.test/in", "honeypot: trap"),
            ("https://hands.test/in", "trap", {}, False),
        ),
    ],
)
def test_each_provider_has_its_form(
    tmp_path: Path, rows: tuple[str, ...], form: tuple[object, ...]
) -> None:
    """The same services as for the newsletter, under a name of its own."""
    shown = values(site(tmp_path, *rows))["contact_form"]
    made = shown.form
    assert (made.action, made.honeypot, dict(made.hidden), made.inline) == form
    assert shown.modalities == ("A page",)


@pytest.mark.parametrize(
    ("rows", "action"),
    [
        (("provider: netlify",), "/es/message-sent/"),
        (("provider: custom", "action: https://hands.test/in"), "https://hands.test/in"),
    ],
)
def test_the_page_that_answers_is_in_the_language_of_the_form(
    tmp_path: Path, rows: tuple[str, ...], action: str
) -> None:
    """Who asked in Spanish was thanked in English."""
    spanish = replace(site(tmp_path, *rows), base="/es")
    assert values(spanish)["contact_form"].form.action == action


def test_the_contact_page_alone_may_send_it(tmp_path: Path) -> None:
    """No other page has a reason to talk to that service."""
    extended, _ = FEATURE.extend_site(site(tmp_path, "provider: formspree", "form: abc"))
    assert list(extended.grants) == [
        Grant("form-action", "https://formspree.io", "/contact/"),
        Grant("connect-src", "https://formspree.io", "/contact/"),
    ]


def test_a_service_for_letters_takes_no_requests(tmp_path: Path) -> None:
    """Whoever asks for a call would be signed up for a newsletter."""
    with pytest.raises(ContentError) as caught:
        site(tmp_path, "provider: mailchimp", "form: 1")
    (problem,) = caught.value.problems
    assert problem.field == "contact_form, provider"
    assert problem.needed == "one of formspree, netlify or custom"


def test_a_form_that_leads_to_a_missing_page_is_refused(tmp_path: Path) -> None:
    """Who asked for a call would get the page for wrong addresses."""
    (problem,) = FEATURE.site_problems(site(tmp_path, "provider: netlify"))
    assert problem.path.endswith("pages/message-sent.md")
    assert problem.needed == "this page: it tells visitors that their request has arrived"


def test_the_form_asks_for_nothing_about_health(live: Project) -> None:
    """A name, a way to answer, a time and a treatment; no field in which to write freely."""
    form = live.page("/contact/").select_one(".contact_form form")
    assert form
    assert [(one.name, one["name"]) for one in form.select("input, select, textarea")] == [
        *(("input", "_subject"), ("input", "name"), ("input", "telephone_or_email")),
        *(("select", "when"), ("select", "modality"), ("input", "_gotcha")),
    ]
    assert "no field for it on purpose" in form.get_text()
    assert [one.get_text() for one in form.select("[name=modality] option")] == [
        *("Not sure yet", "Deep Tissue Massage", "Swedish Massage"),
    ]
