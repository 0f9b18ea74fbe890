import { closeSync, openSync, writeSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type LexicalEntry, type LexicalIndexBuilder, ShuttenError } from '@shutten/core'
import { analyze } from '@shutten/text'
import { fields, kinds, lengthsPerEntry } from '../file/layout.js'
import { occurrences } from '../file/occurrences.js'
import { readIndexFile } from '../file/read-index-file.js'
import { writeIndexFile } from '../file/write-index-file.js'
import { createPostingLog } from './create-posting-log.js'
import { createTermNumbers } from './create-term-numbers.js'
import { readEntries } from './read-entries.js'
import { readSections, type SpilledSegment } from './read-sections.js'

/**
 * Takes entries in the order of their numbers. Whole segments wait in a file beside; in memory are the terms and one segment.
 * Errors: INPUT_INVALID for ordinals that are not 0, 1, 2 … in this order; those of the file system as they come.
 */
export async function createInvertedIndexBuilder({
  file,
  segmentSize,
  previous,
}: {
  file: string
  segmentSize: number
  previous?: { file: string; size: number }
}): Promise<LexicalIndexBuilder> {
  const [draft, spill] = [`${file}.draft`, `${file}.segments`]
  const terms = createTermNumbers()
  let stored = previous ? readEntries({ contents: await readIndexFile(previous), getNumber: terms.getNumber }) : null
  const segments: SpilledSegment[] = []
  const lengths: Uint32Array[] = []
  let log = createPostingLog()
  let entries = 0
  let spilled = 0
  let descriptor: number | null = openSync(spill, 'w+')

  const closeSegment = () => {
    const { starts, ordinals, codes } = log.sort({ terms: terms.size })
    const write = (numbers: Uint8Array | Uint16Array | Uint32Array) => {
      const at = spilled
      const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
      for (let done = 0; done < bytes.length; )
        done += writeSync(descriptor as number, bytes, done, bytes.length - done, at + done)
      spilled += bytes.length
      return at
    }
    segments.push({
      terms: terms.size,
      postings: codes.length,
      startsAt: write(starts),
      ordinalsAt: write(ordinals),
      codesAt: write(codes),
    })
    log = createPostingLog()
  }

  /** The lengths of the next entry, to be set. */
  const begin = (ordinal: number): Uint32Array => {
    if (ordinal !== entries) throw createOrdinalError({ ordinal, expected: entries })
    if (log.entries === segmentSize) closeSegment()
    const at = entries % segmentSize
    if (at === 0) lengths.push(new Uint32Array(segmentSize * lengthsPerEntry))
    entries++
    return (lengths.at(-1) as Uint32Array).subarray(at * lengthsPerEntry, (at + 1) * lengthsPerEntry)
  }

  const close = async () => {
    if (descriptor === null) return
    closeSync(descriptor)
    descriptor = null
    for (const name of [draft, spill]) await rm(name, { force: true })
  }

  return {
    add(batch) {
      for (const entry of batch) {
        // First, for it may begin another segment, and with it another log.
        const lengths = begin(entry.ordinal)
        log.add(countTerms({ entry, lengths, getNumber: terms.getNumber }))
      }
    },

    copy(batch) {
      for (const { ordinal, from } of batch) {
        if (!stored || !(from >= 0 && from < (previous?.size ?? 0))) throw createSourceError(from)
        begin(ordinal).set(stored.getLengths(from))
        log.add(stored.getPostings(from))
      }
    },

    async finish() {
      if (descriptor === null) throw createFinishedError()
      try {
        stored = null
        if (log.entries > 0) closeSegment()
        const { counts, sections } = readSections({
          descriptor,
          segments,
          lengths,
          entries,
          segmentSize,
          ...terms.sort(),
        })
        await writeIndexFile({ file, draft, counts, sections })
      } finally {
        await close()
      }
    },

    close,
  }
}

/** Occurrences of each term, by its number; sets the lengths of the entry. */
function countTerms({
  entry,
  getNumber,
  lengths,
}: {
  entry: LexicalEntry
  getNumber: ReturnType<typeof createTermNumbers>['getNumber']
  lengths: Uint32Array
}): Map<number, number> {
  const counts = new Map<number, { title: number; headings: number; body: number }>()
  fields.forEach((field, at) => {
    for (const term of analyze(entry[field])) {
      const number = getNumber(term)
      const count = counts.get(number) ?? { title: 0, headings: 0, body: 0 }
      counts.set(number, count)
      count[field]++
      const place = at * kinds.length + kinds.indexOf(term.kind)
      lengths[place] = (lengths[place] as number) + 1
    }
  })
  return new Map([...counts].map(([number, count]) => [number, occurrences.encode(count)]))
}

function createOrdinalError({ ordinal, expected }: { ordinal: number; expected: number }): ShuttenError {
  return new ShuttenError({
    code: 'INPUT_INVALID',
    message: `An entry has the number ${ordinal}; ${expected} comes next.`,
    suggestion: 'Number the entries 0, 1, 2 … and add them in this order.',
  })
}

function createSourceError(from: number): ShuttenError {
  return new ShuttenError({
    code: 'INPUT_INVALID',
    message: `There is no entry ${from} to copy.`,
    suggestion: 'Give the builder the index that the entry stands in.',
  })
}

function createFinishedError(): ShuttenError {
  return new ShuttenError({
    code: 'INTERNAL',
    message: 'The lexical index was to be finished after it was finished or given up.',
    suggestion: 'Make a new builder.',
  })
}
