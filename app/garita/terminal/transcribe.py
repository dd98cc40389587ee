"""``garita transcribe``: writes down what is said in sound files of any length, piece by piece between pauses."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.progress import Progress, TaskID
from rich.text import Text

from garita import messages_to_user
from garita.audio.files import read
from garita.audio.vad import VoiceDetector
from garita.engines.incremental import IncrementalEar, later
from garita.engines.ports import SpeechToText
from garita.errors import GaritaError, OutputNotWritable
from garita.files import write_beside
from garita.messages import Transcript
from garita.messages_to_user.entry import Language
from garita.sound import BLOCK, RATE, Block, Samples
from garita.terminal.speech_spans import Span, spans
from garita.terminal.subtitles import Format, written

_SUBTITLES = ("srt", "vtt")


def spoken(samples: Samples) -> list[Span]:
    """Where Silero's network hears speech."""
    detector = VoiceDetector()
    whole = samples[: len(samples) // BLOCK * BLOCK].reshape(-1, BLOCK)
    return spans([detector.probability(Block(block, 0.0)) for block in whole], len(samples))


def transcribe_files(
    paths: Sequence[Path],
    recogniser: SpeechToText,
    fmt: Format,
    language: Language,
    *,
    out: TextIO | None = None,
    errors: Console | None = None,
    read: Callable[[Path], Samples] = read,
    find_speech: Callable[[Samples], list[Span]] = spoken,
) -> None:
    """Transcribe files one after the other. Ctrl-C ends it at once; what was written stays.

    Text (a line a piece, as soon as it is heard) and JSON (an object a line and file) go to ``out``, subtitles too if
    there is one file; subtitles of several files are written beside them.

    Args:
        language: of Garita's own messages.
        out: standard output by default; ``errors`` standard error.
        read: gives a file's sound at ``sound.RATE``.
        find_speech: by default Silero's network.

    Raises:
        GaritaError: of the last file that failed, after all others were done; those before are told at once.
    """
    errors = errors or Console(stderr=True, soft_wrap=True)
    if recogniser.facts().test_ear:
        errors.print(Text(messages_to_user.notice("test_ear", language), style="yellow"))
    failed: GaritaError | None = None
    with Progress(console=errors, transient=True, disable=not errors.is_terminal) as progress:
        for path in paths:
            task = progress.add_task(path.name, total=1.0)
            try:
                samples = read(path)
                heard = transcribe_sound(samples, recogniser, find_speech(samples))
                _write(path, _shown(heard, progress, task), fmt, out or sys.stdout, alone=len(paths) == 1)
            except GaritaError as error:
                if failed:
                    _tell(failed, errors, language)
                failed = error
            progress.remove_task(task)
    if failed:
        raise failed


def transcribe_sound(
    samples: Samples, recogniser: SpeechToText, speech: Sequence[Span]
) -> Iterator[tuple[float, Transcript]]:
    """What is said in each span, with the recording's times, and how much of the recording is done (0 to 1)."""
    before = ""
    for start, end in speech:
        ear = IncrementalEar(recogniser, before=before)
        heard = later(ear.finish(samples[start:end]), start / RATE)
        before = heard.text
        yield end / len(samples), heard


def _shown(heard: Iterator[tuple[float, Transcript]], progress: Progress, task: TaskID) -> Iterator[Transcript]:
    for done, piece in heard:
        progress.update(task, completed=done)
        yield piece


def _write(path: Path, heard: Iterator[Transcript], fmt: Format, out: TextIO, *, alone: bool) -> None:
    """To ``out``, or beside the recording where one file of subtitles cannot hold several recordings."""
    if fmt == "text":
        for piece in heard:
            _put(out, written(str(path), [piece], fmt))
        return
    target = path.with_suffix(f".{fmt}") if fmt in _SUBTITLES and not alone else None
    if target and target.exists():
        raise OutputNotWritable(path=str(target), reason="it exists already")
    text = written(str(path), list(heard), fmt)
    if target is None:
        _put(out, text)
        return
    try:
        write_beside(target, text.encode())
    except OSError as error:
        raise OutputNotWritable(path=str(target), reason=error.strerror or str(error)) from error
    _put(out, f"{target}\n")


def _put(out: TextIO, text: str) -> None:
    out.write(text)
    out.flush()


def _tell(error: GaritaError, console: Console, language: Language) -> None:
    words = messages_to_user.explain(error, language)
    console.print(Text.assemble((words.title, "bold red"), f"\n{words.sentence}\n{words.to_do}"))
