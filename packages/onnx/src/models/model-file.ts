/** A file of a model: where it lies, and what it must hold. */
export interface ModelFile {
  /** Absolute. */
  path: string
  bytes: number
  /** Hex. */
  sha256: string
}

/** A model of the thread: its graph, its tokenizer, and how many tokens (special ones included) one input may have. */
export interface ModelDescription {
  files: { model: ModelFile; tokenizer: ModelFile }
  maxTokens: number
}
