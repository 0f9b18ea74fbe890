import type { OrdinalSet } from './ordinal-set.js'

export interface LexicalEntry {
  ordinal: number
  title: string
  headings: string
  body: string
}

/** A passage that holds words of the query. */
export interface LexicalHit {
  ordinal: number
  /** BM25, larger is better. */
  score: number
  /** `score` over the most that the query's words could give together, 0 to 1: small where little of the query was found. */
  share: number
}

export interface LexicalIndex {
  readonly size: number
  /** Best first; empty when the query holds no term. Any text is a valid query: it is never parsed as a search syntax. */
  search(options: {
    text: string
    k: number
    /** Only these are found; their scores are those of the whole index. */
    within?: OrdinalSet
    /** Other names of what the query says (synonyms), each found as the text is, at its weight, 0 to 1. */
    also?: readonly { text: string; weight: number }[]
  }): LexicalHit[]
  close(): void
}

export interface LexicalIndexBuilder {
  add(entries: readonly LexicalEntry[]): void
  /** Takes entries over from the index that the builder was given, `from` being their numbers there: nothing is analysed again. */
  copy(entries: readonly { ordinal: number; from: number }[]): void
  /** Finishes the file and flushes it to disk. */
  finish(): Promise<void>
  /** Gives up before `finish`: frees what the build holds, removes its files. Does nothing after it. */
  close(): Promise<void>
}

export interface LexicalIndexFactory {
  readonly fileName: string
  /** Names analyser and layout; a change of it asks for a rebuild. */
  readonly version: string
  /**
   * @param options.previous an index of this version, to copy entries from
   * Errors: INDEX_DAMAGED of the previous one.
   */
  createBuilder(options: { file: string; previous?: { file: string; size: number } }): Promise<LexicalIndexBuilder>
  /** Errors: INDEX_DAMAGED. */
  open(options: { file: string; size: number }): Promise<LexicalIndex>
}
