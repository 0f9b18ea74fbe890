/** What an embedder can take and what it gives; callers size their work by it. */
export interface EmbedderLimits {
  /** Tokens of one text, prefix included; longer texts are cut at the end. */
  maxTokens: number
  /** Texts worth sending in one call. */
  batchSize: number
  /** Length of each vector. */
  dimension: number
  /** Put before each text by the embedder itself. */
  prefixes: { query: string; passage: string }
}

/**
 * Turns text into vectors of unit length (cosine similarity is their dot product).
 * Errors: MODEL_FAILED, MODEL_FILE_DAMAGED; LLM_UNAVAILABLE for an embedder behind a network.
 */
export interface Embedder {
  /** Names model and version; vectors of two ids are never compared. Part of the cache key and the manifest. */
  readonly id: string
  readonly limits: EmbedderLimits
  embedQuery(text: string, options?: { signal?: AbortSignal }): Promise<Float32Array>
  /** One vector a text, in order. */
  embedPassages(texts: readonly string[], options?: { signal?: AbortSignal }): Promise<Float32Array[]>
  /** Forgets the vectors of all texts but these that it keeps for another time, and gives how many are left. Absent where none are kept. */
  forgetOthers?(options: { keep: Iterable<readonly string[]> }): Promise<number>
  close(): Promise<void>
}

/** Vectors by the content they were made from. A lost cache costs time, never correctness. */
export interface EmbeddingCache {
  /** Found vectors by content hash; missing ones are absent from the map. */
  findMany(options: { modelId: string; contentHashes: readonly string[] }): Promise<Map<string, Float32Array>>
  saveMany(options: { modelId: string; entries: ReadonlyMap<string, Float32Array> }): Promise<void>
  /** Removes the vectors of every content that is not in `keep`, whatever their model. Returns how many went. */
  prune?(options: { keep: Iterable<string> }): Promise<number>
  /** Vectors of contents that are not in `keep`. */
  countOthers?(options: { keep: Iterable<string> }): Promise<number>
}
