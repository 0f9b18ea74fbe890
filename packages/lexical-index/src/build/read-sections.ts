import { readSync } from 'node:fs'
import { type Counts, lengthsPerEntry } from '../file/layout.js'
import type { Sections } from '../file/write-index-file.js'
import type { SortedTerms } from './create-term-numbers.js'

/** A segment in the file beside, by the numbers that terms had when it was written; places in bytes. */
export interface SpilledSegment {
  terms: number
  postings: number
  startsAt: number
  ordinalsAt: number
  codesAt: number
}

/** Terms whose text is put together at a time. */
const termsPerPiece = 10_000

/** The parts of the index file, out of the spilled segments; at most one segment's numbers are in memory at a time. */
export function readSections({
  descriptor,
  segments,
  lengths,
  entries,
  segmentSize,
  words,
  bigrams,
}: {
  descriptor: number
  segments: readonly SpilledSegment[]
  lengths: readonly Uint32Array[]
  entries: number
  segmentSize: number
  words: SortedTerms
  bigrams: SortedTerms
}): { counts: Counts; sections: Sections } {
  const terms = [...words.terms, ...bigrams.terms]
  const termStarts = new Uint32Array(terms.length + 1)
  for (const [at, term] of terms.entries()) termStarts[at + 1] = (termStarts[at] as number) + term.length
  const numbers = new Uint32Array(terms.length)
  numbers.set(words.numbers)
  numbers.set(bigrams.numbers, words.numbers.length)

  const readStarts = ({ startsAt, terms: known }: SpilledSegment) =>
    readNumbers({ descriptor, at: startsAt, numbers: new Uint32Array(known + 1) })

  async function* readPostingStarts() {
    for (const segment of segments) {
      const starts = readStarts(segment)
      const sorted = new Uint32Array(terms.length + 1)
      for (let at = 0; at < numbers.length; at++) {
        const number = numbers[at] as number
        // Terms that came up only later are not in this segment.
        const held = number < segment.terms ? (starts[number + 1] as number) - (starts[number] as number) : 0
        sorted[at + 1] = (sorted[at] as number) + held
      }
      yield sorted
    }
  }

  async function* readPostings<T extends Uint8Array | Uint16Array>(read: (segment: SpilledSegment) => T) {
    for (const segment of segments) {
      const starts = readStarts(segment)
      const postings = read(segment)
      const sorted = postings.slice()
      let next = 0
      for (const number of numbers) {
        if (number >= segment.terms) continue
        const end = starts[number + 1] as number
        for (let at = starts[number] as number; at < end; at++) sorted[next++] = postings[at] as number
      }
      yield sorted
    }
  }

  return {
    counts: {
      entries,
      words: words.terms.length,
      bigrams: bigrams.terms.length,
      units: termStarts[terms.length] as number,
      postings: segments.reduce((sum, segment) => sum + segment.postings, 0),
      segmentSize,
    },
    sections: {
      lengths: give(
        lengths.map((piece, at) =>
          piece.subarray(0, Math.min(segmentSize, entries - at * segmentSize) * lengthsPerEntry),
        ),
      ),
      termStarts: give([termStarts]),
      postingStarts: readPostingStarts(),
      text: encodeTerms(terms),
      ordinals: readPostings(({ ordinalsAt, postings }) =>
        readNumbers({ descriptor, at: ordinalsAt, numbers: new Uint16Array(postings) }),
      ),
      occurrences: readPostings(({ codesAt, postings }) =>
        readNumbers({ descriptor, at: codesAt, numbers: new Uint8Array(postings) }),
      ),
    },
  }
}

async function* give(pieces: readonly Uint32Array[]) {
  yield* pieces
}

async function* encodeTerms(terms: readonly string[]) {
  for (let at = 0; at < terms.length; at += termsPerPiece) {
    const text = terms.slice(at, at + termsPerPiece).join('')
    const units = new Uint16Array(text.length)
    for (let unit = 0; unit < text.length; unit++) units[unit] = text.charCodeAt(unit)
    yield units
  }
}

function readNumbers<T extends Uint8Array | Uint16Array | Uint32Array>({
  descriptor,
  at,
  numbers,
}: {
  descriptor: number
  at: number
  numbers: T
}): T {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(descriptor, bytes, done, bytes.length - done, at + done)
    if (read === 0) throw new Error('The file of segments ends early.')
    done += read
  }
  return numbers
}
