"""The rounds themselves, with a back end of a few lines: order, retries, stops, and the state on disk."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from garita.errors import GenerationRefused, OutputNotWritable, WriterFailed
from garita.training.data.conversation_line import load
from garita.training.generate import cost, run
from garita.training.generate import job as jobs
from garita.training.generate.cost import Price
from garita.training.generate.engine_back_end import EngineBackEnd
from garita.training.generate.run import key_of, place_of
from garita.training.generate.store import Store, Tokens
from tests.fakes import FakeModel
from tests.training.generate.openai_server import Server, running
from tests.training.generate.small import (
    COUNT,
    MESSAGES,
    SCENARIOS,
    Parrot,
    go,
    go_by_chat,
    job,
    lines,
)  # fmt: skip


def test_every_message_is_asked_once_with_its_own_sampling(tmp_path: Path) -> None:
    parrot = Parrot()
    report = go(tmp_path, parrot)
    assert report == run.Report(COUNT, COUNT, MESSAGES, Tokens(10 * MESSAGES, 5 * MESSAGES), {})
    assert len({request.key for request in parrot.asked}) == len(parrot.asked) == MESSAGES
    first = jobs.meeting(job(), {one.id: one for one in SCENARIOS}, 0)
    of_first = [request for request in parrot.asked if place_of(request.key)[0] == 0]
    assert [request.side for request in of_first] == ["officer", "traveller"] * 2 + ["officer"]
    assert {(request.temperature, request.top_p) for request in of_first} == {(first.temperature, first.top_p)}
    assert len({request.seed for request in of_first}) == 5
    line, *_ = load(tmp_path / run.LINES)
    assert all(request.key.startswith(f"{line.id}-") for request in of_first)


def test_a_finished_run_asks_nothing_more_and_a_longer_one_only_the_rest(tmp_path: Path) -> None:
    go(tmp_path, Parrot())
    before, parrot = lines(tmp_path), Parrot()
    assert go(tmp_path, parrot).finished
    assert parrot.asked == []
    assert lines(tmp_path) == before
    assert go(tmp_path, parrot, job(COUNT + 1)).done == COUNT + 1
    assert len(parrot.asked) == MESSAGES // COUNT
    assert lines(tmp_path).startswith(before)


def test_a_failed_message_is_asked_again_and_a_hopeless_one_left_to_the_next_call(tmp_path: Path) -> None:
    go(tmp_path / "a", Parrot())
    keys = [key_of(jobs.meeting(job(), {one.id: one for one in SCENARIOS}, number), 1) for number in range(COUNT)]
    parrot = Parrot({keys[0]: 2, keys[1]: 3})
    report = go(tmp_path / "b", parrot)
    assert (report.done, report.failed) == (COUNT - 1, {"broken": 1})
    assert go(tmp_path / "b", parrot).finished
    assert lines(tmp_path / "a") == lines(tmp_path / "b")


def test_an_empty_answer_is_paid_and_asked_again_with_another_seed(tmp_path: Path) -> None:
    mute = Parrot(says="<think>mmm")
    report = go(tmp_path, mute)
    assert report.failed == {"the answer is empty": COUNT}
    assert report.tokens == Tokens(10 * 3 * COUNT, 5 * 3 * COUNT)
    first = [request.seed for request in mute.asked if request.key == mute.asked[0].key]
    assert len(set(first)) == len(first) == 3
    talking = Parrot()
    assert go(tmp_path, talking).finished
    assert talking.asked[0].seed not in first


@pytest.mark.parametrize("at", [0, 1, 7, 14])
def test_stopped_anywhere_and_gone_on_with_it_is_the_same(at: int, tmp_path: Path) -> None:
    go(tmp_path / "a", Parrot())
    first, second = Parrot(), Parrot()
    report = go(tmp_path / "b", first, stop=lambda: len(first.asked) >= at)
    assert report.messages == at
    assert go(tmp_path / "b", second).finished
    assert lines(tmp_path / "a") == lines(tmp_path / "b")
    assert len(first.asked) + len(second.asked) == MESSAGES


def test_the_project_s_engine_answers(tmp_path: Path) -> None:
    model = FakeModel([f"Digo {number}." for number in range(MESSAGES)])
    assert go(tmp_path, EngineBackEnd(model)).finished
    (prompt, sampling, _), *_ = model.calls
    assert prompt[0].role == "system"
    first = jobs.meeting(job(), {one.id: one for one in SCENARIOS}, 0)
    assert (sampling.temperature, sampling.top_p, sampling.seed) == (first.temperature, first.top_p, first.seed)


def test_a_stop_breaks_off_the_engine_s_message(tmp_path: Path) -> None:
    model = FakeModel(["Una respuesta de muchas palabras."] * MESSAGES)
    report = go(tmp_path, EngineBackEnd(model), stop=lambda: len(model.calls) == 3)
    assert (report.messages, len(model.calls)) == (2, 3)


def test_several_messages_at_once_give_the_same(tmp_path: Path) -> None:
    with running(Server()) as server:
        assert go_by_chat(tmp_path / "a", server.url, at_once=3).finished
        assert go_by_chat(tmp_path / "b", server.url, at_once=1).finished
    assert lines(tmp_path / "a") == lines(tmp_path / "b")


def test_what_is_under_way_when_a_server_goes_is_kept(tmp_path: Path) -> None:
    asked = count(1)
    goes = Server(hook=lambda *_: next(asked) > 4)
    with running(goes) as server, pytest.raises(WriterFailed, match="Connection"):
        go_by_chat(tmp_path, server.url, at_once=3)
    with running(Server()) as server:
        assert go_by_chat(tmp_path, server.url).finished
        assert server.chats.total() == MESSAGES - 4


def test_a_model_the_server_does_not_have_is_told(tmp_path: Path) -> None:
    with running(Server()) as server, pytest.raises(WriterFailed, match="no model huge"):
        go_by_chat(tmp_path, server.url, model="huge")


def test_a_prompt_the_server_refuses_stops_only_its_conversation(tmp_path: Path) -> None:
    name = jobs.meeting(job(), {one.id: one for one in SCENARIOS}, 1).scenario.traveller.name
    with running(Server(refuses=(name,))) as server:
        report = go_by_chat(tmp_path, server.url)
    assert report.done == COUNT - 1
    assert "not this prompt" in next(iter(report.failed))


# --- the state --------------------------------------------------------------------------------------------------------


def test_a_folder_is_one_run_s_at_a_time(tmp_path: Path) -> None:
    first = Store(tmp_path / run.STATE)
    with pytest.raises(GenerationRefused, match="another run"):
        Store(tmp_path / run.STATE)
    first.close()
    Store(tmp_path / run.STATE).close()


def test_a_run_does_not_become_another(tmp_path: Path) -> None:
    with Store(tmp_path / run.STATE) as store:
        jobs.remember(job(turns=9), store, "here")
        jobs.remember(job(), store, "here")  # nothing was asked yet
    go(tmp_path, Parrot())
    with Store(tmp_path / run.STATE) as store:
        jobs.remember(job(COUNT + 5), store, "here")
        for other in (job(turns=4), job(seed=2), job(narrowed={"level": ("A2",)}), job(temperatures=(0.1, 0.2))):
            with pytest.raises(GenerationRefused, match="another value of"):
                jobs.remember(other, store, "here")


@pytest.mark.parametrize(
    "ranges", [{"temperatures": (1.0, 0.5)}, {"temperatures": (-1.0, 1.0)}, {"top_ps": (0.5, 1.1)}]
)
def test_a_range_must_be_one(ranges: dict[str, tuple[float, float]]) -> None:
    with pytest.raises(GenerationRefused, match="range"):
        jobs.checked(job(**ranges))


def test_a_damaged_state_is_told(tmp_path: Path) -> None:
    (tmp_path / run.STATE).write_bytes(b"this is no database" * 100)
    with pytest.raises(OutputNotWritable, match="database"):
        Store(tmp_path / run.STATE)


def test_a_full_disk_is_told_and_loses_nothing(tmp_path: Path) -> None:
    """SQLite's own limit of pages stands for the disk's."""
    parrot = Parrot(says="Una respuesta muy larga. " * 400)
    go(tmp_path / "a", parrot)
    store = Store(tmp_path / "b" / run.STATE)
    store._database.execute(f"PRAGMA max_page_count = {12}")
    both = {"officer": Parrot(says=parrot.says), "traveller": Parrot(says=parrot.says)}
    with pytest.raises(OutputNotWritable, match="full"):
        run.run(job(), SCENARIOS, store, tmp_path / "b" / run.LINES, both)  # type: ignore[arg-type]
    kept = store.messages()
    store.close()
    assert 0 < kept < MESSAGES
    again = Parrot(says=parrot.says)
    assert go(tmp_path / "b", again).finished
    assert len(again.asked) == MESSAGES - kept
    assert lines(tmp_path / "a") == lines(tmp_path / "b")


def test_lines_that_cannot_be_written_are_told_and_not_lost(tmp_path: Path) -> None:
    (tmp_path / run.LINES / "in the way").mkdir(parents=True)
    with pytest.raises(OutputNotWritable, match=run.LINES):
        go(tmp_path, Parrot())
    (tmp_path / run.LINES / "in the way").rmdir()
    (tmp_path / run.LINES).rmdir()
    parrot = Parrot()
    assert go(tmp_path, parrot).finished
    assert parrot.asked == []


# --- what it will cost ------------------------------------------------------------------------------------------------


def test_the_estimate_is_near_what_is_asked_and_sinks_to_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / run.STATE) as store:
        before = cost.estimate(job(), SCENARIOS, store, range(COUNT))
    parrot = Parrot(says="Traigo dos botellas de vino y un poco de queso para mi hermana, que vive aquí desde enero.")
    go(tmp_path, parrot)
    letters = sum(len(message.content) for request in parrot.asked for message in request.messages)
    assert before.requests == MESSAGES
    assert before.tokens.prompt == pytest.approx(letters / cost.LETTERS_PER_TOKEN, rel=0.15)
    with Store(tmp_path / run.STATE) as store:
        assert cost.estimate(job(), SCENARIOS, store, run.open_talks(job(), store)).tokens == Tokens(0, 0)


def test_a_sample_stands_for_the_rest(tmp_path: Path) -> None:
    with Store(tmp_path / run.STATE) as store:
        some = cost.estimate(job(1000), SCENARIOS, store, range(200))
        many = cost.estimate(job(1000), SCENARIOS, store, range(1000))
    assert many.tokens.prompt == pytest.approx(5 * some.tokens.prompt, rel=0.02)
    assert many.requests == 5000


def test_prices_are_per_million() -> None:
    assert Price(2.0, 10.0).of(Tokens(1_500_000, 100_000)) == pytest.approx(4.0)
