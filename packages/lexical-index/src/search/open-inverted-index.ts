import { type LexicalIndex, type OrdinalSet, ShuttenError } from '@shutten/core'
import type { Segment } from '../file/index-contents.js'
import { readIndexFile } from '../file/read-index-file.js'
import type { LexicalRanking } from '../lexical-ranking.js'
import { collectTerms } from './collect-terms.js'
import { type BestList, createBestList } from './create-best-list.js'
import { createScorer } from './create-scorer.js'

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
  const contents = await readIndexFile({ file, size })
  let session: { contents: typeof contents; score: ReturnType<typeof createScorer> } | null = {
    contents,
    score: createScorer({ contents, ranking }),
  }

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
      const { contents, score } = session
      const terms = collectTerms({ contents, text, also, maxTerms })
      if (terms.length === 0) return []
      const best = createBestList(k)
      for (const segment of contents.segments) addBest({ segment, scores: score({ segment, terms }), within, best })
      return best.take()
    },

    close() {
      session = null
    },
  }
}

function addBest({
  segment: { from, entries },
  scores,
  within,
  best,
}: {
  segment: Segment
  scores: Float64Array
  within: OrdinalSet | undefined
  best: BestList
}): void {
  let { least } = best
  for (let at = 0; at < entries; at++) {
    const score = scores[at] as number
    if (score <= least || (within && !within.has(from + at))) continue
    best.add(from + at, score)
    least = best.least
  }
}
