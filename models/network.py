"""The clause network, for training: a small BERT encoder with one head on word pieces and one on clauses.

What the tree and the cues say of a clause is added to every piece of it, so that both heads know the words, the place
and the structure. Torch and transformers are needed only here; the exported network runs on onnxruntime.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import torch
from torch import Tensor, nn
from transformers import BertModel

if TYPE_CHECKING:
    from pathlib import Path

KINDS: Final = ("undertaking", "request", "resolution", "recommendation", "offer")
FIELDS: Final = ("owner", "recipient", "deadline", "condition")
TAGS: Final = ("outside", "begins", "inside")
FEATURE_WIDTH: Final = 48
INPUTS: Final = ("ids", "mask", "types", "clause", "head", "governor", "within", "features")
OUTPUTS: Final = ("pieces", "clauses")


class ClauseNetwork(nn.Module):
    """`pieces`: rows by pieces by (tags, kinds, fields); `clauses`: rows by clauses by (none and the kinds); logits."""

    def __init__(self, base: Path, features: int, layers: int = 6) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(str(base), add_pooling_layer=False)
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        width = self.encoder.config.hidden_size
        self.features = nn.Linear(features, FEATURE_WIDTH, bias=False)
        nn.init.normal_(self.features.weight, 0, 0.05)
        self.pieces = _head(width + FEATURE_WIDTH, len(TAGS) + len(KINDS) + len(FIELDS))
        self.clauses = _head(3 * width + FEATURE_WIDTH, 1 + len(KINDS))

    def forward(
        self,
        ids: Tensor,
        mask: Tensor,
        types: Tensor,
        clause: Tensor,
        head: Tensor,
        governor: Tensor,
        within: Tensor,
        features: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """The logits for a batch made by `actiontracker.extract.encoding.arrays`."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.training):
            read = self.encoder(ids, attention_mask=mask, token_type_ids=types).last_hidden_state.float()
        known = self.features(features)
        pieces = self.pieces(torch.cat([read, within @ known], 2))
        clauses = self.clauses(torch.cat([clause @ read, head @ read, governor @ read, known], 2))
        return pieces, clauses


def _head(width: int, out: int) -> nn.Sequential:
    return nn.Sequential(nn.Dropout(0.15), nn.Linear(width, 128), nn.GELU(approximate="tanh"), nn.Linear(128, out))
