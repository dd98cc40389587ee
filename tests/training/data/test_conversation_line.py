"""A conversation line survives a round trip, is strict about keys and roles, and its fingerprint never moves."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.errors import DatasetRefused
from garita.messages import ChatMessage
from garita.training.data.conversation_line import (
    ConversationLine,
    LineInvalid,
    decode,
    encode,
    fingerprint,
    load,
    normalised,
    role_problem,
)
from tests.training.data.talk import say

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
MESSAGES = st.lists(st.builds(ChatMessage, st.sampled_from(["system", "user", "assistant"]), TEXTS)).map(tuple)
JSON = st.recursive(st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS, lambda one: st.lists(one) | st.dictionaries(TEXTS, one), max_leaves=5)  # fmt: skip  # noqa: E501


@given(MESSAGES, TEXTS, st.none() | TEXTS, st.dictionaries(TEXTS, JSON, max_size=3), st.none() | st.integers(0, 2**62))
def test_a_round_trip_keeps_everything(messages, name, scenario, meta, seed) -> None:
    line = ConversationLine(messages=messages, id=name, scenario=scenario, meta=meta, seed=seed)
    written = encode(line)
    assert decode(written) == line
    assert written.count(b"\n") == 1


def test_a_line_is_written_as_other_tools_expect_it() -> None:
    line = ConversationLine(messages=say("uHola", "aBuenas"), id="7", seed=0, meta={"round": 1})
    assert encode(line) == (
        b'{"id":"7","messages":[{"role":"user","content":"Hola"},{"role":"assistant","content":"Buenas"}],'
        b'"persona":"assistant","seed":0,"meta":{"round":1}}\n'
    )


@given(st.binary())
def test_any_bytes_are_a_conversation_or_refused(data) -> None:
    try:
        assert isinstance(decode(data), ConversationLine)
    except LineInvalid as error:
        assert str(error)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"", "truncated"),
        (b"{}", "messages"),
        (b'{"messages": [{"role": "officer", "content": ""}]}', "officer"),
        (b'{"messages": [{"role": "user", "content": 3}]}', "str"),
        (b'{"messages": [], "mesages": []}', "mesages"),
        (b'{"messages": [], "persona": "user"}', "persona"),
        (b'{"messages": [{"role": "user", "content": "caf\xe9"}]}', "byte 0xe9 is not UTF-8"),
    ],
)
def test_what_is_no_conversation_is_said(line: bytes, said: str) -> None:
    with pytest.raises(LineInvalid, match=said):
        decode(line)


def test_anything_may_stand_in_meta() -> None:
    assert decode(b'{"messages": [], "meta": {"cost": {"tokens": [1, 2]}}}').meta == {"cost": {"tokens": [1, 2]}}


@pytest.mark.parametrize(
    ("turns", "problem"),
    [
        (("sRegla", "uHola", "aBuenas"), None),
        (("aBuenas", "uHola"), None),
        (("uHola", "uHola", "aBuenas"), "row"),
        (("uHola", "sRegla", "aBuenas"), "system"),
        (("sRegla", "aBuenas"), "user"),
        (("uHola",), "assistant"),
        ((), "user"),
    ],
)
def test_roles_take_turns(turns: tuple[str, ...], problem: str | None) -> None:
    found = role_problem(say(*turns))
    assert found is None if problem is None else problem in str(found)


def test_the_fingerprint_is_the_same_for_ever() -> None:
    """Changing it would move conversations from one split to another, and hide overlaps with data made before."""
    made = fingerprint(say("aBuenos días.", "uHola"))
    assert made == "ac3e5c0e4582af155279fd4925f5eaa269c175f37a0c44c0dad45bc553b2aa52"


def test_the_fingerprint_looks_past_form_and_system_prompt_only() -> None:
    first = fingerprint(say("aBuenos días.", "uHola"))
    assert fingerprint(say("sRegla", "aBUENOS\n di\u0301as. ", "uhola")) == first
    assert len({first, *(fingerprint(say(*other)) for other in (
        ("uBuenos días.", "aHola"), ("aBuenos días. Hola", "u"), ("aBuenas", "uHola"), ("aBuenos días.",),
    ))}) == 5  # fmt: skip


@given(TEXTS)
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def test_a_file_is_read_line_by_line_and_a_bad_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    good = encode(ConversationLine(messages=say("uHola", "aBuenas")))
    path.write_bytes(good + good)
    assert len(list(load(path))) == 2
    for bad in (b"{\n", encode(ConversationLine(messages=say("uHola")))):
        path.write_bytes(good + bad)
        with pytest.raises(DatasetRefused, match="line 2"):
            list(load(path))
    with pytest.raises(DatasetRefused, match=r"read|folder"):
        list(load(tmp_path / "none.jsonl"))
