"""The reader as a PyTorch module, begun from the embedder's weights: a BERT encoder with two linear heads."""

import torch
from torch import nn
from torch.nn import functional

MASKED = -1e4


class Attention(nn.Module):
    def __init__(self, hidden, heads):
        super().__init__()
        self.heads, self.size = heads, hidden // heads
        self.qkv, self.out = nn.Linear(hidden, 3 * hidden), nn.Linear(hidden, hidden)

    def forward(self, states, bias):
        batch, length, hidden = states.shape
        parts = self.qkv(states).view(batch, length, 3, self.heads, self.size).permute(2, 0, 3, 1, 4)
        queries, keys, values = parts
        scores = queries @ keys.transpose(-1, -2) * self.size**-0.5 + bias
        mixed = scores.softmax(-1).to(values.dtype) @ values
        return self.out(mixed.transpose(1, 2).reshape(batch, length, hidden))


class Block(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.attention = Attention(shape.hidden, shape.heads)
        self.attention_norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.widen, self.narrow = nn.Linear(shape.hidden, shape.ffn), nn.Linear(shape.ffn, shape.hidden)
        self.output_norm = nn.LayerNorm(shape.hidden, shape.epsilon)

    def forward(self, states, bias):
        states = self.attention_norm(states + self.attention(states, bias))
        return self.output_norm(states + self.narrow(functional.gelu(self.widen(states))))


class Reader(nn.Module):
    """Gives (relevance [batch], span logits [batch, sequence, 2]). The table of word pieces is never trained."""

    def __init__(self, weights, kept):
        super().__init__()
        shape = weights.shape
        self.words = nn.Embedding(len(kept), shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, shape.epsilon)
        self.blocks = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.relevance, self.span = nn.Linear(shape.hidden, 1), nn.Linear(shape.hidden, 2)
        for head in (self.relevance, self.span):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)
        self._take(weights, kept)
        self.words.weight.requires_grad = False

    @torch.no_grad()
    def _take(self, weights, kept):
        shape = weights.shape
        vector = lambda name: torch.tensor(weights.vector(name).copy())
        matrix = lambda name, rows, columns: torch.tensor(weights.matrix(name, rows, columns))

        def norm(module, name):
            module.weight.copy_(vector(name + ".w"))
            module.bias.copy_(vector(name + ".b"))

        self.words.weight.copy_(matrix("emb.word", shape.rows, shape.hidden)[torch.tensor(kept)])
        first_type = vector("emb.type").view(-1, shape.hidden)[0]
        self.positions.weight.copy_(vector("emb.pos").view(-1, shape.hidden) + first_type)
        norm(self.norm, "emb.ln")
        for layer, block in enumerate(self.blocks):
            p, attention = f"l{layer}.", block.attention
            square = [matrix(p + part + ".w", shape.hidden, shape.hidden) for part in "qkv"]
            attention.qkv.weight.copy_(torch.cat(square))
            attention.qkv.bias.copy_(torch.cat([vector(p + part + ".b") for part in "qkv"]))
            for linear, name in ((attention.out, "ao"), (block.widen, "fi"), (block.narrow, "fo")):
                linear.weight.copy_(matrix(p + name + ".w", *linear.weight.shape))
                linear.bias.copy_(vector(p + name + ".b"))
            norm(block.attention_norm, p + "aln")
            norm(block.output_norm, p + "oln")

    def encode(self, ids, mask):
        states = self.norm(self.words(ids) + self.positions.weight[: ids.shape[1]])
        bias = torch.zeros(mask.shape).masked_fill(mask == 0, MASKED)[:, None, None, :]
        if torch.is_autocast_enabled("cpu"):
            bias = bias.to(torch.bfloat16)
        for block in self.blocks:
            states = block(states, bias)
        return states

    def forward(self, ids, mask):
        states = self.encode(ids, mask)
        return self.relevance(states[:, 0])[:, 0], self.span(states)


class TrainedWeights:
    """A saved Reader behind the accessors that the embedder's graph is written from; word pieces stay the source's."""

    LINEAR = {"ao": "attention.out", "fi": "widen", "fo": "narrow", "aln": "attention_norm", "oln": "output_norm"}

    def __init__(self, source, state):
        self.shape, self.four_bits = source.shape, source.four_bits
        self.state = {name: values.float().numpy() for name, values in state.items()}

    def vector(self, name):
        if name == "emb.pos":
            return self.state["positions.weight"].reshape(-1)
        if name == "emb.type":  # joined with the positions before training
            return self.state["norm.bias"] * 0
        return self._find(name).reshape(-1)

    def matrix(self, name, _rows, _columns):
        return self._find(name)

    def _find(self, name):
        owner, kind = name.rsplit(".", 1)
        kind = {"w": "weight", "b": "bias"}[kind]
        if owner == "emb.ln":
            return self.state[f"norm.{kind}"]
        layer, part = owner.split(".")
        block = f"blocks.{layer[1:]}."
        if part in "qkv":
            thirds = self.state[f"{block}attention.qkv.{kind}"]
            size = len(thirds) // 3
            at = "qkv".index(part) * size
            return thirds[at : at + size]
        return self.state[f"{block}{self.LINEAR[part]}.{kind}"]
