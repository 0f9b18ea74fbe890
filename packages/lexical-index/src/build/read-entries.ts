import type { IndexContents, Segment } from '../file/index-contents.js'
import { lengthsPerEntry } from '../file/layout.js'
import type { TermNumbers } from './create-term-numbers.js'

/** Entries of a finished index, as a builder of another one takes them. */
export interface StoredEntries {
  /** With the numbers that the new builder gives to terms. */
  getPostings(entry: number): Iterable<readonly [term: number, code: number]>
  getLengths(entry: number): Uint32Array
}

/**
 * Turns postings by term into postings by entry, one segment at a time: the first question about another one gives the
 * last one up, so entries are best asked for in their order.
 */
export function readEntries(options: { contents: IndexContents; getNumber: TermNumbers['getNumber'] }): StoredEntries {
  const { contents, getNumber } = options
  const numbers = new Int32Array(contents.terms).fill(-1)
  let turned: { segment: Segment; starts: Uint32Array; terms: Uint32Array; codes: Uint8Array } | null = null

  const toNumber = (term: number) => {
    const known = numbers[term] as number
    if (known >= 0) return known
    const begin = contents.termStarts[term] as number
    const text = String.fromCharCode(...contents.text.subarray(begin, contents.termStarts[term + 1]))
    const number = getNumber({ term: text, kind: term < contents.words ? 'word' : 'bigram' })
    numbers[term] = number
    return number
  }

  const find = (entry: number) => {
    if (turned && entry >= turned.segment.from && entry < turned.segment.from + turned.segment.entries) return turned
    const segment = contents.segments.find(({ from, entries }) => entry >= from && entry < from + entries)
    if (!segment) throw new RangeError(`There is no entry ${entry}.`)
    turned = { segment, ...turn({ segment, terms: contents.terms }) }
    return turned
  }

  return {
    *getPostings(entry) {
      const { segment, starts, terms, codes } = find(entry)
      const at = entry - segment.from
      for (let posting = starts[at] as number; posting < (starts[at + 1] as number); posting++)
        yield [toNumber(terms[posting] as number), codes[posting] as number]
    },
    getLengths: (entry) => contents.lengths.subarray(entry * lengthsPerEntry, (entry + 1) * lengthsPerEntry),
  }
}

/** A counting sort by entry. */
function turn({ segment, terms: termCount }: { segment: Segment; terms: number }) {
  const { ordinals, occurrences, entries } = segment
  const starts = new Uint32Array(entries + 1)
  for (const ordinal of ordinals) starts[ordinal + 1] = (starts[ordinal + 1] as number) + 1
  for (let entry = 0; entry < entries; entry++)
    starts[entry + 1] = (starts[entry + 1] as number) + (starts[entry] as number)
  const next = starts.slice(0, entries)
  const terms = new Uint32Array(ordinals.length)
  const codes = new Uint8Array(ordinals.length)
  for (let term = 0; term < termCount; term++)
    for (let posting = segment.starts[term] as number; posting < (segment.starts[term + 1] as number); posting++) {
      const entry = ordinals[posting] as number
      const to = next[entry] as number
      next[entry] = to + 1
      terms[to] = term
      codes[to] = occurrences[posting] as number
    }
  return { starts, terms, codes }
}
