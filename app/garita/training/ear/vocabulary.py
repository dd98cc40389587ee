"""The ear's vocabulary in Whisper's order: pieces of words, then Whisper's special tokens, then its time tokens.

CTranslate2 and faster-whisper depend on that order: whatever is smaller than <|endoftext|> is text, whatever is greater
than <|notimestamps|> a time. Knows nothing of models.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers

LANGUAGES = ("es", "en")
END = "<|endoftext|>"
START = "<|startoftranscript|>"
NO_SPEECH = "<|nospeech|>"
SPECIAL = (
    END, START, *(f"<|{language}|>" for language in LANGUAGES), "<|translate|>", "<|transcribe|>", "<|startoflm|>",
    "<|startofprev|>", NO_SPEECH, "<|notimestamps|>",
)  # fmt: skip
UNUSED = "<|unused0|>"  # always there: an export needs a piece of text that nobody says
TIMES = tuple(f"<|{step * 0.02:.2f}|>" for step in range(1501))
# faster-whisper mutes the first token of these; unless each is a token of its own, that is the bare space
_MUTED = (" -", " '", " ♩", " ♪", " ♫", " ♬", " ♭", " ♮", " ♯")


def learn(texts: Iterable[str], entries: int, word_cap: int) -> Tokenizer:
    """A byte-level BPE of ``entries`` pieces, one of them unused, and the special tokens. Same texts, same result."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=entries - 1, initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()), show_progress=False
    )
    counts = Counter(f" {word}" for text in texts for word in text.split())
    limited = [word for word, times in sorted(counts.items()) for _ in range(min(times, word_cap))]
    often = word_cap * len(counts) // entries + word_cap  # more often than the rarest pair that still gets a piece
    tokenizer.train_from_iterator([*limited, *(sign for sign in _MUTED for _ in range(often))], trainer)
    missing = entries - tokenizer.get_vocab_size()
    tokenizer.add_special_tokens([AddedToken(f"<|unused{number}|>", special=True) for number in range(missing)])
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in (*SPECIAL, *TIMES)])
    return tokenizer


class Vocabulary:
    """A tokenizer with the numbers the training needs. ``text_entries`` and more is no text."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self.size: int = tokenizer.get_vocab_size()
        self.end = self._id(END)
        self.start = self._id(START)
        self.no_speech = self._id(NO_SPEECH)

    @property
    def text_entries(self) -> int:
        """How many pieces of words there are: the number of the first special token."""
        return self.end

    def prompt(self, language: str) -> list[int]:
        """What a transcription without times begins with."""
        return [self.start, self._id(f"<|{language}|>"), self._id("<|transcribe|>"), self._id("<|notimestamps|>")]

    def text(self, written: str) -> list[int]:
        """The pieces of a text, which begins with a space as Whisper's do."""
        return list(self.tokenizer.encode(f" {written}", add_special_tokens=False).ids)

    def spans(self, written: str) -> list[tuple[int, int]]:
        """Where in ``written`` each piece's letters are: first and behind the last; the first piece's space is none."""
        offsets = self.tokenizer.encode(f" {written}", add_special_tokens=False).offsets
        return [(max(start - 1, 0), end - 1) for start, end in offsets]

    def written(self, ids: Sequence[int]) -> str:
        """Back to text; special tokens say nothing."""
        return str(self.tokenizer.decode([number for number in ids if number < self.end])).strip()

    @cached_property
    def special(self) -> dict[str, int]:
        """The special tokens' numbers."""
        return {token: self._id(token) for token in SPECIAL}

    def _id(self, token: str) -> int:
        number = self.tokenizer.token_to_id(token)
        if number is None:
            raise ValueError(f"not in the vocabulary: {token}")
        return int(number)
