import { type AnswerBlock, groupItems } from '@/chat/group-items'
import { layoutSentences } from '@/chat/layout-sentences'
import type { AnswerView } from '@/chat/read-answer-view'
import { readCode } from '@/chat/read-code'
import { AnswerCode } from './answer-code'
import { AnswerSentence } from './answer-sentence'

type Shown = Extract<AnswerBlock, { kind: 'single' }>['paragraph']['sentences'][number]

/** The sentences, in the paragraphs and lists that the answer sets them in. */
export function AnswerBody({ view }: { view: AnswerView }) {
  const citations = new Map(view.citations.map((citation) => [citation.number, citation]))
  const findCited = ({ sentence }: Shown) => sentence.citations.flatMap((number) => citations.get(number) ?? [])
  const tell = (sentences: readonly Shown[]) =>
    sentences.map((shown) => <AnswerSentence key={shown.index} sentence={shown.sentence} cited={findCited(shown)} />)
  const paragraphs = layoutSentences({ sentences: view.sentences, markdown: view.answer?.answer ?? null })
  return groupItems(paragraphs).map((block) => {
    if (block.kind === 'list')
      return (
        <ul key={block.items[0]?.sentences[0]?.index} className="mb-4 last:mb-0">
          {block.items.map(({ sentences }) => (
            <li key={sentences[0]?.index} className="answer-item mb-2">
              {tell(sentences)}
            </li>
          ))}
        </ul>
      )
    const { kind, sentences } = block.paragraph
    const [first] = sentences
    const code = kind === 'code' && first ? readCode(first.sentence.text) : null
    return first && code ? (
      <AnswerCode key={first.index} code={code.code} sentence={first.sentence} cited={findCited(first)} />
    ) : (
      <p key={first?.index} className="mb-4 last:mb-0">
        {tell(sentences)}
      </p>
    )
  })
}
