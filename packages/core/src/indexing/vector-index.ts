import type { OrdinalSet } from './ordinal-set.js'

/** A similarity search result: `similarity` is the cosine, -1 to 1, best first. */
export interface VectorHit {
  ordinal: number
  similarity: number
}

/** Read side. Ordinals are the numbers of a generation's indexed passages, 0 … size - 1. */
export interface VectorIndex {
  readonly dimension: number
  readonly size: number
  /** Errors: VECTOR_DIMENSION_MISMATCH; INPUT_INVALID when k < 1. Fewer than k hits when the index holds fewer. */
  search(options: {
    vector: Float32Array
    k: number
    /** Only these are found: exactly where they are few, by the graph where they are many. */
    within?: OrdinalSet
  }): VectorHit[]
  close(): void
}

export interface VectorIndexBuilder {
  readonly dimension: number
  add(options: { ordinal: number; vector: Float32Array }): void
  /**
   * Takes a vector over from the index that the builder was given, `from` being its number there: it keeps its links, and
   * costs next to nothing.
   */
  copy(options: { ordinal: number; from: number }): void
  /** The vector that `copy` would take over. */
  readBase(from: number): Float32Array
  /** Writes the file and flushes it to disk. */
  save(file: string): Promise<void>
  /** Gives up what it holds, in memory and of files. */
  close(): void
}

export interface VectorIndexFactory {
  /** Names the file in a generation's folder. */
  readonly fileName: string
  /**
   * @param options.previous an index to copy vectors from; what is not copied is gone from the new one
   * Errors: INDEX_DAMAGED of the previous one.
   */
  createBuilder(options: {
    dimension: number
    capacity: number
    previous?: { file: string; size: number }
  }): Promise<VectorIndexBuilder>
  /** Errors: INDEX_DAMAGED when the file does not hold `size` vectors of `dimension`. */
  open(options: { file: string; dimension: number; size: number }): Promise<VectorIndex>
}
