import { type LexicalIndexFactory, ShuttenError } from '@shutten/core'
import { analyzerVersion } from '@shutten/text'
import { createInvertedIndexBuilder } from './build/create-inverted-index-builder.js'
import { defaultSegmentSize, largestSegmentSize, layoutVersion } from './file/layout.js'
import type { LexicalRanking } from './lexical-ranking.js'
import { openInvertedIndex } from './search/open-inverted-index.js'

/**
 * Lexical indexes as immutable inverted files over the terms of `analyze`, held in memory while open, ranked by BM25.
 *
 * A query counts for at most `maxTerms` of its terms, the rarest. `segmentSize`: entries that a build has in memory at a time.
 * Errors: INPUT_INVALID.
 */
export function createInvertedIndexFactory({
  ranking,
  maxTerms = 64,
  segmentSize = defaultSegmentSize,
}: {
  ranking?: Partial<LexicalRanking>
  maxTerms?: number
  segmentSize?: number
} = {}): LexicalIndexFactory {
  const all: LexicalRanking = {
    title: 2,
    headings: 1.5,
    body: 1,
    word: 1,
    latinWord: 3,
    bigram: 0.7,
    k1: 1.2,
    b: 0.75,
    ...ranking,
  }
  for (const [name, value] of Object.entries(all))
    if (!Number.isFinite(value) || value < 0) throw createOptionError(`${name} is ${value}.`)
  if (all.k1 === 0) throw createOptionError('k1 is 0.')
  if (all.b > 1) throw createOptionError(`b is ${all.b}.`)
  if (!Number.isInteger(maxTerms) || maxTerms < 1) throw createOptionError(`maxTerms is ${maxTerms}.`)
  if (!Number.isInteger(segmentSize) || segmentSize < 1 || segmentSize > largestSegmentSize)
    throw createOptionError(`segmentSize is ${segmentSize}.`)
  return {
    fileName: 'lexical.idx',
    version: `inverted${layoutVersion}-${analyzerVersion}`,
    createBuilder: (options) => createInvertedIndexBuilder({ ...options, segmentSize }),
    open({ file, size }) {
      return openInvertedIndex({ file, size, ranking: all, maxTerms })
    },
  }
}

function createOptionError(message: string): ShuttenError {
  return new ShuttenError({
    code: 'INPUT_INVALID',
    message,
    suggestion:
      'Give weights of 0 or more, k1 above 0, b from 0 to 1, a maxTerms of 1 or more, and a segmentSize from 1 to 65,536.',
  })
}
