export interface DenseSignal {
  ordinal: number
  /** Cosine. */
  value: number
}

export interface LexicalSignal {
  ordinal: number
  /** BM25. */
  value: number
  /** See `LexicalHit.share`. */
  share: number
}

export interface Fused {
  ordinal: number
  /** 0 to 1. */
  score: number
  dense: number | null
  lexical: number | null
  /** See `LexicalHit.share`; 0 where no word was found. */
  share: number
}

/** From this share of the query on, the best passage by words counts fully. */
const fullShare = 0.14

/**
 * Convex combination of min-max normalised cosines and BM25 over the best BM25
 * (Bruch et al., "An Analysis of Fusion Functions for Hybrid Retrieval", arXiv 2210.11934).
 * A passage that one side did not return has that side's least value. BM25 counts for less where even the best passage
 * holds little of the query (`fullShare`): words that a question in another language happens to have in common with a
 * passage must not drown what was found by meaning.
 *
 * @param options.denseWeight share of the dense side, 0 to 1
 * @returns best first; equal scores by ordinal, so that an order never depends on chance
 */
export function fuse(options: {
  dense: readonly DenseSignal[]
  lexical: readonly LexicalSignal[]
  denseWeight: number
}): Fused[] {
  const { dense, lexical, denseWeight } = options
  const denseByOrdinal = new Map(dense.map((hit) => [hit.ordinal, hit.value]))
  const lexicalByOrdinal = new Map(lexical.map((hit) => [hit.ordinal, hit]))
  const cosines = dense.map((hit) => hit.value)
  const lowest = Math.min(...cosines)
  const range = Math.max(...cosines) - lowest
  const most = Math.max(fullShare, ...lexical.map((hit) => hit.share))
  const fused: Fused[] = []
  for (const ordinal of new Set([...denseByOrdinal.keys(), ...lexicalByOrdinal.keys()])) {
    const cosine = denseByOrdinal.get(ordinal) ?? null
    const hit = lexicalByOrdinal.get(ordinal)
    const densePart = cosine === null ? 0 : range > 0 ? (cosine - lowest) / range : 1
    const lexicalPart = hit ? hit.share / most : 0
    fused.push({
      ordinal,
      score: denseWeight * densePart + (1 - denseWeight) * lexicalPart,
      dense: cosine,
      lexical: hit?.value ?? null,
      share: hit?.share ?? 0,
    })
  }
  return fused.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal)
}
