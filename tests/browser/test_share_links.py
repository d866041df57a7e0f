"""Share links in a real browser: what scripts add, where the device has it."""

from __future__ import annotations

from playwright.sync_api import Browser

PAGE = "/symptoms/stiff-neck/"
LIVE = "http://127.0.0.1:8000/symptoms/stiff-neck/"
SHARE = """
window.shared = [];
navigator.share = (what) => { window.shared.push(what); return Promise.resolve(); };
"""
CLOSED = """
navigator.share = () => Promise.reject(new DOMException("closed", "AbortError"));
"""


def test_the_devices_own_menu_gets_title_text_and_address(browser: Browser, address: str) -> None:
    """On a phone, the share menu that people know is one touch away."""
    page = browser.new_page()
    page.add_init_script(SHARE)
    page.goto(address + PAGE)
    page.get_by_role("button", name="Share this page from this device").click()
    assert page.evaluate("window.shared") == [
        {
            "url": LIVE,
            "title": "Stiff Neck | Example Hands",
            "text": page.locator("meta[name=description]").get_attribute("content"),
        }
    ]
    page.close()


def test_closing_the_devices_menu_is_no_error(browser: Browser, address: str) -> None:
    """People change their mind; nothing should complain."""
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(CLOSED)
    page.goto(address + PAGE)
    page.get_by_role("button", name="Share this page from this device").click()
    page.evaluate("new Promise(done => setTimeout(done))")
    assert errors == []
    page.close()


def test_the_menu_is_not_offered_where_the_device_has_none(browser: Browser, address: str) -> None:
    """A button that does nothing is worse than no button."""
    page = browser.new_page()
    page.add_init_script("delete Navigator.prototype.share")
    page.goto(address + PAGE)
    page.get_by_role("button", name="Copy the link").wait_for()
    assert page.get_by_role("button", name="Share this page from this device").count() == 0
    page.close()


def test_the_copied_link_is_the_live_address(browser: Browser, address: str) -> None:
    """What is pasted to a friend must lead to the page, and a word says that it was copied."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + PAGE)
    page.get_by_role("button", name="Copy the link").click()
    page.get_by_text("The link is copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == LIVE
    context.close()


def test_a_refused_copy_shows_the_address(browser: Browser, address: str) -> None:
    """Some browsers refuse; then the address can still be copied by hand."""
    page = browser.new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    page.goto(address + PAGE)
    page.get_by_role("button", name="Copy the link").click()
    page.get_by_text(f"This browser did not let the link be copied. Its address: {LIVE}").wait_for()
    page.close()
