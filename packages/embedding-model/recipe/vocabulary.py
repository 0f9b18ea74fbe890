"""Chooses the word pieces that Japanese and English texts can meet, and writes the tokenizer that has only these.

A piece stays when it is special, one character long in whatever script, made of Japanese letters or symbols, or made of
ASCII letters and either short or met in a large body of English. The body is what Debian ships: a word list (plain,
capitalised, in capitals, behind a bracket), the Python manual and WordNet's glosses.
"""

import collections
import glob
import json
import re
import unicodedata

import numpy as np
from tokenizers import Tokenizer

FIRST_SPECIAL_IDS = 4
MASK = "<mask>"
BLANK = "▁"
WORDS = "/usr/share/dict/american-english-huge"
MANUAL = "/usr/share/doc/python3.*/html/**/*.html"
GLOSSES = "/usr/share/wordnet/data.*"
JAPANESE = ("HIRAGANA", "KATAKANA", "CJK", "IDEOGRAPH")


def english_texts():
    """Lists of lines, in the order they are counted."""
    with open(WORDS, encoding="utf8") as source:
        words = [line.strip() for line in source]
    yield words
    yield [word.capitalize() for word in words]
    yield [word.upper() for word in words[::4]]
    yield ["(" + word for word in words[::6]]
    for path in glob.glob(MANUAL, recursive=True):
        with open(path, encoding="utf8", errors="ignore") as source:
            plain = re.sub(r"<[^>]+>", " ", source.read())
        yield [line.strip() for line in plain.split("\n") if line.strip()]
    for path in glob.glob(GLOSSES):
        with open(path, encoding="latin1") as source:
            yield [line.split("|", 1)[1].strip() for line in source if "|" in line]


def count_pieces(tokenizer, texts, lines_at_once=4096):
    """How often each id occurs."""
    counts = collections.Counter()
    for lines in texts:
        for start in range(0, len(lines), lines_at_once):
            for encoding in tokenizer.encode_batch(lines[start : start + lines_at_once], add_special_tokens=False):
                counts.update(encoding.ids)
    return counts


def script_of(character):
    """"ascii", "japanese", "symbol" (punctuation, signs, numbers) or "other"."""
    if character.isascii():
        return "ascii"
    name = unicodedata.name(character, "?")
    if any(part in name for part in JAPANESE):
        return "japanese"
    return "symbol" if unicodedata.category(character)[0] in "PSN" else "other"


def is_kept(index, piece, times_used):
    characters = piece.replace(BLANK, "")
    if index < FIRST_SPECIAL_IDS or piece == MASK or len(characters) <= 1:
        return True
    scripts = set(map(script_of, characters))
    if "other" in scripts:
        return False
    return bool(scripts & {"japanese", "symbol"}) or times_used > 0 or len(characters) <= 2


def choose_pieces(tokenizer_path):
    """Ids of the full vocabulary that stay, ascending."""
    with open(tokenizer_path, encoding="utf8") as source:
        vocabulary = json.load(source)["model"]["vocab"]
    used = count_pieces(Tokenizer.from_file(tokenizer_path), english_texts())
    return np.array([i for i, (piece, _) in enumerate(vocabulary) if is_kept(i, piece, used[i])])


def write_tokenizer(full_path, kept, target_path):
    """The same tokenizer with the kept pieces only, numbered anew in their old order."""
    with open(full_path, encoding="utf8") as source:
        tokenizer = json.load(source)
    vocabulary = [tokenizer["model"]["vocab"][i] for i in kept]
    tokenizer["model"]["vocab"] = vocabulary
    mask_id = [piece for piece, _ in vocabulary].index(MASK)
    for token in tokenizer["added_tokens"]:
        if token["content"] == MASK:
            token["id"] = mask_id
    with open(target_path, "w", encoding="utf8") as target:
        json.dump(tokenizer, target, ensure_ascii=False, separators=(",", ":"))
