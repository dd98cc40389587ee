"""The shipped catalogue can be read, its figures agree with each other, and a mistake is told by its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita import paths
from garita.engines.whisper_sizes import SIZES
from garita.errors import CatalogueInvalid
from garita.library import catalogue
from garita.library.recognisers import REPOSITORIES

SHIPPED = catalogue.read()


def test_it_holds_chat_models_from_half_a_billion_to_twelve_and_every_recogniser() -> None:
    sizes = [officer.parameters for officer in SHIPPED.officer]
    assert min(sizes) < 0.6e9
    assert 11e9 < max(sizes) < 13e9
    assert [recogniser.id for recogniser in SHIPPED.recogniser] == list(REPOSITORIES)


@pytest.mark.parametrize("officer", SHIPPED.officer, ids=lambda officer: officer.id)
def test_figures_agree_with_each_other(officer: catalogue.Officer) -> None:
    bits = 8 * officer.bytes / officer.parameters
    assert 4 < bits < 9  # small models keep their embedding in more bits than the rest
    assert officer.bytes < officer.memory_bytes < officer.bytes + 2.5e9
    assert officer.for_whom.en.endswith(".")
    assert officer.for_whom.es.endswith(".")


def test_the_smallest_comes_first() -> None:
    for entries in (SHIPPED.officer, SHIPPED.recogniser):
        sizes = [entry.bytes for entry in entries]
        assert sizes == sorted(sizes)


def test_recognisers_are_as_large_as_the_engine_says() -> None:
    for entry, size in zip(SHIPPED.recogniser, SIZES, strict=True):
        assert entry.bytes == pytest.approx(size.megabytes * 1e6, rel=0.1)


def test_what_suits_depends_on_the_memory_that_is_free() -> None:
    entry = SHIPPED.officer[0]
    edge = entry.memory_bytes + catalogue.RESERVE
    assert catalogue.fits(entry, edge - 1) == "too_large"
    assert catalogue.fits(entry, edge) == catalogue.fits(entry, edge + catalogue.COMFORT - 1) == "tight"
    assert catalogue.fits(entry, edge + catalogue.COMFORT) == "suits"


@pytest.mark.parametrize(
    ("old", "new", "key", "problem"),
    [
        ('file = "Qwen3-0.6B-Q8_0.gguf"', 'file = "../evil.gguf"', "officer[1].file", "expected `?str"),
        ('id = "qwen3-0.6b"', 'id = "qwen2.5-0.5b"', "officer[1].id", "qwen2.5-0.5b is there twice"),
        ("bytes = 491_400_032", "bytes = 991_400_032", "officer[0].memory_bytes", "must be larger than the file"),
        ('id = "tiny"', 'id = "huge"', "recogniser[0].id", "huge is no known recogniser"),
        ('name = "Qwen 3 0.6B"', 'nome = "Qwen 3 0.6B"', "officer[1].nome", "unknown key"),
        ('["es", "ca"', '["ca", "es"', "officer[13].languages", "Spanish must come first"),
    ],
)
def test_a_mistake_is_told_by_its_line(tmp_path: Path, old: str, new: str, key: str, problem: str) -> None:
    text = (paths.models() / "catalogue.toml").read_text(encoding="utf-8")
    assert old in text
    file = tmp_path / "catalogue.toml"
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CatalogueInvalid, match=problem) as caught:
        catalogue.read(file)
    assert caught.value.facts["key"] == key
    line = file.read_text(encoding="utf-8").splitlines()[int(str(caught.value.facts["line"])) - 1]
    assert line.startswith(key.rpartition(".")[2])
