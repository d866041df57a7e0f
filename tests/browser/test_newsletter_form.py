"""The newsletter form against a provider on this machine, with and without scripts."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from threading import Event
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import built
from tests.browser.scripts import have_run
from tests.conftest import Quiet, serving, serving_folder
from tests.sites import BARE

DONE = "Almost done: check your e-mail and follow the link in it to confirm."
FAILED = (
    "Your address could not be sent. It is still in the field: please try again, "
    "or call 303-555-0142."
)


@dataclass
class Provider:
    """What a provider received, and how it answers."""

    address: str = ""
    received: list[dict[str, str]] = field(default_factory=list)
    status: int = 200
    answer: Event = field(default_factory=Event)

    def handler(self) -> type[SimpleHTTPRequestHandler]:
        provider = self

        class Handler(Quiet):
            def do_POST(self) -> None:  # noqa: N802  (the name that http.server calls)
                length = int(self.headers["Content-Length"])
                provider.received.append(dict(parse_qsl(self.rfile.read(length).decode())))
                provider.answer.wait(10)
                as_json = "application/json" in self.headers["Accept"]
                body = (
                    json.dumps({"ok": True})
                    if as_json
                    else "<title>Thanks from the provider</title>"
                )
                self.send_response(provider.status)
                self.send_header("Access-Control-Allow-Origin", "*")
                self.send_header("Content-Type", "application/json" if as_json else "text/html")
                self.end_headers()
                self.wfile.write(body.encode())

        return Handler


Subscribe = Callable[..., tuple[Page, Provider]]


@pytest.fixture
def subscribe(browser: Browser, tmp_path: Path) -> Iterator[Subscribe]:
    """Opens the home page of a site whose provider is on this machine."""
    with ExitStack() as stack:

        def opened(answers: str = "json", scripts: bool = True) -> tuple[Page, Provider]:
            provider = Provider()
            provider.answer.set()
            provider.address = stack.enter_context(serving(provider.handler()))
            content = tmp_path / "content"
            shutil.copytree(BARE, content)
            with (content / "practice.yaml").open("a") as facts:
                facts.write(
                    "newsletter:\n  provider: custom\n"
                    f"  action: {provider.address}/subscribe\n  answers: {answers}\n"
                )
            output = built(content, tmp_path / "output")
            site = stack.enter_context(serving_folder(output))
            context: BrowserContext = browser.new_context(java_script_enabled=scripts)
            stack.callback(context.close)
            page = context.new_page()
            page.goto(site)
            if scripts:
                have_run(page)
            page.get_by_label("Your e-mail address").fill("reader@example.com")
            return page, provider

        yield opened


SENT = {"email": "reader@example.com", "website": ""}


def posted(provider: Provider) -> list[dict[str, str]]:
    return [{"website": "", **fields} for fields in provider.received]


def test_without_scripts_the_providers_page_answers(subscribe: Subscribe) -> None:
    """A form that needs a script loses who has none."""
    page, provider = subscribe(scripts=False)
    page.get_by_role("button", name="Sign up").click()
    page.wait_for_url(f"{provider.address}/subscribe")
    assert page.title() == "Thanks from the provider"
    assert posted(provider) == [SENT]


def test_a_provider_that_scripts_may_not_read_answers_on_its_own_page(subscribe: Subscribe) -> None:
    """Buttondown, Mailchimp and Kit: the browser itself sends the form, once."""
    page, provider = subscribe(answers="page")
    page.get_by_role("button", name="Sign up").click()
    page.wait_for_url(f"{provider.address}/subscribe")
    assert posted(provider) == [SENT]


def test_success_shows_in_place_of_the_form(subscribe: Subscribe) -> None:
    """A form that stays invites a second sign-up; the words say what to do next."""
    page, provider = subscribe()
    page.get_by_role("button", name="Sign up").click()
    page.get_by_text(DONE).wait_for()
    assert not page.get_by_label("Your e-mail address").is_visible()
    assert page.locator(".newsletter_form [role=status]").evaluate(
        "e => e === document.activeElement"
    )
    assert posted(provider) == [SENT]


def test_a_failure_keeps_what_was_typed(subscribe: Subscribe) -> None:
    """Nobody types an address twice; the number to call stands beside."""
    page, provider = subscribe()
    provider.status = 500
    page.get_by_role("button", name="Sign up").click()
    page.get_by_text(FAILED).wait_for()
    assert page.get_by_label("Your e-mail address").input_value() == "reader@example.com"
    provider.status = 200
    page.get_by_role("button", name="Sign up").click()
    page.get_by_text(DONE).wait_for()
    assert not page.get_by_text(FAILED).is_visible()


def test_a_provider_out_of_reach_is_a_failure_that_says_so(subscribe: Subscribe) -> None:
    """The provider's trouble is not the visitor's."""
    page, _ = subscribe()
    page.route("**/subscribe", lambda route: route.abort())
    page.get_by_role("button", name="Sign up").click()
    page.get_by_text(FAILED).wait_for()


def test_an_impatient_visitor_signs_up_once(subscribe: Subscribe) -> None:
    """Two clicks while the provider thinks are one sign-up."""
    page, provider = subscribe()
    provider.answer.clear()
    button = page.locator(".newsletter_form button")
    button.click()
    assert button.inner_text() == "Sending …"
    button.click(force=True)  # Playwright itself would wait until the button is enabled
    provider.answer.set()
    page.get_by_text(DONE).wait_for()
    assert posted(provider) == [SENT]


def test_who_fills_in_the_hidden_field_is_not_signed_up(subscribe: Subscribe) -> None:
    """Robots fill in every field; people do not see this one, nor does a screen reader say it."""
    page, provider = subscribe()
    honeypot = page.locator("#newsletter_form-honeypot")
    honeypot.evaluate("field => field.value = 'https://spam.example'")
    page.get_by_role("button", name="Sign up").click()
    page.evaluate("new Promise(done => setTimeout(done, 100))")
    assert provider.received == []
    assert honeypot.evaluate("field => field.closest('[aria-hidden=true]') !== null")
    assert honeypot.get_attribute("tabindex") == "-1"


def test_an_address_that_is_none_is_not_sent(subscribe: Subscribe) -> None:
    """The browser itself says what is wrong, in the visitor's language."""
    page, provider = subscribe()
    page.get_by_label("Your e-mail address").fill("reader")
    page.get_by_role("button", name="Sign up").click()
    assert page.locator("input:invalid").count() == 1
    assert provider.received == []
