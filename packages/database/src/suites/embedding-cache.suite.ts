import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SuiteOptions } from './suite-options.js'

export function embeddingCacheSuite({ open }: SuiteOptions): void {
  it('gives back every bit of what was saved last, by model', async () => {
    const { embeddingCache } = await open()
    const vector = fc.float32Array({ minLength: 4, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.stringMatching(/^[0-9a-f]{1,4}$/), vector), async (vectors) => {
        const entries = new Map(Object.entries(vectors))
        await embeddingCache.saveMany({ modelId: 'm', entries })
        const found = await embeddingCache.findMany({ modelId: 'm', contentHashes: [...entries.keys(), 'none'] })
        expect(found).toEqual(entries)
        expect(await embeddingCache.findMany({ modelId: 'n', contentHashes: [...entries.keys()] })).toEqual(new Map())
      }),
      { numRuns: 20 },
    )
  })

  it('takes thousands at once', async () => {
    const { embeddingCache } = await open()
    const entries = new Map(
      Array.from({ length: 3_000 }, (_, index) => [`hash ${index}`, Float32Array.of(index, -index, 1 / (index + 1))]),
    )
    await embeddingCache.saveMany({ modelId: 'm', entries })
    expect(await embeddingCache.findMany({ modelId: 'm', contentHashes: [...entries.keys()] })).toEqual(entries)
  })

  it('prunes what is not kept, of every model', async () => {
    const { embeddingCache } = await open()
    const entries = new Map(Array.from({ length: 1_500 }, (_, index) => [`h${index}`, Float32Array.of(index)]))
    for (const modelId of ['m', 'n']) await embeddingCache.saveMany({ modelId, entries })
    expect(await embeddingCache.prune({ keep: ['h1', 'h2', 'unknown'] })).toBe(2 * 1_498)
    const left = await embeddingCache.findMany({ modelId: 'n', contentHashes: [...entries.keys()] })
    expect([...left.keys()].sort()).toEqual(['h1', 'h2'])
  })
}
