"""A model in a process of its own: it dies and the conversation goes on, it hangs and is ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from garita.engines.child import ChildModel
from garita.engines.llama_options import LlamaOptions
from garita.errors import (
    AdapterInvalid,
    Cancelled,
    EngineDied,
    GaritaError,
    LlamaBuildUnusable,
    ModelDamaged,
    ModelEmpty,
    ModelLoadFailed,
    ModelMissing,
    ModelNotGGUF,
    ModelTruncated,
    ModelUnsupported,
    TemplateInvalid,
)
from garita.library.random_model import CHATML, random_llama
from garita.messages import (
    Adapter,
    AnswerEvent,
    AnswerFinished,
    ChatMessage,
    Constraint,
    EngineRestarted,
    LoadProgress,
    Sampling,
    TokenDelta,
)

ROOT = Path(__file__).resolve().parents[2]
TALK = [ChatMessage("system", "Eres agente."), ChatMessage("user", "Buenos días.")]
LETTERS = Constraint("gbnf", "root ::= [a-z] root")


@pytest.fixture(autouse=True)
def fakes_in_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child finds the fake engines as it finds the package."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def fake(factory: str, path: str = "") -> ChildModel:
    return ChildModel(LlamaOptions(path), factory=f"tests.engines.fake_engines:{factory}")


@pytest.fixture
def echo() -> Iterator[ChildModel]:
    with closing(fake("echo")) as model:
        yield model


@pytest.fixture
def llama(tiny: Path) -> Iterator[ChildModel]:
    with closing(ChildModel(LlamaOptions(str(tiny), context_length=1024, threads=1))) as model:
        yield model


def say(text: str) -> list[ChatMessage]:
    return [ChatMessage("user", text)]


def text_of(events: list[AnswerEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TokenDelta))


def restarts(events: list[AnswerEvent]) -> list[str]:
    return [event.reason for event in events if isinstance(event, EngineRestarted)]


# --- the real engine -----------------------------------------------------------------------------------------------


def test_load_answer_read_ahead_score_and_adapters(tiny: Path, adapter: Path) -> None:
    progress: list[LoadProgress] = []
    model = ChildModel(LlamaOptions(str(tiny), context_length=512, threads=1), on_progress=progress.append)
    with closing(model):
        assert model.facts().architecture == "llama"
        assert progress[-1].fraction == 1.0
        read = model.read_ahead(TALK).timings.tokens_read
        events = list(model.answer(TALK, Sampling(max_tokens=30)))
        finished = events[-1]
        assert isinstance(finished, AnswerFinished)
        assert finished.timings.tokens_reused == read > 0
        assert finished.timings.tokens_generated == 30
        assert "\ufffd" not in text_of(list(model.answer(TALK, Sampling(), constraint=LETTERS)))
        base = model.score(TALK, ["sí", "no"])
        model.use_adapters([Adapter(str(adapter))])
        assert model.score(TALK, ["sí", "no"]) != base


def test_killed_in_mid_stream_it_goes_on_with_the_text_given_out(llama: ChildModel) -> None:
    counting = Constraint("gbnf", "root ::= " + " ".join(f'"{n} "' for n in range(150)))
    events: list[AnswerEvent] = []
    for event in llama.answer(TALK, Sampling(max_tokens=1000), constraint=counting):
        if not events:
            assert llama.process_id
            os.kill(llama.process_id, signal.SIGKILL)
        events.append(event)
    assert restarts(events) == ["signal SIGKILL"]
    assert text_of(events) == "".join(f"{n} " for n in range(150))
    counts = [event.token_count for event in events if isinstance(event, TokenDelta)]
    assert counts == sorted(set(counts))


def test_aborted_between_turns_it_is_replaced_and_has_its_adapters(llama: ChildModel, adapter: Path) -> None:
    llama.use_adapters([Adapter(str(adapter))])
    before = text_of(list(llama.answer(TALK, Sampling(temperature=0, max_tokens=8))))
    assert llama.process_id
    os.kill(llama.process_id, signal.SIGABRT)
    psutil.Process(llama.process_id).wait(5)
    events = list(llama.answer(TALK, Sampling(temperature=0, max_tokens=8)))
    assert len(restarts(events)) <= 1
    assert text_of(events) == before


def test_cancel_from_another_thread_and_the_next_answer_is_whole(llama: ChildModel) -> None:
    events: list[AnswerEvent] = []
    for event in llama.answer(TALK, Sampling(max_tokens=900), constraint=LETTERS):
        events.append(event)
        if len(events) == 1:
            stopper = threading.Thread(target=llama.cancel)
            stopper.start()
            stopper.join()
    last = events[-1]
    assert isinstance(last, AnswerFinished)
    assert last.reason == "cancelled"
    assert not restarts(list(llama.answer(TALK, Sampling(max_tokens=5))))


def test_leaving_the_stream_early_stops_the_answer(llama: ChildModel) -> None:
    stream = llama.answer(TALK, Sampling(max_tokens=900), constraint=LETTERS)
    next(iter(stream))
    process = llama.process_id
    stream.close()  # type: ignore[attr-defined]
    assert isinstance(list(llama.answer(TALK, Sampling(max_tokens=2)))[-1], AnswerFinished)
    assert llama.process_id == process


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda path, tiny: None, ModelMissing),
        (lambda path, tiny: path.write_bytes(b""), ModelEmpty),
        (lambda path, tiny: path.write_bytes(os.urandom(5000)), ModelNotGGUF),
        (lambda path, tiny: path.write_bytes(tiny.read_bytes()[:-5000]), ModelTruncated),
        (lambda path, tiny: path.write_bytes(tiny.read_bytes()[:3000]), ModelDamaged),
        (lambda path, tiny: path.write_bytes(b"GGUF" + b"\xff" * 5000), ModelDamaged),
        (lambda path, tiny: path.write_bytes(tiny.read_bytes().replace(b"llama", b"whisp")), ModelUnsupported),
    ],
)
def test_files_that_are_no_model(tiny: Path, tmp_path: Path, make: object, kind: type[GaritaError]) -> None:
    assert callable(make)
    path = tmp_path / "model.gguf"
    make(path, tiny)
    with closing(ChildModel(LlamaOptions(str(path), threads=1))) as model, pytest.raises(kind) as caught:
        model.load()
    assert caught.value.facts["path"] == str(path)


def test_random_bytes_anywhere_in_a_file_never_end_the_program(tiny: Path, tmp_path: Path) -> None:
    whole = tiny.read_bytes()
    path = tmp_path / "model.gguf"
    for place in (8, 24, 40, 200, 4000):
        path.write_bytes(whole[:place] + bytes(range(200, 232)) + whole[place + 32 :])
        with closing(ChildModel(LlamaOptions(str(path), threads=1))) as model:
            try:
                list(model.answer(TALK, Sampling(max_tokens=2)))
            except GaritaError as error:
                assert error.facts


def test_an_endless_template_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("garita.engines.watchdog._SECONDS", {"template": 0.5})
    endless = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}" + CHATML
    path = random_llama(tmp_path / "model.gguf", chat_template=endless)
    with closing(ChildModel(LlamaOptions(str(path), threads=1))) as model, pytest.raises(TemplateInvalid) as caught:
        model.load()
    assert "end" in str(caught.value.facts["problem"])


def test_a_library_that_is_none_is_refused(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "libllama.so").write_bytes(b"\x7fELF nothing")
    options = LlamaOptions(str(tiny), threads=1, lib_folder=str(tmp_path))
    with closing(ChildModel(options)) as model, pytest.raises(LlamaBuildUnusable) as caught:
        model.load()
    assert caught.value.facts["path"] == str(tmp_path / "mine")
    assert caught.value.facts["problem"]


def test_a_copy_of_the_bundled_build_is_used_from_lib(tiny: Path, tmp_path: Path) -> None:
    import llama_cpp

    bundled = Path(llama_cpp.__file__).parent / "lib"
    (tmp_path / "mine").symlink_to(bundled)
    with closing(ChildModel(LlamaOptions(str(tiny), threads=1, lib_folder=str(tmp_path)))) as model:
        assert str(tmp_path / "mine") in model.facts().llama_build


# --- what a process may do -----------------------------------------------------------------------------------------


def test_words_come_back(echo: ChildModel) -> None:
    assert text_of(list(echo.answer(say("uno dos tres"), Sampling()))) == "uno dos tres"
    assert echo.read_ahead(say("x")).timings.tokens_read == 7
    assert [score.token_count for score in echo.score(say("x"), ["a", "bb"])] == [1, 2]


def test_three_deaths_over_one_answer_are_enough(echo: ChildModel) -> None:
    events: list[AnswerEvent] = []
    with pytest.raises(EngineDied) as caught:
        events.extend(echo.answer(say("a die b die c die d die e"), Sampling()))
    assert caught.value.facts["restarts"] == 3
    assert text_of(list(echo.answer(say("vivo"), Sampling()))) == "vivo"


def test_two_deaths_are_survived_with_every_word(echo: ChildModel) -> None:
    events = list(echo.answer(say("a die b die c"), Sampling()))
    assert text_of(events) == "a die b die c"
    assert restarts(events) == ["signal SIGABRT"] * 2


def test_the_token_limit_holds_over_a_death(echo: ChildModel) -> None:
    events = list(echo.answer(say("a die b c d e f"), Sampling(max_tokens=4)))
    assert text_of(events) == "a die b c "


def test_deaths_in_other_requests(echo: ChildModel) -> None:
    with pytest.raises(EngineDied):
        echo.read_ahead(say("die"))
    with pytest.raises(AdapterInvalid) as caught:
        echo.use_adapters([Adapter("die")])
    assert caught.value.facts["path"] == "die"
    assert echo.read_ahead(say("vivo")).timings.tokens_read == 7


def test_one_that_hears_no_stop_is_ended(echo: ChildModel) -> None:
    events: list[AnswerEvent] = []
    for event in echo.answer(say("a hang b"), Sampling()):
        events.append(event)
        echo.cancel()
    last = events[-1]
    assert isinstance(last, AnswerFinished)
    assert last.reason == "cancelled"
    assert not restarts(events)
    assert text_of(list(echo.answer(say("vivo"), Sampling()))) == "vivo"


def test_a_template_that_loops_over_one_conversation(echo: ChildModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("garita.engines.watchdog._SECONDS", {"template": 0.2})
    with pytest.raises(TemplateInvalid):
        list(echo.answer(say("loop b"), Sampling()))


def test_stray_output_gets_neither_into_the_stream_nor_onto_the_terminal(
    echo: ChildModel, capfd: pytest.CaptureFixture[str]
) -> None:
    assert text_of(list(echo.answer(say("a print b print c"), Sampling()))) == "a print b print c"
    assert capfd.readouterr() == ("", "")


def test_a_bug_in_the_child_is_a_bug_here(echo: ChildModel) -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError: a bug"):
        list(echo.answer(say("a raise b"), Sampling()))
    assert text_of(list(echo.answer(say("vivo"), Sampling()))) == "vivo"


@pytest.mark.parametrize(
    ("stage", "kind"),
    [("model", ModelDamaged), ("template", TemplateInvalid), ("build /x", LlamaBuildUnusable), ("", ModelLoadFailed)],
)
def test_death_while_loading_is_blamed_on_what_was_at_work(stage: str, kind: type[GaritaError]) -> None:
    with closing(fake("die_in_stage", stage)) as model, pytest.raises(kind) as caught:
        model.load()
    assert "assertion failed" in str(caught.value.facts) or stage == "template"


def test_a_load_can_be_stopped() -> None:
    with closing(fake("never_loads")) as model:
        loading = threading.Event()
        threading.Thread(target=lambda: (loading.wait(10), model.cancel())).start()
        model._engine._on_progress = lambda _: loading.set()
        with pytest.raises(Cancelled):
            model.load()


def test_a_second_life_that_fails_says_so(tmp_path: Path) -> None:
    with closing(fake("dies_on_second_life", str(tmp_path / "mark"))) as model, pytest.raises(ModelLoadFailed):
        list(model.answer(say("a die b"), Sampling()))


def test_closing_ends_the_process_and_a_running_answer(echo: ChildModel) -> None:
    events: list[AnswerEvent] = []
    for event in echo.answer(say("a hang b"), Sampling()):
        events.append(event)
        if len(events) == 1:
            closer = threading.Thread(target=echo.close)
            closer.start()
    closer.join()
    assert isinstance(events[-1], AnswerFinished)
    assert echo.process_id is None
    echo.close()
    with pytest.raises(RuntimeError):
        echo.load()


def test_a_second_request_inside_the_first_is_a_bug_and_not_a_deadlock(echo: ChildModel) -> None:
    stream = echo.answer(say("a b c"), Sampling())
    next(iter(stream))
    with pytest.raises(RuntimeError):
        echo.read_ahead(say("x"))
    list(stream)


def test_the_child_ends_when_the_program_is_killed(tmp_path: Path) -> None:
    script = (
        "from tests.engines.test_child import fake, say, Sampling\n"
        "model = fake('echo'); model.load(); print(model.process_id, flush=True)\n"
        "list(model.answer(say('a hang b'), Sampling()))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=ROOT, text=True, env={**os.environ}
    ) as program:
        assert program.stdout
        child = psutil.Process(int(program.stdout.readline()))
        time.sleep(0.2)
        program.kill()
        _, alive = psutil.wait_procs([child], timeout=5)
    assert not alive


def test_ctrl_c_does_not_reach_the_child(echo: ChildModel) -> None:
    echo.load()
    assert echo.process_id
    assert os.getpgid(echo.process_id) != os.getpgid(0)
    os.kill(echo.process_id, signal.SIGINT)
    assert text_of(list(echo.answer(say("a b"), Sampling()))) == "a b"


def test_the_program_itself_stays_light() -> None:
    script = (
        "import sys, garita.engines.child\nprint([m for m in ('numpy', 'llama_cpp', 'jinja2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
