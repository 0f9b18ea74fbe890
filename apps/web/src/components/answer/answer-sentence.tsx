import type { Citation, AnswerSentence as Sentence } from '@shutten/core'
import { guessLanguage } from '@/chat/guess-language'
import { CitationMarker } from './citation-marker'
import { InlineMarkdown } from './inline-markdown'
import { Verdict } from './verdict'

export function AnswerSentence({ sentence, citations }: { sentence: Sentence; citations: readonly Citation[] }) {
  const cited = sentence.citations.map((number) => citations.find((citation) => citation.number === number))
  return (
    <span className="sentence-enter" data-support={sentence.support}>
      <span className="sentence phrased" lang={guessLanguage(sentence.text)} data-support={sentence.support}>
        <InlineMarkdown text={sentence.text.replace(/^\s*(?:[-*+]|\d+[.)]|#{1,6})\s+/, '')} />
      </span>
      {cited.map((citation) =>
        citation ? <CitationMarker key={citation.number} citation={citation} citations={citations} /> : null,
      )}
      <Verdict support={sentence.support} />{' '}
    </span>
  )
}
