/** The parts of an index file, as views of the one buffer that holds it. */
export interface IndexContents {
  entries: number
  /** Terms 0 to words - 1 are words, the others bigrams. */
  words: number
  terms: number
  /** Of each entry `lengthsPerEntry`: fields in their order, of each the number of words, then of bigrams. */
  lengths: Uint32Array
  /** Where each term's text begins; one more than there are terms. */
  termStarts: Uint32Array
  /** The terms in UTF-16, one after the other. */
  text: Uint16Array
  segments: readonly Segment[]
}

/** The postings of up to `segmentSize` entries. */
export interface Segment {
  /** Number of its first entry. */
  from: number
  entries: number
  /** Where each term's postings begin; one more than there are terms. */
  starts: Uint32Array
  /** Counted from `from`, ascending within a term. */
  ordinals: Uint16Array
  /** See `occurrences`. */
  occurrences: Uint8Array
}
