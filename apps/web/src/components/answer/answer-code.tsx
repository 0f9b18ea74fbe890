import type { Citation, AnswerSentence as Sentence } from '@shutten/core'
import { CitationMarker } from './citation-marker'
import { Verdict } from './verdict'

/** A piece of code as its source has it, with its markers and verdict below. */
export function AnswerCode(options: { code: string; sentence: Sentence; cited: readonly Citation[] }) {
  const { code, sentence, cited } = options
  return (
    <div className="sentence-enter answer-code" data-support={sentence.support}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled with the keyboard */}
      <pre tabIndex={0} className="sentence" data-support={sentence.support} translate="no">
        <code>{code}</code>
      </pre>
      <p>
        {cited.map((citation) => (
          <CitationMarker key={citation.number} citation={citation} />
        ))}
        <Verdict support={sentence.support} />
      </p>
    </div>
  )
}
