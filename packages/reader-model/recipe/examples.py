"""Training groups: for one question a right window of text and three wrong ones.

Windows are runs of whole sentences as a retriever would return them. A wrong one is the right paragraph without its
answering sentence, a hard negative, or the right window under a question whose name or number was exchanged.
"""

import glob
import json
import os
import random
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

GROUP = 4
SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]*")
TERM = re.compile(r"[ァ-ヴー]{2,}|[A-Za-z][A-Za-z0-9.+-]+|[一-龥々]{2,}|[0-9０-９]{2,4}")

SHARE_WITHOUT_ANSWER = 0.35
SHARE_HARD = 0.85
SHARE_EXCHANGED = 0.6
HARDEST = 20
SLACK = 150
SHORTEST = 30


@dataclass(frozen=True)
class Question:
    text: str
    passage: int
    answer: str
    start: int


@dataclass(frozen=True)
class Row:
    """A question against a window; `start` is the answer's place in it, None where there is none."""

    question: str
    text: str
    start: int | None = None


def load_jaquad(folder):
    passages, questions = [], []
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf8") as source:
            articles = json.load(source)["data"]
        for paragraph in (paragraph for article in articles for paragraph in article["paragraphs"]):
            for asked in paragraph["qas"]:
                first = asked["answers"][0]
                questions.append(Question(asked["question"], len(passages), first["text"], first["answer_start"]))
            passages.append(paragraph["context"])
    return passages, questions


def window(text, target, around=None, without=None):
    """(start, end) of neighbouring sentences, grown at random to `target` characters; None when none is left."""
    spans = [match.span() for match in SENTENCE.finditer(text)] or [(0, len(text))]
    if without:
        spans = [span for span in spans if without not in text[slice(*span)]]
    if not spans:
        return None
    if around is None:
        first = random.randrange(len(spans))
    else:
        first = next((i for i, (start, end) in enumerate(spans) if start <= around < end), 0)
    last = first
    while spans[last][1] - spans[first][0] < target:
        ways = []
        if first > 0 and spans[first - 1][1] == spans[first][0]:
            ways.append("back")
        if last < len(spans) - 1 and spans[last + 1][0] == spans[last][1]:
            ways.append("on")
        if not ways:
            break
        if random.choice(ways) == "back":
            first -= 1
        else:
            last += 1
    return spans[first][0], spans[last][1]


class Exchange:
    """Names and numbers that questions share with their passages. A term of few passages is taken for a name."""

    def __init__(self, passages, questions, rare=25, attempts=10, length_difference=4):
        self.rare, self.attempts, self.length_difference = rare, attempts, length_difference
        self.passages_with = Counter(term for passage in passages for term in set(TERM.findall(passage)))
        self.pool = defaultdict(list)
        for question in questions:
            for term in set(TERM.findall(question.text)):
                if term in passages[question.passage] and self.is_name(term):
                    self.pool[self.script(term)].append(term)

    @staticmethod
    def script(term):
        first = term[0]
        if "ァ" <= first <= "ー":
            return "kana"
        if first.isdigit():
            return "number"
        return "latin" if first.isascii() else "kanji"

    def is_name(self, term):
        return self.passages_with[term] <= self.rare or self.script(term) == "number"

    def __call__(self, question, passage, answer):
        """The question about something else of the same script, or None."""
        shared = [t for t in TERM.findall(question) if t in passage and t not in answer and self.is_name(t)]
        if not shared:
            return None
        term = random.choice(shared)
        for _ in range(self.attempts):
            other = random.choice(self.pool[self.script(term)])
            alike = abs(len(other) - len(term)) <= self.length_difference
            if alike and other not in passage and other not in question:
                return question.replace(term, other)
        return None


def make_group(passages, question, negatives, target, exchange):
    """GROUP rows, the right one first."""
    text, answer = passages[question.passage], question.answer
    start, end = window(text, target, around=question.start)
    inside = question.start - start + len(answer)
    end = min(max(end, question.start + len(answer)), start + max(target + SLACK, inside))
    rows = [Row(question.text, text[start:end], question.start - start)]

    if random.random() < SHARE_WITHOUT_ANSWER:
        rest = window(text, target, without=answer)
        if rest and rest[1] - rest[0] > SHORTEST:
            rows.append(Row(question.text, text[slice(*rest)]))
    while len(rows) < GROUP:
        hard = negatives and random.random() < SHARE_HARD
        other = passages[random.choice(negatives[:HARDEST]) if hard else random.randrange(len(passages))]
        if answer in other:
            continue
        start, end = window(other, target)
        rows.append(Row(question.text, other[start : min(end, start + target + SLACK)]))

    changed = exchange(question.text, rows[0].text, answer) if random.random() < SHARE_EXCHANGED else None
    if changed:
        rows[-1] = Row(changed, rows[0].text)
    return rows
