"""Every tensor of a PEFT adapter becomes one change by PEFT's rules, or the adapter is refused and the tensor named."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.convert.adapter import read_adapter, read_adapters, split_weight
from garita.convert.adapter_changes import Fingerprint, LowRank, ReplacedRows, Replacement, StackedLowRank
from garita.errors import AdapterRefused, GgufInvalid
from tests.convert.peft_folders import IN, OUT, RANK, K, Q, folder, low_rank, values

EMBEDDING, HEAD, EXPERTS = "model.embed_tokens", "lm_head", "model.layers.0.mlp.experts"
EMBEDDING_PAIR = {f"{EMBEDDING}.lora_embedding_A": values(RANK, 11), f"{EMBEDDING}.lora_embedding_B": values(IN, RANK)}


def test_factors_and_scale(tmp_path: Path) -> None:
    tensors = low_rank()
    adapter = read_adapter(folder(tmp_path / "a", tensors))
    (change,) = adapter.changes
    assert isinstance(change, LowRank)
    assert (change.target, change.scale, change.is_embedding, change.magnitude, change.bias) == (
        Q,
        2.0,
        False,
        None,
        None,
    )
    assert np.array_equal(change.a.whole(), tensors[f"{Q}.lora_A.weight"])
    assert np.array_equal(change.b.rows(3, 5), tensors[f"{Q}.lora_B.weight"][3:5])
    assert (adapter.kind, adapter.space, adapter.rank, adapter.alpha, adapter.version) == (
        "LoRA",
        "module",
        2,
        4.0,
        "0.21.2",
    )
    assert len(adapter.sha256) == 64


def test_an_embeddings_factors_lie_the_other_way_round(tmp_path: Path) -> None:
    (change,) = read_adapter(folder(tmp_path / "a", EMBEDDING_PAIR)).changes
    assert isinstance(change, LowRank)
    assert change.is_embedding
    a, b = EMBEDDING_PAIR.values()
    assert np.array_equal(change.b.whole() @ change.a.whole(), (b @ a).T)
    assert np.array_equal(change.b.rows(4, 9), a.T[4:9])


@pytest.mark.parametrize(
    ("config", "scales"),
    [
        ({}, (2.0, 2.0)),
        ({"use_rslora": True}, (4 / math.sqrt(2), 4 / math.sqrt(2))),
        ({"alpha_pattern": {"q_proj": 6}}, (3.0, 2.0)),
        ({"alpha_pattern": {".*": 8, "q_proj": 6}}, (4.0, 4.0)),
        ({"alpha_pattern": {"_proj": 6}}, (2.0, 2.0)),
        ({"alpha_pattern": {r"layers\.0\.self_attn\.(q|v)_proj": 6}}, (3.0, 2.0)),
        ({"alpha_pattern": {r"^model.layers.0.self_attn.k_proj": 6}}, (2.0, 3.0)),
        ({"rank_pattern": {"k_proj": 2, "q_proj": 2}, "r": 77}, (2.0, 2.0)),
    ],
)
def test_scales_follow_the_patterns(tmp_path: Path, config: dict[str, object], scales: tuple[float, float]) -> None:
    adapter = read_adapter(folder(tmp_path / "a", low_rank(Q) | low_rank(K), config))
    found = {change.target: change.scale for change in adapter.changes if isinstance(change, LowRank)}
    assert (found[Q], found[K]) == scales


def test_a_weight_multiplies_what_is_added(tmp_path: Path) -> None:
    (change,) = read_adapter(folder(tmp_path / "a", low_rank()), -0.5).changes
    assert isinstance(change, LowRank)
    assert change.scale == -1.0


def test_everything_a_config_can_announce(tmp_path: Path) -> None:
    tensors = {
        **low_rank(),
        f"{Q}.lora_B.bias": values(OUT),
        f"{K}.bias": values(OUT),
        f"{HEAD}.weight": values(11, IN),
        f"{EMBEDDING}.token_adapter.trainable_tokens_delta": values(2, IN),
    }
    config = {
        "lora_bias": True,
        "bias": "all",
        "modules_to_save": [HEAD],
        "trainable_token_indices": [7, 3],
        "ensure_weight_tying": True,
    }
    adapter = read_adapter(folder(tmp_path / "a", tensors, config))
    found = {type(change).__name__ + " " + change.target: change for change in adapter.changes}
    assert len(found) == len(adapter.changes) == 4
    rows, low, bias = found[f"ReplacedRows {EMBEDDING}"], found[f"LowRank {Q}"], found[f"Replacement {K}"]
    assert isinstance(rows, ReplacedRows)
    assert isinstance(low, LowRank)
    assert isinstance(bias, Replacement)
    assert rows.indices == (7, 3)
    assert low.bias is not None
    assert low.bias.shape == (OUT,)
    assert bias.parameter == "bias"
    assert adapter.ensure_weight_tying


def test_the_bias_of_an_adapted_module_lies_in_its_base_layer(tmp_path: Path) -> None:
    tensors = low_rank() | {f"{Q}.base_layer.bias": values(OUT)}
    changes = read_adapter(folder(tmp_path / "a", tensors, {"bias": "lora_only"})).changes
    assert [type(change) for change in changes] == [LowRank, Replacement]
    assert [type(change) for change in read_adapter(folder(tmp_path / "a", tensors)).changes] == [LowRank, Fingerprint]
    with pytest.raises(AdapterRefused, match=r"base_layer.bias replaces the base"):
        read_adapter(folder(tmp_path / "a", tensors, {"bias": "all"}), 0.5)


def test_base_layers_are_fingerprints(tmp_path: Path) -> None:
    tensors = EMBEDDING_PAIR | {f"{EMBEDDING}.base_layer.weight": values(11, IN)}
    changes = read_adapter(folder(tmp_path / "a", tensors)).changes
    assert [type(change) for change in changes] == [LowRank, Fingerprint]


def test_dora(tmp_path: Path) -> None:
    pair = low_rank()
    for name in ("lora_magnitude_vector", "lora_magnitude_vector.weight"):
        tensors = pair | {f"{Q}.{name}": values(OUT)}
        (change,) = read_adapter(folder(tmp_path / "a", tensors, {"use_dora": True})).changes
        assert isinstance(change, LowRank)
        assert change.magnitude is not None
    tensors = EMBEDDING_PAIR | {f"{EMBEDDING}.lora_magnitude_vector": values(IN)}
    (change,) = read_adapter(folder(tmp_path / "a", tensors, {"use_dora": True})).changes
    assert isinstance(change, LowRank)
    assert change.magnitude is not None
    assert change.magnitude.shape == (IN,)


STACK = {
    f"{EXPERTS}.base_layer.lora_A.weight": values(3 * RANK, IN),
    f"{EXPERTS}.base_layer.lora_B.weight": values(OUT, 3 * RANK),
    f"{EXPERTS}.lora_A.weight": values(3 * RANK, OUT),
    f"{EXPERTS}.lora_B.weight": values(IN, 3 * RANK),
}
TARGETS = {"target_parameters": ["experts.down_proj", "mlp.experts.gate_up_proj"]}


@pytest.mark.parametrize(
    ("version", "product"),
    [("0.21.2", "out_in"), ("0.19.0", "out_in"), ("0.18.1", "in_out"), ("", "unknown"), ("1", "unknown")],
)
def test_stacks_of_experts(tmp_path: Path, version: str, product: str) -> None:
    adapter = read_adapter(folder(tmp_path / "a", STACK, {**TARGETS, "peft_version": version}))
    found = {change.parameter: change for change in adapter.changes if isinstance(change, StackedLowRank)}
    assert set(found) == {"gate_up_proj", "down_proj"}
    inner = found["gate_up_proj"]
    assert (inner.target, inner.product, len(inner.factors), inner.scale) == (EXPERTS, product, 3, 2.0)
    a, b = STACK[f"{EXPERTS}.base_layer.lora_A.weight"], STACK[f"{EXPERTS}.base_layer.lora_B.weight"]
    for expert, (ours_a, ours_b) in enumerate(inner.factors):
        assert np.array_equal(ours_a.whole(), a.reshape(3, RANK, IN)[expert])
        assert np.array_equal(ours_b.rows(2, 5), b.reshape(OUT, RANK, 3)[2:5, :, expert])


# --- what cannot be merged exactly ---------------------------------------------------------------------------------

PAIR = low_rank()
EXOTIC = {
    "another kind of adapter": ({"peft_type": "ADALORA"}, "ADALORA"),
    "no kind at all": ({"peft_type": None}, "None"),
    "another task": ({"task_type": "SEQ_CLS"}, "SEQ_CLS"),
    "PiSSA": ({"init_lora_weights": "pissa_niter_16"}, "pissa_niter_16"),
    "OLoRA": ({"init_lora_weights": "olora"}, "olora"),
    "LoRA-GA": ({"init_lora_weights": "lora_ga"}, "lora_ga"),
    "CorDA": ({"corda_config": {"x": 1}}, "CorDA"),
    "LoftQ": ({"loftq_config": {"loftq_bits": 4}}, "LoftQ"),
    "LoftQ by name": ({"init_lora_weights": "loftq"}, "loftq"),
    "aLoRA": ({"alora_invocation_tokens": [1]}, "aLoRA"),
    "Arrow": ({"arrow_config": {"top_k": 2}}, "Arrow"),
    "KaSA": ({"kasa_config": {"x": 1}}, "KaSA"),
    "QALoRA": ({"use_qalora": True}, "QALoRA"),
    "repeated layers": ({"layer_replication": [[0, 4]]}, "layer_replication"),
    "an unknown key": ({"lora_on_mars": True}, "lora_on_mars"),
    "no rank": ({"r": 0}, "key r is 0"),
    "a rank in words": ({"r": "8"}, "key r is '8'"),
    "a rank that is a truth": ({"r": True}, "key r is True"),
    "an alpha that is none": ({"lora_alpha": math.nan}, "lora_alpha is nan"),
    "an unknown bias": ({"bias": "some"}, "bias is 'some'"),
    "a pattern that never ends": ({"rank_pattern": {"(a+)+": 4}}, "too intricate"),
    "a pattern of many repetitions": ({"rank_pattern": {".*a.*b.*c.*d": 4}}, "too intricate"),
    "a broken pattern": ({"alpha_pattern": {"(": 4}}, "alpha_pattern: missing"),
    "a pattern in a list": ({"rank_pattern": ["q_proj"]}, "rank_pattern is"),
    "a rank of 0 by pattern": ({"rank_pattern": {"q_proj": 0}}, "rank_pattern is 0"),
    "modules that are not there": ({"modules_to_save": ["score"]}, "score is missing"),
    "tokens that are not there": ({"trainable_token_indices": [1]}, "trainable_tokens_delta is missing"),
    "tokens of no numbers": ({"trainable_token_indices": {"embed_tokens": "1"}}, "trainable_token_indices is"),
    "a token twice": ({"trainable_token_indices": [3, 3]}, "trainable_token_indices is"),
    "another rank than announced": ({"r": 3}, r"lora_A.weight is \(2, 6\), expected \(3, 'any'\)"),
    "DoRA without magnitude": ({"use_dora": True}, "lora_magnitude_vector is missing"),
    "a bias that is missing": ({"lora_bias": True}, "lora_B.bias is missing"),
    "a truth that is none": ({"use_dora": "yes"}, "use_dora is 'yes'"),
}


@pytest.mark.parametrize("name", EXOTIC)
def test_configs_that_change_the_mathematics_are_refused_by_name(tmp_path: Path, name: str) -> None:
    config, words = EXOTIC[name]
    with pytest.raises(AdapterRefused, match=words):
        read_adapter(folder(tmp_path / "a", PAIR, config))


@pytest.mark.parametrize("beginning", [True, False, "gaussian", "eva", "orthogonal"])
def test_beginnings_that_leave_the_base_alone_are_fine(tmp_path: Path, beginning: object) -> None:
    assert read_adapter(folder(tmp_path / "a", PAIR, {"init_lora_weights": beginning})).changes


A, B = f"{Q}.lora_A.weight", f"{Q}.lora_B.weight"
LEFT_OVER = {
    "nothing": ({}, {}, "no tensor in it"),
    "half a pair": ({A: PAIR[A]}, {}, "q_proj.lora_B.weight is missing"),
    "another half": ({B: PAIR[B]}, {}, "q_proj.lora_A.weight is missing"),
    "an unknown ending": (PAIR | {f"{Q}.lora_C.weight": values(2)}, {}, "lora_C.weight has no place"),
    "an adapter's name": (PAIR | {f"{K}.lora_A.default.weight": values(2, 2)}, {}, "default.weight has no place"),
    "neither weight nor bias": (PAIR | {"model.norm.scale": values(2)}, {}, "norm.scale has no place"),
    "magnitude without DoRA": (PAIR | {f"{Q}.lora_magnitude_vector": values(OUT)}, {}, "magnitude_vector has no place"),
    "a bias not announced": (PAIR | {f"{Q}.lora_B.bias": values(OUT)}, {}, "lora_B.bias has no place"),
    "a weight beside LoRA": (PAIR | {f"{Q}.weight": values(OUT, IN)}, {}, "q_proj.weight has no place"),
    "a base layer of none": (PAIR | {f"{K}.base_layer.weight": values(OUT, IN)}, {}, "base_layer.weight has no place"),
    "tokens not announced": (
        PAIR | {f"{EMBEDDING}.token_adapter.trainable_tokens_delta": values(2, IN)},
        {},
        "trainable_tokens_delta has no place",
    ),
    "more tokens than announced": (
        {f"{EMBEDDING}.token_adapter.trainable_tokens_delta": values(2, IN)},
        {"trainable_token_indices": [1]},
        r"is \(2, 6\), expected \(1, 'any'\)",
    ),
    "a B of another rank": ({A: PAIR[A], B: values(OUT, 3)}, {}, r"lora_B.weight is \(8, 3\), expected \('any', 2\)"),
    "a flat A": ({A: values(2), B: PAIR[B]}, {}, r"lora_A.weight is \(2,\)"),
    "an A of nothing": ({A: values(2, 0), B: PAIR[B]}, {}, r"lora_A.weight is \(2, 0\)"),
    "a magnitude of another length": (
        PAIR | {f"{Q}.lora_magnitude_vector": values(3)},
        {"use_dora": True},
        r"is \(3,\), expected \(8,\)",
    ),
    "DoRA and bias": (
        PAIR | {f"{Q}.lora_magnitude_vector": values(OUT), f"{Q}.lora_B.bias": values(OUT)},
        {"use_dora": True, "lora_bias": True},
        "both DoRA and lora_bias",
    ),
    "rows that are no whole experts": (
        {f"{EXPERTS}.lora_A.weight": values(5, IN), f"{EXPERTS}.lora_B.weight": values(OUT, 5)},
        {"target_parameters": ["experts.down_proj"]},
        "expected a multiple of 2 rows",
    ),
    "parameters of unknown order": (
        STACK,
        {"target_parameters": ["experts.left", "experts.right"]},
        "the order of the parameters left, right",
    ),
    "deeper than announced": (STACK, {"target_parameters": ["experts.down_proj"]}, "no place among the target_param"),
    "experts with DoRA": (STACK, {**TARGETS, "use_dora": True}, "no DoRA or lora_bias"),
}


@pytest.mark.parametrize("name", LEFT_OVER)
def test_tensors_without_a_place_are_refused_by_name(tmp_path: Path, name: str) -> None:
    tensors, config, words = LEFT_OVER[name]
    with pytest.raises(AdapterRefused, match=words):
        read_adapter(folder(tmp_path / "a", tensors, config))


def test_names_without_pefts_prefix_are_refused(tmp_path: Path) -> None:
    with pytest.raises(AdapterRefused, match=r"q_proj.lora_A.weight has no place"):
        read_adapter(folder(tmp_path / "a", PAIR, prefix=""))


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_values_that_are_not_finite_are_refused_when_read(tmp_path: Path, value: float) -> None:
    broken = {name: one.copy() for name, one in PAIR.items()}
    broken[B][7, 1] = value
    (change,) = read_adapter(folder(tmp_path / "a", broken)).changes
    assert isinstance(change, LowRank)
    change.b.rows(0, 7)
    with pytest.raises(AdapterRefused, match=r"lora_B.weight holds NaN"):
        change.b.whole()


def test_a_weight_is_no_use_for_what_is_not_added(tmp_path: Path) -> None:
    dora = folder(tmp_path / "a", PAIR | {f"{Q}.lora_magnitude_vector": values(OUT)}, {"use_dora": True})
    with pytest.raises(AdapterRefused, match="DoRA has no weight other than 1"):
        read_adapter(dora, 0.5)
    saved = folder(tmp_path / "b", PAIR | {f"{HEAD}.weight": values(11, IN)}, {"modules_to_save": [HEAD]})
    with pytest.raises(AdapterRefused, match=r"lm_head.weight replaces the base"):
        read_adapter(saved, 2.0)
    for weight in (0.0, math.nan, math.inf):
        with pytest.raises(AdapterRefused, match="a weight of"):
            read_adapter(dora, weight)


# --- files ---------------------------------------------------------------------------------------------------------


def test_files_that_are_missing_or_pickles_are_told(tmp_path: Path) -> None:
    place = folder(tmp_path / "a", PAIR)
    weights, config = place / "adapter_model.safetensors", place / "adapter_config.json"
    assert read_adapter(config).changes
    assert read_adapter(weights).changes
    whole = weights.read_bytes()
    weights.write_bytes(b"")
    with pytest.raises(AdapterRefused, match="truncated"):
        read_adapter(place)
    weights.write_bytes(whole[:-1])
    with pytest.raises(AdapterRefused, match="do not fit"):
        read_adapter(place)
    weights.unlink()
    with pytest.raises(AdapterRefused, match="no such file"):
        read_adapter(place)
    (place / "adapter_model.bin").write_bytes(b"\x80\x02")
    with pytest.raises(AdapterRefused, match="pickle"):
        read_adapter(place)
    config.unlink()
    with pytest.raises(AdapterRefused, match="No such file"):
        read_adapter(place)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "no JSON"), (b"{", "no JSON"), (b"[]", "no JSON object"), (b"\xff", "no JSON"), (b"[" * 100_000, "no JSON")],
)
def test_configs_of_the_wrong_shape_are_refused(tmp_path: Path, content: bytes, words: str) -> None:
    place = folder(tmp_path / "a", PAIR)
    (place / "adapter_config.json").write_bytes(content)
    with pytest.raises(AdapterRefused, match=words):
        read_adapter(place)
    (place / "adapter_config.json").write_bytes(b" " * 5_000_000)
    with pytest.raises(AdapterRefused, match="larger than 4096 KiB"):
        read_adapter(place)


# --- several -------------------------------------------------------------------------------------------------------


def test_dora_shares_its_matrix_with_nobody(tmp_path: Path) -> None:
    plain = str(folder(tmp_path / "plain", PAIR))
    other = str(folder(tmp_path / "other", low_rank(K)))
    dora = str(folder(tmp_path / "d", PAIR | {f"{Q}.lora_magnitude_vector": values(OUT)}, {"use_dora": True}))
    weights = [adapter.weight for adapter in read_adapters([plain, f"{plain}:-0.5", other])]
    assert weights == [1.0, -0.5, 1.0]
    assert len(read_adapters([dora, other])) == 2
    for together in ([plain, dora], [dora, plain], [dora, dora]):
        with pytest.raises(AdapterRefused, match="DoRA must be alone"):
            read_adapters(together)


def test_a_place_with_a_weight_is_taken_apart(tmp_path: Path) -> None:
    assert split_weight("a/b") == (Path("a/b"), 1.0)
    assert split_weight("a/b:-0.5") == (Path("a/b"), -0.5)
    assert split_weight(r"C:\adapter") == (Path(r"C:\adapter"), 1.0)
    assert split_weight(r"C:\adapter:2") == (Path(r"C:\adapter"), 2.0)
    odd = tmp_path / "a:3"
    odd.mkdir()
    assert split_weight(str(odd)) == (odd, 1.0)
    assert split_weight(f"{odd}:2") == (odd, 2.0)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), st.floats(allow_nan=False))
def test_any_name_and_any_weight_are_taken_apart(name: str, weight: float) -> None:
    assert split_weight(f"nowhere/{name}:{weight!r}") == (Path(f"nowhere/{name}"), weight)
    assert split_weight(f"nowhere/{name}:x") == (Path(f"nowhere/{name}:x"), 1.0)


def test_what_follows_a_place_that_is_there_must_be_a_number(tmp_path: Path) -> None:
    for weight in ("", "half", "0,5"):
        with pytest.raises(AdapterRefused, match="is no number such as"):
            split_weight(f"{tmp_path}:{weight}")
    with pytest.raises(GgufInvalid, match="too long"):
        read_adapters(["x" * 300])
