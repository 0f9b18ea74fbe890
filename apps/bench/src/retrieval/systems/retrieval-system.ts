import type { Embedder } from '@shutten/core'
import type { Corpus } from '../corpus/corpus.js'

/** Results asked for of every system. */
export const resultCount = 10

export interface Found {
  /** Best first: the passages that each result stands for (one, unless the system joins several). */
  ranked: string[][]
  /** Milliseconds by stage, where the system tells. */
  timings?: Record<string, number>
}

/** An index that is loaded and answers. */
export interface RetrievalSystem {
  search(query: string): Promise<Found>
  close(): Promise<void>
}

export interface OpenOptions {
  folder: string
  /** Queries only; passages have their vectors already. */
  embedder: Embedder
}

export interface BuildOptions {
  folder: string
  corpus: Corpus
  embedder: { id: string; dimension: number }
}

export const systemNames = ['shutten', 'shutten-reranked', 'langchain', 'langchain-words', 'hnswlib'] as const
export type SystemName = (typeof systemNames)[number]

export const systemTitles: Record<SystemName, string> = {
  shutten: 'Shutten',
  'shutten-reranked': 'Shutten + reader',
  langchain: 'LangChain',
  'langchain-words': 'LangChain, words',
  hnswlib: 'embedder + hnswlib',
}
