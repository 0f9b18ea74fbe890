/** How one generation differs from another, by documents. */
export interface GenerationDifference {
  /** Only in the later one. */
  added: DifferingDocuments
  /** In both, with another text, title or tags. */
  changed: DifferingDocuments
  /** Only in the earlier one. */
  removed: DifferingDocuments
}

export interface DifferingDocuments {
  total: number
  /** The first of them, by title. */
  documents: { documentId: string; title: string; uri: string }[]
}

export interface GenerationHistory {
  /**
   * What the generation `to` holds that `from` does not, and the other way round. A generation that is forgotten holds nothing.
   * @param options.limit documents named of each kind; 10 unless told
   */
  compare(options: { from: string; to: string; limit?: number }): Promise<GenerationDifference>
}
