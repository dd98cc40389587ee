"""Which stage follows from which messages and commands."""

from __future__ import annotations

import pytest

from garita.desktop.booth.state import BoothState, Stage
from garita.messages import (
    FinishReason,
    Listening,
    ListeningState,
    Message,
    Notice,
    OfficerSilent,
    OfficerSpeaks,
    SentenceFinal,
    StudentSaid,
    TentativeText,
    Timings,
    Transcript,
    TurnFailed,
    TurnFinished,
    TurnStarted,
)


def begun(*, hears: bool = True, sounds: bool = True, hands_free: bool = True) -> BoothState:
    state = BoothState()
    state.begun(hears=hears, sounds=sounds, hands_free=hands_free)
    return state


def now(state: BoothState) -> Stage:
    return state.stage


def heard(kind: ListeningState, pause: float = 0.0) -> Listening:
    return Listening(kind, -30.0, pause)


def finished(turn: int = 1, reason: FinishReason = "stop") -> TurnFinished:
    return TurnFinished(turn, "Hola.", reason, Timings())


def stages(state: BoothState, *messages: Message) -> list[Stage]:
    found = []
    for message in messages:
        state.take(message)
        found.append(state.stage)
    return found


def test_a_spoken_turn_goes_through_every_stage() -> None:
    state = begun()
    assert now(state) == "listening"
    assert stages(
        state, heard("starting"), heard("speaking"), heard("stopping", 0.4), heard("off"),
        StudentSaid(1, Transcript("Hola.")), TurnStarted(1), TentativeText(1, "Bue"),
        SentenceFinal(1, "Hola.", "model"), OfficerSpeaks(1, "Hola.", 1.0), finished(), heard("off"),
        OfficerSilent(1, "Hola."), heard("quiet"),
    ) == [
        "listening", "hearing", "hearing", "understanding",
        "thinking", "thinking", "thinking", "thinking",
        "speaking", "speaking", "speaking", "listening", "listening",
    ]  # fmt: skip


def test_the_level_and_the_pause_are_kept() -> None:
    state = begun()
    state.take(heard("stopping", 0.4))
    assert (state.level, state.pause) == (-30.0, 0.4)


def test_in_writing_the_officer_speaks_while_he_writes() -> None:
    state = begun(hears=False, sounds=False)
    assert now(state) == "your_turn"
    state.asked()
    assert stages(state, TurnStarted(1), TentativeText(1, "B"), OfficerSpeaks(1, "x", 1), finished()) == [
        "thinking", "speaking", "speaking", "your_turn",
    ]  # fmt: skip
    assert stages(state, OfficerSilent(1, "x")) == ["your_turn"]


def test_without_a_loudspeaker_the_student_is_heard_when_the_words_have_passed() -> None:
    state = begun(sounds=False)
    assert stages(state, TurnStarted(1), TentativeText(1, "B"), finished(), OfficerSilent(1, "B")) == [
        "thinking", "speaking", "speaking", "listening",
    ]  # fmt: skip


def test_typing_while_the_officer_speaks_goes_straight_to_thinking() -> None:
    state = begun()
    stages(state, TurnStarted(1), OfficerSpeaks(1, "x", 1))
    state.asked()
    assert (
        stages(state, OfficerSilent(1, "", interrupted=True), finished(1, "cancelled"), heard("quiet"), TurnStarted(2))
        == ["thinking"] * 4
    )


def test_the_button_is_heard_at_once_and_understood_after() -> None:
    state = begun(hands_free=False)
    assert now(state) == "your_turn"
    state.pressed()
    assert now(state) == "hearing"
    assert stages(state, heard("off"), heard("speaking")) == ["hearing", "hearing"]
    state.released(slip=False)
    assert stages(state, heard("speaking"), heard("off"), StudentSaid(1, Transcript("Sí."))) == [
        "understanding", "understanding", "thinking",
    ]  # fmt: skip


def test_a_slip_of_the_button_is_nothing() -> None:
    state = begun(hands_free=False)
    state.pressed()
    state.released(slip=True)
    assert now(state) == "your_turn"


def test_a_failure_and_nothing_heard_give_the_turn_back() -> None:
    state = begun()
    assert stages(state, TurnStarted(1), TurnFailed(1, RuntimeError())) == ["thinking", "listening"]
    assert stages(state, heard("speaking"), heard("off"), Notice(0, "nothing_heard")) == [
        "hearing", "understanding", "listening",
    ]  # fmt: skip


def test_words_that_were_none_are_given_up_where_the_microphone_stays_open() -> None:
    state = begun()
    stages(state, heard("speaking"), heard("quiet"))
    assert now(state) == "understanding"
    stages(state, *[heard("quiet")] * 31)
    assert now(state) == "listening"


def test_muted_the_student_is_not_listened_to() -> None:
    state = begun()
    state.muted(True)
    assert now(state) == "your_turn"
    state.muted(False)
    assert now(state) == "listening"


def test_after_the_good_bye_it_is_over_when_that_has_been_heard() -> None:
    state = begun()
    stages(state, TurnStarted(1), OfficerSpeaks(1, "x", 1), finished())
    state.over()
    assert now(state) == "speaking"
    assert stages(state, OfficerSilent(1, "x"), heard("quiet")) == ["ended", "ended"]
    state.asked()  # who goes on talking is answered
    assert stages(state, TurnStarted(2), finished(2), OfficerSilent(2, "x")) == ["thinking", "thinking", "listening"]


def test_hearing_it_again_is_speaking_until_it_is_silent() -> None:
    state = begun()
    state.repeating()
    assert stages(state, heard("off"), OfficerSilent(0, "")) == ["speaking", "listening"]


@pytest.mark.parametrize("loading", [True, False])
def test_no_message_wakes_an_empty_booth(loading: bool) -> None:
    state = BoothState()
    if loading:
        state.loading()
    before = state.stage
    assert not state.take(TurnStarted(1))
    assert now(state) == before
