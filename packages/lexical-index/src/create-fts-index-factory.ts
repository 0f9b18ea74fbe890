import { type LexicalIndexFactory, ShuttenError } from '@shutten/core'
import { analyzerVersion } from '@shutten/text'
import { createFtsBuilder } from './create-fts-builder.js'
import { layoutVersion } from './fts-layout.js'
import type { LexicalWeights } from './lexical-weights.js'
import { openFtsIndex } from './open-fts-index.js'

/**
 * Lexical indexes as SQLite FTS5 files over the terms of `analyze`, ranked by BM25.
 *
 * `weights` are applied when searching: changing them needs no rebuild. A query counts for at most `maxTerms` of its terms, the rarest.
 * Errors: INPUT_INVALID.
 */
export function createFtsIndexFactory({
  weights,
  maxTerms = 64,
}: {
  weights?: Partial<LexicalWeights>
  maxTerms?: number
} = {}): LexicalIndexFactory {
  const all: LexicalWeights = { title: 2, headings: 1.5, body: 1, word: 1, bigram: 2, ...weights }
  for (const [name, weight] of Object.entries(all))
    if (!Number.isFinite(weight) || weight < 0) throw createOptionError(`The weight of ${name} is ${weight}.`)
  // SQLite takes no expression deeper than 256.
  if (!Number.isInteger(maxTerms) || maxTerms < 1 || maxTerms > 256) throw createOptionError(`maxTerms is ${maxTerms}.`)
  return {
    fileName: 'lexical.db',
    version: `fts${layoutVersion}-${analyzerVersion}`,
    createBuilder: createFtsBuilder,
    open({ file, size }) {
      return openFtsIndex({ file, size, weights: all, maxTerms })
    },
  }
}

function createOptionError(message: string): ShuttenError {
  return new ShuttenError({
    code: 'INPUT_INVALID',
    message,
    suggestion: 'Give weights of 0 or more, and a maxTerms from 1 to 256.',
  })
}
