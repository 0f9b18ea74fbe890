import type { Language } from '@shutten/core'
import {
  analyze,
  contentTerms,
  detectLanguage,
  findNegations,
  foldText,
  type Negation,
  type TextSpan,
} from '@shutten/text'
import { findNames, type Name } from './find-names.js'
import { type FactNumbers, findNumbers } from './find-numbers.js'

/** A content word with what it is made of, for comparing it with another text. */
export interface FactTerm extends TextSpan {
  folded: string
  words: string[]
  bigrams: string[]
}

/** What a text says that another can be held against. */
export interface Facts {
  text: string
  language: Language
  folded: string
  terms: FactTerm[]
  /** Words and bigrams of the analyser. */
  vocabulary: ReadonlySet<string>
  numbers: FactNumbers
  names: Name[]
  negations: Negation[]
}

export function readFacts(text: string): Facts {
  const analysed = analyze(text)
  const terms = contentTerms(text).map(({ start, end }): FactTerm => {
    const inside = analysed.filter((term) => term.start >= start && term.end <= end)
    return {
      start,
      end,
      folded: foldText(text.slice(start, end)),
      words: inside.filter(({ kind }) => kind === 'word').map(({ term }) => term),
      bigrams: inside.filter(({ kind }) => kind === 'bigram').map(({ term }) => term),
    }
  })
  const language = detectLanguage(text)
  return {
    text,
    language,
    folded: foldText(text),
    terms,
    vocabulary: new Set(analysed.map(({ term }) => term)),
    numbers: findNumbers(text),
    names: findNames(text, { isJapanese: language === 'ja' }),
    negations: findNegations(text),
  }
}
