"""Messages reach the main thread in order, and a flood of what only replaces itself does not drown it."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from garita.desktop.bridge import Bridge
from garita.messages import Listening, Message, SentenceFinal, TentativeText, TurnStarted


def test_messages_come_in_order_on_the_main_thread(qtbot: QtBot) -> None:
    bridge = Bridge()
    got: list[Message] = []
    threads: set[threading.Thread] = set()

    def take(message: Message) -> None:
        got.append(message)
        threads.add(threading.current_thread())

    bridge.arrived.connect(take)
    sent = [TurnStarted(1), SentenceFinal(1, "Hola.", "model"), TurnStarted(2)]
    sender = threading.Thread(target=lambda: [bridge.put(message) for message in sent])
    sender.start()
    sender.join()
    qtbot.waitUntil(lambda: got == sent)
    assert threads == {threading.main_thread()}


def test_only_the_newest_of_what_replaces_itself_survives(qtbot: QtBot) -> None:
    bridge = Bridge()
    got: list[Message] = []
    bridge.arrived.connect(got.append)
    for count in range(1000):
        bridge.put(TentativeText(1, "a" * count))
    bridge.put(Listening("quiet", -50.0))
    bridge.put(Listening("speaking", -20.0))
    bridge.put(SentenceFinal(1, "a", "model"))
    qtbot.waitUntil(lambda: len(got) == 3)
    assert got == [TentativeText(1, "a" * 999), Listening("speaking", -20.0), SentenceFinal(1, "a", "model")]


def test_a_closed_bridge_delivers_nothing(qtbot: QtBot) -> None:
    bridge = Bridge()
    got: list[Message] = []
    bridge.arrived.connect(got.append)
    bridge.put(TurnStarted(1))
    bridge.close()
    bridge.put(TurnStarted(2))
    qtbot.wait(20)
    assert got == []
