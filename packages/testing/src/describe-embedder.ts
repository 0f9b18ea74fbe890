import type { Embedder } from '@shutten/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** What every embedder must do. `create` is called once; the suite closes what it gives. */
export function describeEmbedder(options: { name: string; create: () => Promise<Embedder> | Embedder }): void {
  describe(`${options.name} keeps the contract of an embedder`, () => {
    let embedder: Embedder
    beforeAll(async () => {
      embedder = await options.create()
    })
    afterAll(() => embedder.close())

    const texts = [
      '猫が眠っている。',
      '今日は'.repeat(90),
      'A cat is asleep.',
      '株価が下がった。',
      '短い',
      '猫が眠っている。',
    ]
    const expectVector = (vector: Float32Array | undefined) => {
      expect(vector).toBeInstanceOf(Float32Array)
      expect(vector).toHaveLength(embedder.limits.dimension)
      expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 4)
    }
    const cosine = (a: Float32Array | undefined, b: Float32Array | undefined) =>
      (a ?? new Float32Array()).reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0)

    test('names its model and its limits', () => {
      expect(embedder.id).not.toBe('')
      expect(embedder.limits.maxTokens).toBeGreaterThan(0)
      expect(embedder.limits.batchSize).toBeGreaterThan(0)
    })

    test('gives a vector of unit length for a question and for each passage', async () => {
      expectVector(await embedder.embedQuery('猫はどこにいますか？'))
      const vectors = await embedder.embedPassages(texts)
      expect(vectors).toHaveLength(texts.length)
      vectors.forEach(expectVector)
    })

    test('gives nothing for nothing', async () => {
      expect(await embedder.embedPassages([])).toEqual([])
    })

    test('keeps the order of texts of mixed length', async () => {
      const together = await embedder.embedPassages(texts)
      for (const [i, text] of texts.entries()) {
        const [alone] = await embedder.embedPassages([text])
        expect(cosine(alone, together[i])).toBeGreaterThan(0.99)
        const best = together.map((vector) => cosine(alone, vector))
        expect(texts[best.indexOf(Math.max(...best))]).toBe(text)
      }
    })

    test('gives one vector for one text, composed or decomposed', async () => {
      const [first] = await embedder.embedPassages(['ガラスの café'])
      const [again] = await embedder.embedPassages(['ガラスの café'])
      const [decomposed] = await embedder.embedPassages(['ガラスの café'.normalize('NFD')])
      expect(cosine(first, again)).toBeCloseTo(1, 5)
      expect(cosine(first, decomposed)).toBeCloseTo(1, 5)
    })

    test('gives vectors that share no memory, for equal texts too', async () => {
      const [a, b] = (await embedder.embedPassages(['同じ', '同じ'])) as [Float32Array, Float32Array]
      const before = b[0]
      a.fill(7)
      expect(b[0]).toBe(before)
    })

    test('takes more texts than fit in one batch', async () => {
      const many = Array.from({ length: embedder.limits.batchSize + 1 }, (_, i) => `${i}番`)
      const vectors = await embedder.embedPassages(many)
      expect(vectors).toHaveLength(many.length)
      const [last] = await embedder.embedPassages(many.slice(-1))
      expect(cosine(vectors.at(-1), last)).toBeGreaterThan(0.99)
    })

    test('takes any string', async () => {
      const odd = ['', ' ', '\u0000', 'a\ud800b', '\udc00', '😀👨\u200d👩\u200d👧', '<s></s>', '長'.repeat(100_000)]
      for (const vector of await embedder.embedPassages(odd)) expectVector(vector)
      for (const text of odd) expectVector(await embedder.embedQuery(text))
    })

    test('does nothing for a signal that has fired', async () => {
      const signal = AbortSignal.abort()
      await expect(embedder.embedQuery('猫', { signal })).rejects.toMatchObject({ code: 'CANCELLED' })
      await expect(embedder.embedPassages(['猫'], { signal })).rejects.toMatchObject({ code: 'CANCELLED' })
    })

    test('stops at a signal', async () => {
      const controller = new AbortController()
      const unseen = Array.from({ length: 3 * embedder.limits.batchSize }, (_, i) => `${i}行目の文章です。`)
      const rejected = expect(embedder.embedPassages(unseen, { signal: controller.signal })).rejects.toMatchObject({
        code: 'CANCELLED',
      })
      controller.abort()
      await rejected
    })
  })
}
