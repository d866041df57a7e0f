"""A host that sends the headers of the published folder, as its _headers says.

Gives   sending_headers(): the address of the folder on loopback, while the block runs
Lacks   Strict-Transport-Security, which would follow 127.0.0.1 into other tests
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.conftest import Quiet, serving
from tests.headers import headers_of


class Host(Quiet):
    """A plain file host with the folder's own headers."""

    def end_headers(self) -> None:
        path = self.path.partition("?")[0]
        for name, value in headers_of(Path(self.directory), path).items():
            if name != "strict-transport-security":
                self.send_header(name, value)
        super().end_headers()


@contextmanager
def sending_headers(folder: Path) -> Iterator[str]:
    with serving(partial(Host, directory=str(folder))) as address:
        yield address
