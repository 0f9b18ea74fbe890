import { type Reranker, ShuttenError } from '@shutten/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makePassage } from '../fixtures/make-passage.js'
import { rerankCandidates } from './rerank-candidates.js'

const settings = { rerankFirst: 3, fusedWeight: 0.5 }

/** Candidates with these fused scores, best first. */
const candidatesOf = (scores: readonly number[]) =>
  scores.map((score, ordinal) => ({
    passage: makePassage(ordinal),
    fused: { ordinal, score, dense: score, lexical: null, share: 0 },
  }))

/** Gives these probabilities to the first passages and null to the others. */
function createScriptedReranker(probabilities: readonly number[]) {
  const asked: { passages: number; budgetMs: number | undefined }[] = []
  const reranker: Reranker = {
    id: 'scripted',
    async rerank({ passages, budgetMs }) {
      asked.push({ passages: passages.length, budgetMs })
      return passages.map((_, i) => {
        const probability = probabilities[i]
        return probability === undefined ? null : { probability }
      })
    },
  }
  return { reranker, asked }
}

const failWith = (code: 'RERANKER_UNAVAILABLE' | 'MODEL_FAILED'): Reranker => ({
  id: 'failing',
  async rerank() {
    throw new ShuttenError({ code, message: 'It is down.', suggestion: 'Start it.', cause: new Error('secret') })
  },
})

describe('rerankCandidates', () => {
  it('orders by probability and fused score, and says why the rest has none', async () => {
    const { reranker, asked } = createScriptedReranker([0.1, 0.9])
    const { found, ...told } = await rerankCandidates({
      reranker,
      query: 'q',
      candidates: candidatesOf([1, 0.8, 0.6, 0.4]),
      settings,
      budgetMs: 40,
    })
    expect(found.map(({ passage, reranked, skipped }) => [passage.ordinal, reranked, skipped])).toEqual([
      [1, 0.9, null],
      [0, 0.1, null],
      [2, null, 'out-of-time'],
      [3, null, 'beyond-depth'],
    ])
    expect(told).toEqual({ reranker: 'scripted', warning: null })
    expect(asked).toEqual([{ passages: 3, budgetMs: 40 }])
  })

  it('changes nothing without a reranker', async () => {
    const { found, reranker } = await rerankCandidates({
      reranker: null,
      query: 'q',
      candidates: candidatesOf([1, 0.5]),
      settings,
    })
    expect(found.map(({ passage, reranked, skipped }) => [passage.ordinal, reranked, skipped])).toEqual([
      [0, null, null],
      [1, null, null],
    ])
    expect(reranker).toBeNull()
  })

  it('keeps the fused order and warns when the service is down', async () => {
    const { found, ...told } = await rerankCandidates({
      reranker: failWith('RERANKER_UNAVAILABLE'),
      query: 'q',
      candidates: candidatesOf([1, 0.5]),
      settings,
    })
    expect(found.map(({ passage, skipped }) => [passage.ordinal, skipped])).toEqual([
      [0, null],
      [1, null],
    ])
    const warning = { code: 'RERANKER_UNAVAILABLE', message: 'It is down.', suggestion: 'Start it.' }
    expect(told).toEqual({ reranker: null, warning })
  })

  it('passes any other error on', async () => {
    const reranking = rerankCandidates({
      reranker: failWith('MODEL_FAILED'),
      query: 'q',
      candidates: candidatesOf([1]),
      settings,
    })
    await expect(reranking).rejects.toMatchObject({ code: 'MODEL_FAILED' })
  })

  it('gives scores that descend, and every passage once, whatever was scored in time', async () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true })
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { maxLength: 8 }), fc.array(unit, { maxLength: 8 }), async (fused, given) => {
        const { found } = await rerankCandidates({
          reranker: createScriptedReranker(given).reranker,
          query: 'q',
          candidates: candidatesOf(fused.toSorted((a, b) => b - a)),
          settings: { rerankFirst: 5, fusedWeight: 0.5 },
        })
        expect(found.map(({ passage }) => passage.ordinal).toSorted((a, b) => a - b)).toEqual(fused.map((_, i) => i))
        for (const [i, { score }] of found.entries())
          if (i > 0) expect(score).toBeLessThanOrEqual(found[i - 1]?.score as number)
      }),
    )
  })
})
