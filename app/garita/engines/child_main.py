"""The child's side: hosts one engine and serves requests from standard input until that closes.

Two threads: this one computes; a listener hears cancels at once and ends the process when the program is gone, even in
the middle of a computation. Which engine it is stands in the first request. Knows no engine by itself.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, BinaryIO, cast

from garita.engines import wire
from garita.engines.hooks import Hooks
from garita.errors import Cancelled, GaritaError
from garita.messages import AnswerEvent, LoadProgress, Message, TokenDelta

if TYPE_CHECKING:  # the program imports this module for its name only and need not know numpy
    from garita.engines.ports import LanguageModel, SpeechToText

CHILD_ARGUMENT = "--garita-engine-child"
_GATHER_SECONDS = 0.008
_PROGRESS_STEP = 0.01


def serve_if_asked() -> None:
    """Become an engine's process if the command line says so. A frozen program calls this before anything else."""
    if CHILD_ARGUMENT in sys.argv[1:]:
        serve()
        sys.exit(0)


def serve() -> None:
    """Serve requests until standard input closes. Ends the process."""
    with contextlib.suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    _no_core_dumps()
    replies = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # what libraries print goes to the log, not between our frames
    Host(sys.stdin.buffer, replies).run()


class Host:
    """Serves one engine over two streams."""

    def __init__(self, requests: BinaryIO, replies: BinaryIO) -> None:
        self._incoming, self._replies = requests, replies
        self._queue: queue.SimpleQueue[wire.Request] = queue.SimpleQueue()
        self._hooks = Hooks(progress=_Progress(self._send), stage=lambda name: self._send(wire.Stage(name)))
        self._engine: LanguageModel | SpeechToText | None = None

    def run(self) -> None:
        """Serve; never returns: the listener ends the process."""
        threading.Thread(target=self._listen, name="listen", daemon=True).start()
        while True:
            request = self._queue.get()
            try:
                self._serve(request)
            except Cancelled:
                self._send(wire.Failed("Cancelled", {}))
            except GaritaError as error:
                self._send(wire.Failed(type(error).__name__, error.facts))
            except Exception:  # a bug: the program raises it on its side
                self._send(wire.Failed("", {}, bug=traceback.format_exc()))

    def _listen(self) -> None:
        try:
            while True:
                request = wire.read_request(self._incoming)
                if isinstance(request, wire.Cancel):
                    self._hooks.stop.cancel(request.number)
                else:
                    self._queue.put(request)
        except EOFError:
            os._exit(0)  # the program is gone; a computation in another thread cannot be ended more gently

    def _serve(self, request: wire.Request) -> None:
        if isinstance(request, wire.Load):
            module, _, function = request.factory.partition(":")
            self._engine = getattr(importlib.import_module(module), function)(request.options, self._hooks)
            self._send(wire.Loaded(self._engine.facts()))
            return
        assert self._engine is not None, "the first request is Load"
        self._hooks.stop.current = request.number
        if isinstance(request, wire.Transcribe | wire.DetectLanguage):
            self._send(_hear(cast("SpeechToText", self._engine), request))
        elif isinstance(request, wire.Answer):
            self._stream(_answer(cast("LanguageModel", self._engine), request))
        else:
            self._send(_reply(cast("LanguageModel", self._engine), request))

    def _stream(self, events: Iterable[AnswerEvent]) -> None:
        """Send events as they come; deltas that follow each other within milliseconds travel as one."""
        text, count, sent = "", 0, 0.0
        for event in events:
            if isinstance(event, TokenDelta):
                text, count = text + event.text, event.token_count
                now = time.monotonic()
                if now - sent < _GATHER_SECONDS:
                    continue
                self._send(TokenDelta(text, count))
                text, sent = "", now
                continue
            if text:
                self._send(TokenDelta(text, count))
                text = ""
            self._send(event)

    def _send(self, message: Message) -> None:
        with contextlib.suppress(BrokenPipeError):  # the listener will see that the program is gone
            self._replies.write(wire.frame(message))


def _answer(engine: LanguageModel, request: wire.Answer) -> Iterable[AnswerEvent]:
    return engine.answer(
        request.messages, request.sampling, answer_so_far=request.answer_so_far, constraint=request.constraint
    )


def _reply(engine: LanguageModel, request: wire.ReadAhead | wire.Score | wire.UseAdapters) -> Message:
    if isinstance(request, wire.ReadAhead):
        return engine.read_ahead(request.messages)
    if isinstance(request, wire.Score):
        return wire.Scores(tuple(engine.score(request.messages, request.candidates)))
    engine.use_adapters(request.adapters)
    return wire.Done()


def _hear(engine: SpeechToText, request: wire.Transcribe | wire.DetectLanguage) -> Message:
    import numpy as np

    samples = np.frombuffer(request.samples, dtype="<f4")
    if isinstance(request, wire.DetectLanguage):
        return wire.LanguageDetected(*engine.detect_language(samples))
    return engine.transcribe(samples, language=request.language, hot_words=request.hot_words, before=request.before)


class _Progress:
    """Sends a load's progress in steps of a hundredth."""

    def __init__(self, send: Callable[[Message], None]) -> None:
        self._send, self._next = send, 0.0

    def __call__(self, fraction: float) -> None:
        if fraction >= self._next or fraction >= 1.0:
            self._next = fraction + _PROGRESS_STEP
            self._send(LoadProgress(fraction))


def _no_core_dumps() -> None:
    """An abort inside a library must not leave a file as large as the model behind."""
    if sys.platform != "win32":
        import resource  # Unix only

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


if __name__ == "__main__":
    serve_if_asked()
