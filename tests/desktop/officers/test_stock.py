"""What the page shows is what lies in the folders: active first, adapters with their fit, offers with what has come."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from garita import wiring_voice
from garita.convert.random_base import TINY, random_adapter
from garita.desktop.officers import words
from garita.desktop.officers.offers import few
from garita.desktop.officers.pace import Pace
from garita.desktop.officers.stock import look
from garita.errors import ModelMissing
from garita.library import officers, promotion, shelf
from garita.library.officers import Figure
from garita.library.speeds import Speeds
from garita.settings import AdapterChoice, ModelSettings, Settings


@pytest.fixture
def with_adapter(models: Path) -> Path:
    random_adapter(models / "calm.gguf", TINY, rank=4)
    return models


def test_the_active_one_comes_first_and_adapters_say_whether_they_fit(with_adapter: Path) -> None:
    adapter = AdapterChoice(str(with_adapter / "calm.gguf"), 0.5)
    settings = Settings(model=ModelSettings(file=str(with_adapter / "small.gguf"), adapters=(adapter,)))
    found = look(settings, Speeds())
    assert [(item.path.name, item.active, item.own) for item in found.models] == [
        ("small.gguf", True, True),
        (shelf.BUILT_IN, False, False),
    ]
    (item,) = found.adapters
    assert (item.problem, item.scale) == ("", 0.5)
    assert found.adapters_kept([adapter], found.models[0]) == [{"path": adapter.path, "scale": 0.5}]
    assert found.adapters_kept([adapter], found.models[1]) == []
    assert look(Settings(), Speeds()).adapters[0].problem != ""


def test_a_promoted_officer_is_listed_with_its_figures_and_speaks_where_nothing_is_chosen(models: Path) -> None:
    file, figures = models / "small.gguf", {"next_step": Figure(0.741, 0.7, 0.78, "share")}
    version = promotion.promote(file, officers.sha256_of(file), b"{}", figures)
    found = look(Settings(), Speeds())
    item = found.models[0]
    assert (item.name, item.active, item.usual, item.own, item.built_in) == ("small/v1", True, True, False, False)
    assert [item.path.name for item in found.models if not item.usual] == [shelf.BUILT_IN, "small.gguf"]
    assert found.models[0].entry.promoted == version
    version.file.unlink()
    gone = look(Settings(), Speeds())
    assert gone.active is not None
    assert gone.active.built_in
    assert [item.name for item in gone.models if item.entry.problem] == ["small/v1"]


def test_a_chosen_file_that_is_gone_is_listed_with_its_problem(with_adapter: Path) -> None:
    found = look(Settings(model=ModelSettings(file=str(with_adapter / "gone.gguf"))), Speeds())
    assert found.active is not None
    assert isinstance(found.active.entry.problem, ModelMissing)


def test_recognisers_are_listed_and_no_longer_offered(home: Path) -> None:
    shutil.copytree(wiring_voice.test_ear(), wiring_voice.recognisers() / "base")
    (wiring_voice.recognisers() / "tiny").mkdir()
    partial = wiring_voice.recognisers() / "small.partial"
    partial.mkdir()
    (partial / "model.bin.x.part").write_bytes(b"123")
    found = look(Settings(), Speeds())
    assert [(ear.name, ear.problem is None, ear.active) for ear in found.ears] == [
        ("base", True, True),
        ("tiny", False, False),
    ]
    offers = {offer.entry.id: (offer.here, offer.begun) for offer in found.ear_offers}
    assert (offers["base"], offers["tiny"], offers["small"]) == ((True, 0), (False, 0), (False, 3))


def test_few_offers_are_the_largest_quick_ones_and_what_has_begun(home: Path) -> None:
    offers = look(Settings(), Speeds()).officer_offers
    shown = few(offers, lambda offer: offer.entry.id == "mistral-7b-v0.3")
    assert shown[-1].entry.id == "mistral-7b-v0.3"
    assert len(shown) == 5
    assert all(offer.entry.bytes < 3_300_000_000 for offer in shown[:-1])


def test_numbers_read_well() -> None:
    assert [words.parameters(n) for n in (6_230_000, 494_000_000, 1_540_000_000)] == ["6.2 M", "494 M", "1.5 B"]
    assert [words.tokens(n) for n in (1536, 131_072)] == ["1,536", "128 k"]
    assert [words.duration(s) for s in (0.2, 59, 200, 5000)] == ["1 s", "59 s", "3 min", "1 h 23 min"]


def test_pace_is_what_came_lately() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    pace.add(0)
    assert pace.rate == 0
    for second in range(1, 30):
        now[0] = float(second)
        pace.add(1000 * second if second < 10 else 10_000 + 50 * second)
    assert pace.rate == pytest.approx(50)
