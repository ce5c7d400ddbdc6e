"""Lets the encoder read raw minutes before it is trained: words are masked, and it learns to fill them in.

    python -m models.pretrain --base MINILM --texts FOLDER --out FOLDER [--steps 500]

Any folder of plain-text minutes will do; nothing of their wording is kept but what it does to the weights. The learning
rate falls to nothing over three readings of the texts, whether or not `--steps` ends it earlier.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import torch
from tokenizers import Tokenizer
from torch.nn import functional
from transformers import BertForMaskedLM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torch import Tensor

PIECES: Final = 126
ROWS: Final = 32
READINGS: Final = 3
MASKED: Final = 0.15
FIRST, BETWEEN, MASK, FIRST_WORD = 101, 102, 103, 1000
"""The vocabulary's numbers for the marks, and where its words begin."""


def stretches(texts: Path, tokenizer: Tokenizer) -> list[list[int]]:
    """All paragraphs of the folder's texts in a row, cut into stretches of `PIECES` word pieces."""
    pieces: list[int] = []
    for file in sorted(texts.rglob("*.txt")):
        for paragraph in re.split(r"\n\s*\n", file.read_text(encoding="utf-8", errors="replace")):
            if words := " ".join(paragraph.split()):
                pieces += [*tokenizer.encode(words, add_special_tokens=False).ids, BETWEEN]
    return [pieces[start : start + PIECES] for start in range(0, len(pieces) - PIECES, PIECES)]


def masked(rows: Tensor, words: int) -> tuple[Tensor, Tensor]:
    """The rows with some pieces hidden, and which: of those 8 in 10 masked, 1 another word, 1 as it was."""
    hidden = (torch.rand(rows.shape) < MASKED) & (rows != FIRST) & (rows != BETWEEN)
    chance = torch.rand(rows.shape)
    shown = rows.clone()
    shown[hidden & (chance < 0.8)] = MASK
    other = hidden & (chance > 0.9)
    shown[other] = torch.randint(FIRST_WORD, words, (int(other.sum()),))
    return shown, hidden


def batches(parts: list[list[int]], chance: random.Random) -> Iterator[Tensor]:
    """The stretches in an order of chance, as rows with their marks."""
    chance.shuffle(parts)
    for start in range(0, len(parts) - ROWS + 1, ROWS):
        yield torch.tensor([[FIRST, *part, BETWEEN] for part in parts[start : start + ROWS]])


def main() -> None:
    """Reads the texts and writes the encoder with its vocabulary."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=500)
    given = parser.parse_args()
    torch.manual_seed(0)
    tokenizer = Tokenizer.from_file(str(given.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    model = BertForMaskedLM.from_pretrained(str(given.base))
    parts = stretches(given.texts, tokenizer)
    steps = len(parts) // ROWS * READINGS
    optimiser = torch.optim.AdamW(model.parameters(), lr=2e-4, weight_decay=0.01)
    plan = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1.0, (step + 1) / 100) * (1 - step / steps))
    chance = random.Random(0)
    model.train()
    everything = (rows for _ in range(READINGS) for rows in batches(parts, chance))
    for done, rows in enumerate(everything, start=1):
        shown, hidden = masked(rows, tokenizer.get_vocab_size())
        with torch.autocast("cpu", dtype=torch.bfloat16):
            read = model.bert(shown, attention_mask=torch.ones_like(shown)).last_hidden_state[hidden]
            loss = functional.cross_entropy(model.cls(read).float(), rows[hidden])
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        plan.step()
        if done % 50 == 0:
            print(f"step {done} of {min(steps, given.steps)}: loss {float(loss.detach()):.3f}", flush=True)
        if done == given.steps:
            break
    model.bert.save_pretrained(str(given.out))
    shutil.copy(given.base / "tokenizer.json", given.out / "tokenizer.json")


if __name__ == "__main__":
    main()
