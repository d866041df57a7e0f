"""The contact form against a service on this machine; it is sent as the newsletter form is."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.conftest import built
from tests.browser.scripts import have_run
from tests.browser.test_newsletter_form import Provider
from tests.conftest import serving, serving_folder
from tests.sites import BARE, PAGE

SENT = {"name": "Ada", "telephone_or_email": "303-555-0199", "when": "In the evening"}


def test_what_was_typed_stays_when_sending_fails_and_arrives_once(
    browser: Browser, tmp_path: Path
) -> None:
    """Somebody in pain types it once."""
    provider = Provider(status=500)
    provider.answer.set()
    content = tmp_path / "content"
    shutil.copytree(BARE, content)
    (content / "pages/contact.md").write_text(PAGE)
    with ExitStack() as stack:
        provider.address = stack.enter_context(serving(provider.handler()))
        with (content / "practice.yaml").open("a") as facts:
            facts.write(
                "contact_form:\n  provider: custom\n"
                f"  action: {provider.address}/in\n  answers: json\n"
            )
        output = built(content, tmp_path / "output")
        site = stack.enter_context(serving_folder(output))
        page = stack.enter_context(browser.new_context()).new_page()
        page.goto(f"{site}/contact/")
        have_run(page)
        page.get_by_label("Your name").fill("Ada")
        page.get_by_label("Telephone or e-mail").fill("303-555-0199")
        page.get_by_label("When is a good time?").select_option("In the evening")
        page.get_by_role("button", name="Send").click()
        page.get_by_text("Your request could not be sent.").wait_for()
        assert page.get_by_label("Your name").input_value() == "Ada"
        provider.status = 200
        page.get_by_role("button", name="Send").dblclick()
        page.get_by_text("Your request has been sent.").wait_for()
    assert [{"website": "", **one} for one in provider.received] == [{**SENT, "website": ""}] * 2
