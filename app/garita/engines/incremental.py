"""Hears a turn while it is being spoken, so that little is left to do when it ends.

Each run transcribes the turn from the last cut on. Words on which two runs in a row agree are stable; where the sound
is quiet between two stable words, the turn is cut: what lies before is settled and never transcribed again. Knows a
recogniser and samples; threads are the caller's business: one call at a time, always with the newest samples, so a
recogniser slower than speech makes fewer runs and never falls behind.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from garita.engines.phantoms import plain
from garita.engines.ports import SpeechToText
from garita.messages import HeardWord, PartialHeard, Transcript
from garita.sound import RATE, Samples

MOST_SECONDS = 28.0  # in one run; Whisper's window is thirty
_STEP_SECONDS = 0.4  # so much new sound is worth a run
_REST = 2.0  # runs take at most half of the time, for the officer's model works meanwhile
_PIECE_SECONDS = 2.0  # no settled piece is shorter: a recogniser needs surroundings
_FRAME = RATE // 50  # samples whose level is looked at
_QUIET_DECIBELS = 26.0  # below the voice's own level
_VOICE_SECONDS = 8  # looked at to know that level
_CUT_DECIBELS = 20.0
_VALLEY = 5  # frames (0.1 s) over which a place is quiet: a pause, not the closure within a "t"
_ALIKE_DECIBELS = 6.0  # of places about equally quiet the latest is taken
_AROUND_SECONDS = 0.1  # word times are about that exact
_AFTER_SECONDS = 0.5  # a word that ended so long before the sound's end is whole
_CALM_SECONDS = 0.16  # quiet at a run's end, which shows that it did not end within a word
_BEFORE_LETTERS = 200


class IncrementalEar:
    """Hears one turn of any length. Use a new one for the next turn.

    Args:
        recogniser: what hears; nobody else may use it meanwhile.
        language, hot_words, before: as in SpeechToText.transcribe.
    """

    def __init__(
        self, recogniser: SpeechToText, *, language: str = "es", hot_words: str = "", before: str = ""
    ) -> None:
        self._recogniser = recogniser
        self._language, self._hot_words, self._before = language, hot_words, before
        self._cut = 0  # samples; everything before is settled
        self._settled: list[Transcript] = []  # with the turn's times
        self._last = Transcript("")  # of what follows the cut, up to ``_covered``
        self._covered = 0
        self._stable: list[HeardWord] = []  # after the cut

    def feed(self, samples: Samples) -> PartialHeard | None:
        """Hear the turn so far; None when there is too little new in it to be worth a run.

        To ask costs less than a millisecond: several times a second is often enough, and in a pause every block.

        Raises:
            what the recogniser's ``transcribe`` raises; the turn may go on after it.
        """
        if not self._worth_a_run(samples):
            return None
        self._catch_up(samples)
        previous = self._last.words
        self._run(samples)
        self._agree(previous)
        partial = self._partial()
        self._settle(samples)
        return partial

    def finish(self, samples: Samples) -> Transcript:
        """The whole turn; only what is not settled is transcribed, and nothing where the last run heard all of it.

        ``compute_seconds`` is what this call cost.

        Raises:
            what the recogniser's ``transcribe`` raises.
        """
        compute_seconds = 0.0
        if not self._heard_all(samples):
            compute_seconds = self._catch_up(samples)
            self._run(samples)
            compute_seconds += self._last.compute_seconds
        whole = join([*self._settled, self._last])
        return replace(whole, audio_seconds=len(samples) / RATE, compute_seconds=compute_seconds)

    def _worth_a_run(self, samples: Samples) -> bool:
        """Enough new sound; or the speaker pauses, for then this may be the turn's last run and is wanted soon."""
        new = (len(samples) - self._covered) / RATE
        if new < _CALM_SECONDS or self._heard_all(samples):
            return False
        pausing = self._quiet(samples[-int(_CALM_SECONDS * RATE) :], voice_in=samples[self._cut :])
        return pausing or new >= max(_STEP_SECONDS, _REST * self._last.compute_seconds)

    def _run(self, samples: Samples) -> None:
        """Transcribe what follows the cut."""
        self._last = self._transcribe(samples, len(samples))
        self._covered = len(samples)

    def _transcribe(self, samples: Samples, end: int) -> Transcript:
        before = " ".join(filter(None, [self._before, *(piece.text for piece in self._settled)]))[-_BEFORE_LETTERS:]
        found = self._recogniser.transcribe(
            samples[self._cut : end], language=self._language, hot_words=self._hot_words, before=before
        )
        return later(found, self._cut / RATE)

    def _heard_all(self, samples: Samples) -> bool:
        """Whether nothing but quiet follows the last run, and that run did not end within a word."""
        calm = self._covered - int(_CALM_SECONDS * RATE)
        if calm <= self._cut or len(samples) < self._covered:
            return False
        return self._quiet(samples[calm:], voice_in=samples[self._cut : self._covered])

    def _quiet(self, samples: Samples, voice_in: Samples) -> bool:
        """Whether nobody speaks in ``samples``, going by how loud the voice is in the others."""
        return bool(np.all(levels(samples) < _voice(voice_in) - _QUIET_DECIBELS))

    def _agree(self, previous: Sequence[HeardWord]) -> None:
        """Words that two runs agree on are stable; a last word may still grow, unless it is long over."""
        words = list(self._last.words)
        if words and words[-1].end > self._covered / RATE - _AFTER_SECONDS:
            words.pop()
        agreed = 0
        for now, then in zip(words, previous, strict=False):
            if plain(now.text) != plain(then.text):
                break
            agreed += 1
        self._stable += words[len(self._stable) : agreed]

    def _partial(self) -> PartialHeard:
        sure = " ".join([*(piece.text for piece in self._settled), *(word.text for word in self._stable)])
        count = len(self._stable)
        if self._last_agrees(count):
            rest = self._last.words[count:]
        else:  # the last run wavers: keep what was stable and what comes after it
            rest = tuple(word for word in self._last.words if word.start > self._stable[-1].end - _AROUND_SECONDS)
        return PartialHeard(" ".join([*filter(None, [sure]), *(word.text for word in rest)]), len(sure))

    def _settle(self, samples: Samples) -> None:
        """Cut after the last stable word that is followed by another one, where it is quiet between the two."""
        words = self._last.words
        voice = _voice(samples[self._cut : self._covered])
        for count in range(min(len(self._stable), len(words) - 1), 0, -1):
            if words[count].start - self._cut / RATE < _PIECE_SECONDS or not self._last_agrees(count):
                continue
            level, place = quietest(samples, *_gap(words[count - 1], words[count]))
            if level < voice - _CUT_DECIBELS:
                self._cut_at(place, count)
                return

    def _last_agrees(self, count: int) -> bool:
        """Whether the last run still begins with the first ``count`` stable words."""
        stable = self._stable[:count]
        pairs = zip(stable, self._last.words, strict=False)
        return len(stable) <= len(self._last.words) and all(
            plain(one.text) == plain(other.text) for one, other in pairs
        )

    def _catch_up(self, samples: Samples) -> float:
        """Settle whole pieces until what is left fits into one run; the seconds it took."""
        spent = 0.0
        while len(samples) - self._cut > MOST_SECONDS * RATE:
            end = self._cut + int(MOST_SECONDS * RATE)
            self._last = self._transcribe(samples, end)
            spent += self._last.compute_seconds
            words = self._last.words
            middle = (self._cut + end) / 2 / RATE
            late = [count for count in range(1, len(words)) if words[count].start > middle]
            places = [(*quietest(samples, *_gap(words[count - 1], words[count])), count) for count in late]
            if not places:
                places = [(*quietest(samples, end / RATE - MOST_SECONDS / 4, end / RATE), len(words))]
            _, place, count = min(places, key=lambda found: (found[0] // _ALIKE_DECIBELS, -found[1]))
            self._cut_at(place, count)
            self._covered = self._cut
        return spent

    def _cut_at(self, place: int, words: int) -> None:
        """Everything before sample ``place`` is settled: the first ``words`` of the last run."""
        agreed = self._stable[:words] if self._last_agrees(words) else []
        kept = agreed + list(self._last.words[len(agreed) : words])
        text = " ".join(word.text for word in kept) if self._last.words else self._last.text
        seconds = (place - self._cut) / RATE
        self._settled.append(replace(self._last, text=text, words=tuple(kept), audio_seconds=seconds))
        rest = self._last.words[words:]
        self._last = replace(self._last, text=" ".join(word.text for word in rest), words=rest)
        self._stable = self._stable[words:]
        self._cut = place


def join(pieces: Sequence[Transcript]) -> Transcript:
    """One transcript of pieces that follow each other and have the turn's times.

    Probabilities are means weighted by seconds; the language is the one spoken longest. ``suppressed`` is kept where
    nothing at all was understood.
    """
    told = [piece for piece in pieces if piece.text] or list(pieces[-1:])
    weights = np.array([max(piece.audio_seconds, 1e-3) for piece in told])

    def mean(values: Sequence[float]) -> float:
        return float(np.average(values, weights=weights))

    spoken: dict[str, float] = {}
    for piece, weight in zip(told, weights, strict=True):
        spoken[piece.language] = spoken.get(piece.language, 0.0) + float(weight)
    language = max(spoken, key=lambda code: spoken[code])
    text = " ".join(piece.text for piece in told if piece.text)
    return Transcript(
        text,
        words=tuple(word for piece in told for word in piece.words),
        language=language,
        language_probability=mean([p.language_probability if p.language == language else 0.0 for p in told]),
        no_speech_probability=mean([piece.no_speech_probability for piece in told]),
        log_probability=mean([piece.log_probability for piece in told]),
        audio_seconds=sum(piece.audio_seconds for piece in pieces),
        compute_seconds=sum(piece.compute_seconds for piece in pieces),
        suppressed="" if text else told[-1].suppressed,
    )


def later(transcript: Transcript, seconds: float) -> Transcript:
    """The same with all times ``seconds`` later."""
    words = tuple(
        HeardWord(word.text, word.start + seconds, word.end + seconds, word.probability) for word in transcript.words
    )
    return replace(transcript, words=words)


def levels(samples: Samples) -> npt.NDArray[np.float64]:
    """Level of every fiftieth of a second in dB below full scale, shape (frames,); one of -120 where there is none."""
    frames = samples[: len(samples) // _FRAME * _FRAME].reshape(-1, _FRAME)
    if not len(frames):
        return np.array([-120.0])
    power = np.mean(np.square(frames, dtype=np.float64), axis=1)
    result: npt.NDArray[np.float64] = 10 * np.log10(power + 1e-12)
    return result


def quietest(samples: Samples, start: float, end: float) -> tuple[float, int]:
    """Level in dB and middle (a sample's number) of the quietest tenth of a second around a moment between two."""
    half = _VALLEY * _FRAME // 2
    first = max(0, int(start * RATE) - half)
    around = levels(samples[first : max(first + _VALLEY * _FRAME, int(end * RATE) + half)])
    if len(around) < _VALLEY:
        return float(around.max()), min(len(samples), first + half)
    power = np.convolve(10 ** (around / 10), np.full(_VALLEY, 1 / _VALLEY), "valid")
    best = int(np.argmin(power))
    return 10 * float(np.log10(power[best])), min(len(samples), first + best * _FRAME + half)


def _voice(samples: Samples) -> float:
    """Level in dB of the loudest twentieth of the last seconds: how loud somebody speaks."""
    return float(np.percentile(levels(samples[-_VOICE_SECONDS * RATE :]), 95))


def _gap(word: HeardWord, following: HeardWord) -> tuple[float, float]:
    """The seconds in which one word ends and the next begins; no further in than the middle of either."""
    start = max(word.end - _AROUND_SECONDS, (word.start + word.end) / 2)
    end = min(following.start + _AROUND_SECONDS, (following.start + following.end) / 2)
    return start, max(start, end)
