"""The officer's lines themselves: complete for every topic, detail, remark and verdict, well-formed, few words."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import garita.training.simulator as simulator
from garita.roleplay.act import AGAIN, Detail, VerdictKind
from garita.roleplay.meaning import OffTopic
from garita.roleplay.plain_text import plain
from garita.roleplay.scenario import Manner
from garita.training.simulator import (
    lines_again,
    lines_details,
    lines_farewell,
    lines_greeting,
    lines_heard,
    lines_lead,
    lines_matters,
    lines_remarks,
    lines_simpler,
    lines_verdict,
)
from garita.training.simulator.frames import Frames
from garita.training.simulator.officer import ASK
from garita.training.simulator.region import words_of_region
from garita.training.simulator.wording import count
from tests.training.simulator.plans import TOPICS

MODULES = sorted(path.stem for path in Path(simulator.__file__).parent.glob("lines_*.py"))
MANNERS = get_args(Manner)
SLOTS = {
    "x", "b", "c", "f", "cl", "ok", "w", "m", "limit", "duty", "day", "officer", "country",
    *words_of_region("ES"),
}  # fmt: skip


def patterns(value: object) -> Iterator[str]:
    """All texts in tables of frames."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from patterns(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from patterns(each)


def lines(module: str) -> list[str]:
    found = importlib.import_module(f"garita.training.simulator.{module}")
    return [text for name, value in vars(found).items() if name.isupper() for text in patterns(value)]


@pytest.mark.parametrize("module", MODULES)
def test_every_line_is_a_pattern_with_known_slots(module: str) -> None:
    assert lines(module)
    for line in lines(module):
        assert count(line) >= 1
        assert set(re.findall(r"<(\w+)>", line)) <= SLOTS, line
        assert line.count("¿") == line.count("?"), line


@pytest.mark.parametrize("module", MODULES)
def test_nobody_is_told_to_be_man_or_woman_and_nobody_is_thou(module: str) -> None:
    for line in lines(module):
        assert not re.search(r"\b(?:señora?|solo o sola|acompañado|bienvenido|tú|tu|te|vos|seguro)\b", line), line


def test_every_topic_has_enough_families() -> None:
    leads = len(lines_lead.LEAD_COMMON.easy) + min(len(frames.easy) for frames in lines_lead.LEAD.values())
    for topic in TOPICS:
        own = lines_lead.LEAD_FIRST.easy if topic == "passport" else range(leads)
        assert len(ASK[topic].easy) * (1 + len(own)) >= 100
        assert len(ASK[topic].rich) >= 10
        assert len(lines_simpler.SIMPLER[topic].easy) >= 5
        assert topic in lines_heard.CLAUSES or topic == "passport"


def test_frequent_acts_have_fifty_families() -> None:
    assert len(lines_heard.FRAMES.easy) * 3 >= 50
    assert len(lines_verdict.FOUND.easy) * len(lines_verdict.ADMIT.easy) >= 50
    for manner in MANNERS:
        assert len(lines_greeting.WELCOME[manner].easy) * len(ASK["passport"].easy) >= 50
        parts = (lines_farewell.BYE_FIRST, lines_farewell.BYE_WISH, lines_farewell.BYE_LAST)
        assert all(len(part[manner].easy) >= 12 for part in parts)
        assert len(lines_again.SOFT[manner].easy) >= 8
    for kind in ("repeat", "rephrase", "slow_down", "ask_spanish", "pardon"):
        assert len(lines_again.AGAIN[kind].easy) * min(len(each.easy) for each in ASK.values()) >= 50


def test_tables_are_complete() -> None:
    for kind in AGAIN - {"explain", "return"}:
        assert kind in lines_again.AGAIN
    for remark in (*get_args(OffTopic), "insult", "injection", "thanks", "how_are_you", "sorry"):
        assert remark == "" or len(lines_remarks.REMARKS[remark].easy) >= 3, remark
    for detail in get_args(Detail):
        assert detail == "yes_what" or len(lines_details.DETAILS[detail].easy) >= 6, detail
    assert set(get_args(VerdictKind)) == {"admit", *lines_verdict.NEXT_STEP}
    assert {"said", "passport", "flight", "suitcase"} == set(lines_matters.CONTRADICTION)


def test_easy_lines_are_short() -> None:
    for topic in TOPICS:
        for line in ASK[topic].easy:
            assert len(re.sub(r"\{([^{}|]*)\|[^{}]*\}", r"\1", line).split()) <= 12, line


def test_the_vocabulary_is_small() -> None:
    said: set[str] = set()
    for module in MODULES:
        for line in lines(module):
            said.update(plain(re.sub(r"<\w+>", " ", line)).split())
    assert len(said) < 1000


def test_frames_fall_back_to_easy_ones() -> None:
    from random import Random

    assert Frames(("a",)).pick("C1", Random(1)) == "a"
    assert Frames(("a",), ("b",)).pick("A2", Random(1)) == "a"
    assert {Frames(("a",), ("b",)).pick("C1", Random(seed)) for seed in range(50)} == {"a", "b"}
