import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planGeneration } from './plan-generation.js'

const versions = (...ids: string[]) => ids.map((versionId) => ({ documentId: `of ${versionId}`, versionId }))
const previous = (...ofVersions: string[]) => ({
  listIds: () => [ofVersions.map((versionId, at) => ({ passageId: `p${at}`, versionId }))],
})
const countPassages = (sizes: Record<string, number>) => async (ids: readonly string[]) =>
  ids.reduce((sum, id) => sum + (sizes[id] ?? 0), 0)

describe('planGeneration', () => {
  it('takes everything for new where nothing was before', async () => {
    const plan = await planGeneration({ previous: null, versions: versions('a', 'b'), countPassages: async () => 3 })
    expect(plan).toEqual({ slots: [null, null, null], kept: 0, newVersionIds: ['a', 'b'] })
  })

  it('leaves what stays where it is, and fills what came free', async () => {
    const plan = await planGeneration({
      previous: previous('a', 'b', 'b', 'c'),
      versions: versions('a', 'c', 'd'),
      countPassages: countPassages({ d: 3 }),
    })
    expect(plan).toEqual({ slots: [0, null, null, 3, null], kept: 2, newVersionIds: ['d'] })
  })

  it('moves the last into what came free where there are fewer than before', async () => {
    const plan = await planGeneration({
      previous: previous('a', 'b', 'b', 'b', 'c', 'c'),
      versions: versions('c', 'd'),
      countPassages: countPassages({ d: 1 }),
    })
    expect(plan.slots).toEqual([4, 5, null])
  })

  it('gives each passage that stays one ordinal, and leaves as many as are new', async () => {
    const sizes = fc.dictionary(fc.constantFrom(...'abcdefgh'), fc.integer({ min: 1, max: 5 }))
    await fc.assert(
      fc.asyncProperty(sizes, sizes, async (before, after) => {
        const held = Object.entries(before).flatMap(([id, size]) => new Array<string>(size).fill(id))
        const plan = await planGeneration({
          previous: previous(...held),
          versions: versions(...Object.keys(after)),
          countPassages: countPassages(after),
        })
        const staying = held.flatMap((id, at) => (id in after ? [at] : []))
        const copied = plan.slots.filter((from) => from !== null)
        expect([...copied].sort((a, b) => a - b)).toEqual(staying)
        expect(plan.kept).toBe(staying.length)
        expect(new Set(plan.newVersionIds)).toEqual(new Set(Object.keys(after).filter((id) => !(id in before))))
        const moved = plan.slots.filter((from, at) => from !== null && from !== at)
        expect(moved.every((from) => (from as number) >= plan.slots.length)).toBe(true)
      }),
    )
  })
})
