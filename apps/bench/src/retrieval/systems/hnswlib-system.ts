import path from 'node:path'
import hnswlib from 'hnswlib-node'
import { getPassageId } from '../corpus/get-passage-id.js'
import { type OpenOptions, type RetrievalSystem, resultCount } from './retrieval-system.js'

/** The candidate list of our own vector index, for a like recall. */
const efSearch = 80

/** The least that dense retrieval can cost: the query's vector, one search of the graph that LangChain's store wrote, numbers back. */
export async function openHnswlib({ folder, embedder }: OpenOptions): Promise<RetrievalSystem> {
  const index = new hnswlib.HierarchicalNSW('cosine', embedder.limits.dimension)
  await index.readIndex(path.join(folder, 'hnswlib.index'))
  index.setEf(efSearch)
  return {
    async search(query) {
      const { neighbors } = index.searchKnn(Array.from(await embedder.embedQuery(query)), resultCount)
      return { ranked: neighbors.map((number) => [getPassageId(number)]) }
    },
    async close() {},
  }
}
