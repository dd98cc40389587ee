"""A dataset folder: nothing gets lost, nothing is in two parts, same files same bytes, whole or not at all."""

from __future__ import annotations

import json
import sys
import tracemalloc
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random

import msgspec
import pytest

from garita.errors import DatasetRefused, OutputNotWritable, WriterFailed
from garita.messages import ChatMessage
from garita.training.data.clean import Rules
from garita.training.data.conversation_line import ConversationLine, encode, fingerprint, load
from garita.training.data.folder import SetAside, describe
from garita.training.data.formats.transcript import CALL
from garita.training.data.make import Plan, make
from garita.training.data.splits import SPLITS, Shares, split_of
from garita.training.data.translate import Cache, Translator
from tests.training.data.talk import say

WORDS = ("aduana", "maleta", "pasaporte", "viaje", "hotel", "semana", "dinero", "regalo", "queso", "vino", "perro")
THIRDS = Plan(shares=Shares(validation=0.3, test=0.3))


class ByMark:
    """Spanish is everything but what says EN."""

    def language(self, text: str) -> tuple[str, bool]:
        return ("en", False) if "EN" in text else ("es", True)


class Capitals:
    """Translates EN into ES; stops for good at what says STOP, before that at the given number of messages."""

    name = "capitals"

    def __init__(self, most: int = 1000) -> None:
        self.most, self.asked = most, []

    def write(self, messages: list[ChatMessage]) -> str:
        if len(self.asked) >= self.most:
            raise KeyboardInterrupt
        self.asked.append(messages[-1].content)
        if "STOP" in messages[-1].content:
            raise WriterFailed(name=self.name, reason="gone")
        return messages[-1].content.replace("EN", "ES")


def sentence(rng: Random, count: int = 12) -> str:
    return " ".join(rng.choice(WORDS) + str(rng.randrange(100)) for _ in range(count)) + "."


def talks(count: int, seed: int = 1, mark: str = "") -> list[ConversationLine]:
    rng = Random(seed)
    return [
        ConversationLine(messages=say("u" + mark + sentence(rng), "a" + mark + sentence(rng)), id=f"{seed}-{number}")
        for number in range(count)
    ]


def write(path: Path, lines: list[ConversationLine]) -> Path:
    path.write_bytes(b"".join(encode(line) for line in lines))
    return path


def parts(folder: Path) -> dict[str, list[ConversationLine]]:
    return {split: list(load(folder / f"{split}.jsonl")) for split in SPLITS}


def aside(folder: Path) -> list[SetAside]:
    lines = (folder / "set_aside.jsonl").read_bytes().splitlines()
    return [msgspec.json.decode(line, type=SetAside) for line in lines]


def test_every_row_is_in_a_part_or_set_aside_with_its_line(tmp_path: Path) -> None:
    good = talks(30)
    near = ConversationLine(messages=(*good[4].messages, *say("uVale.", "aBien.")))
    rows = [encode(line) for line in good]
    rows[10:10] = [b"\xff\n", b"{}\n", encode(ConversationLine(messages=say("uHola", "uHola"))), encode(good[3]),
                   encode(near), encode(ConversationLine(messages=say("uHello EN", "aGood EN day."))),
                   encode(ConversationLine(messages=say("uHola", "aSí."))),
                   encode(ConversationLine(messages=say("uHola🙂", "aBuenos días, señora.")))]  # fmt: skip
    path = tmp_path / "talks.jsonl"
    path.write_bytes(b"".join(rows))
    seen: list[tuple[int, int]] = []
    report = make([path], tmp_path / "out", THIRDS, ByMark(), on_progress=lambda *one: seen.append(one))
    assert [(one.line, one.reason) for one in aside(tmp_path / "out")] == [
        (11, "unreadable"), (12, "unreadable"), (13, "role_error"), (14, "duplicate"), (15, "near_duplicate"),
        (16, "wrong_language"), (17, "too_short"),
    ]  # fmt: skip
    assert {one.file for one in aside(tmp_path / "out")} == {str(path)}
    assert aside(tmp_path / "out")[3].detail == f"100% of it is {path} line 4"
    assert f"of it is {path} line 5" in aside(tmp_path / "out")[4].detail
    kept = [line for lines in parts(tmp_path / "out").values() for line in lines]
    assert {line.messages for line in kept} == {line.messages for line in good} | {
        say("uHola", "aBuenos días, señora.")
    }
    assert len(kept) == 31 == report.counts.clean == report.counts.rows - sum(report.counts.set_aside.values())
    assert report.counts.changed == {"emoji": 1}
    assert {line.meta["language"] for line in kept} == {"es"}
    assert {line.source for line in kept} == {"talks.jsonl"}
    assert all(line.id for line in kept)


def test_the_description_has_every_hash_in_its_place(tmp_path: Path) -> None:
    make([write(tmp_path / "a.jsonl", talks(40))], tmp_path / "out", THIRDS, ByMark())
    described = describe(tmp_path / "out")
    for split, lines in parts(tmp_path / "out").items():
        assert described.hashes[split] == [fingerprint(line.messages) for line in lines]
        assert lines
        assert all(split_of(one, THIRDS.shares) == split for one in described.hashes[split])
    (source,) = described.sources
    assert (source.path, source.formats) == ("a.jsonl", {"conversations": 40})
    assert json.loads((tmp_path / "out" / "report.json").read_bytes())["counts"]["clean"] == 40
    assert "<svg" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_same_files_same_bytes_and_any_order_the_same_parts(tmp_path: Path) -> None:
    lines = talks(60)
    one = write(tmp_path / "one.jsonl", lines)
    for name in ("first", "second"):
        make([one], tmp_path / name, THIRDS, ByMark())
    for path in (tmp_path / "first").iterdir():
        assert path.read_bytes() == (tmp_path / "second" / path.name).read_bytes(), path.name
    other = write(tmp_path / "other.jsonl", [*talks(20, 2), *reversed(lines)])
    make([other], tmp_path / "third", THIRDS, ByMark())
    for split in SPLITS:
        assert set(describe(tmp_path / "first").hashes[split]) <= set(describe(tmp_path / "third").hashes[split])


def test_a_part_made_into_a_dataset_again_stays_that_part(tmp_path: Path) -> None:
    make([write(tmp_path / "a.jsonl", talks(60))], tmp_path / "out", THIRDS, ByMark())
    for split in SPLITS:
        make([tmp_path / "out" / f"{split}.jsonl"], tmp_path / split, THIRDS, ByMark())
        again = parts(tmp_path / split)
        assert again[split] == parts(tmp_path / "out")[split]
        assert all(not again[other] for other in SPLITS if other != split)


def test_no_call_is_in_two_parts(tmp_path: Path) -> None:
    rng = Random(3)
    calls = [[["agent" if turn % 2 else "client", sentence(rng)] for turn in range(12)] for _ in range(20)]
    path = tmp_path / "calls.jsonl"
    path.write_text("".join(json.dumps({"turns": call}) + "\n" for call in calls), encoding="utf-8")
    make([path], tmp_path / "out", THIRDS, ByMark())
    homes: dict[str, set[str]] = {}
    for split, lines in parts(tmp_path / "out").items():
        for line in lines:
            homes.setdefault(line.meta[CALL], set()).add(split)
    assert len(homes) == 20
    assert all(len(splits) == 1 for splits in homes.values())
    assert len({split for splits in homes.values() for split in splits}) == 3
    assert sum(len(lines) for lines in parts(tmp_path / "out").values()) == 120


def test_a_sample_is_a_part_of_the_whole(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", talks(80))
    make([path], tmp_path / "whole", THIRDS, ByMark())
    report = make([path], tmp_path / "few", msgspec.structs.replace(THIRDS, sample=10), ByMark())
    whole, few = parts(tmp_path / "whole"), parts(tmp_path / "few")
    for split in SPLITS:
        assert len(few[split]) == report.parts[split].conversations == 10
        assert [line for line in whole[split] if line in few[split]] == few[split]
        assert describe(tmp_path / "few").hashes[split] == [fingerprint(line.messages) for line in few[split]]
    assert report.counts.clean == 80
    assert not list((tmp_path / "few").glob("*.sample"))


def test_other_languages_are_translated_where_that_is_wanted(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", [*talks(3), *talks(3, 2, "EN ")])
    with closing(Cache(tmp_path / "cache.sqlite")) as cache:
        translator = Translator(Capitals(), cache, "es")
        report = make([path], tmp_path / "out", Plan(), ByMark(), translator=translator)
    assert report.counts.changed == {"translated": 3}
    assert report.counts.set_aside == {}
    translated = [one for lines in parts(tmp_path / "out").values() for one in lines if "translated_from" in one.meta]
    assert Counter(one.meta["translated_by"] for one in translated) == {"capitals": 3}
    assert all("ES" in message.content for one in translated for message in one.messages)


def test_a_stopped_translation_leaves_nothing_behind_and_goes_on(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", talks(5, 2, "EN "))
    first, second = Capitals(most=4), Capitals()
    with closing(Cache(tmp_path / "cache.sqlite")) as cache, pytest.raises(KeyboardInterrupt):
        make([path], tmp_path / "out", Plan(), ByMark(), translator=Translator(first, cache, "es"))
    assert sorted(one.name for one in tmp_path.iterdir() if "home" not in one.name) == ["a.jsonl", "cache.sqlite"]
    with closing(Cache(tmp_path / "cache.sqlite")) as cache:
        make([path], tmp_path / "out", Plan(), ByMark(), translator=Translator(second, cache, "es"))
    assert len(first.asked) == 4
    assert len(second.asked) == 6
    assert not set(first.asked) & set(second.asked)


def test_a_server_that_dies_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", talks(2, 2, "EN STOP "))
    with closing(Cache(tmp_path / "cache.sqlite")) as cache, pytest.raises(WriterFailed):
        make([path], tmp_path / "out", Plan(), ByMark(), translator=Translator(Capitals(), cache, "es"))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("plan", "mark", "problem"),
    [
        (Plan(), "EN ", "no conversation is left: wrong_language 3"),
        (Plan(rules=Rules(max_words=3)), "", "no conversation is left: too_long 3"),
        (Plan(shares=Shares(validation=0.5, test=0.5)), "", "leave nothing for training"),
    ],
)
def test_what_cannot_become_a_dataset_is_refused(tmp_path: Path, plan: Plan, mark: str, problem: str) -> None:
    path = write(tmp_path / "a.jsonl", talks(3, 1, mark))
    with pytest.raises(DatasetRefused, match=problem):
        make([path], tmp_path / "out", plan, ByMark())
    assert [one for one in tmp_path.iterdir() if "out" in one.name] == []


def test_nothing_is_overwritten_and_an_empty_folder_is_used(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", talks(3))
    (tmp_path / "out").mkdir()
    make([path], tmp_path / "out", Plan(), ByMark())
    before = (tmp_path / "out" / "train.jsonl").read_bytes()
    with pytest.raises(DatasetRefused, match="something already"):
        make([path], tmp_path / "out", Plan(), ByMark())
    assert (tmp_path / "out" / "train.jsonl").read_bytes() == before
    with pytest.raises(OutputNotWritable):
        make([path], path / "below", Plan(), ByMark())


@pytest.mark.skipif(sys.platform == "win32", reason="file sizes cannot be limited there")
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    import resource

    path = write(tmp_path / "a.jsonl", talks(200))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))  # beyond that every write fails, as on a full disk
    try:
        with pytest.raises(OutputNotWritable, match="large"):
            make([path], tmp_path / "out", Plan(), ByMark())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [one for one in tmp_path.iterdir() if "out" in one.name] == []


def test_memory_does_not_grow_with_the_texts(tmp_path: Path) -> None:
    """Ninety conversations more, of 20 KB each, cost less than a third of their bytes."""
    rng = Random(1)
    lines = [ConversationLine(messages=say("u" + sentence(rng), "a" + 34 * sentence(rng, 70))) for _ in range(100)]
    paths = [write(tmp_path / f"{count}.jsonl", lines[:count]) for count in (10, 100)]
    del lines
    few, many = (_peak(path, tmp_path / path.stem) for path in paths)
    more = paths[1].stat().st_size - paths[0].stat().st_size
    assert more > 1_800_000
    assert many - few < more / 3


def _peak(path: Path, out: Path) -> int:
    tracemalloc.start()
    try:
        make([path], out, Plan(), ByMark())
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
