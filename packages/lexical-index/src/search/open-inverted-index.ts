import { type LexicalIndex, ShuttenError } from '@shutten/core'
import type { IndexContents } from '../file/index-contents.js'
import { readIndexFile } from '../file/read-index-file.js'
import type { LexicalRanking } from '../lexical-ranking.js'
import { collectTerms } from './collect-terms.js'
import { createPostingSearcher } from './create-posting-searcher.js'
import { createTermWeigher } from './create-term-weigher.js'

/** Reads the whole file into memory. Errors: INDEX_DAMAGED. */
export async function openInvertedIndex({
  file,
  size,
  ranking,
  maxTerms,
}: {
  file: string
  size: number
  ranking: LexicalRanking
  maxTerms: number
}): Promise<LexicalIndex> {
  // Given up on closing, with all the memory it holds.
  let session: ReturnType<typeof createSession> | null = createSession({
    contents: await readIndexFile({ file, size }),
    ranking,
  })

  return {
    size,

    search({ text, k, within, also = [] }) {
      if (!Number.isInteger(k) || k < 1)
        throw new ShuttenError({
          code: 'INPUT_INVALID',
          message: `k is ${k}; at least 1 result can be asked for.`,
          suggestion: 'Ask for a whole number of results, 1 or more.',
        })
      if (!session)
        throw new ShuttenError({
          code: 'INTERNAL',
          message: 'The lexical index was searched after it was closed.',
          suggestion: 'Open the generation again.',
        })
      const { contents, weigh, sum, searchPostings } = session
      const { terms, own } = collectTerms({ contents, ranking, text, also, maxTerms })
      if (terms.length === 0) return []
      const most = sum(own)
      return searchPostings({ terms: terms.map(weigh), k, within }).map(({ ordinal, score }) => ({
        ordinal,
        score,
        // Other names may add to what the text itself can give.
        share: most > 0 ? Math.min(1, score / most) : 1,
      }))
    },

    close() {
      session = null
    },
  }
}

function createSession({ contents, ranking }: { contents: IndexContents; ranking: LexicalRanking }) {
  const { weigh, sum, lengthParts } = createTermWeigher({ contents, ranking })
  return { contents, weigh, sum, searchPostings: createPostingSearcher({ contents, lengthParts }) }
}
