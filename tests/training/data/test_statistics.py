"""Figures of a dataset are what counting by hand gives, and the page shows them without anything from outside."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.training.data.clean import REASONS, Change
from garita.training.data.conversation_line import ConversationLine, encode
from garita.training.data.folder import split_file
from garita.training.data.page import bars, label, page
from garita.training.data.splits import SPLITS
from garita.training.data.statistics import Counts, lengths, statistics
from garita.training.data.topics import Topics
from tests.training.data.talk import say, talk

COUNTS = Counts(5, 3, {"role_error": 2}, {"emoji": 1}, {"pairs": 5})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = {
        "train": [
            ConversationLine(
                messages=say("suno dos", "uHola", "aBuenos días, señora."), source="<b>", meta={"language": "es"}
            ),
            ConversationLine(messages=say("aPase.", "uGracias, adiós.", "aAdiós."), source="b"),
        ],
        "validation": [],
        "test": [ConversationLine(messages=say("uHola", "aBuenas."), source="b", meta={"language": "es"})],
    }
    for split in SPLITS:
        split_file(tmp_path, split).write_bytes(b"".join(encode(line) for line in lines[split]))
    return tmp_path


def test_figures(folder: Path) -> None:
    report = statistics(folder, COUNTS, 3)
    assert [(part.conversations, part.turns, part.words, part.persona_words) for part in report.parts.values()] == [
        (2, 5, 8, 5), (0, 0, 0, 0), (1, 2, 2, 1),
    ]  # fmt: skip
    assert report.languages == {"es": 2, "": 1}
    assert report.sources == {"b": 2, "<b>": 1}
    assert (report.turns.least, report.turns.median, report.turns.most, report.turns.mean) == (2, 2, 3, 2.33)
    assert report.reply_words.bars == [(1, 2, 3), (2, 3, 0), (3, 4, 1)]


@given(st.lists(st.integers(0, 9000), min_size=1))
def test_lengths_are_those_of_the_values(values: list[int]) -> None:
    found, ranked = lengths(Counter(values)), sorted(values)
    assert found.mean == pytest.approx(sum(values) / len(values), abs=0.006)
    assert (found.least, found.most) == (ranked[0], ranked[-1])
    for share, value in ((0.05, found.p5), (0.5, found.median), (0.95, found.p95)):
        assert sum(one <= value for one in values) >= share * len(values)
        assert sum(one < value for one in values) < max(share * len(values), 1)
    assert sum(count for *_, count in found.bars) == len(values)
    assert all(count == sum(start <= one < (stop or 10**9) for one in values) for start, stop, count in found.bars)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_is_whole_and_asks_nobody(folder: Path, language: str) -> None:
    text = page(statistics(folder, COUNTS, 3), language)
    assert text == page(statistics(folder, COUNTS, 3), language)
    assert "{" not in text.split("</style>")[1]
    assert "<b>" not in text
    assert "&lt;b&gt;" in text
    assert not re.search(r"(src|href)=|@import|url\(", text)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)
    for drawing in re.findall(r"<svg.*?</svg>", text, re.DOTALL):
        ElementTree.fromstring(drawing)


def test_everything_that_is_counted_has_a_name() -> None:
    for name in (*REASONS, *get_args(Change), *SPLITS):
        assert label(name, "en") != label(name, "es") != ""


def test_bars_are_as_long_as_their_numbers() -> None:
    widths = [float(one) for one in re.findall(r'<rect[^>]* width="([\d.]+)"', bars({"a": 10, "b": 5, "c": 0}))]
    assert widths == [420.0, 210.0, 0.0]
    assert bars({}) == ""


def test_topics_are_the_booths_where_a_scenario_is_known_and_words_elsewhere() -> None:
    topics = Topics(3)
    known = say("aBuenos días.", "uMe quedo dos semanas.\n(Oído: x. Ahora: pregunta por el dinero.)", "aGracias.")
    topics.add(ConversationLine(messages=known, scenario="a"))
    topics.add(ConversationLine(messages=known, scenario=next(iter(topics.scenarios))))
    topics.add(talk("uUna habitación para mañana.", "aLa habitación está lista."))
    topics.add(talk("uQuiero otra habitación.", "aNo hay otra."))
    found = topics.found()
    assert (found.understood, found.topics) == (1, {"stay": 1})
    assert found.counted == 4
    assert found.words == {"buenos": 2, "dos": 2, "días": 2, "gracias": 2, "habitación": 2, "quedo": 2, "semanas": 2}


def test_topics_of_many_come_from_a_few_of_them() -> None:
    topics = Topics(100_000)
    for _ in range(100):
        topics.add(talk("uHola", "aBuenas"))
    assert topics.found().counted == 10
