import { foldText } from '@shutten/text'
import type { AnalyzedQuestion } from '../question/analyze-question.js'
import type { EvidenceCalibration } from './calibration.js'
import { collectList } from './collect-list.js'
import { type Judgement, judgeEvidence } from './judge-evidence.js'
import type { ReadSentence } from './read-sentences.js'

export interface SelectedSentence {
  sentence: ReadSentence
  judgement: Judgement
}

/** Sentences, from the best on, that are looked at for a list they belong to. */
const listCandidates = 5
/** Log odds by which a sentence of an article about the named thing goes before one that only mentions it. */
const titleBonus = 0.5
/** Log odds by which a defining sentence goes before others where a definition is asked for. */
const definitionBonus = 1.5

/** Order by which sentences are tried; higher is better. */
function rankOf(question: AnalyzedQuestion, { sentence, judgement }: SelectedSentence): number {
  const { title, headingPath } = sentence.from.passage
  const about = foldText([title, ...headingPath].join('\n'))
  const isAbout = question.names.some((name) => about.includes(foldText(name)))
  return judgement.logit + (isAbout ? titleBonus : 0) + definitionBonus * judgement.features.defines
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
  const ranked = options.sentences
    .map((sentence): SelectedSentence => ({ sentence, judgement: judgeEvidence({ question, sentence, calibration }) }))
    .map((selected) => ({ ...selected, rank: rankOf(question, selected) }))
    .sort((a, b) => b.rank - a.rank)
  const best = ranked[0]
  if (!best) return []
  const selected: SelectedSentence[] = [best]
  if (question.kind !== 'list') return selected

  for (const { sentence } of ranked.slice(0, listCandidates)) {
    const { text } = sentence.from.passage
    const siblings = options.sentences.filter((other) => other.from === sentence.from)
    const list = collectList({ text, sentences: siblings, chosen: sentence })
    if (list)
      return [list.lead, ...list.items].map(({ start, end }) => ({
        sentence: { ...sentence, start, end, text: text.slice(start, end), span: null },
        judgement: best.judgement,
      }))
  }
  for (const other of ranked.slice(1)) {
    if (selected.length >= 2) break
    if (other.judgement.probability >= Math.max(calibration.threshold, 0.9 * best.judgement.probability))
      selected.push(other)
  }
  return selected
}
