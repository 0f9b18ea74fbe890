import path from 'node:path'
import hnswlib from 'hnswlib-node'
import { getPassageId } from '../corpus/get-passage-id.js'
import { type OpenOptions, type RetrievalSystem, resultCount } from './retrieval-system.js'

/** As our own vector index chooses it (docs/decisions/2026-11-22-hnsw-parameters.md), for the same recall. */
const getEfSearch = (size: number) => Math.round(Math.min(400, Math.max(160, Math.sqrt(size))))

/** The least that dense retrieval can cost: the query's vector, one search of the graph that LangChain's store wrote, numbers back. */
export async function openHnswlib({ folder, embedder }: OpenOptions): Promise<RetrievalSystem> {
  const index = new hnswlib.HierarchicalNSW('cosine', embedder.limits.dimension)
  await index.readIndex(path.join(folder, 'hnswlib.index'))
  index.setEf(getEfSearch(index.getCurrentCount()))
  return {
    async search(query) {
      const { neighbors } = index.searchKnn(Array.from(await embedder.embedQuery(query)), resultCount)
      return { ranked: neighbors.map((number) => [getPassageId(number)]) }
    },
    async close() {},
  }
}
