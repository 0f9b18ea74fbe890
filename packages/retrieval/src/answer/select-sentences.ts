import { foldText, type TextSpan } from '@shutten/text'
import { addressesModel } from '../guard/addresses-model.js'
import type { AnalyzedQuestion } from '../question/analyze-question.js'
import type { EvidenceCalibration } from './calibration.js'
import { collectList } from './collect-list.js'
import { collectRows } from './collect-rows.js'
import { type Judgement, judgeEvidence, unreadLogit } from './judge-evidence.js'
import { createQuestionProbe } from './probe-question.js'
import type { ReadSentence } from './read-sentences.js'

/** A stretch of a passage that answers: a sentence, or two that stand side by side. */
export interface SelectedSentence extends TextSpan {
  /** The one that answers, of those in the stretch. */
  sentence: ReadSentence
  judgement: Judgement
  /** It is an item of a list, or a row of a table beside others. */
  isItem?: true
}

interface Ranked {
  sentence: ReadSentence
  judgement: Judgement
  rank: number
}

/** Sentences, from the best on, that are looked at for a list they belong to. */
const listCandidates = 5
/** Log odds by which such a sentence may fall behind the best one: beyond that the list is about another matter. */
const listBehind = 2
/** Log odds by which a sentence of an article about the named thing goes before one that only mentions it. */
const titleBonus = 0.5
/** Log odds by which a defining sentence goes before others where a definition is asked for. */
const definitionBonus = 1.5
/** Least share of the best sentence's probability at which the one beside it is quoted with it. */
const besideShare = 0.15
/** A sentence that is this sure needs no other beside it. */
const sureAlone = 0.8
/** Two sentences are quoted together up to that many characters. */
const maxStretch = 320
/** A row of a table or an item of a list says nothing beside a sentence. */
const endsProse = /[。．.!?！？」』）)]\s*$/
/** Begins a sentence that says more of what the one before named. */
const continues = /^(これ|この|それ|その|同|また、|なお、|つまり|すなわち|(it|this|that|they|these|its)\b)/i

/**
 * The few sentences that answer: the best one, with the one beside it where both may hold the answer; for a definition
 * what goes on about it; for a list its items.
 * Every stretch comes with how sure it is; the caller decides whether the first is sure enough.
 */
export function selectSentences(options: {
  question: AnalyzedQuestion
  sentences: readonly ReadSentence[]
  calibration: EvidenceCalibration
}): SelectedSentence[] {
  const { question, sentences, calibration } = options
  const probe = createQuestionProbe(question)
  const bestPassage = Math.max(...sentences.map(({ from }) => from.reading?.relevance ?? unreadLogit))
  const ranked = sentences
    .map((sentence): Ranked => {
      const judgement = judgeEvidence({ question, probe, sentence, bestPassage, calibration })
      return { sentence, judgement, rank: rankOf({ question, sentence, judgement }) }
    })
    .sort((a, b) => b.rank - a.rank)
  const best = ranked[0]
  if (!best) return []
  if (question.kind === 'list') {
    const list = findList({
      tried: ranked.slice(0, listCandidates).filter((one) => best.rank - one.rank <= listBehind),
      best,
      sentences,
    })
    if (list) return list
  }
  // What only announces its items does not answer without them.
  const announced = findList({ tried: [best], best, sentences, isAnnouncing: true })
  if (announced) return announced
  const rows = collectRows({
    question: question.text,
    names: question.names,
    sentences: sentences.filter(({ from }) => from === best.sentence.from),
    chosen: best.sentence,
  })
  if (rows)
    return rows.map((sentence) => ({
      sentence,
      judgement: best.judgement,
      start: sentence.start,
      end: sentence.end,
      isItem: true,
    }))
  return [widen({ question, chosen: best, ranked })]
}

/** Order by which sentences are tried; higher is better. */
function rankOf(options: { question: AnalyzedQuestion; sentence: ReadSentence; judgement: Judgement }): number {
  const { question, sentence, judgement } = options
  const { title, headingPath } = sentence.from.passage
  const about = foldText([title, ...headingPath, sentence.lead].join('\n'))
  const isAbout = question.names.some((name) => about.includes(foldText(name)))
  return judgement.logit + (isAbout ? titleBonus : 0) + definitionBonus * judgement.features.defines
}

/** With the sentence before or after it that is nearly as good, or that goes on about what is defined. */
function widen(options: { question: AnalyzedQuestion; chosen: Ranked; ranked: readonly Ranked[] }): SelectedSentence {
  const { question, chosen, ranked } = options
  const { sentence, judgement } = chosen
  const { passage } = sentence.from
  const own = { start: sentence.start, end: sentence.end }
  const beside = ranked
    .filter(
      (other) => other !== chosen && other.sentence.from === sentence.from && other.sentence.lead === sentence.lead,
    )
    .filter(
      (other) =>
        passage.text.slice(Math.min(own.end, other.sentence.end), Math.max(own.start, other.sentence.start)).trim() ===
        '',
    )
    .sort((a, b) => b.judgement.probability - a.judgement.probability)
  const next = beside.find((other) => other.sentence.start >= own.end)
  const isSure = judgement.probability >= sureAlone
  const goesOn = question.kind === 'definition' && next && continues.test(next.sentence.text) ? next : null
  const good = beside.find((one) => one.judgement.probability >= besideShare * judgement.probability)
  const other = goesOn ?? (isSure ? undefined : good)
  // What tells a model what to do is quoted where it answers, but never along with what does.
  const joined =
    other && endsProse.test(other.sentence.text) && !addressesModel(other.sentence.text)
      ? { start: Math.min(own.start, other.sentence.start), end: Math.max(own.end, other.sentence.end) }
      : own
  return { sentence, judgement, ...(joined.end - joined.start <= maxStretch ? joined : own) }
}

/** The list that one of the sentences tried announces or belongs to, its lead first. */
function findList(options: {
  tried: readonly Ranked[]
  best: Ranked
  sentences: readonly ReadSentence[]
  /** Only a list that the sentence itself announces. */
  isAnnouncing?: boolean
}): SelectedSentence[] | null {
  const { tried, best, sentences, isAnnouncing = false } = options
  for (const { sentence } of tried) {
    const siblings = sentences.filter((other) => other.from === sentence.from)
    const { text } = sentence.from.passage
    const list = collectList({ text, sentences: siblings, chosen: sentence })
    if (!list || (isAnnouncing && list.lead?.start !== sentence.start)) continue
    const select = ({ start, end }: TextSpan): SelectedSentence => ({
      sentence: { ...sentence, start, end, text: text.slice(start, end), span: null },
      judgement: best.judgement,
      start,
      end,
    })
    const items = list.items.map((item): SelectedSentence => ({ ...select(item), isItem: true }))
    return list.lead ? [select(list.lead), ...items] : items
  }
  return null
}
