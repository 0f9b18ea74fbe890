import { createPieceTrie } from './create-piece-trie.js'

/** A token as it stands in the normalised text: [start, end) in UTF-16 code units. */
export interface UnigramToken {
  id: number
  start: number
  end: number
}

/** Splits text[from, to) into the pieces of the highest total score; characters without a piece join into one unknown token. */
export type Unigram = (text: string, from: number, to: number) => UnigramToken[]

/** Below the rarest piece by this much: the score of an unknown character (as SentencePiece has it). */
const unknownPenalty = 10

/**
 * The unigram language model of SentencePiece (Kudo, arXiv 1804.10959), decoded by Viterbi. `special` are ids that are
 * never read out of a text: a text that holds "<s>" means these three characters.
 */
export function createUnigram(options: {
  vocabulary: readonly (readonly [piece: string, score: number])[]
  unknownId: number
  special: ReadonlySet<number>
}): Unigram {
  const { vocabulary, unknownId, special } = options
  const scores = Float64Array.from(vocabulary, ([, score]) => score)
  const unknownScore = scores.reduce((least, score) => Math.min(least, score), 0) - unknownPenalty
  const trie = createPieceTrie(vocabulary.flatMap(([piece], id) => (special.has(id) ? [] : [[id, piece] as const])))

  return (text, from, to) => {
    const length = to - from
    const best = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY)
    const origin = new Int32Array(length + 1)
    const ids = new Int32Array(length + 1)
    best[0] = 0
    const reach = (start: number, end: number, id: number, score: number) => {
      const total = (best[start] as number) + score
      if (total <= (best[end] as number)) return
      best[end] = total
      origin[end] = start
      ids[end] = id
    }
    for (let start = 0; start < length; ) {
      const width = (text.codePointAt(from + start) as number) > 0xffff ? 2 : 1
      let known = false
      let node = 0
      for (let end = start; end < length; ) {
        node = trie.next(node, text.charCodeAt(from + end))
        if (node < 0) break
        end++
        const id = trie.piece(node)
        if (id < 0) continue
        reach(start, end, id, scores[id] as number)
        if (end - start === width) known = true
      }
      if (!known) reach(start, start + width, unknownId, unknownScore)
      start += width
    }
    const tokens: UnigramToken[] = []
    for (let end = length; end > 0; end = origin[end] as number) {
      const [id, start] = [ids[end] as number, origin[end] as number]
      const later = tokens.at(-1)
      if (id === unknownId && later?.id === unknownId) later.start = from + start
      else tokens.push({ id, start: from + start, end: from + end })
    }
    return tokens.reverse()
  }
}
