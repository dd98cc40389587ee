"""A run is asked to stop by a signal; whoever insists ends it as if nobody had listened."""

from __future__ import annotations

import signal
import sys
import time

import pytest

from garita.training.long_run import asked_to_stop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals there are others")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_a_wish_and_what_was_before_comes_back(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    with asked_to_stop() as stop:
        assert not stop()
        signal.raise_signal(number)
        assert stop()
    assert signal.getsignal(number) is before


def test_a_launcher_and_its_caller_tell_the_same_wish_and_a_later_signal_insists() -> None:
    """Waits for two seconds."""
    with asked_to_stop() as stop:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGTERM):
            signal.raise_signal(number)
        assert stop()
        time.sleep(2.1)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
