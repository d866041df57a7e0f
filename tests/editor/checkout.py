"""Checkout: the real editor over a folder of content, in a browser.

Gives   Editor: opens /admin/ with a copy of the content in a folder of the browser's own (OPFS),
        which stands in for the one that staff choose; reads the files that it has written
Source  the names of buttons and fields are what screen readers read
"""

from __future__ import annotations

import base64
import difflib
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from plugins.editor.form import label
from plugins.editor.packages import FetchError, fetch
from plugins.editor.page import own_files
from plugins.editor.settings import settings
from tests.conftest import serving_folder
from tests.editor.forms import KINDS, ours
from tests.tools import required

TITLES = {form.name: form.title for form in ours()}
PHONE, DESK = 390, 1280  # pixels
PATIENCE = 10.0  # seconds; only a test that fails waits so long
PICKER = "window.showDirectoryPicker = () => navigator.storage.getDirectory();"
FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle(".git", { create: true });
  for (const [path, content] of Object.entries(files)) {
    const folders = path.split("/");
    const name = folders.pop();
    let folder = root;
    for (const one of folders) folder = await folder.getDirectoryHandle(one, { create: true });
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)));
    await file.close();
  }
}"""
LIST = "() => !/entries|new$/.test(location.hash)"
READ = """async (path) => {
  const folders = path.split("/");
  const name = folders.pop();
  let folder = await navigator.storage.getDirectory();
  try {
    for (const one of folders) folder = await folder.getDirectoryHandle(one);
    const file = await (await folder.getFileHandle(name)).getFile();
    return btoa(Array.from(new Uint8Array(await file.arrayBuffer()), (one) =>
      String.fromCharCode(one)).join(""));
  } catch { return null; }
}"""


@cache
def found() -> Mapping[str, bytes] | str:
    """The packages of the editor, or why they are not there; npm is asked once."""
    try:
        return fetch()
    except FetchError as error:
        return str(error)


def packages() -> Mapping[str, bytes]:
    """A test is skipped without them, and fails where tests decide."""
    files = found()
    if isinstance(files, str):
        if required():
            pytest.fail(files)
        pytest.skip(files)
    return files


@contextmanager
def hosted(
    folder: Path, content: Path, repository: str = "", languages: Sequence[str] = ()
) -> Iterator[str]:
    """A plain host with the editor of some content at /admin/; its address."""
    addresses = [
        kind.address_of(path.stem)
        for kind in KINDS
        if kind.address
        for path in (content / kind.folder).glob("*.md")
    ]
    files: dict[str, str | bytes] = {**own_files(), **packages()}
    files["config.json"] = settings(KINDS, addresses, repository=repository, languages=languages)
    for name, text in files.items():
        path = folder / "admin" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    with serving_folder(folder) as address:
        yield f"{address}/admin/"


class Editor:
    """One browser with one checkout. foreign: what went to other hosts."""

    def __init__(self, page: Page, address: str, content: Path) -> None:
        self.page, self.address, self.content = page, address, content
        self.foreign: list[str] = []
        page.on("requestfinished", lambda one: self.note(one.url))
        page.add_init_script(PICKER)
        page.goto(f"{address}admin.css")
        files = {
            f"content/{path.relative_to(content).as_posix()}": base64.b64encode(
                path.read_bytes()
            ).decode()
            for path in content.rglob("*")
            if path.is_file()
        }
        page.evaluate(FILL, files)
        page.goto(address)
        page.get_by_role("button", name="Work with Local Repository").click()
        page.get_by_role("button", name="Work with Local Repository").wait_for(state="detached")

    def note(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.foreign.append(url)

    def read(self, name: str) -> bytes | None:
        """A file of content/ as it is now; None when there is none."""
        found: str | None = self.page.evaluate(READ, f"content/{name}")
        return None if found is None else base64.b64decode(found)

    def open(self, name: str) -> None:
        """Open a file of content/."""
        folder, _, file = name.rpartition("/")
        slug = file.rpartition(".")[0]
        place = f"{folder}/entries/{slug}" if folder else f"_singletons/entries/{slug}"
        self.page.goto(f"{self.address}#/collections/{place}")
        self.first(folder).wait_for()

    def new(self, folder: str) -> None:
        """Begin a new document of a folder."""
        self.page.goto(f"{self.address}#/collections/{folder}/new")
        self.first(folder).wait_for()

    def first(self, folder: str) -> Locator:
        """The field that names a document; the name of the practice without a folder."""
        return self.field(label(TITLES[folder or "practice"]))

    def field(self, label: str) -> Locator:
        """The text field with a label, the first of several."""
        return self.page.get_by_role("textbox", name=label, exact=True).first

    def group(self, key: str) -> Locator:
        """What belongs to a key: "hours", those of the practice, or "hours.sunday"."""
        return self.drawn(self.page.locator(f'[data-key-path="{key}"]'))

    def drawn(self, found: Locator) -> Locator:
        """A part of the form; a long one draws what is scrolled to, and no more."""
        end = time.monotonic() + PATIENCE
        self.page.mouse.move(200, 400)
        while not found.count():
            assert time.monotonic() < end, self.page.inner_text("body")
            self.page.mouse.wheel(0, 800)
            self.page.wait_for_timeout(20)
        return found

    def pane(self, language: str) -> Locator:
        """The form of a document in a language, when the site has several."""
        return self.page.locator(f'.pane[data-locale="{language}"]')

    def save(self, name: str) -> bytes:
        """Save; the file as it was written."""
        before = self.read(name)
        self.page.get_by_role("button", name="Save", exact=True).click()
        self.page.wait_for_function(LIST)  # it returns there once it is done
        end = time.monotonic() + PATIENCE
        while (after := self.read(name)) in (before, None):
            assert time.monotonic() < end, self.page.inner_text("body")
            self.page.wait_for_timeout(10)
        assert after
        return after


@contextmanager
def editing(
    browser: Browser,
    folder: Path,
    content: Path,
    width: int = DESK,
    languages: Sequence[str] = (),
) -> Iterator[Editor]:
    with hosted(folder, content, languages=languages) as address:
        context = browser.new_context(viewport={"width": width, "height": 900})
        yield Editor(context.new_page(), address, content)
        context.close()


def changed_lines(before: bytes, after: bytes) -> list[str]:
    """The lines of a file that changed."""
    old, new = (text.decode().splitlines() for text in (before, after))
    lines = difflib.unified_diff(old, new, lineterm="", n=0)
    return [line for line in lines if line[:2] not in ("--", "++", "@@")]


def edit_and_put_back(editor: Editor, content: Path) -> None:
    """Edit the first field of every file, which changes one line; then put it back, which leaves
    every byte as it was."""
    for path in sorted(content.rglob("*")):
        name = path.relative_to(content).as_posix()
        folder = name.rpartition("/")[0]
        if path.suffix not in (".md", ".yaml") or name == "README.md":
            continue
        before = path.read_bytes()
        editor.open(name)
        was = editor.first(folder).input_value()
        other = "2031-01-01" if folder == "notices" else f"{was} x"
        editor.first(folder).fill(other)
        lines = changed_lines(before, editor.save(name))
        assert len(lines) == 2, (name, lines)
        assert other in lines[1].replace('"', ""), (name, lines)
        editor.open(name)
        editor.first(folder).fill(was)
        assert editor.save(name) == before, name
    assert editor.foreign == []
