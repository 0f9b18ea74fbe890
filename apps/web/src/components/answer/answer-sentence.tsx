import type { Citation, AnswerSentence as Sentence } from '@shutten/core'
import { memo } from 'react'
import { guessLanguage } from '@/chat/guess-language'
import { CitationMarker } from './citation-marker'
import { InlineMarkdown } from './inline-markdown'
import { Verdict } from './verdict'

interface AnswerSentenceProps {
  sentence: Sentence
  /** Its citations, as far as they have come. */
  cited: readonly Citation[]
}

/** Rendered once: each chunk of the stream brings all sentences anew, in other objects that say the same. */
export const AnswerSentence = memo(function AnswerSentence({ sentence, cited }: AnswerSentenceProps) {
  return (
    <span className="sentence-enter" data-support={sentence.support}>
      <span className="sentence phrased" lang={guessLanguage(sentence.text)} data-support={sentence.support}>
        <InlineMarkdown text={sentence.text.replace(/^\s*(?:[-*+]|\d+[.)]|#{1,6})\s+/, '')} />
      </span>
      {cited.map((citation) => (
        <CitationMarker key={citation.number} citation={citation} />
      ))}
      <Verdict support={sentence.support} />{' '}
    </span>
  )
}, saysTheSame)

function saysTheSame(before: AnswerSentenceProps, after: AnswerSentenceProps): boolean {
  return (
    before.sentence.text === after.sentence.text &&
    before.sentence.support === after.sentence.support &&
    before.cited.length === after.cited.length &&
    before.cited.every((citation, i) => isSame(citation, after.cited[i]))
  )
}

function isSame(one: Citation, other: Citation | undefined): boolean {
  return (
    one.number === other?.number &&
    one.passageId === other.passageId &&
    one.versionId === other.versionId &&
    one.start === other.start &&
    one.end === other.end
  )
}
