"""A Ctrl-C that waits, and one that comes too late."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from threading import Thread

import pytest

from plugins.core.system.interrupts import held_back, too_late, until_too_late


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


def test_it_comes_at_once_until_it_is_too_late() -> None:
    with pytest.raises(KeyboardInterrupt), until_too_late():
        press()


def test_too_late_lasts_to_the_end_of_the_outermost_block() -> None:
    with until_too_late():
        with until_too_late():
            too_late()
        press()
        with until_too_late(), held_back() as heard:
            press()
        press()
    assert heard == []
    with pytest.raises(KeyboardInterrupt):
        press()


def test_one_that_was_held_back_when_it_became_too_late_is_not_raised() -> None:
    with until_too_late():
        with held_back() as heard:
            press()
            too_late()
            press()
        press()
    assert heard == [True]


def test_outside_of_such_a_block_it_is_never_too_late() -> None:
    too_late()
    with pytest.raises(KeyboardInterrupt):
        press()


def test_an_error_ends_the_block_as_well() -> None:
    with pytest.raises(ValueError, match="of the block"), until_too_late():
        too_late()
        raise ValueError("of the block")
    with pytest.raises(KeyboardInterrupt):
        press()


def test_what_the_shell_has_us_ignore_stays_ignored() -> None:
    """`make build &`: a Ctrl-C is meant for what is in front."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with held_back(), until_too_late():
            press()
            too_late()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_another_thread_is_left_alone() -> None:
    """Python lets no other than the first one say what a signal does."""
    errors: list[BaseException] = []

    def work() -> None:
        try:
            with until_too_late(), held_back():
                too_late()
        except BaseException as error:
            errors.append(error)

    with until_too_late():
        thread = Thread(target=work)
        thread.start()
        thread.join()
        with pytest.raises(KeyboardInterrupt):
            press()
    assert errors == []
