"""Settings keep only what differs and refuse wrong values by line and key."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita import paths, settings
from garita.errors import SettingsInvalid
from garita.settings import ModelSettings, SamplingSettings, Settings


def test_without_a_file_all_is_default() -> None:
    assert settings.load() == Settings()


def test_only_what_differs_is_saved() -> None:
    settings.save(Settings(language="es", model=ModelSettings(threads=3)))
    assert paths.settings().read_text(encoding="utf-8") == 'language = "es"\n\n[model]\nthreads = 3\n'
    assert settings.load() == Settings(language="es", model=ModelSettings(threads=3))


@given(file=st.text(), threads=st.integers(0, 256), temperature=st.floats(0, 2))
def test_saved_values_come_back(file: str, threads: int, temperature: float) -> None:
    sampling = SamplingSettings(temperature=temperature)
    chosen = Settings(model=ModelSettings(file=file, threads=threads), sampling=sampling)
    settings.save(chosen)
    assert settings.load() == chosen


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('language = "es"\n[model]\nthreads = -1\n', 3, "model.threads"),
        ('language = "xx"\n', 1, "language"),
        ("[model]\n\nthraeds = 2\n", 3, "model.thraeds"),
        ("[sampling]\ntemperature = 'hot'\n", 2, "sampling.temperature"),
        ("language = \n", 1, ""),
    ],
)
def test_wrong_files_name_line_and_key(text: str, line: int, key: str, home: Path) -> None:
    home.mkdir()
    paths.settings().write_text(text, encoding="utf-8")
    with pytest.raises(SettingsInvalid) as caught:
        settings.load()
    assert (caught.value.facts["line"], caught.value.facts["key"]) == (line, key)


def test_a_damaged_file_is_kept_aside_and_all_is_default() -> None:
    settings.save(Settings(language="es"))
    assert settings.load_or_replace() == (Settings(language="es"), None)
    paths.settings().write_text("language = [", encoding="utf-8")
    loaded, kept = settings.load_or_replace()
    assert loaded == Settings()
    assert kept is not None
    assert kept.read_text(encoding="utf-8") == "language = ["
    assert settings.load_or_replace() == (Settings(), None)
