/** Postings in the order of their entries, as entries come. */
export interface PostingLog {
  readonly entries: number
  /** `codes` has, for each term of the entry, its occurrences (see `occurrences`). */
  add(codes: Iterable<readonly [term: number, code: number]>): void
  /** The same postings in the order of terms, of each term in the order of entries. */
  sort(options: { terms: number }): { starts: Uint32Array; ordinals: Uint16Array; codes: Uint8Array }
}

const pieceSize = 1 << 20

export function createPostingLog(): PostingLog {
  // In pieces: a list that grows by copying itself takes thrice its memory while it does.
  const terms: Uint32Array[] = []
  const codes: Uint8Array[] = []
  const entryEnds: number[] = []
  let size = 0

  return {
    get entries() {
      return entryEnds.length
    },

    add(entry) {
      for (const [term, code] of entry) {
        const at = size % pieceSize
        if (at === 0) {
          terms.push(new Uint32Array(pieceSize))
          codes.push(new Uint8Array(pieceSize))
        }
        const piece = terms.length - 1
        ;(terms[piece] as Uint32Array)[at] = term
        ;(codes[piece] as Uint8Array)[at] = code
        size++
      }
      entryEnds.push(size)
    },

    sort({ terms: termCount }) {
      const starts = new Uint32Array(termCount + 1)
      for (let at = 0; at < size; at++) {
        const term = (terms[Math.floor(at / pieceSize)] as Uint32Array)[at % pieceSize] as number
        starts[term + 1] = (starts[term + 1] as number) + 1
      }
      for (let term = 0; term < termCount; term++)
        starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number)
      const next = starts.slice(0, termCount)
      const sorted = { starts, ordinals: new Uint16Array(size), codes: new Uint8Array(size) }
      for (let at = 0, entry = 0; at < size; at++) {
        while (at >= (entryEnds[entry] as number)) entry++
        const [piece, inside] = [Math.floor(at / pieceSize), at % pieceSize]
        const term = (terms[piece] as Uint32Array)[inside] as number
        const to = next[term] as number
        next[term] = to + 1
        sorted.ordinals[to] = entry
        sorted.codes[to] = (codes[piece] as Uint8Array)[inside] as number
      }
      return sorted
    },
  }
}
