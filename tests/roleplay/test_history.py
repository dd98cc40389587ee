"""A history never changes; taking back and asking again make shorter ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from garita.messages import ChatMessage
from garita.roleplay.history import History, Turn

OPENED = History().said("officer", "Buenos días.")
ANSWERED = OPENED.said("student", "Hola.").said("officer", "¿De dónde viene?")

histories = st.lists(st.builds(Turn, st.sampled_from(["officer", "student"]), st.text(max_size=5))).map(
    lambda turns: History(tuple(turns))
)


def test_saying_something_leaves_the_old_history_as_it_was() -> None:
    assert [turn.text for turn in ANSWERED.turns] == ["Buenos días.", "Hola.", "¿De dónde viene?"]
    assert len(OPENED.turns) == 1


def test_the_last_exchange_is_taken_back_but_never_the_opening() -> None:
    assert ANSWERED.without_last_exchange() == OPENED
    assert OPENED.without_last_exchange() == OPENED


def test_an_unanswered_student_is_taken_back_too() -> None:
    assert ANSWERED.said("student", "De Lima.").without_last_exchange() == ANSWERED


def test_only_the_answer_goes_when_it_is_asked_for_again() -> None:
    assert ANSWERED.without_last_answer() == OPENED.said("student", "Hola.")
    assert OPENED.without_last_answer() == History()
    unanswered = OPENED.said("student", "Hola.")
    assert unanswered.without_last_answer() == unanswered


def test_chat_messages_name_the_roles_the_model_knows() -> None:
    assert ANSWERED.chat_messages() == [
        ChatMessage("assistant", "Buenos días."),
        ChatMessage("user", "Hola."),
        ChatMessage("assistant", "¿De dónde viene?"),
    ]
    assert ANSWERED.officer_texts() == ("Buenos días.", "¿De dónde viene?")


@given(histories)
def test_taking_back_leaves_a_beginning_with_one_student_turn_less(history: History) -> None:
    shorter = history.without_last_exchange()
    assert shorter.turns == history.turns[: len(shorter.turns)]
    students = [sum(turn.who == "student" for turn in each.turns) for each in (history, shorter)]
    assert students[1] == max(0, students[0] - 1)
