import { analyze } from '@shutten/text'
import type { IndexContents } from '../file/index-contents.js'
import { findTerm } from './find-term.js'

export interface QueryTerm {
  /** In the order of the file. */
  number: number
  /** Entries that hold it. */
  held: number
  /** 0 to 1. */
  weight: number
}

/** The terms of a query that the index holds, each once at its highest weight; of more than `maxTerms` the rarest. */
export function collectTerms({
  contents,
  text,
  also,
  maxTerms,
}: {
  contents: IndexContents
  text: string
  also: readonly { text: string; weight: number }[]
  maxTerms: number
}): QueryTerm[] {
  const weights = new Map<number, number>()
  for (const part of [{ text, weight: 1 }, ...also])
    for (const term of analyze(part.text)) {
      const number = findTerm({ contents, ...term })
      if (number !== null) weights.set(number, Math.max(weights.get(number) ?? 0, part.weight))
    }
  const terms = [...weights].map(([number, weight]) => ({ number, weight, held: countEntries({ contents, number }) }))
  return terms.sort((a, b) => a.held - b.held || a.number - b.number).slice(0, maxTerms)
}

function countEntries({ contents, number }: { contents: IndexContents; number: number }): number {
  let count = 0
  for (const { starts } of contents.segments) count += (starts[number + 1] as number) - (starts[number] as number)
  return count
}
