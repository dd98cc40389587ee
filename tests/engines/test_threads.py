"""The number of threads is measured, remembered, and looked at again."""

from __future__ import annotations

from pathlib import Path

import pytest

from garita.engines.threads import (
    Measured,
    RateBook,
    book_key,
    candidates,
    cores,
    for_recogniser,
    has_fallen,
    machine,
    measure,
)


class Rates:
    """A machine with given rates; keeps what was tried."""

    def __init__(self, rates: dict[int, float]) -> None:
        self.rates, self.tried = rates, list[int]()

    def __call__(self, count: int, floor: float) -> float:
        self.tried.append(count)
        return self.rates[count]


@pytest.mark.parametrize(
    ("cores", "free", "expected"),
    [(1, 0, [1]), (2, 0, [1, 2]), (2, 1, [1]), (1, 1, [1]), (8, 0, [1, 2, 4, 7, 8]), (8, 1, [1, 2, 3, 4, 6, 7])],
)
def test_one_core_stays_free_when_asked(cores: int, free: int, expected: list[int]) -> None:
    assert candidates(cores, free) == expected


def test_two_threads_that_wait_for_each_other_lose() -> None:
    trap = Rates({1: 44.0, 2: 1.2})
    assert measure([1, 2], trap).threads == 1


def test_more_threads_win_while_they_pay() -> None:
    rates = Rates({1: 10.0, 2: 19.0, 4: 30.0, 7: 30.5, 8: 2.0})
    measured = measure([1, 2, 4, 7, 8], rates)
    assert (measured.threads, measured.rate) == (4, 30.0)
    assert rates.tried == [1, 2, 4, 7]


def test_only_a_whole_answer_at_under_half_the_rate_counts_as_fallen() -> None:
    measured = Measured({1: 100.0})
    assert has_fallen(measured, 40, 1.0)
    assert not has_fallen(measured, 60, 1.0)
    assert not has_fallen(measured, 5, 1.0)


def test_the_book_remembers(tmp_path: Path) -> None:
    RateBook(tmp_path / "new").write("a", Measured({1: 10.0, 2: 19.5}))
    RateBook(tmp_path / "new").write("b", Measured({1: 5.0}))
    book = RateBook(tmp_path / "new")
    assert book.find("a") == Measured({1: 10.0, 2: 19.5})
    assert book.find("c") is None
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["threads.json"]


@pytest.mark.parametrize("text", ["", "[]", '{"a": 3}', '{"a": {}}', '{"a": {"x": 1}}', '{"a": {"0": 5}}', "\x00"])
def test_a_broken_book_only_means_measuring_again(tmp_path: Path, text: str) -> None:
    (tmp_path / "threads.json").write_text(text, encoding="utf-8")
    assert RateBook(tmp_path).find("a") is None


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    RateBook(tmp_path / "file").write("a", Measured({1: 1.0}))
    assert RateBook(None).find("a") is None


def test_another_file_under_the_same_name_is_measured_anew(tmp_path: Path) -> None:
    model = tmp_path / "m.gguf"
    model.write_bytes(b"1")
    before = book_key(model, 0, 0)
    model.write_bytes(b"22")
    assert book_key(model, 0, 0) != before
    assert machine() in before
    assert cores() >= 1


@pytest.mark.parametrize("count", [1, 2, 3, 4, 8, 64])
def test_beside_a_recogniser_no_core_has_two_threads(count: int) -> None:
    ear = for_recogniser(count)
    assert ear >= 1
    assert ear + max(candidates(count, ear)) <= max(2, count)
