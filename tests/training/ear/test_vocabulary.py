"""The vocabulary has Whisper's order, and nothing is lost on the way to numbers and back."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from garita.training.ear import vocabulary
from garita.training.ear.vocabulary import END, SPECIAL, TIMES, UNUSED, Vocabulary

TEXTS = ("me llamo ana", "vengo de méxico", "dos semanas", "traigo una cámara de fotos") * 5


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(vocabulary.learn(TEXTS, 300, 20))


def test_pieces_of_words_come_first_then_special_tokens_then_times() -> None:
    words = _vocabulary()
    number = words.tokenizer.token_to_id
    assert words.text_entries == number(END) == 300
    assert [number(token) for token in SPECIAL] == list(range(300, 300 + len(SPECIAL)))
    assert number("<|notimestamps|>") + 1 == number("<|0.00|>")
    assert number("<|30.00|>") == words.size - 1 == 300 + len(SPECIAL) + len(TIMES) - 1
    assert number(UNUSED) < 300


@given(st.text(alphabet="abcdefghijklmnñopqrstuvwxyzáéíóúü ", max_size=60))
def test_every_text_comes_back(text: str) -> None:
    text = " ".join(text.split())
    words = _vocabulary()
    ids = words.text(text)
    assert words.written(ids) == text
    assert all(number < words.end for number in ids)


def test_whispers_default_muting_does_not_mute_the_space() -> None:
    tokenizer = _vocabulary().tokenizer
    for sign in (" -", " '", " ♪", " ♩", " ♯"):
        assert len(tokenizer.encode(sign, add_special_tokens=False).ids) == 1


def test_a_prompt_is_whispers() -> None:
    words = _vocabulary()
    assert [words.tokenizer.id_to_token(number) for number in words.prompt("es")] == [
        "<|startoftranscript|>",
        "<|es|>",
        "<|transcribe|>",
        "<|notimestamps|>",
    ]
