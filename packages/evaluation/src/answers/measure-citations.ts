import type { Answer } from '@shutten/core'
import { foldText } from '@shutten/text'
import type { DatasetQuestion } from '../dataset/dataset.js'
import { foldExpectation } from '../matching/expectation.js'
import { holdsSome } from '../matching/holds-some.js'
import type { Ratio } from '../metrics/ratio.js'

export interface CitationMeasures {
  /** Citations whose quote holds an answer string or the evidence, of all citations. */
  precision: Ratio
  /** Sentences that are covered, of all sentences. */
  recall: Ratio
  /** The quotes together hold the evidence, or one string of every group. */
  hasRightCitation: boolean
}

/**
 * Judges the citations of an answered, answerable question. A sentence is covered when it has markers and, for each
 * group of which it holds a string, the quotes it cites hold a string too: the same one, or a variant of it in the
 * language of the source.
 */
export function measureCitations(options: { question: DatasetQuestion; answer: Answer }): CitationMeasures {
  const { answer } = options
  const { groups, evidence } = foldExpectation(options.question)
  const cited = answer.citations.map(({ number, quote }) => ({ number, quote: foldText(quote) }))
  const quotes = cited.map(({ quote }) => quote)
  const wanted = evidence === null ? groups.flat() : [...groups.flat(), evidence]
  const covered = answer.sentences.filter((sentence) => {
    if (sentence.citations.length === 0) return false
    const own = cited.filter(({ number }) => sentence.citations.includes(number)).map(({ quote }) => quote)
    const text = foldText(sentence.text)
    return groups.every((group) => !holdsSome([text], group) || holdsSome(own, group))
  })
  return {
    precision: [quotes.filter((quote) => holdsSome([quote], wanted)).length, quotes.length],
    recall: [covered.length, answer.sentences.length],
    hasRightCitation:
      (evidence !== null && holdsSome(quotes, [evidence])) || groups.every((group) => holdsSome(quotes, group)),
  }
}
