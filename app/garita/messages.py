"""Every message that travels through Garita, grouped by hop.

Small frozen values; msgspec carries them across process borders unchanged. The module knows no thread, no engine
and no window: whoever sends or receives imports it, it imports nobody.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Role = Literal["system", "user", "assistant"]
FinishReason = Literal["stop", "length", "cancelled"]
SentenceSource = Literal["model", "resampled", "stock"]


class Message(msgspec.Struct, frozen=True, tag=True):
    """Base of all messages; the tag is the class name, so unions decode without guessing."""


# --- dialogue -> language model ------------------------------------------------------------------------------------


class ChatMessage(Message, frozen=True):
    """One message of a chat prompt: the system's rules, the student (user) or the officer (assistant)."""

    role: Role
    content: str


class Sampling(Message, frozen=True):
    """How the next token is drawn. Names and meanings are llama.cpp's (common/sampling.h)."""

    temperature: float = 0.7
    top_p: float = 0.95
    min_p: float = 0.05
    dry_multiplier: float = 0.8
    dry_base: float = 1.75
    dry_allowed_length: int = 4
    dry_penalty_last_n: int = 512
    seed: int = 0
    max_tokens: int = 160
    stop: tuple[str, ...] = ()


class Constraint(Message, frozen=True):
    """What an answer must match: a JSON schema (as JSON text) or a GBNF grammar with a rule named root."""

    kind: Literal["json_schema", "gbnf"]
    text: str


class Adapter(Message, frozen=True):
    """A LoRA adapter in GGUF form, applied at run time with the given scale."""

    path: str
    scale: float = 1.0


# --- language model -> dialogue ------------------------------------------------------------------------------------


class LoadProgress(Message, frozen=True):
    """How much of a model file is loaded, 0 to 1."""

    fraction: float


class Timings(Message, frozen=True):
    """What a request cost. Seconds are wall clock; tokens per second follow from them."""

    tokens_reused: int = 0
    tokens_read: int = 0
    tokens_generated: int = 0
    read_seconds: float = 0.0
    generate_seconds: float = 0.0


class TokenDelta(Message, frozen=True):
    """The next piece of an answer: whole characters only. ``token_count`` counts the answer's tokens so far."""

    text: str
    token_count: int


class ContextTrimmed(Message, frozen=True):
    """The prompt did not fit: this many of the oldest messages after the system prompt were left out."""

    messages_dropped: int


class EngineRestarted(Message, frozen=True):
    """The engine's process had ended unexpectedly and was replaced; the answer goes on."""

    reason: str


class AnswerFinished(Message, frozen=True):
    """The last message of an answer's stream."""

    reason: FinishReason
    timings: Timings


AnswerEvent = TokenDelta | ContextTrimmed | EngineRestarted | AnswerFinished


class ReadAheadReport(Message, frozen=True):
    """What reading a prompt into the cache cost; ``tokens_generated`` stays 0."""

    timings: Timings


class CandidateScore(Message, frozen=True):
    """Sum of natural-log probabilities of a candidate reply's tokens (end-of-turn token included), and their count."""

    log_probability: float
    token_count: int


class ModelFacts(Message, frozen=True):
    """What a loaded model says about itself and how it is run."""

    path: str
    architecture: str
    description: str
    parameters: int
    file_bytes: int
    context_length: int
    context_trained: int
    chat_template: str
    template_source: Literal["model", "fallback"]
    threads: int
    gpu_layers: int
    gpu_note: str
    llama_build: str
    thread_rates: dict[str, float] = {}  # tokens per second by number of threads tried, as measured here


# --- dialogue -> whoever shows it ----------------------------------------------------------------------------------


class TurnStarted(Message, frozen=True):
    """The officer begins to answer turn number ``turn``."""

    turn: int


class TentativeText(Message, frozen=True):
    """Text of the sentence being written, not yet checked by the guard; replaces the previous tentative text."""

    turn: int
    text: str


class SentenceFinal(Message, frozen=True):
    """A sentence of the officer that passed the guard and is in the journal."""

    turn: int
    text: str
    source: SentenceSource


class Notice(Message, frozen=True):
    """Something the user is told in passing; ``key`` names the sentence in messages_to_user."""

    turn: int
    key: str
    facts: dict[str, str] = {}


class TurnFinished(Message, frozen=True):
    """The officer's turn is over and saved."""

    turn: int
    text: str
    finish_reason: FinishReason
    timings: Timings
    sentences: int = 0
    sentences_resampled: int = 0
    sentences_replaced: int = 0


class TurnFailed(Message, frozen=True):
    """The turn ended with an error; ``error`` travels as itself inside one process only."""

    turn: int
    error: BaseException


SessionEvent = TurnStarted | TentativeText | SentenceFinal | Notice | TurnFinished | TurnFailed


# --- microphone -> voice activity -> whoever shows it --------------------------------------------------------------

ListeningState = Literal["off", "quiet", "starting", "speaking", "stopping"]


class Listening(Message, frozen=True):
    """What the voice activity detector makes of the microphone now.

    ``level`` is in dB below full scale. ``pause`` is how much of the pause has passed after which the officer answers,
    0 to 1; ``pause_seconds`` how long that pause is now.
    """

    state: ListeningState
    level: float
    pause: float = 0.0
    pause_seconds: float = 0.0


# --- recogniser -> dialogue ----------------------------------------------------------------------------------------


# Probability below which a recognised word is doubted. Whisper's own words are mostly above 0.8.
UNSURE = 0.5


class HeardWord(Message, frozen=True):
    """A recognised word as written, its seconds within the utterance, and how sure the recogniser is (0 to 1)."""

    text: str
    start: float
    end: float
    probability: float


class Transcript(Message, frozen=True):
    """What was recognised in an utterance; ``suppressed`` says why ``text`` is empty though there was sound.

    ``language`` is an ISO 639-1 code with its probability; probabilities are natural logarithms where the name says so,
    ``log_probability`` the mean over tokens (Whisper's avg_logprob).
    """

    text: str
    words: tuple[HeardWord, ...] = ()
    language: str = "es"
    language_probability: float = 1.0
    no_speech_probability: float = 0.0
    log_probability: float = 0.0
    audio_seconds: float = 0.0
    compute_seconds: float = 0.0
    suppressed: Literal["", "silence", "noise", "phantom"] = ""


class RecogniserFacts(Message, frozen=True):
    """What a loaded recogniser says about itself. ``test_ear``: it only understands synthetic voices."""

    path: str
    name: str
    multilingual: bool
    compute_type: str
    threads: int
    test_ear: bool


class PartialHeard(Message, frozen=True):
    """What the student seems to have said so far; replaces the previous one. ``stable`` letters will not change."""

    text: str
    stable: int = 0


class StudentSaid(Message, frozen=True):
    """The student's turn is over; it becomes turn number ``turn``."""

    turn: int
    transcript: Transcript


# --- dialogue -> voice -> loudspeaker ------------------------------------------------------------------------------


class OfficerSpeaks(Message, frozen=True):
    """A piece of the officer's turn begins to sound; with (seconds, IPA sign) of its phonemes, for a mouth."""

    turn: int
    text: str
    seconds: float
    marks: tuple[tuple[float, str], ...] = ()


class OfficerSilent(Message, frozen=True):
    """The officer's turn has been heard to its end, or to where it was interrupted: ``heard`` is what was heard."""

    turn: int
    heard: str
    interrupted: bool = False


class AnswerTimes(Message, frozen=True):
    """Where the time of turn ``turn`` went: seconds after the student's last sound at which each step was done.

    ``pause``: the turn was taken for over; ``recognised``: its words were known; ``first_text``: the officer's first
    letters; ``first_sentence``: its first sentence was final; ``first_sound``: its first sound was to be heard.
    """

    turn: int
    pause: float
    recognised: float
    first_text: float
    first_sentence: float
    first_sound: float


VoiceEvent = Listening | PartialHeard | StudentSaid | OfficerSpeaks | OfficerSilent | AnswerTimes | Notice
