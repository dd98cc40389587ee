"""Every format comes out as conversations; mixed, empty and unknown files are told apart, bad rows named."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.errors import DatasetRefused
from garita.messages import ChatMessage
from garita.training.data.conversation_line import LineInvalid, fingerprint, role_problem
from garita.training.data.formats import FORMATS, format_of, transcript
from garita.training.data.read import Found, Unreadable, check, format_named, read
from tests.training.data.talk import say

TURNS = [
    {"speaker": "Agent", "text": "Buenas."}, {"speaker": "customer", "text": "Hola,"},
    {"speaker": "customer", "text": "mi maleta."}, {"speaker": "agent", "text": "¿Cuál?"},
    {"speaker": "customer", "text": "La d'Ana."}, {"speaker": "agent", "text": "Ya."},
    {"speaker": "customer", "text": "Gracias."},
]  # fmt: skip
ROUNDS = [say("aBuenas.", "uHola, mi maleta.", "a¿Cuál?"), say("uLa d'Ana.", "aYa.", "uGracias.")]

ROWS: list[tuple[str, dict[str, object], list[tuple[ChatMessage, ...]]]] = [
    ("conversations", {"messages": [{"role": "user", "content": "Hola"}]}, [say("uHola")]),
    ("pairs", {"question": "¿Qué?", "answer": "Eso."}, [say("u¿Qué?", "aEso.")]),
    ("pairs", {"persona": "Oficial", "prompt": "¿Qué?", "response": "Eso."}, [say("sOficial", "u¿Qué?", "aEso.")]),
    ("pairs", {"instruction": "Suma", "input": "1 y 1", "output": "2"}, [say("uSuma\n\n1 y 1", "a2")]),
    ("openorca", {"id": 7, "system_prompt": "", "question": "q", "response": "r"}, [say("uq", "ar")]),
    ("openorca", {"system_prompt": "s", "question": "q", "response": "r"}, [say("ss", "uq", "ar")]),
    ("guanaco", {"text": "### Human: ¿Qué?### Assistant: Eso.\nY más.### Human: Ya."},
     [say("u¿Qué?", "aEso.\nY más.", "uYa.")]),
    ("sharegpt", {"conversations": [{"from": "human", "value": "q"}, {"from": "gpt", "value": "r"}]},
     [say("uq", "ar")]),
    ("transcript", {"transcript": TURNS}, ROUNDS),
    ("transcript", {"call": "1", "whatever": str(TURNS)}, ROUNDS),
    ("transcript", {"call": "1", "whatever": json.dumps(TURNS)}, ROUNDS),
    ("transcript", {"turns": [[one["speaker"], one["text"]] for one in TURNS]}, ROUNDS),
    ("transcript", {"turns": str([f"{one['speaker']}: {one['text']}" for one in TURNS])}, ROUNDS),
]  # fmt: skip


def write(path: Path, *lines: object) -> Path:
    path.write_text("".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "row", "expected"), ROWS)
def test_a_row_is_known_and_read(tmp_path: Path, name: str, row: dict[str, object], expected: object) -> None:
    (*found,) = read(write(tmp_path / "a.jsonl", row))
    assert all(isinstance(one, Found) and one.format == name and one.line == 1 for one in found)
    assert [one.conversation.messages for one in found if isinstance(one, Found)] == expected


def test_csv_rows_are_read_like_json(tmp_path: Path) -> None:
    path = tmp_path / "calls.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows(
            [["call_id", "turnos"], ["a7", str(TURNS)], ["a8", "Agent: hola"], ["a9", "[1, 2"], ["b", "[]"]]
        )
    first, second, *bad = read(path)
    assert [first.conversation.messages, second.conversation.messages] == ROUNDS
    assert [first.conversation.id, second.conversation.id] == ["a7#1", "a7#2"]
    assert first.conversation.meta[transcript.CALL] == second.conversation.meta[transcript.CALL]
    assert [(one.line, one.problem) for one in bad] == [
        (3, "turnos is no list of turns"), (4, "turnos is no list of turns"), (5, "nobody says anything"),
    ]  # fmt: skip


def test_a_call_keeps_its_fingerprint_whatever_its_rounds() -> None:
    one, two = transcript.conversations({"turns": TURNS})
    whole = say("aBuenas.", "uHola, mi maleta.", "a¿Cuál?", "uLa d'Ana.", "aYa.", "uGracias.")
    assert one.meta[transcript.CALL] == two.meta[transcript.CALL] == fingerprint(whole)


@pytest.mark.parametrize(
    "danger", ["__import__('os').getcwd()", "[print(1)]", "[x for x in (1,)]", "[" * 5000, "-" * 5000 + "1", "[1]*9"]
)
def test_a_list_is_parsed_and_never_run(danger: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(LineInvalid, match="no list"):
        transcript.conversations({"turns": danger})
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"turns": [{"speaker": "Juana", "text": "Hola"}]}, "unknown speaker 'Juana'"),
        ({"turns": ["Hola"]}, "who speaks"),
        ({"turns": [{"speaker": "agent"}]}, "no text"),
        ({"conversations": [{"from": "tool", "value": ""}]}, "unknown speaker 'tool'"),
        ({"conversations": ["x"]}, "no object"),
        ({"question": 3, "answer": ""}, "question is no text"),
        ({"messages": [{"role": "officer", "content": ""}]}, "officer"),
        ({"a": "[1]", "b": "[2]"}, "no known format has the fields a, b"),
        ({"text": "Hola"}, "no known format has the fields text"),
    ],
)
def test_what_is_wrong_in_a_row_is_said(tmp_path: Path, row: dict[str, object], problem: str) -> None:
    (found,) = read(write(tmp_path / "a.jsonl", row))
    assert isinstance(found, Unreadable)
    assert problem in found.problem


KEYS = st.sampled_from(["role", "from", "text", "content", "speaker"])
VALUES = st.recursive(
    st.none() | st.text(max_size=9) | st.integers(),
    lambda one: st.lists(one, max_size=3) | st.dictionaries(KEYS, one, max_size=2), max_leaves=6,
)  # fmt: skip
FIELDS = st.sampled_from(["messages", "conversations", "text", "question", "answer", "turns", "x"])


@given(st.dictionaries(FIELDS, VALUES))
def test_any_row_is_read_or_refused(row: dict[str, object]) -> None:
    for form in {format_of(row), *FORMATS} - {None}:
        try:
            for one in form.conversations(row):
                assert all(isinstance(message.content, str) for message in one.messages)
        except LineInvalid as error:
            assert str(error)


def test_a_mixed_file_is_read_row_by_row(tmp_path: Path) -> None:
    path = write(tmp_path / "mixed.jsonl", ROWS[1][1], "{", ROWS[6][1], {"x": 1}, ROWS[7][1])
    assert [(one.line, getattr(one, "format", "")) for one in read(path)] == [
        (1, "pairs"), (2, ""), (3, "guanaco"), (4, ""), (5, "sharegpt"),
    ]  # fmt: skip


def test_a_chosen_format_is_the_only_one(tmp_path: Path) -> None:
    path = write(tmp_path / "mixed.jsonl", ROWS[1][1], ROWS[6][1])
    first, second = read(path, format_named("pairs"))
    assert isinstance(first, Found)
    assert isinstance(second, Unreadable)
    with pytest.raises(DatasetRefused, match="known: conversations, sharegpt"):
        format_named("parquet")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "empty"),
        ("\n \n", "empty"),
        ("PAR1\x00", "first line 1"),
        ('{"prose": "x"}', "fields prose"),
        ("[]", "empty"),
    ],
)
def test_a_file_without_conversations_is_refused_by_name(tmp_path: Path, content: str, problem: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DatasetRefused, match=problem) as refused:
        check([path])
    assert refused.value.facts["path"] == str(path)


def test_a_file_given_twice_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", ROWS[1][1])
    check([path])
    with pytest.raises(DatasetRefused, match="twice"):
        check([path, tmp_path / "." / "a.jsonl"])


def test_what_the_simulator_writes_is_read(tmp_path: Path) -> None:
    pytest.importorskip("num2words")
    from garita.roleplay.scenario_file import load_all
    from garita.training.simulator import write_jsonl

    write_jsonl(tmp_path / "corpus.jsonl", load_all(), 3, 1)
    found = list(read(tmp_path / "corpus.jsonl"))
    assert [one.line for one in found if isinstance(one, Found)] == [1, 2, 3]
    for one in found:
        assert isinstance(one, Found)
        assert one.conversation.scenario
        assert role_problem(one.conversation.messages) is None
