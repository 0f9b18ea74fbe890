import type { Answer, AnswerEvent } from '@shutten/core'

/** The events of an answer that was made before; each citation comes with the first sentence that uses it. */
export function* replayAnswer(answer: Answer): Generator<AnswerEvent, void, undefined> {
  const told = new Set<number>()
  for (const [index, sentence] of answer.sentences.entries()) {
    const citations = answer.citations.filter(({ number }) => sentence.citations.includes(number) && !told.has(number))
    for (const { number } of citations) told.add(number)
    yield { type: 'sentence', index, sentence, citations }
  }
  yield { type: 'done', answer }
}
