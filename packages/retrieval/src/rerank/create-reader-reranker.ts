import type { Reader, Reranker, RerankScore } from '@shutten/core'
import { isStatement } from '../question/is-statement.js'
import { contextOf, readInContext } from '../search/read-in-context.js'
import { sigmoid } from '../search/sigmoid.js'

/**
 * The reader as a reranker: each passage is read under its title and heading.
 *
 * Passages are read one by one: on the bundled reader that is faster than several at a time, and a score does not
 * depend on what stands beside the passage. From the second on, a passage that would overrun the budget at the pace of
 * the one before is not begun, so that the budget is overrun by the reading of one passage at most.
 *
 * A statement is left as it was found: the reader says whether a passage answers, and nothing answers what does not ask.
 *
 * @param options.now milliseconds of a clock that never goes back
 */
export function createReaderReranker(options: { reader: Reader; now?: () => number }): Reranker {
  const { reader, now = () => performance.now() } = options
  return {
    id: reader.id,
    accepts: (query) => !isStatement(query),
    async rerank({ query, passages, budgetMs = Infinity, signal }) {
      const started = now()
      const scores: (RerankScore | null)[] = new Array(passages.length).fill(null)
      let msPerCharacter = 0
      for (const [i, passage] of passages.entries()) {
        const context = contextOf(passage, passage.text)
        const characters = query.length + context.length + passage.text.length
        const begun = now()
        const elapsed = begun - started
        if (elapsed >= budgetMs || elapsed + msPerCharacter * characters > budgetMs) break
        const [reading] = await readInContext({
          reader,
          question: query,
          texts: [{ context, text: passage.text }],
          signal,
        })
        if (reading) scores[i] = { probability: sigmoid(reading.relevance), reading }
        msPerCharacter = (now() - begun) / characters
      }
      return scores
    },
  }
}
