/** Raised with every change to the bytes of the file. */
export const layoutVersion = 1

/** "Shtn" and "lexi", as a little-endian machine reads them. */
export const magic = [0x6e_74_68_53, 0x69_78_65_6c] as const

/** Sixteen 32-bit numbers: magic (2), layout version, checksum, then the counts in the order of `countNames`; the others are 0. */
export const headerBytes = 64
export const checksumAt = 12
/** As a number of the header. */
export const countsAt = 4
/** The checksum (CRC-32) covers all bytes from here on. */
export const checkedFrom = 16

/**
 * Postings are held in segments of so many entries, so that 16 bits number an entry within one. A build has one segment in memory,
 * about 5 kB an entry; each costs four bytes a term in the file.
 */
export const defaultSegmentSize = 8_192
/** Also that of files that do not say theirs. */
export const largestSegmentSize = 65_536

export const fields = ['title', 'headings', 'body'] as const
export const kinds = ['word', 'bigram'] as const
/** Lengths held of each entry: terms of each kind in each field. */
export const lengthsPerEntry = fields.length * kinds.length

export const countNames = ['entries', 'words', 'bigrams', 'units', 'postings', 'segmentSize'] as const
export type Counts = Record<(typeof countNames)[number], number>

export function readCounts(header: Uint32Array): Counts {
  const counts = Object.fromEntries(countNames.map((name, at) => [name, header[countsAt + at]])) as Counts
  return { ...counts, segmentSize: counts.segmentSize || largestSegmentSize }
}

export interface Section {
  /** In bytes, from the beginning of the file. */
  at: number
  /** In elements. */
  length: number
}

/**
 * Where each part of a file lies. Terms are sorted by UTF-16 code units, words before bigrams; `postingStarts` has, for each segment,
 * where in the segment's postings each term begins, and after the last term their number.
 */
export function planSections({ entries, words, bigrams, units, postings, segmentSize }: Counts) {
  const terms = words + bigrams
  const segments = Math.ceil(entries / segmentSize)
  let at = headerBytes
  const section = (length: number, elementBytes: number): Section => {
    const begin = at
    at = Math.ceil((at + length * elementBytes) / 8) * 8
    return { at: begin, length }
  }
  return {
    lengths: section(entries * lengthsPerEntry, 4),
    termStarts: section(terms + 1, 4),
    postingStarts: section(segments * (terms + 1), 4),
    text: section(units, 2),
    ordinals: section(postings, 2),
    occurrences: section(postings, 1),
    end: at,
  }
}
