"""Slower or faster speech at the same pitch, through FFmpeg's atempo filter. Knows no device."""

from __future__ import annotations

from fractions import Fraction

import av
import numpy as np
from av.filter import Graph

from garita.sound import Mark, Samples, Speech


def stretched(speech: Speech, speed: float) -> Speech:
    """The speech at ``speed`` times its own (0.5 to 2): 0.75 takes a third longer. Marks move along."""
    if speed == 1 or not speech.samples.size:
        return speech
    marks = tuple(Mark(mark.seconds / speed, mark.phoneme) for mark in speech.marks)
    return Speech(_filtered(speech.samples, speech.rate, speed), speech.rate, marks)


def _filtered(samples: Samples, rate: int, speed: float) -> Samples:
    graph = Graph()
    source = graph.add_abuffer(sample_rate=rate, format="flt", layout="mono", time_base=Fraction(1, rate))
    tempo = graph.add("atempo", f"{speed:.6f}")
    sink = graph.add("abuffersink")
    source.link_to(tempo)
    tempo.link_to(sink)
    graph.configure()
    frame = av.AudioFrame.from_ndarray(samples.astype(np.float32).reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate = rate
    frame.time_base = Fraction(1, rate)
    frame.pts = 0
    graph.push(frame)
    graph.push(None)
    pieces: list[Samples] = []
    while True:
        try:
            pieces.append(graph.pull().to_ndarray().reshape(-1).astype(np.float32))
        except (av.BlockingIOError, av.EOFError):
            return np.concatenate(pieces) if pieces else samples[:0]
