"""What a recogniser writes when nobody speaks: decides whether a transcript is to be believed. Pure.

Whisper learned from subtitles, so on silence and noise it writes their credits, thanks and loops of a few words.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from typing import Literal

Verdict = Literal["", "silence", "noise", "phantom"]

SILENT_DECIBELS = -60.0  # nobody speaks as softly as that into a microphone that works
_QUIET_DECIBELS = -45.0
NO_SPEECH = 0.6  # Whisper's own limits: no_speech_threshold, logprob_threshold, compression_ratio_threshold
LOG_PROBABILITY = -1.0
COMPRESSION = 2.4
_HOPELESS = -2.0
_LOOP_WORDS = 8  # so many words in a row that only repeat each other are no speech
_LOOP_TIMES = 4
_LONGEST_LOOP = 6

# Whole sentences in plain letters (see ``plain``) that nobody says at a booth. Thanks and good wishes are not among
# them: what people do say is believed, even if Whisper also writes it when nobody speaks.
_FILM = r"(el |este |nuestro |mi |los |la |the |this |our |my )?(video|videos|canal|programa|episodio|serie|channel)"
_PHANTOMS = re.compile(
    r"|".join(
        [
            r"(subtitulos?|subtitulado|subtitulada|subtitles?|captions?|captioned|translated|traducido) "
            r"(realizados? |creados? |hechos? |made |provided |corregidos )?(por|by)\b.*",
            r"subtitulos (en espanol|(de|para) la comunidad)\b.*",
            r".*\bamara ?org\b.*",
            r".*\bwww [a-z0-9 ]+ (com|org|es|net)\b.*",
            rf"(muchas )?gracias por (ver|mirar|vernos|acompanarnos)( {_FILM}.*)?",
            r"(no olvides |no te olvides de |no olviden )?(suscribete|suscribirte|suscribanse|suscribirse)\b.*",
            r"(dale|denle|dele) (a )?(like|me gusta)\b.*",
            r"(thank you|thanks)( so much| very much)? for (watching|viewing)\b.*",
            r"(please )?(like and |don t forget to )?subscribe\b.*",
            rf"(nos vemos|hasta|see you) (en )?(el |la |in the )?(proximo|proxima|next) {_FILM}.*",
            r"copyright\b.*",
        ]
    )
)
_LABEL = re.compile(r"\s*(\[.*\]|\(.*\)|\*.*\*|♪.*|.*♪)\s*", re.DOTALL)  # a sound described, not words


def judge(text: str, *, no_speech: float, log_probability: float, decibels: float) -> Verdict:
    """Why ``text`` is not to be believed, or "" if it is.

    Args:
        text: as recognised.
        no_speech: Whisper's probability that nobody speaks.
        log_probability: mean natural log-probability of the tokens.
        decibels: level of the sound.
    """
    nothing: Verdict = "silence" if decibels < _QUIET_DECIBELS else "noise"
    words = plain(text)
    if not words:
        return nothing
    if _LABEL.fullmatch(text) or _PHANTOMS.fullmatch(words) or loops(text):
        return "phantom"
    if (no_speech > NO_SPEECH and log_probability < LOG_PROBABILITY) or log_probability < _HOPELESS:
        return nothing
    return ""


def loops(text: str) -> bool:
    """Whether the text is, or contains, a few words that repeat on and on."""
    words = plain(text).split()
    return compression(text) > COMPRESSION or any(_loop_of(words, size) for size in range(1, _LONGEST_LOOP + 1))


def compression(text: str) -> float:
    """How many times smaller the text gets when compressed; speech stays below 2.4."""
    data = text.encode()
    return len(data) / len(zlib.compress(data)) if data else 0.0


def plain(text: str) -> str:
    """Small letters without accents, other signs as single spaces."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[a-z0-9]+", bare))


def _loop_of(words: list[str], size: int) -> bool:
    needed = max(_LOOP_WORDS, size * _LOOP_TIMES) - size
    run = 0
    for place in range(size, len(words)):
        run = run + 1 if words[place] == words[place - size] else 0
        if run >= needed:
            return True
    return False
