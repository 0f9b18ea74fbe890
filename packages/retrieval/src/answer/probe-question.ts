import { findQuantities, foldText, isSharedUnit } from '@shutten/text'
import type { AnalyzedQuestion } from '../question/analyze-question.js'
import { type AskedType, findAskedType, findAskedUnit } from '../question/find-asked-type.js'
import { holdsAskedType } from '../question/holds-asked-type.js'
import { createMatchFinder } from '../refine/create-match-finder.js'
import { defines } from './defines.js'
import { createNamedThings } from './named-things.js'
import type { ReadSentence } from './read-sentences.js'

/** What a question asks for, made once to be held against many texts. */
export interface QuestionProbe {
  type: AskedType | null
  /** See `holdsAskedType`. */
  holdsType(text: string): boolean | null
  /** Of the question's names, 0 to 1; 0 without names. */
  shareOfNames(texts: readonly string[]): number
  /** Of the question's content words, by their length, 0 to 1; a part of a word counts by its length. */
  shareOfWords(texts: readonly string[]): number
  /** What the question asks of its subject: its last content word; a part of it counts by its length, 0 to 1. */
  shareOfProperty(texts: readonly string[]): number
  /** Whether a text holds a number of the asked unit; null where the question names none that its language would use. */
  holdsUnit(options: { text: string; isSameLanguage: boolean }): boolean | null
  /** Which of the question's names texts lack. */
  findMissing(options: { texts: readonly string[]; isSameLanguage: boolean }): {
    nameMissing: number
    properMissing: number
    codeMissing: number
    numberMissing: number
  }
  /** Says another version or variant of a thing that the question names (`NamedThings.saysKin`), and not the thing itself. */
  saysKin(text: string): boolean
  /** Says none of the question's names in letters, and has another one in Latin or katakana for its topic or subject. */
  hasOtherSubject(options: { text: string; above: string }): boolean
  /** The sentence says what the asked thing is, itself or under a heading or line that names nothing else. */
  isDefinedBy(sentence: ReadSentence): boolean
}

/** A thing comes up, and the next sentence goes on about it: 「Xを作成しました。この大規模言語モデルは…」. */
const introduces = /を(作成|開発|発表|公開|提案|導入|提供|設立|創設)(し|され)/
const goesOn = /^(これ|この|それ|その|同)/

const subject =
  /([\p{Script=Latin}][\p{Script=Latin}\p{Nd} .·-]*[\p{Script=Latin}\p{Nd}]|[\p{Script=Katakana}ー・]{3,})(?:[（(][^）)]*[）)])?\s?(?:では|は|が|も)|^([A-Z][\p{Script=Latin}\p{Nd}-]*)\s(?:is|was|has|had|can|does)\b/gu

/** A name of its own in Latin letters (Chinchilla, HELM), no unit or everyday abbreviation (AI, GPU). */
const isProper = (name: string) => /^\p{Lu}[\p{Script=Latin}·.]{3,}/u.test(name.normalize('NFKC'))

export function createQuestionProbe(question: AnalyzedQuestion): QuestionProbe {
  const type = findAskedType(question.text)
  const names = question.names.map(foldText)
  const findMatches = createMatchFinder(question.text)
  const found = new Map<string, Map<string, number>>()
  const words = new Map(question.terms.map((term) => [foldText(term), [...term].length]))
  const total = [...words.values()].reduce((sum, length) => sum + length, 0)
  const property = [...words.keys()].at(-1)
  const unit = findAskedUnit(question.text)
  const asked = foldText(question.text)
  const isOfWords = (name: string) =>
    question.language === 'ja' && /^[\p{Script=Latin}\d]+ \p{Script=Latin}/u.test(name)
  const isCoded = (name: string) =>
    (/\d/.test(name) && /\p{L}/u.test(name) && !/^\d/.test(name)) || /^[\p{Script=Latin}\d·.]+-\p{Lu}/u.test(name)
  const codes = question.names.filter((name) => isCoded(name.normalize('NFKC')) || isOfWords(name)).map(foldText)
  const numbers = names.filter((name) => /^[\d.,年月日]+/.test(name))
  const plain = names.filter((name) => !codes.includes(name) && !numbers.includes(name))
  const proper = plain.filter((name) => question.names.some((one) => foldText(one) === name && isProper(one)))
  const written = (folded: readonly string[]) => question.names.filter((name) => folded.includes(foldText(name)))
  // 「Bard Gemini 改称日」: words in a row may be two names.
  const coded = written(codes).flatMap((name) => (/\p{Nd}/u.test(name) ? [name] : name.split(/\s+/u)))
  const properThings = createNamedThings(written(proper))
  const codedThings = createNamedThings(coded)
  const subjects =
    question.defined.length > 0 ? question.defined : question.names.length > 0 ? question.names : question.terms

  /** Length of the longest stretch of each word that the text holds. */
  const match = (text: string): Map<string, number> => {
    let lengths = found.get(text)
    if (!lengths) {
      lengths = new Map()
      for (const { term } of findMatches(text)) {
        const folded = foldText(term)
        for (const word of words.keys())
          if (word.includes(folded)) lengths.set(word, Math.max(lengths.get(word) ?? 0, folded.length))
      }
      found.set(text, lengths)
    }
    return lengths
  }

  return {
    type,
    holdsType: (text) => holdsAskedType({ text, type, question: question.text }),
    shareOfNames(texts) {
      if (names.length === 0) return 0
      const held = foldText(texts.join('\n'))
      return names.filter((name) => held.includes(name)).length / names.length
    },
    shareOfWords(texts) {
      if (total === 0) return 0
      const lengths = texts.map(match)
      let sum = 0
      for (const [word, length] of words) {
        const longest = Math.max(0, ...lengths.map((one) => one.get(word) ?? 0))
        sum += length * Math.min(1, longest / word.length)
      }
      return sum / total
    },
    shareOfProperty(texts) {
      if (!property) return 0
      return Math.min(1, Math.max(0, ...texts.map((text) => match(text).get(property) ?? 0)) / property.length)
    },
    holdsUnit({ text, isSameLanguage }) {
      if (unit === null || !(isSameLanguage || isSharedUnit(unit))) return null
      // 42のシナリオ counts as 42シナリオ does.
      return findQuantities(text).some(
        (quantity) => quantity.unit === unit || text.slice(quantity.end).startsWith(`の${unit}`),
      )
    },
    findMissing({ texts, isSameLanguage }) {
      const text = texts.join('\n')
      const held = foldText(text)
      const lacks = (list: readonly string[]) => Number(list.some((name) => !held.includes(name)))
      return {
        nameMissing: isSameLanguage ? lacks(plain) : 0,
        properMissing: isSameLanguage ? Number(properThings.lacksOne(text)) : 0,
        codeMissing: Number(codedThings.lacksOne(text)),
        numberMissing: isSameLanguage ? lacks(numbers) : 0,
      }
    },
    saysKin: (text) => properThings.saysKin(text) || codedThings.saysKin(text),
    hasOtherSubject({ text, above }) {
      const lettered = [...codes, ...plain]
      const said = foldText(`${above}\n${text}`)
      if (lettered.length === 0 || lettered.some((name) => said.includes(name))) return false
      return [...text.matchAll(subject)].some(
        ([, japanese, english]) => !asked.includes(foldText(japanese ?? english ?? '')),
      )
    },
    isDefinedBy({ text, lead, isFirst, next, from }) {
      if (defines(text, subjects)) return true
      if (introduces.test(text) && goesOn.test(next) && subjects.some((one) => foldText(text).includes(foldText(one))))
        return true
      const heading = foldText(lead || (isFirst ? (from.passage.headingPath.at(-1) ?? from.passage.title) : ''))
      return (
        heading !== '' &&
        subjects.some((subject) => heading === foldText(subject)) &&
        /(です|である|だ|こと|もの|モデル|手法|技術)[。.]?$/.test(text.trim())
      )
    },
  }
}
