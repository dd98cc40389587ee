"""A run-time adapter does what the adapter says, or is refused: llama.cpp would leave the rest out without a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import peft
import pytest
import torch

from garita.convert import llama_run
from garita.convert.adapter_changes import Adapter, Change, LowRank, Replacement, Values
from garita.convert.adapter_peft import read_peft
from garita.convert.adapter_write import write_adapter
from garita.convert.export import export
from garita.convert.gguf_read import open_gguf
from garita.convert.layout import Layout
from garita.convert.llama_run import Run, Weighted
from garita.convert.random_base import TINY, BaseShape, random_base
from garita.errors import AdapterRefused
from tests.convert import tiny

LAYER = "model.layers.1"


def _values(name: str, numbers: np.ndarray) -> Values:
    return Values(name, numbers.shape, Path(name), lambda start, stop: numbers[start:stop])


def _low_rank(target: str, out: int, into: int, rank: int = 3, scale: float = 0.5) -> LowRank:
    rng = np.random.default_rng(out)
    a, b = rng.normal(size=(rank, into)), 0.1 * rng.normal(size=(out, rank))
    return LowRank(target, _values("a", a.astype(np.float32)), _values("b", b.astype(np.float32)), scale)


def _adapter(*changes: Change) -> Adapter:
    return Adapter(Path("adapter"), (), "LoRA", "module", changes, "0" * 64, base="somebody/base")


def _logits(tmp_path: Path, model: Path, adapters: Sequence[Weighted] = ()) -> np.ndarray:
    llama_run.logits(Run(model, tuple(adapters), ((1, 2, 3, 4, 5),)), tmp_path / "rows")
    return np.fromfile(tmp_path / "rows", np.float32)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return random_base(tmp_path_factory.mktemp("base") / "base.gguf", TINY, "F32")


def test_rows_are_in_the_bases_order_and_the_scale_is_in_b(base: Path, tmp_path: Path) -> None:
    layout = Layout(open_gguf(base))
    change = _low_rank(f"{LAYER}.self_attn.q_proj", TINY.width, TINY.width)
    write_adapter(_adapter(change), layout, tmp_path / "a.gguf")
    written = open_gguf(tmp_path / "a.gguf")
    assert written.value("general.type") == "adapter"
    assert written.value("general.base_model.0.name") == "somebody/base"
    place = layout.parameter(change.target, "weight")
    assert place is not None
    tensor = written.tensors["blk.1.attn_q.weight.lora_b"]
    found = np.frombuffer(tensor.rows(0, TINY.width), np.float32).reshape(tensor.shape)
    assert np.array_equal(found, change.b.whole()[place.parts[0].span.rows] * np.float32(0.5))
    assert not np.array_equal(place.parts[0].span.rows, np.arange(TINY.width))


def test_llama_cpp_applies_it_as_if_the_product_were_in_the_base(base: Path, tmp_path: Path) -> None:
    """The same change merged by hand: down_proj keeps its rows, so nothing but the sum is at stake."""
    change = _low_rank(f"{LAYER}.mlp.down_proj", TINY.width, TINY.feed_forward)
    write_adapter(_adapter(change), Layout(open_gguf(base)), tmp_path / "a.gguf")
    tensor = open_gguf(base).tensors["blk.1.ffn_down.weight"]
    rows = np.frombuffer(tensor.rows(0, tensor.row_count), np.float32).reshape(tensor.shape)
    merged = (rows + 0.5 * change.b.whole() @ change.a.whole()).astype(np.float32)
    whole = bytearray(base.read_bytes())
    whole[tensor.start : tensor.start + tensor.nbytes] = merged.tobytes()
    (tmp_path / "merged.gguf").write_bytes(whole)
    expected = _logits(tmp_path, tmp_path / "merged.gguf")
    found = _logits(tmp_path, base, [Weighted(tmp_path / "a.gguf", 1.0)])
    assert np.abs(found - expected).max() < 1e-5 * np.abs(expected).max()
    assert np.abs(_logits(tmp_path, base) - expected).max() > 1e-3 * np.abs(expected).max()


def test_embeddings_are_looked_up(base: Path, tmp_path: Path) -> None:
    change = replace(_low_rank("model.embed_tokens", TINY.vocabulary, TINY.width), is_embedding=True)
    write_adapter(_adapter(change), Layout(open_gguf(base)), tmp_path / "a.gguf")
    tensor = open_gguf(base).tensors["token_embd.weight"]
    rows = np.frombuffer(tensor.rows(0, tensor.row_count), np.float32).reshape(tensor.shape)
    whole = bytearray(base.read_bytes())
    merged = (rows + 0.5 * change.b.whole() @ change.a.whole()).astype(np.float32)
    whole[tensor.start : tensor.start + tensor.nbytes] = merged.tobytes()
    (tmp_path / "merged.gguf").write_bytes(whole)
    expected = _logits(tmp_path, tmp_path / "merged.gguf")
    found = _logits(tmp_path, base, [Weighted(tmp_path / "a.gguf", 1.0)])
    assert np.abs(found - expected).max() < 1e-5 * np.abs(expected).max()


@pytest.mark.filterwarnings("ignore:.is_gradient_checkpointing.:FutureWarning")  # PEFT reads it
def test_logits_equal_pefts_at_run_time(tmp_path: Path) -> None:
    """Ranks and scales of their own for some modules, which one scale for the whole file could not say."""
    folder = tmp_path / "model"
    tiny.tokenizer_in(folder)
    model = tiny.model_in(folder)
    export(folder, tmp_path / "base.gguf", "F32")
    config = peft.LoraConfig(
        r=4, lora_alpha=8, use_rslora=True, target_modules="all-linear", rank_pattern={"q_proj": 3},
        alpha_pattern={"layers.0.mlp.up_proj": 2}, init_lora_weights=False,
    )  # fmt: skip
    torch.manual_seed(5)
    adapted = peft.get_peft_model(model, config).eval()
    adapted.save_pretrained(tmp_path / "adapter")
    write_adapter(read_peft(tmp_path / "adapter"), Layout(open_gguf(tmp_path / "base.gguf")), tmp_path / "a.gguf")
    with torch.no_grad():
        expected = adapted(torch.tensor([[1, 2, 3, 4, 5]])).logits[0].numpy()
    found = _logits(tmp_path, tmp_path / "base.gguf", [Weighted(tmp_path / "a.gguf", 1.0)]).reshape(expected.shape)
    assert np.abs(found - expected).max() < 1e-5 * np.abs(expected).max()


NORM = _values("norm", np.ones(TINY.width, np.float32))
QUERY = _low_rank(f"{LAYER}.self_attn.q_proj", TINY.width, TINY.width)
REFUSED: dict[str, tuple[Change, str]] = {
    "norm": (Replacement("model.norm", "weight", NORM), "no low-rank product"),
    "DoRA": (replace(QUERY, magnitude=NORM), "DoRA"),
    "bias": (replace(QUERY, bias=NORM), "a bias"),
    "unknown module": (replace(QUERY, target=f"{LAYER}.self_attn.qq_proj"), "not in the base"),
    "layer too many": (replace(QUERY, target="model.layers.2.self_attn.q_proj"), "not in the base"),
    "shape": (replace(QUERY, target=f"{LAYER}.mlp.down_proj"), "expected"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_be_left_out_is_refused(base: Path, tmp_path: Path, name: str) -> None:
    change, words = REFUSED[name]
    with pytest.raises(AdapterRefused, match=words):
        write_adapter(_adapter(QUERY, change), Layout(open_gguf(base)), tmp_path / "a.gguf")
    with pytest.raises(AdapterRefused, match="nothing"):
        write_adapter(_adapter(), Layout(open_gguf(base)), tmp_path / "a.gguf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("target", "embedding"), [("model.embed_tokens", True), ("lm_head", False)])
def test_tied_embeddings_are_for_a_merge(tmp_path: Path, target: str, embedding: bool) -> None:
    shape: BaseShape = replace(TINY, tied=True)
    tied = random_base(tmp_path / "tied.gguf", shape, "F32")
    change = replace(_low_rank(target, shape.vocabulary, shape.width), is_embedding=embedding)
    with pytest.raises(AdapterRefused, match="only a merge unties it"):
        write_adapter(_adapter(change), Layout(open_gguf(tied)), tmp_path / "a.gguf")
