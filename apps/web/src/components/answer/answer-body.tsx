import { layoutSentences } from '@/chat/layout-sentences'
import type { AnswerView } from '@/chat/read-answer-view'
import { AnswerSentence } from './answer-sentence'

/** The sentences, in the paragraphs and lists that the answer sets them in. */
export function AnswerBody({ view }: { view: AnswerView }) {
  const paragraphs = layoutSentences({ sentences: view.sentences, markdown: view.answer?.answer ?? null })
  const citations = new Map(view.citations.map((citation) => [citation.number, citation]))
  return paragraphs.map((paragraph) => (
    <p
      key={paragraph.sentences[0]?.index}
      className={paragraph.kind === 'list' ? 'answer-item mb-2' : 'mb-4 last:mb-0'}
    >
      {paragraph.sentences.map(({ index, sentence }) => (
        <AnswerSentence
          key={index}
          sentence={sentence}
          cited={sentence.citations.flatMap((number) => citations.get(number) ?? [])}
        />
      ))}
    </p>
  ))
}
