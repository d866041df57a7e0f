"""Atomic: a folder replaces another in one step, and what was written is on the disk.

Gives   replace(new, output, aside): afterwards output is the new folder, and the old one, if
        there was one, has the name that the new one had
        flush_all(folder): the folder and everything below it is on the disk, so that a power cut
        cannot take it back; flush(path): one file, or the names in one folder
Stops   OSError, with output as it was. Only a kill between the two steps of a system that has no
        single step leaves no output; the old one is then in `aside`, for the next build
Source  rename(2) of Linux 3.15, renamex_np(2) of macOS 10.12; syncfs(2), fsync(2). One syncfs took
        0.03 s where an fsync for each of 1,000 pages took 0.4 s (ext4); it reports write errors
        since Linux 5.8
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Some file systems (NFS, older ZFS, 9p) and kernels have no such call, or not with a flag.
UNSUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
# For a C library without renameat2 (musl, glibc before 2.28); 32-bit programs count otherwise.
NUMBERS = {"x86_64": 316, "aarch64": 276} if sys.maxsize > 2**32 else {}
HERE = -100  # AT_FDCWD


def replace(new: Path, output: Path, aside: Path) -> None:
    """`aside` is a free name on the same file system, used for a moment if at all."""
    taken = os.path.lexists(output)
    try:
        _rename(new, output, exchange=taken)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        if taken:
            _in_two_steps(new, output, aside)
        else:
            new.rename(output)  # which replaces nothing, or an empty folder


def _in_two_steps(new: Path, output: Path, aside: Path) -> None:
    output.rename(aside)
    try:
        new.rename(output)
    except BaseException:
        if not os.path.lexists(output):
            aside.rename(output)
        raise
    aside.rename(new)


def _rename(source: Path, target: Path, *, exchange: bool) -> None:
    """Both exist and change places, or the target does not exist and is not replaced."""
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(source), os.fsencode(target)
    machine = os.uname().machine
    failed = -1
    ctypes.set_errno(errno.ENOSYS)
    if hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(*names, 2 if exchange else 4)
    elif hasattr(libc, "renameat2"):
        failed = libc.renameat2(HERE, names[0], HERE, names[1], 2 if exchange else 1)
    elif sys.platform == "linux" and machine in NUMBERS:
        number = ctypes.c_long(NUMBERS[machine])
        failed = libc.syscall(number, HERE, names[0], HERE, names[1], 2 if exchange else 1)
    if failed:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(source), None, str(target))


def flush_all(folder: Path) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "syncfs"):  # macOS
        for path in (folder, *folder.rglob("*")):
            flush(path)
        return
    with _opened(folder) as handle:
        if libc.syncfs(handle):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))


def flush(path: Path) -> None:
    with _opened(path) as handle:
        os.fsync(handle)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    handle = os.open(path, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)
