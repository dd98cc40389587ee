"""Sound files: any kind FFmpeg knows is read as one channel at 16 kHz; WAV and FLAC are written, at once or growing.

What a damaged file still holds is read; a file with nothing in it is refused. Knows no device.
"""

from __future__ import annotations

import io
import wave
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Protocol, cast
from uuid import uuid4

import av
import numpy as np
import numpy.typing as npt
import soxr

from garita.errors import OutputNotWritable, SoundFileInvalid
from garita.files import write_beside
from garita.sound import RATE, Samples

# No playlists and no scripts: they would make FFmpeg open other files or addresses.
_KINDS = "wav,w64,rf64,flac,mp3,ogg,matroska,webm,mov,mp4,m4a,3gp,aac,aiff,caf,amr,au,asf,avi"
_FULL_SCALE = 32_768
_NOTHING: Samples = np.zeros(0, np.float32)
_WAV_UNFINISHED = 0x7FFF_FF00 // 2  # samples that a growing WAV claims, so that all is read should nobody finish it


def read(path: Path) -> Samples:
    """The whole file at RATE, shape (n,).

    Raises:
        SoundFileInvalid: it is not there, not sound, or holds none.
    """
    return np.concatenate(list(read_pieces(path)))


def read_pieces(path: Path) -> Iterator[Samples]:
    """The file piece by piece at RATE, for what is too long for memory; at least one sample in all.

    Raises:
        SoundFileInvalid: as ``read``; a file that breaks off later just ends.
    """
    try:
        with path.open("rb") as file:
            yield from _decoded(path, file)
    except FileNotFoundError as error:
        raise SoundFileInvalid(path=str(path), problem="no such file") from error
    except OSError as error:
        raise SoundFileInvalid(path=str(path), problem=f"cannot be read: {error.strerror or error}") from error


def _decoded(path: Path, file: io.BufferedReader) -> Iterator[Samples]:
    try:
        container = av.open(file, container_options={"format_whitelist": _KINDS})
    except (av.FFmpegError, ValueError) as error:
        raise SoundFileInvalid(path=str(path), problem="it is of no kind of sound file known here") from error
    found = False
    with container:
        if not container.streams.audio:
            raise SoundFileInvalid(path=str(path), problem="there is no sound in it")
        with suppress(av.FFmpegError, ValueError):  # damaged from here on: what came before is kept
            for piece in _resampled(container):
                found = found or bool(piece.size)
                yield piece
    if not found:
        raise SoundFileInvalid(path=str(path), problem="there is no sound in it")


def _resampled(container: av.container.InputContainer) -> Iterator[Samples]:
    """Its first audio stream at RATE; a stream may change its rate on the way."""
    rate, resampler = RATE, None
    for frame in container.decode(audio=0):
        if frame.sample_rate != rate:
            if resampler:
                yield resampler.resample_chunk(_NOTHING, last=True)
            rate = frame.sample_rate
            resampler = soxr.ResampleStream(rate, RATE, 1, dtype="float32")
        samples = _floats(frame)
        yield resampler.resample_chunk(samples) if resampler and rate != RATE else samples
    if resampler and rate != RATE:
        yield resampler.resample_chunk(_NOTHING, last=True)


def _floats(frame: av.AudioFrame) -> Samples:
    """The mean of its channels from -1 to 1, whatever its kind of numbers; floating point files hold anything."""
    values = frame.to_ndarray()  # (channels, n), or (1, n * channels) where they alternate
    if not frame.format.is_planar:
        values = values.reshape(-1, frame.layout.nb_channels).T
    floats = values.astype(np.float32)
    if values.dtype == np.uint8:
        floats = floats / 128 - 1
    elif values.dtype.kind == "i":
        floats /= 2.0 ** (8 * values.dtype.itemsize - 1)
    mean: Samples = np.nan_to_num(floats, nan=0.0, posinf=1.0, neginf=-1.0).clip(-1, 1).mean(axis=0, dtype=np.float32)
    return mean


def write_wav(path: Path, samples: Samples, rate: int = RATE) -> None:
    """Write a 16-bit WAV, whole or not at all.

    Raises:
        OutputNotWritable.
    """
    content = io.BytesIO()
    encoder = _Wav(content, rate)
    encoder.write(samples)
    encoder.finish()
    _write(path, content.getvalue())


def write_flac(path: Path, samples: Samples, rate: int = RATE) -> None:
    """Write a 16-bit FLAC, whole or not at all.

    Raises:
        OutputNotWritable.
    """
    content = io.BytesIO()
    encoder = _Flac(content, rate)
    encoder.write(samples)
    encoder.finish()
    _write(path, content.getvalue())


def _write(path: Path, content: bytes) -> None:
    try:
        write_beside(path, content)
    except OSError as error:
        raise OutputNotWritable(path=str(path), reason=error.strerror or str(error)) from error


class Recording:
    """A sound file that grows: FLAC where ``path`` ends in .flac, else WAV. It gets its name when it is closed.

    A disk that runs full is said once; what was written until then becomes the file, later samples are dropped.

    Raises:
        OutputNotWritable: by the constructor, or once by ``write`` or ``close``.
    """

    def __init__(self, path: Path, rate: int = RATE) -> None:
        self._path = path
        self._partial = path.with_name(f".{path.name}.{uuid4().hex}.partial")
        self._open = True
        kind = _Flac if path.suffix.lower() == ".flac" else _Wav
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = _File(self._partial, "xb")
            self._encoder: _Encoder = kind(cast(IO[bytes], self._file), rate)
        except OSError as error:
            raise self._refused(error) from error

    def write(self, samples: Samples) -> None:
        """Append."""
        if not self._open:
            return
        self._encoder.write(samples)
        if self._file.failure:
            self.close()

    def close(self) -> None:
        """Finish the file and give it its name. Safe to call twice."""
        if not self._open:
            return
        self._open = False
        self._encoder.finish()
        try:
            self._file.close()
            self._partial.replace(self._path)
        except OSError as error:
            raise self._refused(error) from error
        if self._file.failure:
            raise self._refused(self._file.failure)

    def _refused(self, error: OSError) -> OutputNotWritable:
        return OutputNotWritable(path=str(self._path), reason=error.strerror or str(error))


class _File(io.FileIO):
    """A file without a buffer of its own that remembers the first failure instead of raising it through FFmpeg.

    After a failure nothing is appended any more; what is there already (a head with lengths) can still be corrected.
    """

    failure: OSError | None = None
    _end = 0

    def write(self, content: Any) -> int:
        """Write all of it, or remember why not."""
        left = memoryview(content).cast("B")
        try:
            while left and (self.failure is None or self.tell() < self._end):
                left = left[super().write(left) :]
                self._end = max(self._end, self.tell())
        except OSError as error:
            self.failure = self.failure or error
        return len(content)


class _Encoder(Protocol):
    def write(self, samples: Samples) -> None: ...

    def finish(self) -> None: ...


class _Wav:
    """16-bit WAV by the standard library."""

    def __init__(self, file: IO[bytes], rate: int) -> None:
        self._wave = wave.Wave_write(file)
        self._wave.setnchannels(1)
        self._wave.setsampwidth(2)
        self._wave.setframerate(rate)
        self._wave.setnframes(_WAV_UNFINISHED)

    def write(self, samples: Samples) -> None:
        self._wave.writeframesraw(_integers(samples).tobytes())

    def finish(self) -> None:
        self._wave.close()  # puts the real length into the head, in place


class _Flac:
    """16-bit FLAC by FFmpeg."""

    def __init__(self, file: IO[bytes], rate: int) -> None:
        self._container = av.open(file, "w", format="flac", buffer_size=4096)
        self._stream = self._container.add_stream("flac", rate=rate, layout="mono", format="s16")
        self._rate = rate
        self._count = 0

    def write(self, samples: Samples) -> None:
        if not samples.size:
            return
        frame = av.AudioFrame.from_ndarray(_integers(samples).reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = self._rate
        frame.pts = self._count
        self._count += samples.size
        self._container.mux(self._stream.encode(frame))

    def finish(self) -> None:
        try:
            self._container.mux(self._stream.encode(None))
        finally:
            self._container.close()


def _integers(samples: Samples) -> npt.NDArray[np.int16]:
    return np.round(samples * _FULL_SCALE).clip(-_FULL_SCALE, _FULL_SCALE - 1).astype("<i2")
