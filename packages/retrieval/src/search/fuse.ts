export interface Signal {
  ordinal: number
  value: number
}

export interface Fused {
  ordinal: number
  /** 0 to 1. */
  score: number
  dense: number | null
  lexical: number | null
}

/**
 * Convex combination of min-max normalised cosines and BM25 over the best BM25
 * (Bruch et al., "An Analysis of Fusion Functions for Hybrid Retrieval", arXiv 2210.11934).
 * A passage that one side did not return has that side's least value.
 *
 * @param options.denseWeight share of the dense side, 0 to 1
 * @returns best first; equal scores by ordinal, so that an order never depends on chance
 */
export function fuse(options: { dense: readonly Signal[]; lexical: readonly Signal[]; denseWeight: number }): Fused[] {
  const { dense, lexical, denseWeight } = options
  const denseByOrdinal = new Map(dense.map((hit) => [hit.ordinal, hit.value]))
  const lexicalByOrdinal = new Map(lexical.map((hit) => [hit.ordinal, hit.value]))
  const cosines = dense.map((hit) => hit.value)
  const lowest = Math.min(...cosines)
  const range = Math.max(...cosines) - lowest
  const bestLexical = Math.max(0, ...lexical.map((hit) => hit.value))
  const fused: Fused[] = []
  for (const ordinal of new Set([...denseByOrdinal.keys(), ...lexicalByOrdinal.keys()])) {
    const cosine = denseByOrdinal.get(ordinal) ?? null
    const bm25 = lexicalByOrdinal.get(ordinal) ?? null
    const densePart = cosine === null ? 0 : range > 0 ? (cosine - lowest) / range : 1
    const lexicalPart = bm25 === null || bestLexical === 0 ? 0 : bm25 / bestLexical
    fused.push({
      ordinal,
      score: denseWeight * densePart + (1 - denseWeight) * lexicalPart,
      dense: cosine,
      lexical: bm25,
    })
  }
  return fused.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal)
}
