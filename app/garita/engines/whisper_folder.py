"""A folder with a faster-whisper model, checked before anything loads it; knows files, not engines.

CTranslate2 answers damaged folders with errors of many shapes or ends the process, and faster-whisper asks the model
hub for a tokenizer that is missing; so everything that can be seen in the files is looked at first:

- ``config.json``, ``model.bin``, ``tokenizer.json``, ``vocabulary.json`` (or ``.txt``); ``preprocessor_config.json``
  may be missing from models with 80 mel bands;
- ``SHA256SUMS``, if there: lines of 64 hexadecimal digits, spaces, a file name, as ``sha256sum *`` writes them; every
  file named must have that hash. Reading a model once more costs little, for loading finds it in memory then;
- ``garita.json``, if there: what the model is called, whether it is a test ear for synthetic voices, and whether it was
  made to hear windows of an utterance's own length: ``{"name": "…", "test_ear": true, "crop": true}``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn, TypeVar

import msgspec

from garita.engines import whisper_weights
from garita.engines.whisper_sizes import Shape
from garita.engines.whisper_weights import Weights, WeightsDamaged
from garita.errors import RecogniserInvalid, RecogniserMissing

SPANISH = "<|es|>"
NEEDED = ("config.json", "model.bin", "tokenizer.json")
VOCABULARIES = ("vocabulary.json", "vocabulary.txt")
HASHES = "SHA256SUMS"
OWN_FACTS = "garita.json"
_PREPROCESSOR = "preprocessor_config.json"
_SPECIAL = (
    "<|endoftext|>", "<|startoftranscript|>", SPANISH, "<|transcribe|>", "<|translate|>", "<|startofprev|>",
    "<|startoflm|>", "<|notimestamps|>",
)  # fmt: skip
_FIXED_FEATURES = {"sampling_rate": 16_000, "hop_length": 160, "n_fft": 400, "chunk_length": 30}
_SECONDS_TOKEN = re.compile(r"<\|\d+\.\d\d\|>")
_HASH_LINE = re.compile(r"([0-9a-fA-F]{64}) [ *](.+)")
_POSITIONS = 1500  # encoder steps in thirty seconds
_HEAD_WIDTH = 64  # in every Whisper; for files that do not say how many heads there are
_START_BYTES = 64


class WhisperConfig(msgspec.Struct, frozen=True):
    """The part of config.json that CTranslate2 and faster-whisper cannot do without."""

    alignment_heads: list[tuple[int, int]]
    lang_ids: list[int]
    suppress_ids: list[int]
    suppress_ids_begin: list[int]


class OwnFacts(msgspec.Struct, frozen=True):
    """garita.json."""

    name: str = ""
    test_ear: bool = False
    crop: bool = False


class Features(msgspec.Struct, frozen=True):
    """preprocessor_config.json."""

    feature_size: int = 80
    sampling_rate: int = 16_000
    hop_length: int = 160
    n_fft: int = 400
    chunk_length: int = 30


class _AddedToken(msgspec.Struct, frozen=True):
    id: int
    content: str


class _Pieces(msgspec.Struct, frozen=True):
    vocab: dict[str, int]


class _Tokenizer(msgspec.Struct, frozen=True):
    """The part of tokenizer.json that says which token has which number."""

    model: _Pieces
    added_tokens: list[_AddedToken] = []


class WhisperFolder(NamedTuple):
    """A folder that passed, and the sizes of its model.

    ``width`` is the model's d, ``text_positions`` how many tokens a prompt and its answer may have together.
    """

    path: Path
    own: OwnFacts
    languages: int
    mels: int
    width: int
    encoder_layers: int
    decoder_layers: int
    decoder_heads: int
    text_positions: int
    vocabulary: int

    @property
    def shape(self) -> Shape:
        """What decides how long it takes."""
        return Shape(self.width, self.encoder_layers, self.decoder_layers, self.vocabulary)

    @property
    def name(self) -> str:
        """What to call it: its own name, else the folder's."""
        return self.own.name or self.path.name


T = TypeVar("T")


def check(path: Path) -> WhisperFolder:
    """Look at everything that can be seen without loading.

    Raises:
        RecogniserMissing: there is no such folder, or it holds none of a model's files.
        RecogniserInvalid: with path, file and problem.
    """
    return _Check(path).run()


class _Check:
    def __init__(self, path: Path) -> None:
        self._path = path

    def run(self) -> WhisperFolder:
        self._files_are_there()
        self._hashes()
        own = self._decode(OWN_FACTS, OwnFacts) if self._has(OWN_FACTS) else OwnFacts()
        config = self._decode("config.json", WhisperConfig)
        weights = self._weights()
        vocabulary = self._vocabulary()
        folder = self._sizes(weights, own, len(config.lang_ids))
        if len(vocabulary) != folder.vocabulary:
            problem = f"it has {len(vocabulary)} entries and the model {folder.vocabulary}"
            self._refuse(self._vocabulary_file(), problem)
        self._tokenizer(vocabulary)
        self._config_fits(config, folder, vocabulary)
        self._features_fit(folder.mels)
        return folder

    def _files_are_there(self) -> None:
        if not any(self._has(name) for name in (*NEEDED, *VOCABULARIES)):
            raise RecogniserMissing(path=str(self._path))
        for name in (*NEEDED, self._vocabulary_file()):
            if not self._has(name):
                self._refuse(name, "it is missing")
        for name in (*NEEDED, self._vocabulary_file(), _PREPROCESSOR, OWN_FACTS, HASHES):
            if self._has(name):
                self._looks_like_a_file_of_ours(name)

    def _looks_like_a_file_of_ours(self, name: str) -> None:
        try:
            with (self._path / name).open("rb") as file:
                start = file.read(_START_BYTES).lstrip().lower()
        except OSError as error:
            self._refuse(name, error.strerror or str(error))
        if not start:
            self._refuse(name, "it is empty")
        if start.startswith((b"<!doctype", b"<html", b"<?xml")):
            self._refuse(name, "it is a web page; the download went wrong")
        if start.startswith(b"version https://git-lfs"):
            self._refuse(name, "it is only a Git LFS pointer to the real file")

    def _hashes(self) -> None:
        if not self._has(HASHES):
            return
        for line in self._text(HASHES).splitlines():
            if not line.strip():
                continue
            found = _HASH_LINE.fullmatch(line)
            if not found or Path(found[2]).name != found[2]:
                self._refuse(HASHES, f"there is no hash and file name in the line {line[:80]!r}")
            digits, name = found[1].lower(), found[2]
            if not self._has(name):
                self._refuse(name, f"{HASHES} names it and it is missing")
            with (self._path / name).open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != digits:
                    self._refuse(name, f"its content is not what {HASHES} says")

    def _weights(self) -> Weights:
        try:
            weights = whisper_weights.read(self._path / "model.bin")
        except (WeightsDamaged, OSError) as error:
            self._refuse("model.bin", str(error))
        if weights.kind != "WhisperSpec":
            self._refuse("model.bin", f"it holds a model of the kind {weights.kind[:40]!r}, not Whisper")
        return weights

    def _vocabulary(self) -> list[str]:
        name = self._vocabulary_file()
        if name.endswith(".json"):
            return self._decode(name, list[str])
        return self._text(name).removesuffix("\n").split("\n")

    def _sizes(self, weights: Weights, own: OwnFacts, languages: int) -> WhisperFolder:
        vocabulary, width = self._shape(weights, "decoder/embeddings/weight", 2)
        mels = self._shape(weights, "encoder/conv1/weight", 3)[1]
        text_positions = self._shape(weights, "decoder/position_encodings/encodings", 2)[0]
        if self._shape(weights, "encoder/position_encodings/encodings", 2)[0] != _POSITIONS:
            self._refuse("model.bin", f"its encoder does not hear in {_POSITIONS} steps as Whisper's does")
        return WhisperFolder(
            self._path, own, languages, mels, width, _layers(weights, "encoder"), _layers(weights, "decoder"),
            weights.numbers.get("decoder/num_heads") or width // _HEAD_WIDTH, text_positions, vocabulary,
        )  # fmt: skip

    def _shape(self, weights: Weights, name: str, rank: int) -> tuple[int, ...]:
        shape = weights.shapes.get(name, ())
        if len(shape) != rank:
            self._refuse("model.bin", f"its variable {name} is missing or has the wrong shape")
        return shape

    def _tokenizer(self, vocabulary: Sequence[str]) -> None:
        """Special tokens have the same numbers in both; the tokenizer may leave out the times at the end."""
        numbers = self._token_numbers()
        for token in _SPECIAL:
            if token not in numbers:
                known = "it does not know Spanish" if token == SPANISH else f"it lacks the token {token}"
                self._refuse("tokenizer.json", known)
            number = numbers[token]
            if number >= len(vocabulary) or vocabulary[number] != token:
                problem = f"token {token} has the number {number} there and another in {self._vocabulary_file()}"
                self._refuse("tokenizer.json", problem)
        highest = max(numbers.values())
        if highest >= len(vocabulary):
            self._refuse("tokenizer.json", f"it has {highest + 1} tokens and the model {len(vocabulary)}")
        if not all(map(_SECONDS_TOKEN.fullmatch, vocabulary[highest + 1 :])):
            self._refuse("tokenizer.json", f"it ends at token {highest} and the model has {len(vocabulary)}")

    def _token_numbers(self) -> dict[str, int]:
        whole = self._decode("tokenizer.json", _Tokenizer)
        return {**whole.model.vocab, **{token.content: token.id for token in whole.added_tokens}}

    def _config_fits(self, config: WhisperConfig, folder: WhisperFolder, vocabulary: Sequence[str]) -> None:
        numbers = [*config.lang_ids, *config.suppress_ids, *config.suppress_ids_begin]
        if any(not -1 <= number < len(vocabulary) for number in numbers):
            self._refuse("config.json", "it names a token that the model does not have")
        if not config.alignment_heads or any(
            not 0 <= layer < folder.decoder_layers or not 0 <= head < folder.decoder_heads
            for layer, head in config.alignment_heads
        ):
            self._refuse("config.json", "its alignment_heads name one that the model does not have, or none")
        if SPANISH not in {vocabulary[number] for number in config.lang_ids}:
            self._refuse("config.json", "its lang_ids do not name Spanish")

    def _features_fit(self, mels: int) -> None:
        features = self._decode(_PREPROCESSOR, Features) if self._has(_PREPROCESSOR) else Features()
        if features.feature_size != mels:
            problem = f"it says {features.feature_size} mel bands (80 where it is missing) and the model takes {mels}"
            self._refuse(_PREPROCESSOR, problem)
        for name, value in _FIXED_FEATURES.items():
            if getattr(features, name) != value:
                self._refuse(_PREPROCESSOR, f"{name} is {getattr(features, name)}, and Whisper's is {value}")

    def _vocabulary_file(self) -> str:
        return next((name for name in VOCABULARIES if self._has(name)), VOCABULARIES[0])

    def _has(self, name: str) -> bool:
        return (self._path / name).is_file()

    def _text(self, name: str) -> str:
        try:
            return (self._path / name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self._refuse(name, str(error))

    def _decode(self, name: str, kind: type[T]) -> T:
        try:
            return msgspec.json.decode((self._path / name).read_bytes(), type=kind)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            self._refuse(name, str(error))

    def _refuse(self, file: str, problem: Any) -> NoReturn:
        raise RecogniserInvalid(path=str(self._path), file=file, problem=problem) from None


def _layers(weights: Weights, side: str) -> int:
    found = {name.split("/")[1] for name in weights.shapes if name.startswith(f"{side}/layer_")}
    return len(found - {"layer_norm"})
