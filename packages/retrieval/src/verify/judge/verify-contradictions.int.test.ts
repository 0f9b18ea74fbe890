import { describe, expect, it } from 'vitest'
import { getBundledModels } from '../../fixtures/create-test-index.js'
import { makePassage } from '../../fixtures/make-passage.js'
import pairs from '../fixtures/contradictions.json' with { type: 'json' }
import { readSource } from '../source/source-text.js'
import { defaultVerificationSettings as settings } from '../verification-settings.js'
import { createCosines } from './create-cosines.js'
import { verifyClaim } from './verify-claim.js'

async function judge([text, source]: readonly string[]): Promise<string> {
  const { embedder } = getBundledModels()
  const sources = [makePassage(0, { text: source ?? '', title: '題' })].map(readSource)
  const cosines = createCosines({ embedder })
  return (await verifyClaim({ text: text ?? '', sources, cited: new Set(), cosines, settings })).support
}

describe('verifyClaim on what sounds like its source', () => {
  it.each(pairs.contradicted)('does not support %s by %s', async (...pair) => {
    expect(await judge(pair)).not.toBe('supported')
  })

  it.each(pairs.held)('supports %s by %s', async (...pair) => {
    expect(await judge(pair)).toBe('supported')
  })
})
