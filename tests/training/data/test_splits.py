"""A conversation's part depends on its words alone; a larger share moves nothing out of the test; samples stay."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from garita.training.data.conversation_line import ConversationLine, fingerprint
from garita.training.data.formats.transcript import CALL
from garita.training.data.splits import Sample, Shares, group_of, split_of
from tests.training.data.talk import say

MANY = [sha256(str(number).encode()).hexdigest() for number in range(4000)]
HALF = st.floats(0, 0.5, exclude_max=True)


def test_the_split_is_the_same_for_ever() -> None:
    """Changing this rule would train tomorrow on what is measured today."""
    edges = ["0" * 64, "0ccc" + "0" * 60, "0ccd" + "0" * 60, "1999" + "0" * 60, "199a" + "0" * 60, "f" * 64]
    assert [split_of(one, Shares()) for one in edges] == ["test", "test", "validation", "validation", "train", "train"]


def test_shares_are_about_what_was_asked_for() -> None:
    parts = Counter(split_of(one, Shares(validation=0.1, test=0.2)) for one in MANY)
    assert abs(parts["test"] - 800) < 100
    assert abs(parts["validation"] - 400) < 100


@given(HALF, HALF, HALF)
def test_a_larger_test_keeps_what_was_in_it(first: float, second: float, validation: float) -> None:
    small, large = sorted((first, second))
    for one in MANY[:200]:
        if split_of(one, Shares(validation, small)) == "test":
            assert split_of(one, Shares(validation, large)) == "test"


def test_rounds_go_with_their_call() -> None:
    words = say("uHola", "aBuenas")
    own = fingerprint(words)
    assert group_of(ConversationLine(messages=words), own) == own
    assert group_of(ConversationLine(messages=words, meta={CALL: "a" * 64}), own) == "a" * 64
    for other in ("a" * 63, "A" * 64, 7, None):
        assert group_of(ConversationLine(messages=words, meta={CALL: other}), own) == own


@given(st.permutations(MANY[:30]), st.integers(1, 40), st.integers(0, 10))
def test_a_sample_depends_on_the_conversations_only(order: list[str], most: int, gone: int) -> None:
    def chosen(hashes: list[str], count: int) -> set[str]:
        sample = Sample(count)
        for number, one in enumerate(hashes):
            sample.offer("train", one, number)
        assert sample.numbers("test") == frozenset()
        return {hashes[number] for number in sample.numbers("train")}

    drawn = chosen(order, most)
    assert drawn == chosen(MANY[:30], most)
    assert len(drawn) == min(most, 30)
    assert drawn <= chosen(order, most + gone)
