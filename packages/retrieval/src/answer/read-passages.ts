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
  const unread = passages.filter(({ reading }) => reading === null)
  if (unread.length === 0) return [...passages]
  const readings = await readInContext({
    reader,
    question,
    texts: unread.map(({ passage }) => ({ context: contextOf(passage, passage.text), text: passage.text })),
    signal,
  })
  const read = new Map(unread.map((hit, i) => [hit, readings[i] ?? null]))
  return passages.map((hit) => ({ ...hit, reading: hit.reading ?? read.get(hit) ?? null }))
}
