export interface RetrievalSettings {
  /** Candidates taken from each side before fusion. */
  candidates: number
  /** Share of the dense side in the fused score, 0 to 1. */
  denseWeight: number
  /** Passages of the fused list that the reranker scores; 0 for none. */
  rerankFirst: number
  /** Weight of the fused score beside the reranker's probability. */
  fusedWeight: number
}

/** As measured on JSQuAD and JaQuAD (docs/evaluation.md). */
export const defaultRetrievalSettings: RetrievalSettings = {
  candidates: 100,
  denseWeight: 0.5,
  rerankFirst: 8,
  fusedWeight: 1,
}
