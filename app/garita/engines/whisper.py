"""Whisper through faster-whisper: one utterance of at most thirty seconds in, words with times and probabilities out.

Uses faster-whisper's parts (mel features, tokenizer, alignment) and not its ``transcribe``, for three reasons: the
sound goes through the encoder once for the language, the words and their times; the encoder may be given the
utterance's own length; and an utterance is one window, so the loop over windows, which never ends when a model begins
with two equal times, is not there. Meant to run in a process of its own (see ``child_recogniser``).
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from garita.engines import phantoms, threads, whisper_folder
from garita.engines.hooks import Hooks
from garita.engines.stop import Stop
from garita.engines.whisper_folder import WhisperFolder
from garita.engines.whisper_options import WhisperOptions
from garita.errors import Cancelled, RecogniserInvalid
from garita.messages import HeardWord, RecogniserFacts, Transcript
from garita.sound import RATE, Samples, decibels

MOST_SECONDS = 30.0
_HOP = 160  # samples between two mel frames
_WINDOW = 3000  # mel frames in thirty seconds
_LEAST_SECONDS = 0.1
_LEAST_FRAMES = 100
_ROOM_FRAMES = 50  # silence after a cropped utterance, so that its last word is not at the very edge
_TOKENS_A_SECOND = 14  # nobody speaks faster; a loop of the model ends here
_TOKENS_MORE = 20
_BEAM = 3  # of the second attempt
_SURE_OF_ANOTHER = 0.85  # from here on another language than the one asked for is believed …
_SECONDS_TO_TELL = 1.5  # … of an utterance that is long enough to tell
_OPENING, _CLOSING = "\"'“¿¡([{-", "\"'.。,，!！?？:：”)]}、"


class _Heard(NamedTuple):
    """One attempt at decoding."""

    tokens: list[int]
    text: str
    log_probability: float
    no_speech: float


class Whisper:
    """SpeechToText by a loaded model.

    Args:
        folder: what was found out about the model.
        model: a ``faster_whisper.WhisperModel``.
        threads: processor threads it runs with.
        crop: give the encoder the utterance's own length.
        stop: says when a request is to stop.
    """

    def __init__(self, folder: WhisperFolder, model: Any, threads: int, crop: bool, stop: Stop) -> None:
        self._folder, self._model, self._threads, self._crop, self._stop = folder, model, threads, crop, stop
        self._multilingual = bool(model.model.is_multilingual) and folder.languages > 1
        times = range(self._tokenizer("es").timestamp_begin, folder.vocabulary)
        self._suppressed = [-1, *times]  # -1 stands for the tokens that config.json names

    def facts(self) -> RecogniserFacts:
        """What the loaded recogniser is and how it runs."""
        return RecogniserFacts(
            path=str(self._folder.path), name=self._folder.name, multilingual=self._multilingual,
            compute_type=self._model.model.compute_type, threads=self._threads, test_ear=self._folder.own.test_ear,
        )  # fmt: skip

    def transcribe(
        self, samples: Samples, *, language: str = "es", hot_words: str = "", before: str = ""
    ) -> Transcript:
        """The words in one utterance (see SpeechToText).

        A language other than the one asked for is believed where the model is sure of it: then the words are in that
        language instead of being a translation.

        Raises:
            Cancelled: it was stopped.
            ValueError: more than thirty seconds.
        """
        seconds = len(samples) / RATE
        if seconds > MOST_SECONDS:
            raise ValueError(f"{seconds:.1f} seconds are more than one window")
        samples = np.clip(np.nan_to_num(samples), -1.0, 1.0)
        level = decibels(samples)
        if seconds < _LEAST_SECONDS or level < phantoms.SILENT_DECIBELS:
            return Transcript("", audio_seconds=seconds, suppressed="silence")
        began = time.monotonic()
        with self._stop.request():
            found = self._transcribe(samples, language, hot_words, before)
        verdict = phantoms.judge(
            found.text, no_speech=found.no_speech_probability, log_probability=found.log_probability, decibels=level
        )
        changed: dict[str, Any] = {"suppressed": verdict, "text": "", "words": ()} if verdict else {}
        return msgspec.structs.replace(
            found, audio_seconds=seconds, compute_seconds=time.monotonic() - began, **changed
        )  # fmt: skip

    def detect_language(self, samples: Samples) -> tuple[str, float]:
        """ISO 639-1 code of the language spoken, and its probability; a model of one language says "es", 1."""
        if not self._multilingual or len(samples) < _LEAST_SECONDS * RATE:
            return "es", 1.0
        with self._stop.request():
            encoded, _ = self._encode(samples[: int(MOST_SECONDS * RATE)])
            probabilities = self._languages(encoded)
        return max(probabilities.items(), key=lambda item: item[1])

    def cancel(self) -> None:
        """Stop the request in progress at its next step: encoding, decoding and aligning cannot be interrupted."""
        self._stop.cancel_running()

    def close(self) -> None:
        """Give the model's memory back."""
        self._model.model.unload_model()

    def _transcribe(self, samples: Samples, language: str, hot_words: str, before: str) -> Transcript:
        encoded, frames = self._encode(samples)
        spoken, probability = self._language(encoded, language, len(samples) / RATE)
        tokenizer = self._tokenizer(spoken)
        hints = ("", "") if self._folder.own.test_ear else (hot_words, before)  # a test ear was never shown any
        prompt = _prompt(tokenizer, *hints, most=self._folder.text_positions // 5)
        heard = self._decode(encoded, tokenizer, prompt, len(samples) / RATE)
        self._go_on()
        return Transcript(
            heard.text, self._words(heard.tokens, tokenizer, encoded, frames), language=spoken,
            language_probability=probability, no_speech_probability=heard.no_speech,
            log_probability=heard.log_probability,
        )  # fmt: skip

    def _encode(self, samples: Samples) -> tuple[Any, int]:
        """The encoder's output, and how many mel frames of it are sound."""
        features = self._model.feature_extractor(samples)[:, : len(samples) // _HOP]
        frames = features.shape[1]
        window = min(_WINDOW, max(_LEAST_FRAMES, (frames + _ROOM_FRAMES) // 2 * 2)) if self._crop else _WINDOW
        encoded = self._model.encode(np.pad(features, ((0, 0), (0, window - frames))))
        self._go_on()
        return encoded, max(frames, _LEAST_FRAMES)

    def _language(self, encoded: Any, asked: str, seconds: float) -> tuple[str, float]:
        """The language to decode in, and its probability."""
        if not self._multilingual:
            return "es", 1.0
        probabilities = self._languages(encoded)
        likeliest = max(probabilities, key=lambda code: probabilities[code])
        sure = probabilities[likeliest] >= _SURE_OF_ANOTHER and seconds >= _SECONDS_TO_TELL
        chosen = likeliest if sure or asked not in probabilities else asked
        return chosen, probabilities[chosen]

    def _languages(self, encoded: Any) -> dict[str, float]:
        found = self._model.model.detect_language(encoded)[0]
        return {token[2:-2]: float(probability) for token, probability in found}

    def _decode(self, encoded: Any, tokenizer: Any, prompt: list[int], seconds: float) -> _Heard:
        """Greedily first; where that is doubtful or repeats itself, with a beam that may not repeat three tokens."""
        heard = self._attempt(encoded, tokenizer, prompt, seconds, beam_size=1)
        sure = heard.log_probability > phantoms.LOG_PROBABILITY
        if (sure and not phantoms.loops(heard.text)) or (not sure and heard.no_speech > phantoms.NO_SPEECH):
            return heard  # all is well, or nobody speaks
        self._go_on()
        again = self._attempt(encoded, tokenizer, prompt, seconds, beam_size=_BEAM, no_repeat_ngram_size=3)
        return max(heard, again, key=lambda one: (not phantoms.loops(one.text), one.log_probability))

    def _attempt(self, encoded: Any, tokenizer: Any, prompt: list[int], seconds: float, **how: int) -> _Heard:
        answer = int(seconds * _TOKENS_A_SECOND) + _TOKENS_MORE
        # CTranslate2 gives the answer half of max_length, or what the prompt leaves of it if that is less
        longest = min(max(2 * answer, len(prompt) + answer), self._folder.text_positions)
        result = self._model.model.generate(
            encoded, [prompt], max_length=longest, return_scores=True, return_no_speech_prob=True,
            suppress_tokens=self._suppressed, **how,
        )[0]  # fmt: skip
        tokens = [token for token in result.sequences_ids[0] if token < tokenizer.eot]
        # CTranslate2's score is the mean over tokens without the end; Whisper counts the end, too
        mean = result.scores[0] * len(tokens) / (len(tokens) + 1)
        return _Heard(tokens, tokenizer.decode(tokens).strip(), float(mean), float(result.no_speech_prob))

    def _words(self, tokens: list[int], tokenizer: Any, encoded: Any, frames: int) -> tuple[HeardWord, ...]:
        from faster_whisper.transcribe import merge_punctuations

        if not tokens:
            return ()
        aligned = self._model.find_alignment(tokenizer, [tokens], encoded, frames)[0]
        merge_punctuations(aligned, _OPENING, _CLOSING)
        return tuple(
            HeardWord(
                word["word"].strip(), round(float(word["start"]), 2), round(float(word["end"]), 2),
                float(word["probability"]),
            )
            for word in aligned if word["word"].strip()
        )  # fmt: skip

    def _tokenizer(self, language: str) -> Any:
        from faster_whisper.tokenizer import Tokenizer

        return Tokenizer(self._model.hf_tokenizer, multilingual=True, task="transcribe", language=language)

    def _go_on(self) -> None:
        if self._stop.wanted():
            raise Cancelled


def _prompt(tokenizer: Any, hot_words: str, before: str, most: int) -> list[int]:
    """Hints of at most ``most`` tokens each, the language, and that no times are wanted: the alignment gives them."""
    hints = [tokenizer.encode(" " + text.strip()) if text.strip() else [] for text in (hot_words, before)]
    hint = hints[0][:most] + hints[1][-most:]
    start = [tokenizer.sot_prev, *hint] if hint else []
    return [*start, *tokenizer.sot_sequence, tokenizer.no_timestamps]


def load(options: WhisperOptions, hooks: Hooks | None = None) -> Whisper:
    """Check the folder, then load it. Nothing is ever fetched: the model hub is switched off for this process.

    Raises:
        RecogniserMissing, RecogniserInvalid.
    """
    hooks = hooks or Hooks()
    folder = whisper_folder.check(Path(options.path))
    os.environ["HF_HUB_OFFLINE"] = "1"  # read when huggingface_hub is imported, which faster_whisper does
    count = options.threads or max(1, threads.cores() - 1)
    with hooks.staged("recogniser"):
        model = _load_model(folder, count)
    crop = folder.own.crop if options.crop is None else options.crop
    return Whisper(folder, model, count, crop, hooks.stop)


def load_from_wire(options: bytes, hooks: Hooks) -> Whisper:
    """``load`` for a process that is told by name what to host."""
    return load(msgspec.msgpack.decode(options, type=WhisperOptions), hooks)


def _load_model(folder: WhisperFolder, count: int) -> Any:
    from ctranslate2 import get_supported_compute_types
    from faster_whisper import WhisperModel

    compute_type = "int8" if "int8" in get_supported_compute_types("cpu") else "float32"
    try:
        return WhisperModel(
            str(folder.path), device="cpu", compute_type=compute_type, cpu_threads=count, local_files_only=True
        )
    except Exception as error:  # the tokenizers library raises nothing more special
        file = "model.bin" if isinstance(error, RuntimeError | ValueError) else "tokenizer.json"
        raise RecogniserInvalid(path=str(folder.path), file=file, problem=str(error)) from error
