"""A Whisper of one layer made on the spot: it has heard nothing in its life and says one sentence to any sound.

Its weights are random but for a moment of training in which the decoder learns the sentence by heart, so that words,
times and probabilities are there to be tested. It shows nothing about recognition.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch
from ctranslate2.converters import TransformersConverter
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import WhisperConfig, WhisperFeatureExtractor, WhisperForConditionalGeneration, WhisperTokenizerFast
from transformers.modeling_outputs import BaseModelOutput

from tests.engines.fake_ears import SENTENCE

LANGUAGES = ("en", "es")
_CORPUS = [SENTENCE, "Good morning - it's ' ♪ fine", " - ' ♪", "uno dos tres"] * 20


def random_whisper(folder: Path) -> Path:
    """Make the model in ``folder`` (int8, about 0.3 MB) and return it."""
    torch.manual_seed(1)
    source = folder.with_name(folder.name + "-source")
    tokenizer = _tokenizer()
    model = _model(tokenizer)
    _learn_by_heart(model, tokenizer)
    WhisperTokenizerFast(tokenizer_object=tokenizer).save_pretrained(source)
    tokenizer.save(str(source / "tokenizer.json"))
    WhisperFeatureExtractor().save_pretrained(source)
    model.save_pretrained(source)
    files = ["tokenizer.json", "preprocessor_config.json"]
    TransformersConverter(str(source), copy_files=files).convert(str(folder), quantization="int8")
    config = json.loads((folder / "config.json").read_text())
    config["lang_ids"] = [tokenizer.token_to_id(f"<|{code}|>") for code in LANGUAGES]
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "garita.json").write_text(json.dumps({"name": "says one sentence", "test_ear": True, "crop": True}))
    return folder


def _tokenizer() -> Tokenizer:
    """Byte-level BPE in Whisper's order: text, special tokens, time tokens; "" makes CTranslate2 see languages."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    trainer = trainers.BpeTrainer(vocab_size=300, initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator(_CORPUS, trainer)
    values = json.loads(tokenizer.to_str())
    values["model"]["vocab"][""] = len(values["model"]["vocab"])
    tokenizer = Tokenizer.from_str(json.dumps(values))
    special = ["<|endoftext|>", "<|startoftranscript|>", *(f"<|{code}|>" for code in LANGUAGES)]
    special += ["<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>", "<|nospeech|>"]
    special += ["<|notimestamps|>", *(f"<|{step * 0.02:.2f}|>" for step in range(1501))]
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in special])
    return tokenizer


def _model(tokenizer: Tokenizer) -> WhisperForConditionalGeneration:
    def number(token: str) -> int:
        found = tokenizer.token_to_id(token)
        assert found is not None, token
        return found

    end = number("<|endoftext|>")
    config = WhisperConfig(
        vocab_size=tokenizer.get_vocab_size(), d_model=32, encoder_layers=1, decoder_layers=1,
        encoder_attention_heads=2, decoder_attention_heads=2, encoder_ffn_dim=32, decoder_ffn_dim=32,
        pad_token_id=end, bos_token_id=end, eos_token_id=end, decoder_start_token_id=number("<|startoftranscript|>"),
        max_target_positions=448,
    )  # fmt: skip
    model = WhisperForConditionalGeneration(config)
    made = model.generation_config
    made.suppress_tokens = [number("<|translate|>")]
    made.begin_suppress_tokens = [end]
    made.alignment_heads = [[0, 0], [0, 1]]
    return model


def _learn_by_heart(model: WhisperForConditionalGeneration, tokenizer: Tokenizer) -> None:
    start = ["<|startoftranscript|>", "<|es|>", "<|transcribe|>", "<|notimestamps|>"]
    text = tokenizer.encode(" " + SENTENCE, add_special_tokens=False).ids
    tokens = torch.tensor([[tokenizer.token_to_id(token) for token in start] + text])
    labels = torch.cat([tokens[:, 1:], torch.tensor([[tokenizer.token_to_id("<|endoftext|>")]])], dim=1)
    heard = BaseModelOutput(last_hidden_state=torch.zeros(1, 4, 32))
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-2)
    for _ in range(120):
        loss = model(encoder_outputs=heard, decoder_input_ids=tokens, labels=labels).loss
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    assert loss.item() < 0.2, loss.item()
