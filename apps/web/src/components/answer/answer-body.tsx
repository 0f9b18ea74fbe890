import { layoutSentences } from '@/chat/layout-sentences'
import type { AnswerView } from '@/chat/read-answer-view'
import { readCode } from '@/chat/read-code'
import { AnswerCode } from './answer-code'
import { AnswerSentence } from './answer-sentence'

/** The sentences, in the paragraphs and lists that the answer sets them in. */
export function AnswerBody({ view }: { view: AnswerView }) {
  const paragraphs = layoutSentences({ sentences: view.sentences, markdown: view.answer?.answer ?? null })
  const citations = new Map(view.citations.map((citation) => [citation.number, citation]))
  const findCited = (sentence: AnswerView['sentences'][number]) =>
    sentence.citations.flatMap((number) => citations.get(number) ?? [])
  return paragraphs.map((paragraph) => {
    const [first] = paragraph.sentences
    const code = paragraph.kind === 'code' && first ? readCode(first.sentence.text) : null
    if (first && code)
      return (
        <AnswerCode key={first.index} code={code.code} sentence={first.sentence} cited={findCited(first.sentence)} />
      )
    return (
      <p
        key={paragraph.sentences[0]?.index}
        className={paragraph.kind === 'list' ? 'answer-item mb-2' : 'mb-4 last:mb-0'}
      >
        {paragraph.sentences.map(({ index, sentence }) => (
          <AnswerSentence key={index} sentence={sentence} cited={findCited(sentence)} />
        ))}
      </p>
    )
  })
}
