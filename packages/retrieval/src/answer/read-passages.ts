import type { Reader } from '@shutten/core'
import type { RetrievedPassage } from '../rerank/rerank-candidates.js'
import { contextOf, readInContext } from '../search/read-in-context.js'

/** Has the reader read the passages that nobody read yet: those that another reranker ordered, or none. */
export async function readPassages(options: {
  question: string
  passages: readonly RetrievedPassage[]
  reader: Reader
  signal?: AbortSignal
}): Promise<RetrievedPassage[]> {
  const { question, passages, reader, signal } = options
  const read: RetrievedPassage[] = []
  for (const hit of passages) {
    if (hit.reading) read.push(hit)
    else {
      const { passage } = hit
      // One by one, as the reader's reranker does: beside others the same passage is read a little differently.
      const texts = [{ context: contextOf(passage, passage.text), text: passage.text }]
      const [reading = null] = await readInContext({ reader, question, texts, signal })
      read.push({ ...hit, reading })
    }
  }
  return read
}
