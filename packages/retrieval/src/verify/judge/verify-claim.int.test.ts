import { beforeAll, describe, expect, it } from 'vitest'
import { getBundledModels } from '../../fixtures/create-test-index.js'
import { readArticlePassages } from '../fixtures/read-articles.js'
import data from '../fixtures/support-pairs.json' with { type: 'json' }
import { readSource } from '../source/source-text.js'
import { defaultVerificationSettings as settings } from '../verification-settings.js'
import { createCosines } from './create-cosines.js'
import { verifyClaim } from './verify-claim.js'

const pairs = data.pairs.filter(({ heldBack }) => heldBack)
const verdicts: { kind: string; expected: string; got: string; sentence: string }[] = []

beforeAll(async () => {
  const { embedder } = getBundledModels()
  for (const { articles, sentence, kind, expected } of pairs) {
    const sources = (await readArticlePassages(articles)).map(readSource)
    const cosines = createCosines({ embedder })
    const { support } = await verifyClaim({ text: sentence, sources, cited: new Set(), cosines, settings })
    verdicts.push({ kind, expected, got: support, sentence })
  }
}, 600_000)

const share = (part: readonly unknown[], whole: readonly unknown[]) => part.length / whole.length
const isAcross = ({ kind }: { kind: string }) => kind.startsWith('across')

describe('verifyClaim on the pairs held back', () => {
  it('hardly ever supports what was changed, denied or invented', () => {
    const wrong = verdicts.filter(({ expected, got }) => expected !== 'supported' && got === 'supported')
    const all = verdicts.filter(({ expected }) => expected !== 'supported')
    expect(share(wrong, all), wrong.map(({ sentence }) => sentence).join('\n')).toBeLessThanOrEqual(0.02)
  })

  it('supports what the sources say in the same language', () => {
    const honest = verdicts.filter((one) => one.expected === 'supported' && !isAcross(one))
    const missed = honest.filter(({ got }) => got !== 'supported')
    expect(share(missed, honest), missed.map(({ sentence }) => sentence).join('\n')).toBeLessThanOrEqual(0.1)
  })

  it('supports most of what the sources say in the other language', () => {
    const honest = verdicts.filter((one) => one.expected === 'supported' && isAcross(one))
    const missed = honest.filter(({ got }) => got !== 'supported')
    expect(share(missed, honest), missed.map(({ sentence }) => sentence).join('\n')).toBeLessThanOrEqual(0.3)
  })

  it('finds nothing for nearly all of what is false', () => {
    const wrong = verdicts.filter(({ expected }) => expected === 'unsupported')
    const partial = wrong.filter(({ got }) => got !== 'unsupported')
    expect(share(partial, wrong), partial.map(({ sentence }) => sentence).join('\n')).toBeLessThanOrEqual(0.08)
  })
})
