"""A Ctrl-C that waits, and one that ends the command."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from threading import Thread

import pytest

from plugins.core.system.interrupts import STOPPED, held_back


@pytest.fixture(autouse=True)
def handler() -> Iterator[Callable[..., object]]:
    """The handler of Ctrl-C, which is the same after every test."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield signal.default_int_handler
    after = signal.signal(signal.SIGINT, before)
    assert after is signal.default_int_handler


def press() -> None:
    signal.raise_signal(signal.SIGINT)


def test_it_waits_for_the_end_of_the_block() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), held_back() as heard:
        press()
        done.append(heard)
    assert done == [[True]]


def test_an_error_in_the_block_is_not_lost_to_it() -> None:
    with pytest.raises(ValueError, match="of the block"), held_back():
        press()
        raise ValueError("of the block")


def test_what_the_shell_has_us_ignore_stays_ignored() -> None:
    """`make build &`: a Ctrl-C is meant for what is in front."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with held_back():
            press()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_another_thread_is_left_alone() -> None:
    """Python lets no other than the first one say what a signal does."""
    errors: list[BaseException] = []

    def work() -> None:
        try:
            with held_back():
                pass
        except BaseException as error:
            errors.append(error)

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert errors == []


COMMAND = """
import os, signal
from plugins.core.system.interrupts import exit_on_interrupt, held_back
exit_on_interrupt()
with held_back():
    signal.raise_signal(signal.SIGINT)
    print("the end of the block", flush=True)
try:
    signal.raise_signal(signal.SIGINT)
finally:
    print("never")
"""


def test_a_command_ends_with_one_sentence_and_130() -> None:
    """Without unwinding: code that catches everything cannot swallow it."""
    done = subprocess.run(
        [sys.executable, "-c", COMMAND], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (130, f"the end of the block\n{STOPPED}\n")


def test_a_process_that_a_command_forked_ends_without_a_word() -> None:
    """A terminal presses Ctrl-C on all of them; one sentence is enough."""
    fork = "os.fork() or signal.raise_signal(signal.SIGINT)\nos.wait()\n"
    code = COMMAND.replace("with held_back", f"{fork}with held_back", 1)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (130, f"the end of the block\n{STOPPED}\n")
