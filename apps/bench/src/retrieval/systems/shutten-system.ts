import type { GenerationEntry, Reader } from '@shutten/core'
import { openDataFolder, openSearcher } from '../composition.js'
import type { Corpus } from '../corpus/corpus.js'
import { type BuildOptions, type OpenOptions, type RetrievalSystem, resultCount } from './retrieval-system.js'

const batchSize = 500

/** A data folder with one serving generation, built by the store that ingestion uses. */
export async function buildShutten({ folder, corpus, embedder }: BuildOptions): Promise<void> {
  const { store, records, close } = await openDataFolder(folder)
  const id = `bench-${corpus.fingerprint.slice(0, 12)}`
  try {
    const { counts } = await store.build({
      id,
      embedder,
      chunker: 'bench',
      passages: corpus.passages.length,
      entries: createEntries(corpus),
    })
    await records.switchTo({ generationId: id, versions: [], counts, embedder: embedder.id })
  } finally {
    await close()
  }
}

export async function openShutten({
  folder,
  embedder,
  reader,
}: OpenOptions & { reader: Reader | null }): Promise<RetrievalSystem> {
  const { searcher, close } = await openSearcher({ folder, embedder, reader })
  return {
    async search(query) {
      const { results, timings } = await searcher.search({ query, k: resultCount })
      return {
        ranked: results.map(({ passages, duplicates }) => [...passages, ...duplicates].map((one) => one.passageId)),
        timings,
      }
    },
    close,
  }
}

async function* createEntries({ passages, vectors }: Corpus): AsyncGenerator<GenerationEntry[]> {
  const date = new Date(0).toISOString()
  for (let from = 0; from < passages.length; from += batchSize)
    yield passages.slice(from, from + batchSize).map((passage, at) => ({
      passage: {
        ...passage,
        versionId: `${passage.documentId}@1`,
        uri: `bench:${passage.documentId}`,
        index: 0,
        start: 0,
        end: passage.text.length,
        tags: [],
        date,
        lead: '',
      },
      vector: vectors[from + at] as Float32Array,
    }))
}
