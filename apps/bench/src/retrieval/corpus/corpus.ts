import type { Language } from '@shutten/core'

/** A passage that every system indexes, with the vector that every system is given for it. */
export interface BenchPassage {
  /** See `getPassageId`. */
  id: string
  documentId: string
  title: string
  headingPath: string[]
  text: string
  language: Language
}

export interface BenchQuestion {
  question: string
  /** Ids of the passages that answer it; null where that is not known. */
  relevant: string[] | null
}

/** Real passages and questions, before they are embedded and filled up. */
export interface BaseCorpus {
  name: string
  /** Passages that questions may be about. */
  asked: BenchPassage[]
  /** Passages that no question is about: what distractors are made of. Searched like all others. */
  unasked: BenchPassage[]
  questions: BenchQuestion[]
}

export interface Corpus {
  /** Names texts and vectors: an index of another fingerprint is another corpus. */
  fingerprint: string
  passages: BenchPassage[]
  vectors: Float32Array[]
}
