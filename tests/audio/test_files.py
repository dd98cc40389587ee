"""Sound files: what was written is read, whatever the kind; what is damaged is read as far as it goes."""

from __future__ import annotations

import signal
import sys
import tempfile
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from garita.audio import files
from garita.errors import OutputNotWritable, SoundFileInvalid
from garita.sound import RATE, Samples
from tests.audio.pulse import noise


@contextmanager
def file(content: bytes, name: str = "a.wav") -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        yield path


def wav(samples: Samples, rate: int, channels: int, width: int) -> bytes:
    """``samples`` in every channel, ``width`` bytes each (8-bit WAV is unsigned)."""
    scale = 2 ** (8 * width - 1)
    values = np.round(samples.astype(np.float64) * (scale - 1)).astype(np.int64) + (128 if width == 1 else 0)
    frames = np.repeat(values, channels).astype("<i8").view(np.uint8).reshape(-1, 8)[:, :width].tobytes()
    with tempfile.TemporaryFile() as content:
        with wave.open(content, "wb") as writer:
            writer.setnchannels(channels)
            writer.setsampwidth(width)
            writer.setframerate(rate)
            writer.writeframes(frames)
        content.seek(0)
        return content.read()


def tone(rate: int, seconds: float = 0.2) -> Samples:
    return (0.5 * np.sin(2 * np.pi * 300 * np.arange(round(rate * seconds)) / rate)).astype(np.float32)


@settings(max_examples=40, deadline=None)
@given(
    rate=st.sampled_from([8000, 11025, 16000, 22050, 44100, 48000, 96000, 192000]),
    channels=st.integers(1, 8), width=st.integers(1, 4),
)  # fmt: skip
def test_every_rate_width_and_number_of_channels_is_read(rate: int, channels: int, width: int) -> None:
    with file(wav(tone(rate), rate, channels, width)) as path:
        samples = files.read(path)
    assert samples.dtype == np.float32
    assert samples.ndim == 1
    assert abs(samples.size - 0.2 * RATE) < 60
    size = min(samples.size, 3100)
    inner = slice(200, size - 200)
    assert np.corrcoef(samples[inner], tone(RATE)[inner])[0, 1] > 0.99


@settings(max_examples=30, deadline=None)
@given(cut=st.integers(0, 6444))
def test_a_truncated_wav_gives_what_is_there(cut: int) -> None:
    said = noise(0.2)
    whole = wav(said, RATE, 1, 2)
    with file(whole[:cut]) as path:
        if cut < 46:
            with pytest.raises(SoundFileInvalid):
                files.read(path)
        else:
            samples = files.read(path)
            assert samples.size == (cut - 44) // 2
            assert np.abs(samples - said[: samples.size]).max() < 1e-4


@settings(max_examples=60, deadline=None)
@given(
    content=st.binary(max_size=3000), head=st.sampled_from([b"", b"RIFF", b"fLaC", b"OggS", b"ID3\x04", b"\xff\xfb"])
)
def test_anything_else_is_refused_or_read_and_nothing_worse(content: bytes, head: bytes) -> None:
    with file(head + content, "a") as path:
        try:
            samples = files.read(path)
        except SoundFileInvalid as error:
            assert error.facts["path"] == str(path)
        else:
            assert np.isfinite(samples).all()


@settings(max_examples=40, deadline=None)
@given(at=st.integers(0, 6444), value=st.binary(min_size=1, max_size=8))
def test_a_damaged_wav_is_refused_or_read(at: int, value: bytes) -> None:
    whole = wav(noise(0.2), RATE, 1, 2)
    with file(whole[:at] + value + whole[at + len(value) :]) as path:
        try:
            samples = files.read(path)
        except SoundFileInvalid:
            return
    assert samples.size
    assert np.abs(samples).max() <= 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", b"Buenos dias.\n" * 50),
        ("list.m3u8", b"#EXTM3U\n#EXTINF:1,\n/etc/hostname\n#EXT-X-ENDLIST\n"),
        ("empty.wav", b""),
        ("page.mp3", b"<!doctype html><html><body>404</body></html>"),
        ("head.wav", wav(np.zeros(0, np.float32), RATE, 1, 2)),
    ],
)
def test_what_holds_no_sound_is_refused(name: str, content: bytes) -> None:
    with file(content, name) as path, pytest.raises(SoundFileInvalid):
        files.read(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SoundFileInvalid, match="no such file"):
        files.read(tmp_path / "http:" / "none.wav")
    with pytest.raises(SoundFileInvalid, match="cannot be read"):
        files.read(tmp_path)


def test_numbers_that_are_none_become_silence(tmp_path: Path) -> None:
    values = np.array([np.nan, np.inf, -np.inf, 5.0, 0.25] * 200, "<f4")
    head = b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x03\0\x01\0" + (16000).to_bytes(4, "little") + (64000).to_bytes(4, "little")
    content = head + b"\x04\0\x20\0data" + values.nbytes.to_bytes(4, "little") + values.tobytes()
    (tmp_path / "a.wav").write_bytes(content)
    assert files.read(tmp_path / "a.wav")[:5].tolist() == [0, 1, -1, 1, 0.25]


@pytest.mark.parametrize("kind", ["wav", "flac"])
def test_what_is_written_is_read_bit_for_bit(tmp_path: Path, kind: str) -> None:
    said = noise(1.03)
    path = tmp_path / "new" / f"a.{kind}"
    {"wav": files.write_wav, "flac": files.write_flac}[kind](path, said)
    assert np.array_equal(files.read(path), said)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_too_loud_is_clipped_not_wrapped(tmp_path: Path) -> None:
    files.write_wav(tmp_path / "a.wav", np.array([2, -2, 1, -1], np.float32))
    assert files.read(tmp_path / "a.wav").tolist() == [32767 / 32768, -1, 32767 / 32768, -1]


@pytest.mark.parametrize("kind", ["wav", "flac"])
@settings(max_examples=15, deadline=None)
@given(lengths=st.lists(st.integers(0, 3000), max_size=12))
def test_a_growing_file_is_what_was_written(kind: str, lengths: list[int]) -> None:
    said = noise(3)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a.{kind}"
        recording, at = files.Recording(path), 0
        for length in lengths:
            recording.write(said[at : at + length])
            at += length
        assert not path.exists()
        recording.close()
        recording.close()
        assert [entry.name for entry in path.parent.iterdir()] == [path.name]
        if at:
            assert np.array_equal(files.read(path), said[:at])


@contextmanager
def room_for(count: int) -> Iterator[None]:
    """Files of this process end at so many bytes, as on a full disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (count, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.skipif(sys.platform == "win32", reason="no limits on the size of files there")
@pytest.mark.parametrize(("kind", "lost"), [("wav", 512), ("flac", 10_000)])
def test_a_full_disk_is_said_once_and_what_was_written_stays(tmp_path: Path, kind: str, lost: int) -> None:
    said = noise(6)
    path = tmp_path / f"a.{kind}"
    recording, refused, written = files.Recording(path), 0, 0
    with room_for(90_001):
        for at in range(0, said.size, 512):
            try:
                recording.write(said[at : at + 512])
                written += 512 * (not refused)
            except OutputNotWritable as error:
                refused += 1
                assert error.facts["path"] == str(path)
        recording.close()
    assert refused == 1
    samples = files.read(path)
    assert samples.size > written - lost
    assert np.array_equal(samples, said[: samples.size])


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for write in (files.write_wav, files.write_flac):
        with pytest.raises(OutputNotWritable):
            write(tmp_path / "file" / "a.wav", noise(0.1))
    with pytest.raises(OutputNotWritable):
        files.Recording(tmp_path / "file" / "a.wav")
