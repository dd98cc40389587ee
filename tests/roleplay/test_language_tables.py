"""The small tables answer exactly as the library does, and a lost or damaged cache only costs time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from garita import paths
from garita.roleplay.language_tables import identifier
from garita.roleplay.spanish import LANGUAGES

SENTENCES = [
    "Buenos días, ¿de dónde viene usted?",
    "Where are you from?",
    "De onde você vem?",
    "",
    "谢谢",
    "\x00ñ\ud800",
]


@pytest.fixture(scope="module")
def library() -> LanguageIdentifier:
    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    whole.set_languages(LANGUAGES)
    return whole


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageIdentifier]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("GARITA_HOME", str(tmp_path_factory.mktemp("home")))
        identifier(LANGUAGES)  # makes the tables
        yield identifier(LANGUAGES)  # reads them


@pytest.mark.parametrize("sentence", SENTENCES)
def test_answers_are_the_library_s(library: LanguageIdentifier, small: LanguageIdentifier, sentence: str) -> None:
    assert small.rank(sentence) == library.rank(sentence)


@given(text=st.text(max_size=60))
def test_for_any_text(library: LanguageIdentifier, small: LanguageIdentifier, text: str) -> None:
    assert small.rank(text) == library.rank(text)


def tables() -> Path:
    (path,) = paths.cache().glob("py3langid-*.npz")
    return path


@pytest.mark.parametrize("kept_bytes", [0, 1000])
def test_a_damaged_cache_is_made_again(library: LanguageIdentifier, kept_bytes: int) -> None:
    identifier(LANGUAGES)
    whole = tables().read_bytes()
    tables().write_bytes(whole[:kept_bytes])
    assert identifier(LANGUAGES).rank(SENTENCES[0]) == library.rank(SENTENCES[0])
    assert len(tables().read_bytes()) == len(whole)
    assert not list(paths.cache().glob("*.partial"))


def test_without_a_cache_it_works_all_the_same(
    library: LanguageIdentifier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("GARITA_HOME", str(tmp_path / "file"))
    assert identifier(LANGUAGES).rank(SENTENCES[0]) == library.rank(SENTENCES[0])
