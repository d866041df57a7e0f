"""Reads: where the texts of documents go, so that a build knows what an edit of one can change.

Gives   noting(), a log of what is made while it runs: which page shows a text as it is, and which
        texts are read otherwise, since whatever reads a text may depend on every letter of it
        Noted, a field of a document whose reading is noted; Shown, a text that can only be shown
Except  what is read before noting() and in accounted(): whoever does that sees to it that an edit
        is answered for
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, overload

from markupsafe import Markup

T = TypeVar("T")


@dataclass
class Log:
    """shown: text to the pages that show it; read: texts that were read otherwise. A text is known
    by the path of its file, a page by the source of its document."""

    shown: dict[str, list[str]] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    page: str = ""

    def add(self, shown: Mapping[str, Iterable[str]], read: Iterable[str]) -> None:
        """What another log has noted."""
        for text, pages in shown.items():
            self.shown.setdefault(text, []).extend(pages)
        self.read.update(read)

    @contextmanager
    def making(self, page: str) -> Iterator[None]:
        """Note that what is shown meanwhile stands on this page."""
        before, self.page = self.page, page
        try:
            yield
        finally:
            self.page = before


_logs: list[Log | None] = [None]


@contextmanager
def noting() -> Iterator[Log]:
    """Note until the block ends."""
    log = Log()
    with _logging(log):
        yield log


@contextmanager
def accounted() -> Iterator[None]:
    """Note nothing until the block ends."""
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
    """The log that is kept now."""
    return _logs[-1]


class Noted(Generic[T]):
    """A field of a document: its reading is noted. For dataclasses, with a default."""

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
        if kept := log():
            kept.read.add(document.path)
        value: T = document.__dict__[self.name]
        return value

    def __set__(self, document: Any, value: T) -> None:
        document.__dict__[self.name] = value


class Shown:
    """A piece of text that a template can show, and do nothing else with."""

    def __init__(self, markup: Markup, path: str) -> None:
        self._markup, self._path = markup, path

    def __html__(self) -> str:
        if kept := log():
            kept.shown.setdefault(self._path, []).append(kept.page)
        return str(self._markup)
