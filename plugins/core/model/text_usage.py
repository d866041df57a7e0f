"""Where the text of each document is used, so that a build knows what an edit can change.

Gives   recording(): a log of which page shows a text as it is, and of texts that are read in any
        other way, since that code may depend on every character of them
        Recorded, a field of a document whose reading is recorded; Shown, a text that a template can
        only show; beyond_ascii(): the characters that decide what the site's font must have
Except  what is read before recording() and in unrecorded(): that code makes sure that its result
        follows an edit
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import filterfalse
from typing import Any, Generic, TypeVar, overload

from markupsafe import Markup

T = TypeVar("T")


def beyond_ascii(text: str) -> frozenset[str]:
    """The characters of a text that are not in ASCII."""
    return frozenset() if text.isascii() else frozenset(filterfalse(str.isascii, text))


@dataclass
class Log:
    """shown: text to the pages that show it; read: texts that were read in another way. A text is
    named by the path of its file, a page by the source of its document."""

    shown: dict[str, list[str]] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    page: str = ""

    def add(self, shown: Mapping[str, Iterable[str]], read: Iterable[str]) -> None:
        """Add the entries of another log."""
        for text, pages in shown.items():
            self.shown.setdefault(text, []).extend(pages)
        self.read.update(read)

    @contextmanager
    def rendering(self, page: str) -> Iterator[None]:
        """Texts shown in this block are on this page."""
        before, self.page = self.page, page
        try:
            yield
        finally:
            self.page = before


_logs: list[Log | None] = [None]


@contextmanager
def recording() -> Iterator[Log]:
    """Record until the block ends."""
    log = Log()
    with _logging(log):
        yield log


@contextmanager
def unrecorded() -> Iterator[None]:
    """Record nothing until the block ends."""
    with _logging(None):
        yield


@contextmanager
def _logging(log: Log | None) -> Iterator[None]:
    _logs.append(log)
    try:
        yield
    finally:
        _logs.pop()


def log() -> Log | None:
    """The log that records now."""
    return _logs[-1]


class Recorded(Generic[T]):
    """A field of a document whose reading is recorded. For dataclasses, with a default."""

    def __init__(self, default: T) -> None:
        self.default = default

    def __set_name__(self, _owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, document: None, owner: type) -> T: ...
    @overload
    def __get__(self, document: Any, owner: type) -> T: ...
    def __get__(self, document: Any, owner: type) -> T:
        if document is None:
            return self.default
        if active := log():
            active.read.add(document.path)
        value: T = document.__dict__[self.name]
        return value

    def __set__(self, document: Any, value: T) -> None:
        document.__dict__[self.name] = value


class Shown:
    """A piece of text that a template can show, and do nothing else with."""

    def __init__(self, markup: Markup, path: str) -> None:
        self._markup, self._path = markup, path

    def __html__(self) -> str:
        if active := log():
            active.shown.setdefault(self._path, []).append(active.page)
        return str(self._markup)
