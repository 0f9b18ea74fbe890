import { z } from 'zod'

/** `{ results: [{ index, relevance_score }] }`, as Cohere and Jina answer. */
export const resultList = z
  .object({ results: z.array(z.object({ index: z.number().int(), relevance_score: z.number() })) })
  .transform(({ results }) => results.map(({ index, relevance_score: score }) => ({ index, score })))
