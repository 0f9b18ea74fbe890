import type { Reader } from '@shutten/core'
import { mergeScored } from '../rerank/merge-scored.js'
import type { RetrievedPassage } from '../rerank/rerank-candidates.js'
import { contextOf, readInContext } from '../search/read-in-context.js'
import { sigmoid } from '../search/sigmoid.js'

/**
 * Has the reader read the first passages that it has not read yet.
 *
 * @param options.first how many of the passages are to be read
 * @param options.reorders orders what was read by the reader's probability and the fused score together
 * @returns all passages
 */
export async function readPassages(options: {
  question: string
  passages: readonly RetrievedPassage[]
  first: number
  reader: Reader
  reorders: boolean
  fusedWeight: number
  signal?: AbortSignal
}): Promise<RetrievedPassage[]> {
  const { question, passages, first, reader, reorders, fusedWeight, signal } = options
  const read: RetrievedPassage[] = []
  for (const [i, hit] of passages.entries()) {
    if (hit.reading || i >= first) {
      read.push(hit)
      continue
    }
    const { passage, fused } = hit
    // One by one, as the reader's reranker does: beside others the same passage is read a little differently.
    const texts = [{ context: contextOf(passage, passage.text), text: passage.text }]
    const [reading = null] = await readInContext({ reader, question, texts, ...(signal && { signal }) })
    const reranked = reading && sigmoid(reading.relevance)
    if (!reorders || reranked === null) read.push({ ...hit, reading })
    else read.push({ ...hit, reading, reranked, score: reranked + fusedWeight * fused.score })
  }
  if (!reorders) return read
  return mergeScored({ items: read, scores: read.map(({ reading, score }) => (reading ? score : null)) })
}
