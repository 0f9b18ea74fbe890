import { maxQuestionLength } from '@shutten/core'
import { detectLanguage } from '@shutten/text'
import type { DatasetQuestion } from '../dataset/dataset.js'
import { createRandom } from '../metrics/create-random.js'
import { commonReadings } from './common-readings.js'
import { buryQuestion } from './damage/bury-question.js'
import { changeCase } from './damage/change-case.js'
import type { Damage } from './damage/damage.js'
import { dropLongVowel } from './damage/drop-long-vowel.js'
import { misspellKatakana } from './damage/misspell-katakana.js'
import { misspellLatin } from './damage/misspell-latin.js'
import { mixWidth } from './damage/mix-width.js'
import { padQuestion } from './damage/pad-question.js'
import { shortenQuestion } from './damage/shorten-question.js'
import { writeInKana } from './damage/write-in-kana.js'
import { type Perturbation, perturbations } from './perturbation.js'

/** A question that asks what another asks, in worse form; everything else of it is the other's. */
export interface PerturbedQuestion extends DatasetQuestion {
  perturbation: Perturbation
  /** Id of the question that it was made from. */
  original: string
}

const damages: Record<Perturbation, Damage> = {
  typo: misspellLatin,
  'kana-typo': misspellKatakana,
  'long-vowel': dropLongVowel,
  kana: writeInKana,
  width: mixWidth,
  case: changeCase,
  padding: padQuestion,
  short: shortenQuestion,
  long: buryQuestion,
}

/**
 * Damages each question in each way that applies to it. What becomes of a question depends on the seed and on the
 * question alone: others beside it change nothing. Its id is that of the original with the way behind it: `g001~typo`.
 *
 * @param options.readings of words written in kanji; a small list of common ones unless given (see `findReadings`)
 */
export function createPerturbedQuestions(options: {
  questions: readonly DatasetQuestion[]
  seed: number
  kinds?: readonly Perturbation[]
  readings?: ReadonlyMap<string, string>
}): PerturbedQuestion[] {
  const { questions, seed, kinds = perturbations, readings = commonReadings } = options
  return questions.flatMap((original) =>
    kinds.flatMap((perturbation): PerturbedQuestion[] => {
      const id = `${original.id}~${perturbation}`
      const question = damages[perturbation]({
        question: original.question,
        language: original.lang === 'ja' || original.lang === 'en' ? original.lang : detectLanguage(original.question),
        random: createRandom(seed ^ hash(id)),
        readings,
      })
      if (question === null || question === original.question || question.length > maxQuestionLength) return []
      return [{ ...original, id, question, perturbation, original: original.id }]
    }),
  )
}

/** FNV-1a over UTF-16 code units, 32 bits. Source: Fowler, Noll and Vo, draft-eastlake-fnv. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value
}
