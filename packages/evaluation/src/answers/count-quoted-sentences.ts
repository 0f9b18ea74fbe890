import type { Citation } from '@shutten/core'
import { splitSentences } from '@shutten/text'

/** Sentences in the quotes of an answer; a quote cited under two numbers counts once. */
export function countQuotedSentences(citations: readonly Citation[]): number {
  const quotes = new Map(
    citations.map(({ documentId, start, end, quote }) => [`${documentId} ${start} ${end}`, quote] as const),
  )
  return [...quotes.values()].reduce((sum, quote) => sum + splitSentences(quote).length, 0)
}
