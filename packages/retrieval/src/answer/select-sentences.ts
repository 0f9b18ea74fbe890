import type { AnalyzedQuestion } from '../question/analyze-question.js'
import type { EvidenceCalibration } from './calibration.js'
import { collectList } from './collect-list.js'
import { defines } from './defines.js'
import { type Judgement, judgeEvidence } from './judge-evidence.js'
import type { ReadSentence } from './read-sentences.js'

export interface SelectedSentence {
  sentence: ReadSentence
  judgement: Judgement
}

/** Reader logits that a sentence is worth more when the passage's own answer span lies in it. */
const spanBonus = 1.5
/** The same when it defines what a definition question asks for. */
const definitionBonus = 3

/** Order by which sentences are tried; higher is better. */
function value(question: AnalyzedQuestion, sentence: ReadSentence): number {
  const subjects = question.names.length > 0 ? question.names : question.terms
  return (
    sentence.relevance +
    (sentence.holdsPassageSpan ? spanBonus : 0) +
    (question.kind === 'definition' && defines(sentence.text, subjects) ? definitionBonus : 0) -
    0.1 * sentence.passageRank
  )
}

/**
 * The few sentences that answer: the best one; for a definition or a list what belongs to it as well.
 * Every sentence comes with how sure it is; the caller decides whether the first is sure enough.
 */
export function selectSentences(options: {
  question: AnalyzedQuestion
  sentences: readonly ReadSentence[]
  calibration: EvidenceCalibration
}): SelectedSentence[] {
  const { question, calibration } = options
  const ranked = [...options.sentences]
    .map((sentence) => ({
      sentence,
      value: value(question, sentence),
      judgement: judgeEvidence({ question, sentence, calibration }),
    }))
    .sort((a, b) => b.value + 2 * b.judgement.probability - (a.value + 2 * a.judgement.probability))
  const best = ranked[0]
  if (!best) return []
  const selected: SelectedSentence[] = [best]
  if (question.kind !== 'list') return selected

  const { text } = best.sentence.from.passage
  const siblings = options.sentences.filter((other) => other.from === best.sentence.from)
  const list = collectList({ text, sentences: siblings, chosen: best.sentence })
  if (list)
    return [list.lead, ...list.items].map(({ start, end }) => ({
      sentence: { ...best.sentence, start, end, text: text.slice(start, end), span: null },
      judgement: best.judgement,
    }))
  for (const other of ranked.slice(1)) {
    if (selected.length >= 2) break
    if (other.judgement.probability >= Math.max(calibration.threshold, 0.9 * best.judgement.probability))
      selected.push(other)
  }
  return selected
}
