"""Our own content in the editor: every file opens, and comes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.content.test_our_site import CONTENT
from tests.editor.checkout import PHONE, edit_and_put_back, editing
from tests.editor.forms import misfits, ours


def test_forms_have_a_place_for_all_of_ours() -> None:
    """What a form refuses could not be saved; what has no place, nobody could see."""
    assert [one for form in ours() for one in misfits(form, CONTENT)] == []


@pytest.mark.torture
def test_every_file_of_ours_can_be_edited_and_put_back(browser: Browser, tmp_path: Path) -> None:
    """Staff lose nothing of what stands here today."""
    with editing(browser, tmp_path, CONTENT, PHONE) as editor:
        edit_and_put_back(editor, CONTENT)
