"""The ear's network: transformers' Whisper in a very small size, with a helper head that helps it learn and is dropped.

The encoder is run on as many frames as an utterance has, not on Whisper's thirty seconds. The helper (CTC on the
encoder's output, letter by letter) tells the encoder early which sound is when; the decoder alone takes much longer to
find out, and pieces of words, being many, do, too. Knows batches, not where they come from or how weights are changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import WhisperConfig, WhisperForConditionalGeneration

from garita.training.ear.alignment import Chances, Span, letter_spans
from garita.training.ear.features import MELS, Batch, Features
from garita.training.ear.recipe import EarSizes
from garita.training.ear.sentences import LETTERS
from garita.training.ear.vocabulary import Vocabulary

POSITIONS = 1500  # of the encoder, 20 ms each: Whisper's thirty seconds
_IGNORED = -100
_BLANK_FIRST = 5.0
_HELPER_KNOWS = 0.6  # nats a letter; before that it does not know where a letter is
GUIDED = 2  # heads of a layer
_AROUND = 3  # steps of 20 ms: neighbours know, too
_PROMPT = 4  # tokens before the text
_FASTEST = 18  # tokens a second that anybody says, and some to spare
_TO_SPARE = 6


class Losses(NamedTuple):
    """In nats: the decoder's mean loss of a token, the helper's of a letter, the guide's of a place to look at."""

    decoder: Tensor
    helper: Tensor
    guide: Tensor


class Ear(nn.Module):  # type: ignore[misc]
    """Whisper and its helper. The same seed gives the same weights."""

    def __init__(self, sizes: EarSizes, vocabulary: Vocabulary, seed: int) -> None:
        super().__init__()
        torch.manual_seed(seed)
        self.vocabulary = vocabulary
        self.whisper = WhisperForConditionalGeneration(_config(sizes, vocabulary))
        self.whisper.set_attn_implementation("eager")  # a third faster than sdpa on processors at this size
        self.helper = _helper(sizes.width)

    def encode(self, features: Tensor) -> Tensor:
        """[utterances, MELS, frames] -> [utterances, frames / 2, width]."""
        encoder = self.whisper.model.encoder
        hidden = functional.gelu(encoder.conv1(features))
        hidden = functional.gelu(encoder.conv2(hidden)).transpose(1, 2)
        hidden = hidden + encoder.embed_positions.weight[: hidden.shape[1]]
        for layer in encoder.layers:
            hidden = layer(hidden, None)
        return encoder.layer_norm(hidden)

    def decode(self, encoded: Tensor, ids: Tensor) -> Tensor:
        """The scores of what follows each of ``ids`` [utterances, tokens]."""
        return self._decode(encoded, ids)[0]

    def _decode(self, encoded: Tensor, ids: Tensor) -> tuple[Tensor, Sequence[Tensor]]:
        """The scores, and where each layer looked: [utterances, heads, tokens, encoder steps]."""
        found = self.whisper.model.decoder(
            input_ids=ids, encoder_hidden_states=encoded, use_cache=False, output_attentions=True
        )
        return self.whisper.proj_out(found.last_hidden_state), found.cross_attentions

    def losses(self, batch: Batch) -> Losses:
        """Of a batch."""
        encoded = self.encode(torch.from_numpy(batch.features))
        inputs, wanted = self._lines(batch)
        scores, looks = self._decode(encoded, inputs)
        decoder = functional.cross_entropy(scores.float().flatten(0, 1), wanted.flatten(), ignore_index=_IGNORED)
        # float32: the sums over all alignments need it
        chances = self.helper(encoded).float().log_softmax(-1).transpose(0, 1)
        helper = self._helper_loss(chances, batch)
        knows = helper.item() < _HELPER_KNOWS
        guide = self._guide_loss(looks, chances.detach().numpy(), batch) if knows else torch.zeros(())
        return Losses(decoder, helper, guide)

    @torch.no_grad()  # type: ignore[untyped-decorator]
    def write(self, batch: Batch) -> list[str]:
        """What the decoder writes, always the likeliest next piece."""
        encoded = self.encode(torch.from_numpy(batch.features))
        vocabulary = self.vocabulary
        prompt = vocabulary.prompt("es")
        ids = torch.tensor([prompt] * len(batch.lengths))
        most = int(max(batch.lengths) / 100 * _FASTEST) + _TO_SPARE
        for _ in range(most):
            best = self.decode(encoded, ids)[:, -1, : vocabulary.end + 1].argmax(-1, keepdim=True)
            best[(ids[:, -1:] == vocabulary.end)] = vocabulary.end
            ids = torch.cat([ids, best], 1)
            if bool((best == vocabulary.end).all()):
                break
        return [vocabulary.written(line[len(prompt) :]) for line in ids.tolist()]

    def _lines(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """What the decoder reads and what it should say next; silence is recognised as such in the first place."""
        lines = [self._line(*pair) for pair in zip(batch.written, batch.languages, strict=True)]
        longest = max(len(line) for line in lines) - 1
        inputs = torch.full((len(lines), longest), self.vocabulary.end)
        wanted = torch.full((len(lines), longest), _IGNORED)
        for number, line in enumerate(lines):
            inputs[number, : len(line) - 1] = torch.tensor(line[:-1])
            wanted[number, : len(line) - 1] = torch.tensor(line[1:])
        return inputs, wanted

    def _line(self, written: str, language: str) -> list[int]:
        words = self.vocabulary
        if not written:
            return [words.start, words.no_speech]
        return [*words.prompt(language), *words.text(written), words.end]

    def _helper_loss(self, chances: Tensor, batch: Batch) -> Tensor:
        letters = torch.tensor([LETTERS.index(letter) for letter in "".join(batch.written)], dtype=torch.long)
        whole = functional.ctc_loss(
            chances,
            letters,
            torch.tensor([length // 2 for length in batch.lengths]),
            torch.tensor([len(written) for written in batch.written]),
            blank=len(LETTERS),
            reduction="sum",
            zero_infinity=True,
        )
        return whole / max(len(letters), 1)

    def _guide_loss(self, looks: Sequence[Tensor], chances: Chances, batch: Batch) -> Tensor:
        """How little the guided heads look at the right place.

        Those of the first layer should look at the piece just read, those of the last at the piece to come: so the
        decoder knows where it is and where to go on, and the last ones tell when a word was said.
        """
        texts = [[LETTERS.index(letter) for letter in written] for written in batch.written]
        spans = letter_spans(chances, [length // 2 for length in batch.lengths], texts)
        place = np.zeros((len(texts), looks[0].shape[2], looks[0].shape[3]), np.float32)
        for row, (written, letters) in enumerate(zip(batch.written, spans, strict=True)):
            if letters:
                _mark(place[row, _PROMPT - 1 :], self.vocabulary.spans(written), letters)
        coming = torch.from_numpy(place)
        read = functional.pad(coming, (0, 0, 1, 0))[:, :-1]
        return _elsewhere(looks[0], read) + _elsewhere(looks[-1], coming)


def _mark(place: Features, pieces: Sequence[Span], letters: Sequence[Span]) -> None:
    """Mark where each of the ``pieces`` of a text is heard, and the end, where nothing more comes."""
    for number, (start, end) in enumerate(pieces):
        place[number, max(letters[start][0] - _AROUND, 0) : letters[max(end - 1, start)][1] + _AROUND + 1] = 1.0
    place[len(pieces), letters[-1][1] + 1 :] = 1.0


def _elsewhere(looks: Tensor, place: Tensor) -> Tensor:
    """Mean of minus the logarithm of what a guided head looks at inside its place, over all tokens that have one."""
    inside = (looks[:, :GUIDED].float() * place[:, None]).sum(-1)
    wanted = place.any(-1)[:, None].expand_as(inside)
    return -(inside[wanted] + 1e-4).log().mean() if bool(wanted.any()) else torch.zeros(())


def _helper(width: int) -> nn.Linear:
    """From frames to letters and CTC's blank, the last one; likely at first, for most frames begin no letter."""
    helper = nn.Linear(width, len(LETTERS) + 1)
    with torch.no_grad():
        helper.weight.mul_(0.1)
        helper.bias[-1] = _BLANK_FIRST
    return helper


def _config(sizes: EarSizes, vocabulary: Vocabulary) -> WhisperConfig:
    return WhisperConfig(
        vocab_size=vocabulary.size,
        num_mel_bins=MELS,
        d_model=sizes.width,
        encoder_layers=sizes.encoder_layers,
        decoder_layers=sizes.decoder_layers,
        encoder_attention_heads=sizes.heads,
        decoder_attention_heads=sizes.heads,
        encoder_ffn_dim=sizes.feed_forward,
        decoder_ffn_dim=sizes.feed_forward,
        max_source_positions=POSITIONS,
        max_target_positions=448,
        pad_token_id=vocabulary.end,
        bos_token_id=vocabulary.end,
        eos_token_id=vocabulary.end,
        decoder_start_token_id=vocabulary.start,
        suppress_tokens=[],
        begin_suppress_tokens=[],
        use_cache=False,
    )
