"""Cancel by number hits the request it names and no other."""

from __future__ import annotations

from garita.engines.stop import Stop


def test_a_late_cancel_changes_nothing() -> None:
    stop = Stop()
    with stop.request():
        pass
    stop.cancel(1)
    with stop.request():
        assert not stop.wanted()


def test_an_early_cancel_waits_for_its_request() -> None:
    stop = Stop()
    stop.cancel(1)
    with stop.request():
        assert stop.wanted()
    with stop.request():
        assert not stop.wanted()


def test_nothing_runs_nothing_is_stopped() -> None:
    stop = Stop()
    stop.cancel_running()
    with stop.request():
        assert not stop.wanted()
        stop.cancel_running()
        assert stop.wanted()
