"""Hard negatives: passages that look right for a question and do not hold its answer."""

import math
from collections import Counter, defaultdict

import numpy as np
import torch
from torch.nn import functional

PADDING = 1
NEAREST = 15
K1, B = 1.2, 0.75


def bigrams(text):
    return [text[i : i + 2] for i in range(len(text) - 1)]


class BigramIndex:
    """BM25 over character bigrams."""

    def __init__(self, texts):
        postings = defaultdict(list)
        for at, text in enumerate(texts):
            for gram, count in Counter(bigrams(text)).items():
                postings[gram].append((at, count))
        self.postings = {gram: tuple(np.array(column) for column in zip(*rows)) for gram, rows in postings.items()}
        lengths = np.array([max(1, len(text) - 1) for text in texts], float)
        self.norm = K1 * (1 - B + B * lengths / lengths.mean())

    def scores(self, query):
        total = len(self.norm)
        scores = np.zeros(total)
        for gram in set(bigrams(query)) & self.postings.keys():
            at, counts = self.postings[gram]
            rarity = math.log(1 + (total - len(at) + 0.5) / (len(at) + 0.5))
            scores[at] += rarity * counts * (K1 + 1) / (counts + self.norm[at])
        return scores


def embed(model, tokenizer, texts, batch=64, longest=320):
    """Mean-pooled vectors of unit length, with the network as it is before training: the embedder."""
    tokenizer.enable_padding(pad_id=PADDING, pad_token="<pad>")
    tokenizer.enable_truncation(longest)
    by_length = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    vectors = np.zeros((len(texts), model.words.embedding_dim), np.float32)
    for start in range(0, len(texts), batch):
        chosen = by_length[start : start + batch]
        encodings = tokenizer.encode_batch([texts[i] for i in chosen])
        ids = torch.tensor([encoding.ids for encoding in encodings])
        mask = torch.tensor([encoding.attention_mask for encoding in encodings])
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            states = model.encode(ids, mask).float()
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        vectors[chosen] = functional.normalize(mean, dim=-1).numpy()
    return vectors


def hard_negatives(model, tokenizer, passages, questions):
    """For each question, numbers of passages: the best by bigrams, then the best by the embedder."""
    index = BigramIndex(passages)
    passage_vectors = embed(model, tokenizer, ["passage: " + passage for passage in passages])
    question_vectors = embed(model, tokenizer, ["query: " + question.text for question in questions])
    found = []
    for question, vector in zip(questions, question_vectors):
        lexical = np.argsort(-index.scores(question.text))[:NEAREST]
        dense = np.argsort(-(vector @ passage_vectors.T))[:NEAREST]
        candidates = dict.fromkeys(map(int, (*lexical, *dense)))
        found.append([at for at in candidates if at != question.passage and question.answer not in passages[at]])
    return found
