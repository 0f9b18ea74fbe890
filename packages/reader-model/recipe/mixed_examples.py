"""Training groups of the second stage: questions of three datasets and those written for it, over windows of any length.

`questions/written.jsonl.gz` holds, by the id of a question of JaQuAD train, JSQuAD test or XQuAD-en, what was written for
its passage: a paraphrase in everyday words, the question in the other language, near misses (same words, not answered
there), a question that a whole sentence answers. `questions/own-passages.jsonl.gz` holds passages in the style of
handbooks, manuals and notices, with the same. `questions/held-out.jsonl.gz` is for measuring alone.
"""

import gzip
import json
import os
import random
import re
from collections import defaultdict
from dataclasses import dataclass

from examples import GROUP, Exchange, Question, Row

QUESTIONS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "questions")
TARGETS = [1, 1, 60, 100, 100, 150, 150, 200, 200, 260]
SENTENCE = {
    "ja": re.compile(r"[^。！？\n]+[。！？\n]*"),
    "en": re.compile(r"(?:[^.!?\n]|[.!?](?!\s))+[.!?\n]*\s*"),
}
ENGLISH_SCALE = 2
SLACK = 100
SHARE_WRITTEN = {"ja": 0.30, "en": 0.6}
SHARE_JSQUAD = 0.14
SHARE_WITHOUT_ANSWER = 0.45
SHARE_TITLED = 0.6
SHARE_EXCHANGED = 0.5
OWN_REPEATED = 3


@dataclass(frozen=True)
class Passage:
    source: str
    title: str
    text: str

    @property
    def language(self):
        return "en" if self.source in ("xquad", "own-en") else "ja"


@dataclass(frozen=True)
class Asked:
    """What a group is made of. `answer` is None where a whole sentence answers; `sentence` is how that one begins."""

    text: str
    number: int
    question: Question
    answer: str | None
    start: int
    near_miss: str | None = None
    sentence: str | None = None


class Collection:
    """Passages and questions of all sources; `ids` gives a question's number."""

    def __init__(self):
        self.passages, self.questions, self.ids = [], [], {}
        self.of_source, self.of_article = defaultdict(list), defaultdict(list)
        self.written = {"ja": [], "en": []}

    def add_squad(self, source, paths, title_within=False):
        for path in paths:
            with open(path, encoding="utf8") as file:
                articles = json.load(file)["data"]
            for article in articles:
                for paragraph in article["paragraphs"]:
                    title, text = article.get("title", "").replace("_", " "), paragraph["context"]
                    if title_within:
                        title, _, text = text.partition(" [SEP] ")
                    at = self._add_passage(Passage(source, title, text))
                    for asked in paragraph["qas"]:
                        if asked["answers"]:
                            self._add_question(asked["id"], asked["question"], at, asked["answers"][0]["text"])

    def add_written(self):
        for row in read_rows("own-passages"):
            source = "own-en" if row["language"] == "en" else "own"
            at = self._add_passage(Passage(source, row["title"], row["text"]))
            self._add_question(row["id"], row["question"], at, row["answer"])
            self.written[row["language"]] += [row] * OWN_REPEATED
        for row in read_rows("written"):
            if row["id"] in self.ids:
                passage = self.passages[self.questions[self.ids[row["id"]]].passage]
                self.written[passage.language].append(row)

    def _add_passage(self, passage):
        self.of_article[passage.source, passage.title].append(len(self.passages))
        self.passages.append(passage)
        return len(self.passages) - 1

    def _add_question(self, id, text, at, answer):
        start = self.passages[at].text.find(answer)
        if start >= 0:
            self.ids[id] = len(self.questions)
            self.of_source[self.passages[at].source].append(len(self.questions))
            self.questions.append(Question(text, at, answer, start))


def read_rows(name):
    with gzip.open(os.path.join(QUESTIONS, name + ".jsonl.gz"), "rt", encoding="utf8") as file:
        return [json.loads(line) for line in file]


def choose(collection, language):
    """A written question or one of a dataset, as the shares say."""
    rows = collection.written[language]
    if rows and random.random() < SHARE_WRITTEN[language]:
        return choose_written(collection, random.choice(rows))
    source = "xquad" if language == "en" else "jsquad" if random.random() < SHARE_JSQUAD else "jaquad"
    number = random.choice(collection.of_source[source])
    question = collection.questions[number]
    return Asked(question.text, number, question, question.answer, question.start)


def choose_written(collection, row):
    number, kind = collection.ids[row["id"]], random.random()
    question = collection.questions[number]
    miss = row["near_miss"] if random.random() < 0.7 else None
    if kind < 0.30 and row.get("whole_sentence"):
        at = collection.passages[question.passage].text.find(row["sentence_start"])
        if at >= 0:
            return Asked(row["whole_sentence"], number, question, None, at, miss, row["sentence_start"])
    if kind < 0.70:
        return Asked(row["paraphrase"], number, question, question.answer, question.start, miss)
    if kind < 0.92:
        other = row.get("other_near_miss")
        miss = (other if random.random() < 0.7 else None) if other else miss
        return Asked(row["other_language"], number, question, question.answer, question.start, miss)
    return Asked(question.text, number, question, question.answer, question.start, miss)


def window(passage, target, holds=None, without=None):
    """(start, end) of neighbouring sentences, grown at random to `target` characters; None when none is left."""
    spans = [m.span() for m in SENTENCE[passage.language].finditer(passage.text)] or [(0, len(passage.text))]
    if without:
        spans = [span for span in spans if without not in passage.text[slice(*span)]]
    if not spans:
        return None
    first = last = (
        random.randrange(len(spans))
        if holds is None
        else next((i for i, (start, end) in enumerate(spans) if start <= holds < end), 0)
    )
    while spans[last][1] - spans[first][0] < target:
        ways = []
        if first > 0 and spans[first - 1][1] == spans[first][0]:
            ways.append((-1, 0))
        if last < len(spans) - 1 and spans[last + 1][0] == spans[last][1]:
            ways.append((0, 1))
        if not ways:
            break
        back, on = random.choice(ways)
        first, last = first + back, last + on
    return spans[first][0], spans[last][1]


def in_context(passage, text, titled):
    """The window with its title in front, as the product gives it, and the length of what stands in front."""
    if not titled or not passage.title or passage.title.lower() in text.lower():
        return text, 0
    lead = passage.title + (". " if passage.language == "en" else "。")
    return lead + text, len(lead)


def make_mixed_group(collection, language, negatives, exchange):
    """(length of the answer, GROUP rows, the right one first)"""
    asked = choose(collection, language)
    at = asked.question.passage
    passage, held = collection.passages[at], asked.answer or asked.sentence
    scale = ENGLISH_SCALE if passage.language == "en" else 1
    target, slack, titled = random.choice(TARGETS) * scale, SLACK * scale, random.random() < SHARE_TITLED

    start, end = window(passage, target, holds=asked.start)
    inside = asked.start - start + len(held)
    end = min(max(end, asked.start + len(held)), start + max(target + slack, inside + 20))
    text, lead = in_context(passage, passage.text[start:end], titled)
    rows = [Row(asked.text, text, asked.start - start + lead if asked.answer else None)]

    def add_wrong(other, span):
        cut = other.text[span[0] : min(span[1], span[0] + target + slack)]
        rows.append(Row(asked.text, in_context(other, cut, titled)[0]))

    if random.random() < SHARE_WITHOUT_ANSWER:
        rest = window(passage, target, without=held)
        if rest and rest[1] - rest[0] > 15:
            add_wrong(passage, rest)
    article = collection.of_article[passage.source, passage.title]
    hard = negatives[asked.number]
    tries = 0
    while len(rows) < GROUP:
        tries += 1
        way = random.random()
        if tries > 20 or way < 0.08 or not (hard or len(article) > 1):
            other = collection.questions[random.choice(collection.of_source[passage.source])].passage
        elif way < 0.35 and len(article) > 1:
            other = random.choice(article)
        else:
            other = random.choice(hard or article)
        text = collection.passages[other].text
        if other != at and not (asked.answer and asked.answer.lower() in text.lower()):
            add_wrong(collection.passages[other], window(collection.passages[other], target))

    changed = asked.near_miss
    if not changed and random.random() < SHARE_EXCHANGED:
        changed = exchange(asked.text, rows[0].text, held)
    if changed:
        rows[-1] = Row(changed, rows[0].text)
    return asked.answer or "", rows


def make_exchange(collection):
    return Exchange([passage.text for passage in collection.passages], collection.questions)
