import type { AnalyzedQuestion } from '../question/analyze-question.js'
import type { DraftSentence } from './build-citations.js'
import { type ExtractiveDraft, toEvidence } from './extract-answer.js'

/** The chosen sentences of each side, no quote twice. */
export function extractiveSentences(
  drafts: readonly (ExtractiveDraft & { question: AnalyzedQuestion })[],
): DraftSentence[] {
  const seen = new Set<string>()
  return drafts.flatMap(({ question, selected }) =>
    selected.flatMap((chosen): DraftSentence[] => {
      const evidence = toEvidence({ selected: chosen, question })
      const key = `${evidence.passage.id}:${evidence.start}`
      if (seen.has(key)) return []
      seen.add(key)
      return [
        {
          text: chosen.sentence.text.replace(/\s+/g, ' '),
          evidence: [evidence],
          support: 'supported',
          score: chosen.judgement.probability,
        },
      ]
    }),
  )
}
