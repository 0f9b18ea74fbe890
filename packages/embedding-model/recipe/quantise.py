"""Moves outliers of the activations into the weights, then makes the weights int8.

SmoothQuant (Xiao et al., arXiv 2211.10438): a channel whose largest value stands out is divided by a factor, and the
weights that read it are multiplied by the same. Only channels above a percentile of the peaks are touched.
"""

import os
import tempfile

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic

ALPHA = 0.75
PERCENTILE = 98
SHORTEST_LINE = 20


def read_lines(path):
    """Calibration lines: the longer ones of a text file."""
    with open(path, encoding="utf8") as source:
        return [line.strip() for line in source if len(line.strip()) > SHORTEST_LINE]


def smoothing_factors(model, taps, encodings):
    """Divisor of each channel of each tap, from the largest magnitudes over the encodings."""
    peaks = {}
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "tapped.onnx")
        onnx.save(model, path)
        session = onnxruntime.InferenceSession(path)
        for encoding in encodings:
            feed = {"input_ids": [encoding.ids], "attention_mask": [encoding.attention_mask]}
            for tap, values in zip(taps, session.run(taps, feed)):
                peaks[tap] = np.maximum(peaks.get(tap, 0), np.abs(values[0]).max(axis=0))
    return {tap: np.maximum(1, peak / np.percentile(peak, PERCENTILE)) ** ALPHA for tap, peak in peaks.items()}


def save_int8(model, target, excluded=()):
    """Products with constant weights in int8, seven bits wide, a scale for each output channel."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "float.onnx")
        onnx.save(model, path)
        quantize_dynamic(
            path,
            target,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=list(excluded),
            extra_options={"DefaultTensorType": TensorProto.FLOAT, "MatMulConstBOnly": True},
        )
