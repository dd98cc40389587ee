"""Where in a spoken turn the recogniser was not sure. Knows transcripts and letters, nothing of how it is shown."""

from __future__ import annotations

from garita.messages import UNSURE, Transcript

Span = tuple[int, int]


def doubtful_spans(transcript: Transcript) -> tuple[Span, ...]:
    """(start, end) of each doubtful word in the transcript's text, punctuation left out."""
    spans, position = [], 0
    for word in transcript.words:
        bare = word.text.strip(" \t\n.,;:!?¡¿…\"'«»“”()")
        start = transcript.text.find(bare, position) if bare else -1
        if start < 0:
            continue  # the text was mended after the words were heard
        position = start + len(bare)
        if word.probability < UNSURE:
            spans.append((start, position))
    return tuple(spans)


def heard_letters(text: str, heard: str) -> int:
    """How many letters of ``text`` the words ``heard`` cover, which are its beginning up to the spaces in it."""
    wanted = sum(not letter.isspace() for letter in heard)
    for position, letter in enumerate(text):
        if not wanted:
            return position
        wanted -= not letter.isspace()
    return len(text)
