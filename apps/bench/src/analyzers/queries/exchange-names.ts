import { normalizeWithMap, type Synonyms } from '@shutten/text'
import type { AnalyzerSet } from '../sets/analyzer-set.js'
import { writeInHiragana } from './write-in-hiragana.js'

export interface ExchangedQuestion {
  /** With one name exchanged. */
  text: string
  original: string
  relevant: readonly number[]
}

const fold = (text: string) => normalizeWithMap(text).text
const toHiragana = (text: string) => writeInHiragana(fold(text))
/** An abbreviation and how its letters are read out. */
const isReading = (written: string, name: string) =>
  /^[A-Za-zＡ-Ｚａ-ｚ]+$/.test(written) &&
  /^[\p{Script=Katakana}ー]+$/u.test(name) &&
  name.length > written.length * 1.4

/**
 * Questions with a name exchanged for another: of the dictionary, where the right document holds the one and not the
 * other; or, with `readings`, an abbreviation for its letters read out.
 */
export function exchangeNames(options: {
  set: AnalyzerSet
  synonyms: Synonyms
  readings: boolean
}): ExchangedQuestion[] {
  const { set, synonyms, readings } = options
  return set.questions.flatMap(({ text, relevant }) => {
    const held = relevant
      .map((position) => set.documents[position])
      .map((document) => fold(`${document?.title} ${document?.body}`))
      .join('\n')
    const exchange = synonyms.find(text).find(({ text: name, start, end }) => {
      const written = text.slice(start, end)
      if (toHiragana(written) === toHiragana(name) || isReading(written, name) !== readings) return false
      return readings || (held.includes(fold(written)) && !held.includes(fold(name)))
    })
    if (!exchange) return []
    const { start, end, text: name } = exchange
    return [{ text: text.slice(0, start) + name + text.slice(end), original: text, relevant }]
  })
}
