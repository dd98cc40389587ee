"""A trained ear as a faster-whisper folder: CTranslate2's int8 weights, vocabulary, tokenizer, and what it is.

The helper head stays behind. The folder is made beside and renamed. Knows no training.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from ctranslate2.converters import TransformersConverter
from tokenizers import Tokenizer
from transformers import GenerationConfig, PreTrainedTokenizerFast, WhisperFeatureExtractor

from garita.errors import TrainingRefused
from garita.training.ear import checkpoint
from garita.training.ear.features import MELS
from garita.training.ear.network import GUIDED, Ear
from garita.training.ear.vocabulary import END, LANGUAGES, SPECIAL, UNUSED, Vocabulary

NAME = "synthetic-voice test ear"
WHAT_IT_IS = {"name": NAME, "test_ear": True, "crop": True}
_FILES = ("model.bin", "config.json", "vocabulary.json", "tokenizer.json", "preprocessor_config.json", "garita.json")


def write(run: Path, out: Path) -> None:
    """Write the ear that ``learn.run`` left in ``run`` to the folder ``out``; other files in it stay.

    Raises:
        TrainingRefused: there is no finished ear, or ``out`` cannot be written.
    """
    saved = checkpoint.load(run)
    if saved is None:
        raise TrainingRefused(path=str(run), problem="there is no trained ear in it")
    ear = Ear(saved.recipe.model, Vocabulary(saved.tokenizer), saved.recipe.training.seed)
    ear.load_state_dict(saved.weights)
    try:
        with tempfile.TemporaryDirectory() as temporary:
            made = _converted(ear, Path(temporary))
            out.mkdir(parents=True, exist_ok=True)
            for name in _FILES:
                shutil.copyfile(made / name, out / f".{name}.partial")
            for name in _FILES:
                (out / f".{name}.partial").replace(out / name)
    except OSError as error:
        raise TrainingRefused(path=str(out), problem=f"cannot be written: {error}") from error


def _converted(ear: Ear, folder: Path) -> Path:
    source, made = folder / "transformers", folder / "ctranslate2"
    ear.whisper.generation_config = _generation(ear)
    ear.whisper.save_pretrained(source)
    _tokenizer(ear.vocabulary.tokenizer).save_pretrained(source)
    WhisperFeatureExtractor(feature_size=MELS).save_pretrained(source)
    copied = ["tokenizer.json", "preprocessor_config.json"]
    TransformersConverter(str(source), copy_files=copied).convert(str(made), quantization="int8")
    _named_multilingual(made / "vocabulary.json")
    # the tokenizer as it was learned: transformers' own writer adds a processing of its own
    ear.vocabulary.tokenizer.save(str(made / "tokenizer.json"))
    (made / "garita.json").write_text(json.dumps(WHAT_IT_IS) + "\n", encoding="utf-8")
    return made


def _named_multilingual(path: Path) -> None:
    """CTranslate2 takes a model for English only unless its vocabulary has an empty entry."""
    tokens = json.loads(path.read_text(encoding="utf-8"))
    tokens[tokens.index(UNUSED)] = ""
    path.write_text(json.dumps(tokens, ensure_ascii=False), encoding="utf-8")


def _tokenizer(tokenizer: Tokenizer) -> PreTrainedTokenizerFast:
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token=END,
        eos_token=END,
        unk_token=END,
        additional_special_tokens=list(SPECIAL[1:]),
    )


def _generation(ear: Ear) -> GenerationConfig:
    """What CTranslate2 asks for: languages, muted tokens, and the heads by which words get their times."""
    words, config = ear.vocabulary, ear.whisper.config
    last = config.decoder_layers - 1
    return GenerationConfig(
        bos_token_id=words.end,
        eos_token_id=words.end,
        pad_token_id=words.end,
        decoder_start_token_id=words.start,
        suppress_tokens=[number for token, number in words.special.items() if token != END],
        begin_suppress_tokens=[words.end],
        lang_to_id={f"<|{language}|>": words.special[f"<|{language}|>"] for language in LANGUAGES},
        alignment_heads=[[last, head] for head in range(min(GUIDED, config.decoder_attention_heads))],
    )
