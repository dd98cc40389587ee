"""Every error and notice has words in both languages, and the words use only facts the error documents."""

from __future__ import annotations

import re
import string

import pytest

from garita import errors, messages_to_user
from garita.errors import GaritaError

ALL_ERRORS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, GaritaError)]


def documented_facts(kind: type[GaritaError]) -> dict[str, object]:
    """The names after "Facts:" in the docstring, with a value each."""
    told = re.search(r"Facts: (.*)\.", " ".join((kind.__doc__ or "").split()))
    names = re.sub(r"\([^)]*\)", "", told.group(1)).split(",") if told else []
    return {name.strip(): 123 if name.strip().endswith("_bytes") else name.strip().upper() for name in names}


@pytest.mark.parametrize("kind", [kind for kind in ALL_ERRORS if kind is not GaritaError])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_error_has_words_that_use_its_documented_facts(kind: type[GaritaError], language: str) -> None:
    words = messages_to_user.explain(kind(**documented_facts(kind)), language)  # type: ignore[arg-type]
    assert all(words)
    assert "{" not in "".join(words)


def test_no_words_without_an_error() -> None:
    assert set(messages_to_user.ERRORS) == set(ALL_ERRORS) - {GaritaError}


def test_both_languages_use_the_same_facts() -> None:
    for kind, entry in messages_to_user.ERRORS.items():
        assert _fields(entry["en"]) == _fields(entry["es"]), kind
    for key, notice in messages_to_user.NOTICES.items():
        assert _fields([notice["en"]]) == _fields([notice["es"]]), key


def _fields(texts: object) -> set[str]:
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("variables", "language"),
    [({"LC_ALL": "es_MX.UTF-8"}, "es"), ({"LANG": "de_DE.UTF-8"}, "en"), ({"LC_ALL": "en_US", "LANG": "es_ES"}, "en")],
)
def test_language_follows_the_system(variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert messages_to_user.system_language() == language


@pytest.mark.parametrize(("number", "text"), [(0, "0 bytes"), (12_345_678, "12 MB"), (4_400_000_000, "4.4 GB")])
def test_sizes_read_well(number: int, text: str) -> None:
    assert messages_to_user.size(number) == text


def test_without_a_key_the_sentence_still_reads_well() -> None:
    error = errors.ScenarioInvalid(path="a.toml", line=3, key="", problem="not valid TOML: x")
    assert messages_to_user.explain(error, "en").sentence == "a.toml, line 3: not valid TOML: x."
    assert messages_to_user.explain(error, "es").sentence == "a.toml, línea 3: no es TOML válido: x."


def test_spanish_sentences_have_the_decimal_comma() -> None:
    error = errors.ModelTooLarge(path="a.gguf", needed_bytes=12_400_000_000, available_bytes=3_100_000_000)
    assert "12.4 GB" in messages_to_user.explain(error, "en").sentence
    assert "12,4 GB" in messages_to_user.explain(error, "es").sentence
