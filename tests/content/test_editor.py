"""Our own content in the editor: every file opens, and comes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.content.test_our_site import CONTENT
from tests.editor.checkout import PHONE, edit_and_put_back, editing


@pytest.mark.torture
def test_every_file_of_ours_can_be_edited_and_put_back(browser: Browser, tmp_path: Path) -> None:
    """Staff lose nothing of what stands here today."""
    with editing(browser, tmp_path, CONTENT, PHONE) as editor:
        edit_and_put_back(editor, CONTENT)
